package eventkit.core;

import static eventkit.core.db.Tables.AUDIT_ENTRY;

import java.lang.reflect.Method;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/**
 * The audit trail: field by field, old and new, who, when, from where. Written in the transaction of the change, append-only (the schema
 * refuses anything else). The fields are the components of the record given; {@code id} and {@code version} are left out.
 */
@Component
public class Audit {
    /** One field's change; {@code old} or {@code now} is JSON null where there was or is nothing. */
    public record Change(String field, JsonNode old, JsonNode now) {}

    /** One entry of many that are written at once; {@link #changes} makes what changed. */
    public record Entry(Subject subject, String action, long version, List<Change> changes) {}

    private static final Set<String> LEFT_OUT = Set.of("id", "version");

    /** The accessors of a record's components: asking the class for them takes longer than all else that a change costs. */
    private static final ClassValue<List<Method>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            var fields = new ArrayList<Method>();
            for (var component : type.getRecordComponents()) {
                if (LEFT_OUT.contains(component.getName())) continue;
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                fields.add(accessor);
            }
            return List.copyOf(fields);
        }
    };

    private final DSLContext db;
    private final Ids ids;
    private final Clock clock;
    private final JsonMapper json;

    Audit(DSLContext db, Ids ids, Clock clock, JsonMapper json) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    public void created(Subject subject, Record after) {
        record(subject, "created", 1, changes(null, after));
    }

    /** Writes nothing where nothing changed. */
    public void changed(Subject subject, long version, Record before, Record after) {
        changed(subject, "changed", version, before, after);
    }

    /** The same under a name that says more: {@code retired}, {@code moved}. */
    public void changed(Subject subject, String action, long version, Record before, Record after) {
        var changes = changes(before, after);
        if (!changes.isEmpty()) record(subject, action, version, changes);
    }

    public void removed(Subject subject, long version, Record before) {
        record(subject, "removed", version, changes(before, null));
    }

    /** For what no pair of records tells. */
    public void record(Subject subject, String action, long version, List<Change> changes) {
        recordAll(List.of(new Entry(subject, action, version, changes)));
    }

    /** The entries of a change of many, in one statement. */
    public void recordAll(List<Entry> entries) {
        var go = new Together();
        recordAll(entries, go);
        go.run(db);
    }

    /** The same, written with what else goes to the database then. Who did it, and when, is whoever does it now. */
    public void recordAll(List<Entry> entries, Together go) {
        if (entries.isEmpty()) return;
        var caller = Callers.current();
        var at = clock.instant();
        var entryIds = new UUID[entries.size()];
        var subjectIds = new UUID[entries.size()];
        var versions = new Long[entries.size()];
        var texts = new String[4][entries.size()];
        for (int i = 0; i < entryIds.length; i++) {
            var entry = entries.get(i);
            entryIds[i] = ids.next();
            subjectIds[i] = entry.subject().id();
            versions[i] = entry.version();
            texts[0][i] = entry.subject().kind();
            texts[1][i] = entry.subject().label();
            texts[2][i] = entry.action();
            texts[3][i] = json.writeValueAsString(entry.changes());
        }
        go.execute(
                """
                insert into core.audit_entry
                       (id, at, actor_id, actor_name, via, ip, trace_id, subject_kind, subject_id, subject_label, action, version, changes)
                select id, ?::timestamptz, ?::uuid, ?::text, ?::text, ?::text, ?::text, subject_kind, subject_id, subject_label, action, version, changes::jsonb
                  from unnest(?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::text[])
                       as e (id, subject_kind, subject_id, subject_label, action, version, changes)
                """,
                java.time.OffsetDateTime.ofInstant(at, java.time.ZoneOffset.UTC),
                caller.userId(),
                caller.name(),
                caller.via().name(),
                caller.ip(),
                MDC.get("traceId"),
                entryIds,
                texts[0],
                subjectIds,
                texts[1],
                texts[2],
                versions,
                texts[3]);
    }

    public Change change(String field, @Nullable Object old, @Nullable Object now) {
        return new Change(field, tree(old), tree(now));
    }

    /** What changed of this subject after the version that somebody last read: the answer to a stale If-Match. */
    public List<Change> changesSince(String kind, UUID id, long version) {
        var result = new ArrayList<Change>();
        db.select(AUDIT_ENTRY.CHANGES)
                .from(AUDIT_ENTRY)
                .where(AUDIT_ENTRY.SUBJECT_KIND.eq(kind))
                .and(AUDIT_ENTRY.SUBJECT_ID.eq(id))
                .and(AUDIT_ENTRY.VERSION.gt(version))
                .orderBy(AUDIT_ENTRY.ID)
                .limit(50)
                .forEach(row -> {
                    for (var change : json.readTree(row.value1().data())) {
                        result.add(new Change(change.path("field").asString(), change.path("old"), change.path("now")));
                    }
                });
        return result;
    }

    /** What differs between two states, field by field; one of them may be null. */
    public List<Change> changes(@Nullable Record before, @Nullable Record after) {
        var type = Objects.requireNonNull(after != null ? after : before).getClass();
        var changes = new ArrayList<Change>();
        for (var field : FIELDS.get(type)) {
            var was = before == null ? null : read(field, before);
            var is = after == null ? null : read(field, after);
            if (Objects.equals(was, is)) continue;
            var old = tree(was);
            var now = tree(is);
            if (!old.equals(now) && !(empty(old) && empty(now))) changes.add(new Change(field.getName(), old, now));
        }
        return changes;
    }

    /**
     * What differs between two lists of things that have ids: {@code contacts[Ana Ruiz].phone} where one changed, {@code contacts} where one came,
     * went or stands elsewhere.
     *
     * @param list the field's name
     * @param facts what is compared of each; its {@code id} is left out
     */
    public <T extends Record> List<Change> changesOf(
            String list,
            List<T> before,
            List<T> after,
            Function<T, Object> id,
            Function<T, String> name,
            Function<T, Record> facts) {
        var changes = new ArrayList<Change>();
        var old = new LinkedHashMap<Object, T>();
        for (var each : before) old.put(id.apply(each), each);
        var now = new LinkedHashMap<Object, T>();
        for (var each : after) now.put(id.apply(each), each);
        old.forEach((key, each) -> {
            if (!now.containsKey(key)) changes.add(change(list, name.apply(each), null));
        });
        now.forEach((key, each) -> {
            var was = old.get(key);
            if (was == null) changes.add(change(list, null, name.apply(each)));
            else
                for (var change : changes(facts.apply(was), facts.apply(each)))
                    changes.add(new Change(
                            list + "[" + name.apply(each) + "]." + change.field(), change.old(), change.now()));
        });
        var stayed = old.keySet().stream().filter(now::containsKey).toList();
        if (!stayed.equals(now.keySet().stream().filter(old::containsKey).toList()))
            changes.add(change(
                    list,
                    before.stream().map(name).toList(),
                    after.stream().map(name).toList()));
        return changes;
    }

    private static boolean empty(JsonNode node) {
        return node.isNull() || (node.isContainer() && node.isEmpty());
    }

    private JsonNode tree(@Nullable Object value) {
        return value == null ? NullNode.getInstance() : json.valueToTree(value);
    }

    private static @Nullable Object read(Method field, Record record) {
        try {
            return field.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
