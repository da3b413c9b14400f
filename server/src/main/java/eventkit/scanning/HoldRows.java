package eventkit.scanning;

import static eventkit.core.Columns.column;

import eventkit.core.Plain;
import eventkit.scanning.Deed.Pieces;
import eventkit.scanning.Deed.Taken;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL that writes what is picked or out for which event, and how far its needs are. */
@Component
class HoldRows {
    /** By which scan something is held, and by whom. */
    record By(
            UUID scanId, String name, Instant at, @Nullable String vehicle) {}

    /** Where a warehouse's pieces on jobs are counted. */
    record OnJobs(UUID id, boolean archived) {}

    /** A change of one need's counts. */
    record Change(
            UUID eventId,
            UUID lineId,
            UUID subjectId,
            ScanJob.Need.Kind kind,
            boolean extra,
            long picked,
            long gone,
            long back,
            long missing) {
        Change plus(Change more) {
            return new Change(
                    eventId,
                    lineId,
                    subjectId,
                    kind,
                    extra,
                    picked + more.picked,
                    gone + more.gone,
                    back + more.back,
                    missing + more.missing);
        }
    }

    private final DSLContext db;

    HoldRows(DSLContext db) {
        this.db = db;
    }

    void hold(String table, List<Taken> taken, List<By> by, boolean gone, Map<UUID, UUID> stockIds) {
        if (taken.isEmpty()) return;
        Plain.execute(
                db,
                table.equals("asset") ? HOLD_ASSETS : HOLD_CASES,
                gone,
                column(taken, UUID.class, Taken::id),
                column(taken, UUID.class, Taken::eventId),
                column(taken, UUID.class, Taken::lineId),
                column(taken, UUID.class, Taken::subjectId),
                column(taken, Boolean.class, Taken::along),
                column(taken, UUID.class, t -> stockIds.get(t.id())),
                column(by, String.class, By::vehicle),
                column(by, UUID.class, By::scanId),
                column(by, String.class, By::name),
                column(by, String.class, each -> each.at().toString()));
    }

    private static final String HOLD_ASSETS = """
            insert into scanning.held_asset (asset_id, event_id, line_id, subject_id, along, gone, stock_id, vehicle, scan_id, by_name, at)
            select id, event_id, line_id, subject_id, along, ?, stock_id, vehicle, scan_id, by_name, at::timestamptz
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::boolean[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[])
                   h (id, event_id, line_id, subject_id, along, stock_id, vehicle, scan_id, by_name, at)
                on conflict (asset_id) do update
                   set event_id = excluded.event_id, line_id = excluded.line_id, subject_id = excluded.subject_id, along = excluded.along,
                       gone = excluded.gone, stock_id = excluded.stock_id, vehicle = excluded.vehicle, scan_id = excluded.scan_id,
                       by_name = excluded.by_name, at = excluded.at
            """;
    private static final String HOLD_CASES = """
            insert into scanning.held_case (case_id, event_id, line_id, subject_id, along, gone, stock_id, vehicle, scan_id, by_name, at)
            select id, event_id, line_id, subject_id, along, ?, stock_id, vehicle, scan_id, by_name, at::timestamptz
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::boolean[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[])
                   h (id, event_id, line_id, subject_id, along, stock_id, vehicle, scan_id, by_name, at)
                on conflict (case_id) do update
                   set event_id = excluded.event_id, line_id = excluded.line_id, subject_id = excluded.subject_id, along = excluded.along,
                       gone = excluded.gone, stock_id = excluded.stock_id, vehicle = excluded.vehicle, scan_id = excluded.scan_id,
                       by_name = excluded.by_name, at = excluded.at
            """;

    void release(List<Taken> assets, List<Taken> cases) {
        if (!assets.isEmpty())
            Plain.execute(db, "delete from scanning.held_asset where asset_id = any (?)", (Object) ids(assets));
        if (!cases.isEmpty())
            Plain.execute(db, "delete from scanning.held_case where case_id = any (?)", (Object) ids(cases));
    }

    private static UUID[] ids(List<Taken> taken) {
        return taken.stream().map(Taken::id).toArray(UUID[]::new);
    }

    /** Something else is ready now than was checked. */
    void uncheck(Set<UUID> events) {
        if (events.isEmpty()) return;
        db.execute(
                "update scanning.job set checked_at = null, checked_by_id = null, checked_by_name = null where event_id = any (?)",
                (Object) events.toArray(UUID[]::new));
    }

    /** So many pieces more, or fewer, of what is held so. */
    void hold(Pieces p, boolean gone, long more) {
        var event = p.eventId();
        if (event == null || more == 0) return;
        if (more > 0) {
            db.execute(
                    """
                    insert into scanning.held_pieces as h (event_id, line_id, subject_id, product_id, case_id, along, gone, stock_id, quantity)
                    values (?, ?, ?, ?, ?::uuid, ?, ?, ?::uuid, ?)
                        on conflict on constraint held_pieces_once do update set quantity = h.quantity + excluded.quantity
                    """,
                    event,
                    p.lineId(),
                    p.subjectId(),
                    p.productId(),
                    p.caseId(),
                    p.along(),
                    gone,
                    p.warehouseId(),
                    more);
            return;
        }
        var which = """
                 where event_id = ? and line_id = ? and subject_id = ? and product_id = ? and case_id is not distinct from ?::uuid and gone = ?
                """;
        int left = db.execute(
                "update scanning.held_pieces set quantity = quantity - ? " + which + " and quantity > ?",
                -more,
                event,
                p.lineId(),
                p.subjectId(),
                p.productId(),
                p.caseId(),
                gone,
                -more);
        if (left > 0) return;
        int none = db.execute(
                "delete from scanning.held_pieces " + which + " and quantity = ?",
                event,
                p.lineId(),
                p.subjectId(),
                p.productId(),
                p.caseId(),
                gone,
                -more);
        if (none == 0) throw new NoLongerHeld();
    }

    /** Most of them have their row; one that is new begins with nothing, because none may have less. */
    void count(Collection<Change> changes) {
        var sums = new LinkedHashMap<Need, Change>();
        for (var c : changes) sums.merge(new Need(c.eventId(), c.lineId(), c.subjectId()), c, Change::plus);
        sums.keySet().removeAll(add(sums.values()));
        if (sums.isEmpty()) return;
        var rows = sums.values();
        Plain.execute(
                db,
                """
                insert into scanning.need_count as n (event_id, line_id, subject_id, kind, extra)
                select event_id, line_id, subject_id, kind, extra
                  from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::boolean[]) c (event_id, line_id, subject_id, kind, extra)
                    on conflict do nothing
                """,
                column(rows, UUID.class, Change::eventId),
                column(rows, UUID.class, Change::lineId),
                column(rows, UUID.class, Change::subjectId),
                column(rows, String.class, c -> c.kind().name()),
                column(rows, Boolean.class, Change::extra));
        add(rows);
    }

    private record Need(UUID eventId, UUID lineId, UUID subjectId) {}

    /** Those that had a row. */
    private Set<Need> add(Collection<Change> rows) {
        var there = new HashSet<Need>();
        if (rows.isEmpty()) return there;
        there.addAll(Plain.fetch(
                db,
                """
                update scanning.need_count n
                   set picked = n.picked + c.picked, gone = n.gone + c.gone, back = n.back + c.back, missing = n.missing + c.missing
                  from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                       c (event_id, line_id, subject_id, picked, gone, back, missing)
                 where n.event_id = c.event_id and n.line_id = c.line_id and n.subject_id = c.subject_id
                returning n.event_id, n.line_id, n.subject_id
                """,
                row -> new Need(
                        row.get("event_id", UUID.class),
                        row.get("line_id", UUID.class),
                        row.get("subject_id", UUID.class)),
                column(rows, UUID.class, Change::eventId),
                column(rows, UUID.class, Change::lineId),
                column(rows, UUID.class, Change::subjectId),
                column(rows, Long.class, Change::picked),
                column(rows, Long.class, Change::gone),
                column(rows, Long.class, Change::back),
                column(rows, Long.class, Change::missing)));
        return there;
    }

    /** The warehouse that availability counts these in, none where they count with their case; told of at the check-out. */
    enum Counted {
        ASSETS(
                "select id, warehouse_id as stock from scanning.asset_counted where id = any (?) and warehouse_id is not null and not in_unit"),
        /** Cases that are a unit of their own. */
        UNITS(
                "select id, warehouse_id as stock from scanning.case_counted where id = any (?) and warehouse_id is not null and unit"),
        /** By the case that they are in. */
        PIECES(
                "select id, warehouse_id as stock from scanning.case_counted where id = any (?) and warehouse_id is not null and not in_unit");

        private final String query;

        Counted(String query) {
            this.query = query;
        }
    }

    Map<UUID, UUID> warehouses(Counted what, Collection<UUID> ids) {
        return told(what.query, ids);
    }

    /** What availability was told of these when they left. */
    Map<UUID, UUID> toldOfAssets(Collection<UUID> ids) {
        return told(
                "select asset_id as id, stock_id as stock from scanning.held_asset where asset_id = any (?) and stock_id is not null",
                ids);
    }

    Map<UUID, UUID> toldOfCases(Collection<UUID> ids) {
        return told(
                "select case_id as id, stock_id as stock from scanning.held_case where case_id = any (?) and stock_id is not null",
                ids);
    }

    /** Those of these cases of whose pieces it was told. */
    Set<UUID> toldOfPieces(Collection<UUID> cases) {
        if (cases.isEmpty()) return Set.of();
        return new HashSet<>(db.fetch(
                        "select distinct case_id from scanning.held_pieces where case_id = any (?) and gone and stock_id is not null",
                        (Object) cases.toArray(UUID[]::new))
                .getValues(0, UUID.class));
    }

    private Map<UUID, UUID> told(String query, Collection<UUID> ids) {
        var result = new HashMap<UUID, UUID>();
        if (ids.isEmpty()) return result;
        Plain.fetch(db, query, row -> result.put(row.get("id", UUID.class), row.get("stock", UUID.class)), (Object)
                ids.toArray(UUID[]::new));
        return result;
    }

    Optional<OnJobs> onJobs(UUID warehouse) {
        return db.fetchOptional(
                        "select p.id, p.archived from scanning.on_jobs o join scanning.place p on p.id = o.location_id where o.warehouse_id = ?",
                        warehouse)
                .map(row -> new OnJobs(row.get(0, UUID.class), row.get(1, Boolean.class)));
    }

    /** Whoever makes the first one of a warehouse makes it alone. */
    void lockOnJobs() {
        db.execute("lock table scanning.on_jobs in share row exclusive mode");
    }

    /** The name, or the name with a number where a place of the company's own has it. */
    String freeName(UUID parent, String name) {
        var taken = new HashSet<>(
                db.fetch("select lower(name) from scanning.place where parent_id = ? and not archived", parent)
                        .getValues(0, String.class));
        var free = name;
        for (int i = 2; taken.contains(free.toLowerCase(Locale.ROOT)); i++) free = name + " " + i;
        return free;
    }

    void onJobs(UUID warehouse, UUID location) {
        db.execute("insert into scanning.on_jobs (warehouse_id, location_id) values (?, ?)", warehouse, location);
    }
}
