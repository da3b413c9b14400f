package eventkit.scanning;

import eventkit.core.NotFound;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** All SQL of what a device takes along of a count or a transfer. */
@Component
class SheetCopies {
    private final DSLContext db;
    private final JobRows jobs;
    private final SheetRows sheets;

    SheetCopies(DSLContext db, JobRows jobs, SheetRows sheets) {
        this.db = db;
        this.jobs = jobs;
        this.sheets = sheets;
    }

    ScanSheet of(UUID id, String version, List<String> addresses, LocalDate today) {
        var row = db.fetchOptional("select * from scanning.sheet_seen where id = ?", id)
                .orElseThrow(() -> new NotFound("sheet", id));
        var kind = ScanSheet.Kind.valueOf(row.get("kind", String.class));
        var root = row.get("root_id", UUID.class);
        boolean below = row.get("below", Boolean.class);
        var places = places(root, below);
        var lines = lines(id);
        var ticks = sheets.ticks(id);
        var assets = new HashSet<UUID>();
        var cases = new HashSet<UUID>();
        var products = new HashSet<UUID>();
        lines.forEach(l -> kept(l.kind(), l.subjectId(), assets, cases, products));
        ticks.forEach(t -> kept(t.kind, t.subjectId, assets, cases, products));
        var stock = List.<ScanSheet.Loose>of();
        if (kind == ScanSheet.Kind.LOAD) {
            assets.addAll(leaving(
                    "select a.id from area r join inventory.asset a on a.location_id = r.id"
                            + " where a.status not in ('RETIRED', 'SOLD', 'TRANSFERRED')",
                    root));
            cases.addAll(leaving(
                    "select f.id from area r join cases.flight_case f on f.location_id = r.id where f.status <> 'RETIRED'",
                    root));
            stock = stock(root);
            stock.forEach(s -> products.add(s.productId()));
        }
        cases.addAll(around(assets));
        var within = withParents(cases);
        var packed = jobs.packedIn(within);
        if (kind == ScanSheet.Kind.RECEIVE) assets.addAll(packed.keySet());
        var boxes = jobs.cases(within, packed);
        var told = jobs.assets(assets, today);
        told.forEach(a -> products.add(a.productId()));
        boxes.forEach(c -> c.pieces().forEach(p -> products.add(p.productId())));
        var coded = new HashSet<>(assets);
        boxes.forEach(c -> coded.add(c.id()));
        coded.addAll(products);
        return new ScanSheet(
                version,
                kind,
                id,
                row.get("number", String.class),
                row.get("state", String.class),
                row.get("name", String.class),
                row.get("place_id", UUID.class),
                addresses,
                lines,
                ticks.stream()
                        .map(t -> new ScanSheet.Tick(
                                t.kind,
                                t.subjectId,
                                t.locationId,
                                t.caseId,
                                t.quantity,
                                t.along,
                                t.byName == null ? "" : t.byName))
                        .toList(),
                stock,
                jobs.products(products),
                told,
                boxes,
                places,
                jobs.codes(coded, warehouse(root)));
    }

    private static void kept(ThingKind kind, UUID id, Set<UUID> assets, Set<UUID> cases, Set<UUID> products) {
        (kind == ThingKind.ASSET ? assets : kind == ThingKind.CASE ? cases : products).add(id);
    }

    private UUID warehouse(UUID place) {
        return db.fetchSingle("select warehouse_id from scanning.place where id = ?", place)
                .get(0, UUID.class);
    }

    private List<ScanJob.Place> places(UUID root, boolean below) {
        return db.fetch("""
                        select id, name, code, parent_id, walking_order from scanning.place
                         where (id = ? or ? and path @> array[?]::uuid[]) and not archived and kind <> 'TRANSIT'
                         order by cardinality(path), walking_order nulls last, name, id
                        """, root, below, root)
                .map(row -> new ScanJob.Place(
                        row.get(0, UUID.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, UUID.class),
                        row.get(4, Integer.class)));
    }

    private List<ScanSheet.Line> lines(UUID id) {
        return db.fetch("""
                        select x.kind, x.subject_id, x.location_id, x.case_id, x.expected, x.settled
                          from scanning.sheet_line x left join scanning.place l on l.id = x.location_id
                         where x.sheet_id = ? order by l.walking_order nulls last, l.name, x.kind, x.subject_id
                        """, id)
                .map(row -> new ScanSheet.Line(
                        ThingKind.valueOf(row.get(0, String.class)),
                        row.get(1, UUID.class),
                        row.get(2, UUID.class),
                        row.get(3, UUID.class),
                        row.get(4, Long.class),
                        row.get(5, Boolean.class)));
    }

    private List<UUID> leaving(String what, UUID root) {
        return db.fetch(
                        "with area as materialized (select id from scanning.place where path @> array[?]::uuid[] and not archived) "
                                + what,
                        root)
                .getValues(0, UUID.class);
    }

    private List<ScanSheet.Loose> stock(UUID root) {
        return db.fetch("""
                        select v.product_id, v.location_id, v.quantity from scanning.level_seen v
                         where v.path @> array[?]::uuid[] order by v.walking_order nulls last, v.location_name, v.location_id, v.product_id
                        """, root)
                .map(row ->
                        new ScanSheet.Loose(row.get(0, UUID.class), row.get(1, UUID.class), row.get(2, Long.class)));
    }

    private List<UUID> around(Set<UUID> assets) {
        return db.fetch(
                        "select distinct p.case_id from unnest(?::uuid[]) a (id) join scanning.packed_asset_seen p on p.asset_id = a.id",
                        (Object) assets.toArray(UUID[]::new))
                .getValues(0, UUID.class);
    }

    private Set<UUID> withParents(Set<UUID> cases) {
        return new HashSet<>(db.fetch("""
                        with recursive up (id, parent_id) as (
                          select f.id, f.parent_id from unnest(?::uuid[]) c (id) join cases.flight_case f on f.id = c.id
                           union
                          select f.id, f.parent_id from up u join cases.flight_case f on f.id = u.parent_id)
                        select id from up
                        """, (Object) cases.toArray(UUID[]::new)).getValues(0, UUID.class));
    }
}
