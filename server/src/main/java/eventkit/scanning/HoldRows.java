package eventkit.scanning;

import static eventkit.core.Columns.column;

import eventkit.core.Plain;
import eventkit.core.Together;
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
        boolean takes() {
            return picked < 0 || gone < 0 || back < 0 || missing < 0;
        }

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

    /** Where availability counts what leaves, and was told of it: by asset or case its warehouse, none where it counts with its case. Filled when it is run. */
    record Stocks(Map<UUID, UUID> assets, Map<UUID, UUID> cases) {
        Stocks() {
            this(new HashMap<>(), new HashMap<>());
        }
    }

    /** Taken for their events, each by its scan; what is gone is counted in its warehouse from then on. */
    Stocks hold(List<Taken> assets, List<By> assetsBy, List<Taken> cases, List<By> casesBy, boolean gone, Together go) {
        var stocks = new Stocks();
        if (!assets.isEmpty()) hold(HOLD_ASSETS, assets, assetsBy, gone, stocks.assets(), go);
        if (!cases.isEmpty()) hold(HOLD_CASES, cases, casesBy, gone, stocks.cases(), go);
        return stocks;
    }

    private static void hold(
            String statement, List<Taken> taken, List<By> by, boolean gone, Map<UUID, UUID> stocks, Together go) {
        go.read(
                statement,
                row -> stock(stocks, row),
                gone,
                gone,
                column(taken, UUID.class, Taken::id),
                column(taken, UUID.class, Taken::eventId),
                column(taken, UUID.class, Taken::lineId),
                column(taken, UUID.class, Taken::subjectId),
                column(taken, Boolean.class, Taken::along),
                column(by, String.class, By::vehicle),
                column(by, UUID.class, By::scanId),
                column(by, String.class, By::name),
                column(by, String.class, each -> each.at().toString()));
    }

    private static void stock(Map<UUID, UUID> stocks, Plain.Row row) {
        var stock = row.get("stock", UUID.class);
        if (stock != null) stocks.put(row.get("id", UUID.class), stock);
    }

    private static final String HOLD_ASSETS = """
            insert into scanning.held_asset (asset_id, event_id, line_id, subject_id, along, gone, stock_id, vehicle, scan_id, by_name, at)
            select h.id, event_id, line_id, subject_id, along, ?,
                   (select c.warehouse_id from scanning.asset_counted c where ? and c.id = h.id and not c.in_unit),
                   vehicle, scan_id, by_name, at::timestamptz
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::boolean[], ?::text[], ?::uuid[], ?::text[], ?::text[])
                   h (id, event_id, line_id, subject_id, along, vehicle, scan_id, by_name, at)
                on conflict (asset_id) do update
                   set event_id = excluded.event_id, line_id = excluded.line_id, subject_id = excluded.subject_id, along = excluded.along,
                       gone = excluded.gone, stock_id = excluded.stock_id, vehicle = excluded.vehicle, scan_id = excluded.scan_id,
                       by_name = excluded.by_name, at = excluded.at
            returning asset_id as id, stock_id as stock
            """;

    /** Cases that are a unit of their own are counted, others with what they are in. */
    private static final String HOLD_CASES = """
            insert into scanning.held_case (case_id, event_id, line_id, subject_id, along, gone, stock_id, vehicle, scan_id, by_name, at)
            select h.id, event_id, line_id, subject_id, along, ?,
                   (select c.warehouse_id from scanning.case_counted c where ? and c.id = h.id and c.unit),
                   vehicle, scan_id, by_name, at::timestamptz
              from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::uuid[], ?::boolean[], ?::text[], ?::uuid[], ?::text[], ?::text[])
                   h (id, event_id, line_id, subject_id, along, vehicle, scan_id, by_name, at)
                on conflict (case_id) do update
                   set event_id = excluded.event_id, line_id = excluded.line_id, subject_id = excluded.subject_id, along = excluded.along,
                       gone = excluded.gone, stock_id = excluded.stock_id, vehicle = excluded.vehicle, scan_id = excluded.scan_id,
                       by_name = excluded.by_name, at = excluded.at
            returning case_id as id, stock_id as stock
            """;

    /** What availability was told of them when they left is in what is answered. */
    Stocks release(List<Taken> assets, List<Taken> cases, Together go) {
        var stocks = new Stocks();
        if (!assets.isEmpty())
            go.read(
                    "delete from scanning.held_asset where asset_id = any (?) returning asset_id as id, stock_id as stock",
                    row -> stock(stocks.assets(), row),
                    (Object) ids(assets));
        if (!cases.isEmpty())
            go.read(
                    "delete from scanning.held_case where case_id = any (?) returning case_id as id, stock_id as stock",
                    row -> stock(stocks.cases(), row),
                    (Object) ids(cases));
        return stocks;
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

    /** Runs what is to go with it as well. What becomes less has its row; where it has none it begins with nothing, because none may have less. */
    void count(Collection<Change> changes, Together go) {
        var sums = new LinkedHashMap<Need, Change>();
        for (var c : changes) sums.merge(new Need(c.eventId(), c.lineId(), c.subjectId()), c, Change::plus);
        var more = sums.values().stream().filter(c -> !c.takes()).toList();
        if (!more.isEmpty()) begin(more, go);
        sums.values().removeIf(c -> !c.takes());
        var left = new HashSet<>(sums.keySet());
        if (!sums.isEmpty()) add(sums.values(), left, go);
        go.run(db);
        if (left.isEmpty()) return;
        sums.keySet().retainAll(left);
        var rows = sums.values();
        go.execute(
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
        add(rows, left, go);
        go.run(db);
    }

    private record Need(UUID eventId, UUID lineId, UUID subjectId) {}

    /** Whether there was something before or not. */
    private static void begin(Collection<Change> rows, Together go) {
        go.execute(
                """
                insert into scanning.need_count as n (event_id, line_id, subject_id, kind, extra, picked, gone, back, missing)
                select event_id, line_id, subject_id, kind, extra, picked, gone, back, missing
                  from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::boolean[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                       c (event_id, line_id, subject_id, kind, extra, picked, gone, back, missing)
                    on conflict (event_id, line_id, subject_id) do update
                   set picked = n.picked + excluded.picked, gone = n.gone + excluded.gone, back = n.back + excluded.back,
                       missing = n.missing + excluded.missing
                """,
                column(rows, UUID.class, Change::eventId),
                column(rows, UUID.class, Change::lineId),
                column(rows, UUID.class, Change::subjectId),
                column(rows, String.class, c -> c.kind().name()),
                column(rows, Boolean.class, Change::extra),
                column(rows, Long.class, Change::picked),
                column(rows, Long.class, Change::gone),
                column(rows, Long.class, Change::back),
                column(rows, Long.class, Change::missing));
    }

    /** @param left loses those that had a row */
    private static void add(Collection<Change> rows, Set<Need> left, Together go) {
        go.read(
                """
                update scanning.need_count n
                   set picked = n.picked + c.picked, gone = n.gone + c.gone, back = n.back + c.back, missing = n.missing + c.missing
                  from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
                       c (event_id, line_id, subject_id, picked, gone, back, missing)
                 where n.event_id = c.event_id and n.line_id = c.line_id and n.subject_id = c.subject_id
                returning n.event_id, n.line_id, n.subject_id
                """,
                row -> left.remove(new Need(
                        row.get("event_id", UUID.class),
                        row.get("line_id", UUID.class),
                        row.get("subject_id", UUID.class))),
                column(rows, UUID.class, Change::eventId),
                column(rows, UUID.class, Change::lineId),
                column(rows, UUID.class, Change::subjectId),
                column(rows, Long.class, Change::picked),
                column(rows, Long.class, Change::gone),
                column(rows, Long.class, Change::back),
                column(rows, Long.class, Change::missing));
    }

    /** Those of these cases whose pieces availability counts by themselves, in a warehouse. */
    Set<UUID> countedByThemselves(Collection<UUID> cases) {
        var result = new HashSet<UUID>();
        if (!cases.isEmpty())
            Plain.fetch(
                    db,
                    "select id from scanning.case_counted where id = any (?) and warehouse_id is not null and not in_unit",
                    row -> result.add(row.get("id", UUID.class)),
                    (Object) cases.toArray(UUID[]::new));
        return result;
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
