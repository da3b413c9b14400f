package eventkit.planning;

import eventkit.planning.PullLines.Details;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes what was tried on a draft, and remembers what stood there before. */
@Component
class DraftRows {
    /**
     * What became of a list.
     *
     * @param made there was no such list
     * @param before the rows that were changed or taken away
     * @param after the rows that were changed or added
     */
    record Trace(UUID eventId, UUID listId, boolean made, JsonNode before, JsonNode after) {}

    private final DSLContext db;
    private final PullListRows lists;
    private final PullLineRows lines;
    private final JsonMapper json;

    DraftRows(DSLContext db, PullListRows lists, PullLineRows lines, JsonMapper json) {
        this.db = db;
        this.lists = lists;
        this.lines = lines;
        this.json = json;
    }

    /** Those that the draft changes, by the lists that they are on. */
    static Set<UUID> touched(Draft draft) {
        var was = draft.original();
        var result = new HashSet<UUID>();
        for (var list : draft.lists())
            if (list.fresh() || !list.lines().equals(was.list(list.id()).lines())) result.add(list.id());
        return result;
    }

    /** The lists that are there are locked and open; those that are not are made. */
    List<Trace> write(Draft draft, Instant now) {
        var was = draft.original();
        var traces = new ArrayList<Trace>();
        for (var list : draft.lists()) {
            if (!touched(draft).contains(list.id())) continue;
            if (list.fresh())
                lists.insert(
                        list.id(),
                        draft.event().id(),
                        new PullLists.Details(list.name(), null, list.warehouseId()),
                        now);
            var before = new LinkedHashMap<UUID, PullLine>();
            if (!list.fresh()) was.list(list.id()).lines().forEach(line -> before.put(line.id(), line));
            var changed = new ArrayList<PullLine>();
            var added = new ArrayList<PullLine>();
            for (var line : list.lines()) {
                var old = before.remove(line.id());
                if (old == null) added.add(line);
                else if (!old.equals(line)) changed.add(line);
            }
            var touched = new ArrayList<>(before.keySet());
            changed.forEach(line -> touched.add(line.id()));
            var rowsBefore = rows(touched);
            for (var line : changed) lines.update(line.id(), Details.of(line));
            insert(draft, list, added);
            lines.delete(list.id(), List.copyOf(before.keySet()));
            touched.removeAll(before.keySet());
            added.forEach(line -> touched.add(line.id()));
            traces.add(new Trace(draft.event().id(), list.id(), list.fresh(), rowsBefore, rows(touched)));
        }
        return traces;
    }

    private void insert(Draft draft, Draft.OfList list, List<PullLine> added) {
        var byAnchor = new LinkedHashMap<@Nullable UUID, List<PullLine>>();
        for (var line : added)
            byAnchor.computeIfAbsent(draft.behind(line.id()), id -> new ArrayList<>())
                    .add(line);
        byAnchor.forEach((anchor, all) -> {
            var after = anchor == null ? null : lastAlong(draft.original().list(list.id()), anchor);
            var gap = lines.gap(list.id(), all.getFirst().groupId(), after, after == null, all.size());
            var placed = new ArrayList<PullLineRows.Row>();
            for (int i = 0; i < all.size(); i++)
                placed.add(PullLineRows.Row.of(all.get(i)).at(gap.at(i)));
            lines.insert(placed);
        });
    }

    /** What comes after a line comes after its accessories. */
    private static UUID lastAlong(Draft.OfList list, UUID line) {
        var last = line;
        for (var each : list.lines()) if (line.equals(each.accessoryOf())) last = each.id();
        return last;
    }

    /** As the database has them, without their place: others may have been moved in between. */
    private JsonNode rows(Collection<UUID> ids) {
        return json.readTree(
                db.fetchSingle("""
                        select coalesce(jsonb_agg(to_jsonb(l) order by l.id), '[]')::text
                          from planning.pull_line l where l.id = any (?)
                        """, (Object) ids.toArray(UUID[]::new)).get(0, String.class));
    }

    /** Whether everything that was written still stands there, and what was taken away can come back. */
    boolean stands(Trace trace) {
        var now = new LinkedHashMap<String, JsonNode>();
        for (var row : rows(ids(trace.after()))) now.put(row.path("id").asString(), row);
        for (var row : trace.after()) {
            var is = now.get(row.path("id").asString());
            if (is == null || !withoutPlace(is).equals(withoutPlace(row))) return false;
        }
        var missing = new HashSet<>(ids(trace.before()));
        missing.removeAll(ids(trace.after()));
        if (!rows(missing).isEmpty()) return false;
        return db.fetchSingle(
                        """
                        select not exists (
                          select from jsonb_populate_recordset(null::planning.pull_line, ?::jsonb) l
                           where l.group_id is not null and not exists (select from planning.pull_group g where g.id = l.group_id)
                              or l.product_id is not null and not exists (select from planning.product_seen p where p.id = l.product_id)
                              or l.accessory_of is not null and l.accessory_of <> all (?)
                                 and not exists (select from planning.pull_line a where a.id = l.accessory_of))
                        """, trace.before().toString(), ids(trace.before()).toArray(UUID[]::new))
                .get(0, Boolean.class);
    }

    private static JsonNode withoutPlace(JsonNode row) {
        var copy = (ObjectNode) row.deepCopy();
        copy.remove("position");
        return copy;
    }

    private static List<UUID> ids(JsonNode rows) {
        var result = new ArrayList<UUID>();
        for (var row : rows) result.add(UUID.fromString(row.path("id").asString()));
        return result;
    }

    /** Everything as it was; a list that was made goes when nothing else came onto it. */
    void restore(Trace trace) {
        var added = new ArrayList<>(ids(trace.after()));
        added.removeAll(ids(trace.before()));
        lines.delete(trace.listId(), added);
        db.execute("""
                insert into planning.pull_line select * from jsonb_populate_recordset(null::planning.pull_line, ?::jsonb)
                on conflict (id) do update
                   set quantity = excluded.quantity, from_at = excluded.from_at, to_at = excluded.to_at, prep_minutes = excluded.prep_minutes,
                       transit_before_minutes = excluded.transit_before_minutes, transit_after_minutes = excluded.transit_after_minutes,
                       turnaround_minutes = excluded.turnaround_minutes
                """, trace.before().toString());
        if (trace.made() && lines.all(trace.listId()).isEmpty()) lists.delete(trace.listId());
    }
}
