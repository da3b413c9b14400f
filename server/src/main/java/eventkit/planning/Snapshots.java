package eventkit.planning;

import static eventkit.planning.db.Tables.PULL_LIST_VERSION;

import eventkit.core.Callers;
import eventkit.core.Ids;
import eventkit.planning.PullListVersions.Content;
import eventkit.planning.PullListVersions.Group;
import eventkit.planning.PullListVersions.Line;
import eventkit.planning.PullListVersions.Reason;
import eventkit.planning.PullListVersions.Snapshot;
import eventkit.planning.PullListVersions.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of the versions of pull lists. */
@Component
class Snapshots {
    private final DSLContext db;
    private final JsonMapper json;
    private final Ids ids;
    private final PullListRows lists;
    private final PullLineRows lines;

    Snapshots(DSLContext db, JsonMapper json, Ids ids, PullListRows lists, PullLineRows lines) {
        this.db = db;
        this.json = json;
        this.ids = ids;
        this.lists = lists;
        this.lines = lines;
    }

    /** Each list of an event that goes to the warehouse. */
    void ofEvent(UUID eventId, Instant now) {
        for (var list : lists.of(eventId)) make(list, Reason.PREP, null, now);
    }

    /** The caller holds the list's lock, or that of its event. */
    Version make(PullList list, Reason reason, @Nullable String label, Instant now) {
        var content = now(list);
        int number = 1 + of(list.id()).stream().mapToInt(Version::number).max().orElse(0);
        var version = new Version(
                ids.next(),
                number,
                reason,
                label,
                now,
                Callers.current().name(),
                content.lines().size());
        db.insertInto(PULL_LIST_VERSION)
                .set(PULL_LIST_VERSION.ID, version.id())
                .set(PULL_LIST_VERSION.LIST_ID, list.id())
                .set(PULL_LIST_VERSION.NUMBER, number)
                .set(PULL_LIST_VERSION.REASON, reason.name())
                .set(PULL_LIST_VERSION.LABEL, label)
                .set(PULL_LIST_VERSION.MADE_AT, now)
                .set(PULL_LIST_VERSION.MADE_BY_NAME, version.madeByName())
                .set(PULL_LIST_VERSION.LINES, version.lines())
                .set(PULL_LIST_VERSION.CONTENT, JSONB.valueOf(json.writeValueAsString(content)))
                .execute();
        return version;
    }

    /** As the list is at this moment. */
    Content now(PullList list) {
        return new Content(
                list.groups().stream()
                        .map(g -> new Group(g.name(), g.note(), g.times()))
                        .toList(),
                lines.all(list.id()).stream().map(Line::of).toList());
    }

    List<Version> of(UUID listId) {
        return db.select(
                        PULL_LIST_VERSION.ID,
                        PULL_LIST_VERSION.NUMBER,
                        PULL_LIST_VERSION.REASON,
                        PULL_LIST_VERSION.LABEL,
                        PULL_LIST_VERSION.MADE_AT,
                        PULL_LIST_VERSION.MADE_BY_NAME,
                        PULL_LIST_VERSION.LINES)
                .from(PULL_LIST_VERSION)
                .where(PULL_LIST_VERSION.LIST_ID.eq(listId))
                .orderBy(PULL_LIST_VERSION.NUMBER.desc())
                .fetch(Snapshots::version);
    }

    Optional<Snapshot> find(UUID listId, int number) {
        return db.selectFrom(PULL_LIST_VERSION)
                .where(PULL_LIST_VERSION.LIST_ID.eq(listId))
                .and(PULL_LIST_VERSION.NUMBER.eq(number))
                .fetchOptional(r ->
                        new Snapshot(version(r), json.readValue(r.getContent().data(), Content.class)));
    }

    private static Version version(Record r) {
        return new Version(
                r.get(PULL_LIST_VERSION.ID),
                r.get(PULL_LIST_VERSION.NUMBER),
                Reason.valueOf(r.get(PULL_LIST_VERSION.REASON)),
                r.get(PULL_LIST_VERSION.LABEL),
                r.get(PULL_LIST_VERSION.MADE_AT),
                r.get(PULL_LIST_VERSION.MADE_BY_NAME),
                r.get(PULL_LIST_VERSION.LINES));
    }
}
