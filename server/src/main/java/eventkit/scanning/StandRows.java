package eventkit.scanning;

import eventkit.core.Plain;
import eventkit.core.Together;
import eventkit.identity.CompanyProfile;
import eventkit.scanning.Floor.Hold;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL that says how things stand for the scans of one request: a statement for each kind of row, however many scans there are. */
@Component
class StandRows {
    private final DSLContext db;
    private final CompanyProfile company;

    StandRows(DSLContext db, CompanyProfile company) {
        this.db = db;
        this.company = company;
    }

    void run(Together go) {
        go.run(db);
    }

    /**
     * Takes the rows of these events and of those that these things are picked or out for, always in the order of ids; whoever scans for one of them waits.
     * All of them.
     */
    Set<UUID> lockJobs(Collection<UUID> asked, Collection<UUID> assets, Collection<UUID> cases, int scans) {
        var events = new HashSet<>(asked);
        if (asked.isEmpty() && assets.isEmpty() && cases.isEmpty()) return events;
        Plain.fetch(
                db,
                """
                insert into scanning.job as j (event_id, scans)
                select e.id, ?::bigint from planning.event e
                 where e.id = any (array (select unnest(?::uuid[])
                                           union
                                          select event_id from scanning.held_asset where asset_id = any (?)
                                           union
                                          select event_id from scanning.held_case where case_id = any (?)))
                   and not e.template
                 order by e.id
                    on conflict (event_id) do update set scans = j.scans + excluded.scans
                returning event_id
                """,
                row -> events.add(row.get("event_id", UUID.class)),
                (long) scans,
                asked.toArray(UUID[]::new),
                assets.toArray(UUID[]::new),
                cases.toArray(UUID[]::new));
        return events;
    }

    /** These and all cases in them. */
    Set<UUID> trees(Collection<UUID> roots) {
        if (roots.isEmpty()) return Set.of();
        return new HashSet<>(db.fetch("""
                        with recursive down (id) as (
                          select f.id from cases.flight_case f where f.id = any (?)
                           union
                          select f.id from down d join cases.flight_case f on f.parent_id = d.id)
                        select id from down
                        """, (Object) roots.toArray(UUID[]::new)).getValues(0, UUID.class));
    }

    Set<UUID> packedIn(Collection<UUID> cases) {
        if (cases.isEmpty()) return Set.of();
        return new HashSet<>(
                db.fetch("select asset_id from scanning.packed_asset_seen where case_id = any (?)", (Object)
                                cases.toArray(UUID[]::new))
                        .getValues(0, UUID.class));
    }

    void lockCases(Collection<UUID> cases) {
        if (!cases.isEmpty())
            Plain.execute(db, "select from scanning.case_row where id = any (?) order by id for no key update", (Object)
                    cases.toArray(UUID[]::new));
    }

    static void lockAssets(Collection<UUID> assets, Together go) {
        if (!assets.isEmpty())
            go.execute("select from scanning.asset_row where id = any (?) order by id for no key update", (Object)
                    assets.toArray(UUID[]::new));
    }

    static void events(Stand stand, Collection<UUID> ids, Together go) {
        if (ids.isEmpty()) return;
        go.read(
                "select * from scanning.event_seen where id = any (?) and not template",
                row -> {
                    var event = event(row);
                    stand.times.put(
                            event.id(),
                            new Stand.Times(
                                    event.number() + " " + event.name(),
                                    row.get("occupied_to", Instant.class),
                                    Duration.ofMinutes(row.get("turnaround_minutes", Integer.class))));
                    stand.events.put(event.id(), event);
                },
                (Object) ids.toArray(UUID[]::new));
    }

    static ScanJob.EventNow event(Plain.Row row) {
        var to = row.get("to_at", Instant.class);
        return new ScanJob.EventNow(
                row.get("id", UUID.class),
                row.get("number", String.class),
                row.get("name", String.class),
                row.get("phase", String.class),
                row.get("client_name", String.class),
                row.get("venue_name", String.class),
                row.get("time_zone", String.class),
                row.get("from_at", Instant.class),
                to,
                to.atZone(ZoneId.of(row.get("time_zone", String.class))).toLocalDate(),
                row.get("warehouse_id", UUID.class),
                row.get("warehouse_name", String.class),
                new ScanJob.PrepCheck(
                        row.get("check_wanted", Boolean.class),
                        row.get("scans", Long.class),
                        row.get("checked_at", Instant.class),
                        row.get("checked_by_name", String.class)));
    }

    /** Those that want one of these things, as far as they are. What is out goes on being the warehouse's that it left, whatever the list says by now. */
    void needs(Stand stand, Collection<UUID> events, Collection<UUID> subjects) {
        if (events.isEmpty() || subjects.isEmpty()) return;
        Plain.fetch(
                db,
                """
                with asked as materialized (
                  select w.event_id, w.line_id, w.subject_id, w.kind, w.warehouse_id, w.wanted, w.list_position, w.place
                    from scanning.wanted_count w
                   where w.event_id = any (?) and w.line_kind <> 'TEXT' and w.subject_id = any (?)),
                loose as (
                  select p.event_id, p.line_id, p.subject_id,
                         sum(p.quantity) filter (where not p.gone) as picked, sum(p.quantity) filter (where p.gone) as gone,
                         (array_agg(p.stock_id) filter (where p.gone and p.stock_id is not null))[1] as stock_id
                    from scanning.held_pieces p
                   where p.event_id = any (?) and p.subject_id = any (?) and p.case_id is null
                   group by p.event_id, p.line_id, p.subject_id)
                select event_id, line_id, subject_id, coalesce(a.kind, c.kind) as kind, a.kind is null as extra,
                       coalesce(l.stock_id, a.warehouse_id) as warehouse_id, coalesce(a.wanted, 0) as wanted,
                       coalesce(c.picked, 0) as picked, coalesce(c.gone, 0) as gone, coalesce(c.back, 0) as back, coalesce(c.missing, 0) as missing,
                       coalesce(l.picked, 0)::bigint as picked_loose, coalesce(l.gone, 0)::bigint as gone_loose
                  from asked a
                  full join (select * from scanning.need_count where event_id = any (?) and subject_id = any (?)) c using (event_id, line_id, subject_id)
                  left join loose l using (event_id, line_id, subject_id)
                 order by event_id, a.list_position nulls last, a.place, line_id, subject_id
                """,
                row -> {
                    var event = row.get("event_id", UUID.class);
                    var job = stand.events.get(event);
                    var own = row.get("warehouse_id", UUID.class);
                    var need = new Floor.Need(
                            row.get("line_id", UUID.class),
                            ScanJob.Need.Kind.valueOf(row.get("kind", String.class)),
                            row.get("subject_id", UUID.class),
                            row.get("extra", Boolean.class),
                            own != null || job == null ? own : job.warehouseId(),
                            row.get("wanted", Long.class));
                    need.picked = row.get("picked", Long.class);
                    need.out = row.get("gone", Long.class);
                    need.back = row.get("back", Long.class);
                    need.missing = row.get("missing", Long.class);
                    need.pickedLoose = row.get("picked_loose", Long.class);
                    need.outLoose = row.get("gone_loose", Long.class);
                    return stand.needs(event).add(need);
                },
                events.toArray(UUID[]::new),
                subjects.toArray(UUID[]::new),
                events.toArray(UUID[]::new),
                subjects.toArray(UUID[]::new),
                events.toArray(UUID[]::new),
                subjects.toArray(UUID[]::new));
    }

    void assets(Stand stand, Collection<UUID> ids, Instant now, Together go) {
        if (ids.isEmpty()) return;
        var today = LocalDate.ofInstant(now, company.zone());
        go.read(
                """
                select id, number, product_id, product_name, status, quarantine_reason, out_for, out_for_label, claimed, held_for, line_id, subject_id, along,
                       gone, scan_id, by_name, held_at, case_id, location_id, location_name, unusable, failed_on, due_on, plan_name, repair_number
                  from scanning.asset_seen where id = any (?)
                """,
                row -> {
                    var a = asset(row, today);
                    var product = row.get("product_id", UUID.class);
                    stand.products.putIfAbsent(
                            product,
                            new Floor.Product(product, "SERIALISED", row.get("product_name", String.class), null));
                    place(stand, a.locationId, row.get("location_name", String.class));
                    stand.assets.put(a.id, a);
                },
                (Object) ids.toArray(UUID[]::new));
    }

    /** Who scanned in those that are here already: whoever comes with one of them again is told so. */
    void broughtBack(Stand stand) {
        var here = stand.assets.values().stream()
                .filter(a -> !a.outside())
                .map(a -> a.id)
                .toArray(UUID[]::new);
        if (here.length == 0) return;
        Plain.fetch(
                db,
                """
                select a.id, s.by_name, s.at
                  from unnest(?::uuid[]) a (id)
                  join lateral (select s.kind, s.by_name, s.at from scanning.scan s
                                 where s.thing_id = a.id and s.result = 'ACCEPTED' and s.kind in ('CHECK_IN', 'CHECK_OUT')
                                 order by s.at desc limit 1) s on s.kind = 'CHECK_IN'
                """,
                row -> Stand.there(stand.assets, row.get("id", UUID.class)).back =
                        new Floor.BackBy(row.get("by_name", String.class), row.get("at", Instant.class)),
                (Object) here);
    }

    private static void place(Stand stand, @Nullable UUID id, @Nullable String name) {
        if (id != null && name != null) stand.places.putIfAbsent(id, new Floor.Place(id, name, name, null, false));
    }

    static Floor.Asset asset(Plain.Row row, LocalDate today) {
        var a = new Floor.Asset(
                row.get("id", UUID.class), row.get("number", String.class), row.get("product_id", UUID.class));
        a.status = row.get("status", String.class);
        a.outFor = row.get("out_for", UUID.class);
        a.outForLabel = row.get("out_for_label", String.class);
        a.claimed = row.get("claimed", Boolean.class);
        a.held = hold(row);
        a.quarantined = row.get("quarantine_reason", String.class);
        a.caseId = row.get("case_id", UUID.class);
        a.locationId = row.get("location_id", UUID.class);
        a.unfit = unfit(row, today);
        var due = row.get("due_on", LocalDate.class);
        a.inspectionDueOn = due == null || due.isBefore(today) ? null : due.plusDays(1);
        return a;
    }

    private static List<ScanJob.Unfit> unfit(Plain.Row row, LocalDate today) {
        var reasons = new ArrayList<ScanJob.Unfit>();
        var unusable = row.get("unusable", String.class);
        var status = row.get("status", String.class);
        if (unusable != null && !status.equals("DAMAGED") && !status.equals("IN_REPAIR"))
            reasons.add(new ScanJob.Unfit("condition-not-usable", "Its condition is " + unusable + "."));
        var plan = row.get("plan_name", String.class);
        var failed = row.get("failed_on", LocalDate.class);
        if (failed != null)
            reasons.add(
                    new ScanJob.Unfit("inspection-failed", "It failed the inspection " + plan + " on " + failed + "."));
        var due = row.get("due_on", LocalDate.class);
        if (due != null && due.isBefore(today))
            reasons.add(new ScanJob.Unfit("inspection-overdue", "The inspection " + plan + " was due on " + due + "."));
        var repair = row.get("repair_number", String.class);
        if (repair != null) reasons.add(new ScanJob.Unfit("repair-open", "Repair " + repair + " is open."));
        return List.copyOf(reasons);
    }

    static @Nullable Hold hold(Plain.Row row) {
        var event = row.get("held_for", UUID.class);
        if (event == null) return null;
        return new Hold(
                event,
                row.get("line_id", UUID.class),
                row.get("subject_id", UUID.class),
                row.get("along", Boolean.class),
                row.get("gone", Boolean.class),
                row.get("scan_id", UUID.class),
                row.get("by_name", String.class),
                row.get("held_at", Instant.class));
    }

    void cases(Stand stand, Collection<UUID> ids) {
        if (ids.isEmpty()) return;
        var all = ids.toArray(UUID[]::new);
        db.fetch("select * from scanning.case_seen where id = any (?)", (Object) all)
                .forEach(row -> {
                    var c = flightCase(row::get);
                    stand.cases.put(c.id, c);
                    place(stand, c.locationId, row.get("location_name", String.class));
                });
        db.fetch(
                        "select case_id, product_id, quantity from scanning.packed_stock_seen where case_id = any (?)",
                        (Object) all)
                .forEach(row -> Stand.there(stand.cases, row.get(0, UUID.class))
                        .pieces
                        .put(row.get(1, UUID.class), row.get(2, Long.class)));
        db.fetch("select * from scanning.held_pieces where case_id = any (?)", (Object) all)
                .forEach(row -> {
                    long quantity = row.get("quantity", Long.class);
                    Stand.there(stand.cases, row.get("case_id", UUID.class))
                            .heldPieces
                            .add(new Deed.Pieces(
                                    row.get("product_id", UUID.class),
                                    row.get("event_id", UUID.class),
                                    row.get("line_id", UUID.class),
                                    row.get("subject_id", UUID.class),
                                    row.get("along", Boolean.class),
                                    row.get("case_id", UUID.class),
                                    quantity,
                                    0,
                                    null,
                                    row.get("stock_id", UUID.class)));
                });
    }

    static Floor.Case flightCase(Plain.Row row) {
        var c = new Floor.Case(
                row.get("id", UUID.class),
                row.get("number", String.class),
                row.get("name", String.class),
                row.get("fixed", Boolean.class),
                row.get("location_id", UUID.class));
        c.status = row.get("status", String.class);
        c.parentId = row.get("parent_id", UUID.class);
        c.held = hold(row);
        c.heldLabel = row.get("held_for_label", String.class);
        return c;
    }

    /** What these products may stand in for. */
    Set<UUID> alternatives(Stand stand, Collection<UUID> products) {
        var originals = new HashSet<UUID>();
        if (products.isEmpty()) return originals;
        db.fetch(
                        "select alternative_id, product_id from scanning.alternative_seen where alternative_id = any (?)",
                        (Object) products.toArray(UUID[]::new))
                .forEach(row -> {
                    var original = row.get(1, UUID.class);
                    originals.add(original);
                    stand.alternatives
                            .computeIfAbsent(row.get(0, UUID.class), p -> new HashSet<>())
                            .add(original);
                });
        return originals;
    }

    void products(Stand stand, Collection<UUID> ids) {
        if (ids.isEmpty()) return;
        db.fetch("select id, kind, name, code from scanning.product_seen where id = any (?)", (Object)
                        ids.toArray(UUID[]::new))
                .forEach(row -> stand.products.put(
                        row.get(0, UUID.class),
                        new Floor.Product(
                                row.get(0, UUID.class),
                                row.get(1, String.class),
                                row.get(2, String.class),
                                row.get(3, String.class))));
    }

    /** Loose pieces of these products, shelf by shelf in walking order; their levels are taken until the transaction ends. */
    void shelves(Stand stand, Collection<UUID> products) {
        if (products.isEmpty()) return;
        db.execute(
                "select from stock.level where product_id = any (?) order by product_id, location_id for no key update",
                (Object) products.toArray(UUID[]::new));
        db.fetch("""
                        select product_id, warehouse_id, location_id, quantity from scanning.level_seen
                         where product_id = any (?)
                         order by product_id, warehouse_id, walking_order nulls last, location_name, location_id
                        """, (Object) products.toArray(UUID[]::new))
                .forEach(row -> stand.shelf(
                        row.get(0, UUID.class),
                        row.get(1, UUID.class),
                        row.get(2, UUID.class),
                        row.get(3, Long.class)));
    }

    void places(Stand stand, Collection<UUID> ids) {
        if (ids.isEmpty()) return;
        db.fetch(
                        "select id, coalesce(code, name) as label, name, warehouse_id, archived from scanning.place where id = any (?)",
                        (Object) ids.toArray(UUID[]::new))
                .forEach(row -> stand.places.put(
                        row.get(0, UUID.class),
                        new Floor.Place(
                                row.get(0, UUID.class),
                                row.get(1, String.class),
                                row.get(2, String.class),
                                row.get(3, UUID.class),
                                !row.get(4, Boolean.class))));
    }

    void kits(Stand stand, Collection<UUID> ids) {
        if (ids.isEmpty()) return;
        db.fetch("select id, code from catalogue.kit where id = any (?)", (Object) ids.toArray(UUID[]::new))
                .forEach(row -> stand.kits.put(row.get(0, UUID.class), row.get(1, String.class)));
    }
}
