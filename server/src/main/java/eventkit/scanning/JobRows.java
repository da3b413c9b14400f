package eventkit.scanning;

import eventkit.scanning.Floor.Hold;
import eventkit.scanning.ScanJob.Need;
import eventkit.scanning.ScanJob.Shelf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of jobs as devices take them along. */
@Component
class JobRows {
    record Sums(long wanted, long picked, long out, long back, long missing) {
        static final Sums NONE = new Sums(0, 0, 0, 0, 0);
    }

    private final DSLContext db;

    JobRows(DSLContext db) {
        this.db = db;
    }

    Optional<ScanJob.EventNow> event(UUID id) {
        return db.fetchOptional("select * from scanning.event_seen where id = ? and not template", id)
                .map(row -> StandRows.event(row::get));
    }

    /** Answers whether that is new. A check that is not wanted any more is forgotten. */
    boolean wantCheck(UUID event, boolean wanted) {
        return db.execute("""
                        insert into scanning.job as j (event_id, check_wanted) values (?, ?)
                            on conflict (event_id) do update
                           set check_wanted = excluded.check_wanted, checked_at = null, checked_by_id = null, checked_by_name = null
                         where j.check_wanted <> excluded.check_wanted
                        """, event, wanted) > 0;
    }

    /** Who made something ready for it that was not taken back by an undo: ids with names. */
    Map<UUID, String> madeReady(UUID event) {
        var result = new LinkedHashMap<UUID, String>();
        db.fetch("""
                        select s.by_id, max(s.by_name)
                          from scanning.scan s
                         where s.event_id = ? and s.kind = 'PREP' and s.outcome = 'picked' and s.result = 'ACCEPTED'
                           and not exists (select from scanning.scan u where u.undoes = s.id and u.result = 'ACCEPTED')
                         group by s.by_id order by min(s.at)
                        """, event).forEach(row -> result.put(row.get(0, UUID.class), row.get(1, String.class)));
        return result;
    }

    /** False where it is not wanted, or not of these scans any more. */
    boolean confirm(UUID event, long scans, UUID by, String name, Instant at) {
        return db.execute("""
                        update scanning.job set checked_at = ?::timestamptz, checked_by_id = ?, checked_by_name = ?
                         where event_id = ? and scans = ? and check_wanted
                        """, at.atOffset(ZoneOffset.UTC), by, name, event, scans) > 0;
    }

    Map<UUID, Sums> sums(Collection<UUID> events) {
        var result = new HashMap<UUID, Sums>();
        if (events.isEmpty()) return result;
        db.fetch("""
                        select e.id, w.wanted, c.picked, c.gone, c.back, c.missing
                          from unnest(?::uuid[]) e (id)
                          left join lateral (select sum(w.wanted)::bigint as wanted from scanning.wanted w where w.event_id = e.id and w.line_kind <> 'TEXT') w on true
                          left join lateral (select sum(c.picked)::bigint as picked, sum(c.gone)::bigint as gone, sum(c.back)::bigint as back,
                                                    sum(c.missing)::bigint as missing
                                               from scanning.need_count c where c.event_id = e.id) c on true
                        """, (Object) events.toArray(UUID[]::new))
                .forEach(row -> result.put(
                        row.get(0, UUID.class),
                        new Sums(
                                orNone(row.get(1, Long.class)),
                                orNone(row.get(2, Long.class)),
                                orNone(row.get(3, Long.class)),
                                orNone(row.get(4, Long.class)),
                                orNone(row.get(5, Long.class)))));
        return result;
    }

    /** Whose fitness these repairs and inspections are about: each with its asset, pieces with themselves; what is removed is missing. */
    Map<UUID, UUID> examined(Set<UUID> ids) {
        var result = new HashMap<UUID, UUID>();
        if (ids.isEmpty()) return result;
        db.fetch("""
                        select j.id, coalesce(j.asset_id, j.id) from unnest(?::uuid[]) x (id) join maintenance.job j using (id)
                        union all
                        select i.id, i.asset_id from unnest(?::uuid[]) x (id) join maintenance.inspection i using (id)
                        """, ids.toArray(UUID[]::new), ids.toArray(UUID[]::new))
                .forEach(row -> result.put(row.get(0, UUID.class), row.get(1, UUID.class)));
        return result;
    }

    private static long orNone(@Nullable Long count) {
        return count == null ? 0 : count;
    }

    /** @param changed the ids of what changed since; null for the whole job */
    ScanJob job(
            ScanJob.EventNow event,
            String version,
            List<String> addresses,
            LocalDate today,
            @Nullable Set<UUID> changed,
            List<UUID> counted) {
        var texts = new ArrayList<ScanJob.FreeText>();
        var needs = needs(event, texts);
        var products = new LinkedHashSet<UUID>();
        var named = new HashSet<UUID>();
        for (var need : needs) (need.kind() == Need.Kind.PRODUCT ? products : named).add(need.subjectId());
        var alternatives = alternatives(products);
        alternatives.forEach(a -> products.add(a.alternativeId()));
        var assetIds = assetsOf(event, products, named);
        var caseIds = casesOf(event, named, assetIds);
        var packed = packedIn(caseIds);
        assetIds.addAll(packed.keySet());
        var told = new HashSet<>(assetIds);
        // Packing changes the case; what is packed where it stands is not named by the trail.
        if (changed != null) told.removeIf(a -> !changed.contains(a) && !changed.contains(packed.get(a)));
        var assets = assets(told, today);
        var cases = cases(caseIds, packed);
        assets.forEach(a -> products.add(a.productId()));
        cases.forEach(c -> c.pieces().forEach(p -> products.add(p.productId())));
        var list = products(products);
        var coded = new HashSet<>(told);
        coded.addAll(caseIds);
        coded.addAll(products);
        var shelves = shelves(event, products);
        return new ScanJob(
                version,
                changed != null,
                event,
                addresses,
                needs.stream().map(n -> placed(n, shelves)).toList(),
                texts,
                list,
                assets,
                cases,
                locations(event),
                codes(coded, event.warehouseId()),
                counted,
                alternatives);
    }

    private List<ScanJob.Alternative> alternatives(Set<UUID> products) {
        if (products.isEmpty()) return List.of();
        return db.fetch(
                        "select product_id, alternative_id from scanning.alternative_seen where product_id = any (?) order by 1, 2",
                        (Object) products.toArray(UUID[]::new))
                .map(row -> new ScanJob.Alternative(row.get(0, UUID.class), row.get(1, UUID.class)));
    }

    /** Those of these scans of a person that are in the journal. */
    List<UUID> counted(Set<UUID> scans, UUID user) {
        if (scans.isEmpty()) return List.of();
        return db.fetch(
                        "select s.id from unnest(?::uuid[]) x (id) join scanning.scan s using (id) where s.by_id = ? order by s.id",
                        scans.toArray(UUID[]::new),
                        user)
                .getValues(0, UUID.class);
    }

    private List<Need> needs(ScanJob.EventNow event, List<ScanJob.FreeText> texts) {
        var needs = new ArrayList<Need>();
        db.fetch("""
                        with asked as materialized (select * from scanning.wanted where event_id = ?),
                        loose as (
                          select p.line_id, p.subject_id, sum(p.quantity) filter (where not p.gone) as picked, sum(p.quantity) filter (where p.gone) as gone
                            from scanning.held_pieces p where p.event_id = ? and p.case_id is null group by p.line_id, p.subject_id)
                        select line_id, subject_id, a.list_name, a.group_name, a.line_kind, a.note, a.text, a.kit_name, a.warehouse_id,
                               coalesce(a.kind, c.kind) as kind, coalesce(a.name, x.name, '') as name, coalesce(a.code, x.code) as code,
                               a.line_id is null as extra, coalesce(a.wanted, 0) as wanted, coalesce(c.picked, 0) as picked, coalesce(c.gone, 0) as gone,
                               coalesce(c.back, 0) as back, coalesce(c.missing, 0) as missing,
                               coalesce(l.picked, 0)::bigint as picked_loose, coalesce(l.gone, 0)::bigint as gone_loose
                          from asked a
                          full join (select * from scanning.need_count where event_id = ?) c using (line_id, subject_id)
                          left join loose l using (line_id, subject_id)
                          left join lateral (
                               select p.name, p.number_prefix as code from catalogue.product p where p.id = c.subject_id and c.kind = 'PRODUCT'
                               union all
                               select p.name, s.number from inventory.asset s join catalogue.product p on p.id = s.product_id
                                where s.id = c.subject_id and c.kind = 'ASSET'
                               union all
                               select f.name, f.number from cases.flight_case f where f.id = c.subject_id and c.kind = 'CASE') x on a.line_id is null
                         where coalesce(a.wanted, 0) + coalesce(c.picked, 0) + coalesce(c.gone, 0) + coalesce(c.back, 0) + coalesce(c.missing, 0) > 0
                         order by a.list_position nulls last, a.place, line_id, subject_id
                        """, event.id(), event.id(), event.id()).forEach(row -> {
            var line = row.get("line_id", UUID.class);
            if ("TEXT".equals(row.get("line_kind", String.class))) {
                texts.add(new ScanJob.FreeText(
                        line,
                        row.get("list_name", String.class),
                        row.get("text", String.class),
                        row.get("wanted", Long.class)));
                return;
            }
            var subject = row.get("subject_id", UUID.class);
            var own = row.get("warehouse_id", UUID.class);
            needs.add(new Need(
                    line + ":" + subject,
                    line,
                    row.get("list_name", String.class),
                    row.get("group_name", String.class),
                    Need.Kind.valueOf(row.get("kind", String.class)),
                    subject,
                    row.get("name", String.class),
                    row.get("code", String.class),
                    row.get("kit_name", String.class),
                    row.get("note", String.class),
                    row.get("extra", Boolean.class),
                    own == null ? event.warehouseId() : own,
                    row.get("wanted", Long.class),
                    row.get("picked", Long.class),
                    row.get("gone", Long.class),
                    row.get("back", Long.class),
                    row.get("missing", Long.class),
                    row.get("picked_loose", Long.class),
                    row.get("gone_loose", Long.class),
                    List.of()));
        });
        return needs;
    }

    private static Need placed(Need n, Map<String, List<Shelf>> shelves) {
        var places = shelves.getOrDefault(n.subjectId() + " " + n.warehouseId(), List.of());
        return new Need(
                n.key(),
                n.lineId(),
                n.listName(),
                n.groupName(),
                n.kind(),
                n.subjectId(),
                n.name(),
                n.code(),
                n.kitName(),
                n.note(),
                n.extra(),
                n.warehouseId(),
                n.wanted(),
                n.picked(),
                n.out(),
                n.back(),
                n.missing(),
                n.pickedLoose(),
                n.outLoose(),
                places);
    }

    /** Where pieces lie loose, and where free assets stand: in walking order. */
    private Map<String, List<Shelf>> shelves(ScanJob.EventNow event, Set<UUID> products) {
        var result = new HashMap<String, List<Shelf>>();
        if (products.isEmpty()) return result;
        var all = products.toArray(UUID[]::new);
        db.fetch("""
                        with lies as (
                          select v.product_id, v.location_id, v.quantity from scanning.level_seen v where v.product_id = any (?)
                           union all
                          select a.product_id, a.location_id, count(*) from inventory.asset a
                           where a.product_id = any (?) and a.status in ('AVAILABLE', 'CHECKED_IN') and a.location_id is not null
                             and not exists (select from scanning.packed_asset_seen p where p.asset_id = a.id)
                           group by a.product_id, a.location_id)
                        select s.product_id, l.warehouse_id, s.location_id, l.name, l.walking_order, s.quantity,
                               array(select u.name from scanning.place u where u.id = any (l.path) order by cardinality(u.path)) as path
                          from lies s join scanning.place l on l.id = s.location_id
                         order by l.walking_order nulls last, l.name, s.location_id
                        """, all, all)
                .forEach(row -> result.computeIfAbsent(
                                row.get(0, UUID.class) + " " + row.get(1, UUID.class), key -> new ArrayList<>())
                        .add(new Shelf(
                                row.get(2, UUID.class),
                                row.get(3, String.class),
                                List.of(row.get(6, String[].class)),
                                row.get(4, Integer.class),
                                row.get(5, Long.class))));
        return result;
    }

    /** All that may be scanned for it: of its products in its warehouses, named by its lists, or held for it. */
    private Set<UUID> assetsOf(ScanJob.EventNow event, Set<UUID> products, Set<UUID> named) {
        return new LinkedHashSet<>(db.fetch(
                        """
                        select a.id from inventory.asset a left join scanning.place l on l.id = a.location_id
                         where a.product_id = any (?) and a.status not in ('RETIRED', 'SOLD', 'TRANSFERRED')
                           and (l.warehouse_id is null or l.warehouse_id = coalesce(?::uuid, l.warehouse_id)
                                or l.warehouse_id in (select p.warehouse_id from planning.pull_list p where p.event_id = ?))
                         union
                        select a.id from inventory.asset a where a.id = any (?)
                         union
                        select h.asset_id from scanning.held_asset h where h.event_id = ?
                        """,
                        products.toArray(UUID[]::new),
                        event.warehouseId(),
                        event.id(),
                        named.toArray(UUID[]::new),
                        event.id())
                .getValues(0, UUID.class));
    }

    private Set<UUID> casesOf(ScanJob.EventNow event, Set<UUID> named, Set<UUID> assets) {
        return new LinkedHashSet<>(db.fetch("""
                        with recursive seed (id) as (
                          select f.id from cases.flight_case f where f.id = any (?)
                           union
                          select h.case_id from scanning.held_case h where h.event_id = ?
                           union
                          select p.case_id from scanning.packed_asset_seen p join unnest(?::uuid[]) a (id) on a.id = p.asset_id),
                        up (id, parent_id) as (
                          select f.id, f.parent_id from seed s join cases.flight_case f on f.id = s.id
                           union
                          select f.id, f.parent_id from up u join cases.flight_case f on f.id = u.parent_id),
                        down (id) as (
                          select id from up
                           union
                          select f.id from down d join cases.flight_case f on f.parent_id = d.id)
                        select id from down
                        """, named.toArray(UUID[]::new), event.id(), assets.toArray(UUID[]::new))
                .getValues(0, UUID.class));
    }

    /** Assets with their cases. */
    Map<UUID, UUID> packedIn(Set<UUID> cases) {
        var result = new LinkedHashMap<UUID, UUID>();
        db.fetch(
                        "select asset_id, case_id from scanning.packed_asset_seen where case_id = any (?) order by asset_id",
                        (Object) cases.toArray(UUID[]::new))
                .forEach(row -> result.put(row.get(0, UUID.class), row.get(1, UUID.class)));
        return result;
    }

    List<ScanJob.Asset> assets(Set<UUID> ids, LocalDate today) {
        if (ids.isEmpty()) return List.of();
        return db.fetch("select * from scanning.asset_seen where id = any (?) order by number", (Object)
                        ids.toArray(UUID[]::new))
                .map(row -> {
                    var a = StandRows.asset(row::get, today);
                    return new ScanJob.Asset(
                            a.id,
                            a.number,
                            a.productId,
                            a.status,
                            a.held == null ? a.outFor : a.held.eventId(),
                            a.outForLabel,
                            key(a.held, false),
                            key(a.held, true),
                            a.held != null && a.held.along(),
                            a.held == null ? null : a.held.byName(),
                            a.held == null ? null : a.held.at(),
                            a.quarantined,
                            a.unfit,
                            a.inspectionDueOn,
                            a.caseId,
                            a.locationId);
                });
    }

    private static @Nullable String key(@Nullable Hold held, boolean gone) {
        return held == null || held.gone() != gone ? null : held.lineId() + ":" + held.subjectId();
    }

    List<ScanJob.Case> cases(Set<UUID> ids, Map<UUID, UUID> packed) {
        if (ids.isEmpty()) return List.of();
        var pieces = new HashMap<UUID, List<ScanJob.InCase>>();
        db.fetch(
                        "select case_id, product_id, quantity from scanning.packed_stock_seen where case_id = any (?)",
                        (Object) ids.toArray(UUID[]::new))
                .forEach(row -> pieces.computeIfAbsent(row.get(0, UUID.class), c -> new ArrayList<>())
                        .add(new ScanJob.InCase(row.get(1, UUID.class), row.get(2, Long.class))));
        var assets = new HashMap<UUID, List<UUID>>();
        packed.forEach(
                (asset, c) -> assets.computeIfAbsent(c, x -> new ArrayList<>()).add(asset));
        var held = new HashMap<UUID, List<ScanJob.Held>>();
        db.fetch(
                        "select case_id, line_id, subject_id, product_id, quantity, along from scanning.held_pieces where case_id = any (?)",
                        (Object) ids.toArray(UUID[]::new))
                .forEach(row -> held.computeIfAbsent(row.get(0, UUID.class), c -> new ArrayList<>())
                        .add(new ScanJob.Held(
                                row.get(1, UUID.class) + ":" + row.get(2, UUID.class),
                                row.get(3, UUID.class),
                                row.get(4, Long.class),
                                row.get(5, Boolean.class))));
        return db.fetch("select * from scanning.case_seen where id = any (?) order by number", (Object)
                        ids.toArray(UUID[]::new))
                .map(row -> {
                    var c = StandRows.flightCase(row::get);
                    return new ScanJob.Case(
                            c.id,
                            c.number,
                            c.name,
                            c.status,
                            c.fixed,
                            c.parentId,
                            c.locationId,
                            row.get("location_name", String.class),
                            pieces.getOrDefault(c.id, List.of()),
                            c.held == null ? null : c.held.eventId(),
                            c.heldLabel,
                            key(c.held, false),
                            key(c.held, true),
                            c.held != null && c.held.along(),
                            c.held == null ? null : c.held.byName(),
                            c.held == null ? null : c.held.at(),
                            assets.getOrDefault(c.id, List.of()),
                            held.getOrDefault(c.id, List.of()));
                });
    }

    List<ScanJob.Product> products(Set<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return db.fetch(
                        "select id, kind, name, code from scanning.product_seen where id = any (?) order by name",
                        (Object) ids.toArray(UUID[]::new))
                .map(row -> new ScanJob.Product(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class)));
    }

    /** Of its warehouse, from the root down. */
    private List<ScanJob.Place> locations(ScanJob.EventNow event) {
        if (event.warehouseId() == null) return List.of();
        return db.fetch("""
                        select id, name, code, parent_id, walking_order from scanning.place
                         where warehouse_id = ? and not archived order by cardinality(path), walking_order nulls last, name, id
                        """, event.warehouseId())
                .map(row -> new ScanJob.Place(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, UUID.class),
                        row.get(4, Integer.class)));
    }

    /** Of these things, and of the places of a warehouse. */
    List<ScanJob.Code> codes(Set<UUID> things, @Nullable UUID warehouse) {
        var ids = things.toArray(UUID[]::new);
        return db.fetch("""
                        with asked as materialized (select * from unnest(?::uuid[]) as a (id))
                        select c.code_key, 'ASSET', a.id from asked a join inventory.asset_code c on c.asset_id = a.id
                         union
                        select s.serial_key, 'ASSET', a.id from asked a join inventory.asset s on s.id = a.id where s.serial is not null
                         union
                        select upper(f.number), 'CASE', a.id from asked a join cases.flight_case f on f.id = a.id
                         union
                        select upper(x.code), 'CASE', a.id from asked a join cases.case_alias x on x.case_id = a.id
                         union
                        select upper(b.code), 'PRODUCT', a.id from asked a join catalogue.product_barcode b on b.product_id = a.id
                         union
                        select p.number_prefix, 'PRODUCT', a.id from asked a join catalogue.product p on p.id = a.id
                         where p.number_prefix is not null and p.kind <> 'SERIALISED'
                         union
                        select b.short_code, b.bound_kind, a.id from asked a join labels.blank_label b on b.bound_id = a.id
                         union
                        select upper(l.code), 'LOCATION', l.id from scanning.place l where l.warehouse_id = ? and l.code is not null and not l.archived
                         order by 1, 2, 3
                        """, ids, warehouse)
                .map(row -> new ScanJob.Code(
                        row.get(0, String.class), ThingKind.valueOf(row.get(1, String.class)), row.get(2, UUID.class)));
    }
}
