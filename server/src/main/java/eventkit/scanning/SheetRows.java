package eventkit.scanning;

import eventkit.scanning.HoldRows.By;
import eventkit.scanning.ScanRows.Known;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of what is ticked off: a statement for each kind of row, however many scans there are. */
@Component
class SheetRows {
    /** One line of what was found, as it is written down. */
    record Found(
            ThingKind kind,
            UUID subjectId,
            @Nullable UUID locationId,
            @Nullable UUID caseId,
            long quantity,
            boolean along,
            By by) {}

    private record Place(
            UUID subjectId,
            @Nullable UUID locationId,
            @Nullable UUID caseId) {}

    private final DSLContext db;

    SheetRows(DSLContext db) {
        this.db = db;
    }

    /** The sheets that scans name, and those of the scans that they take back. */
    Set<UUID> of(Collection<Scan> scans, Collection<Known> undone) {
        var ids = new TreeSet<UUID>();
        scans.forEach(s -> {
            if (s.sheetId() != null && s.kind().ticksOff()) ids.add(s.sheetId());
        });
        undone.forEach(k -> {
            var deed = k.done().deed();
            if (deed != null && deed.sheetId() != null) ids.add(deed.sheetId());
        });
        return ids;
    }

    /** Whoever ticks off the same waits; before everything else that a scan takes. */
    void lock(Collection<UUID> ids) {
        if (ids.isEmpty()) return;
        var all = ids.toArray(UUID[]::new);
        db.execute("select from scanning.stocktake where id = any (?) order by id for no key update", (Object) all);
        db.execute("select from transfers.transfer where id = any (?) order by id for no key update", (Object) all);
    }

    /** Of these sheets what says something of the things that stand there by now. */
    void fill(Stand stand, Collection<UUID> ids, Collection<Scan> scans) {
        if (ids.isEmpty()) return;
        var all = ids.toArray(UUID[]::new);
        var roots = new HashMap<UUID, UUID>();
        var alone = new HashSet<UUID>();
        db.fetch("select * from scanning.sheet_seen where id = any (?)", (Object) all)
                .forEach(row -> {
                    var id = row.get("id", UUID.class);
                    stand.sheets.put(
                            id,
                            new Sheet(
                                    id,
                                    Sheet.Kind.valueOf(row.get("kind", String.class)),
                                    row.get("number", String.class),
                                    row.get("state", String.class),
                                    row.get("place_id", UUID.class)));
                    roots.put(id, row.get("root_id", UUID.class));
                    if (!row.get("below", Boolean.class)) alone.add(id);
                });
        var subjects = new HashSet<UUID>();
        subjects.addAll(stand.assets.keySet());
        subjects.addAll(stand.cases.keySet());
        subjects.addAll(stand.products.keySet());
        rows(stand, all, subjects.toArray(UUID[]::new));
        inside(stand, scans, roots, alone);
    }

    private void rows(Stand stand, UUID[] all, UUID[] subjects) {
        db.fetch("""
                        select x.*, l.name as location_name from scanning.sheet_line x left join scanning.place l on l.id = x.location_id
                         where x.sheet_id = any (?) and x.subject_id = any (?) order by l.walking_order nulls last, l.name, x.location_id
                        """, all, subjects)
                .forEach(row -> Stand.there(stand.sheets, row.get("sheet_id", UUID.class))
                        .lines
                        .add(new Sheet.Line(
                                ThingKind.valueOf(row.get("kind", String.class)),
                                row.get("subject_id", UUID.class),
                                row.get("location_id", UUID.class),
                                row.get("location_name", String.class),
                                row.get("case_id", UUID.class),
                                row.get("line_id", UUID.class),
                                row.get("expected", Long.class),
                                row.get("settled", Boolean.class))));
        db.fetch("select * from scanning.tick where sheet_id = any (?) and subject_id = any (?)", all, subjects)
                .forEach(row -> Stand.there(stand.sheets, row.get("sheet_id", UUID.class))
                        .ticks
                        .add(tick(row)));
    }

    static Sheet.Tick tick(org.jooq.Record row) {
        return new Sheet.Tick(
                ThingKind.valueOf(row.get("kind", String.class)),
                row.get("subject_id", UUID.class),
                row.get("location_id", UUID.class),
                row.get("case_id", UUID.class),
                row.get("along", Boolean.class),
                row.get("by_name", String.class),
                row.get("quantity", Long.class));
    }

    /** Which of the places that scans and things name belong to a sheet. */
    private void inside(Stand stand, Collection<Scan> scans, Map<UUID, UUID> roots, Set<UUID> alone) {
        var asked = new HashSet<>(stand.places.keySet());
        scans.forEach(s -> {
            if (s.locationId() != null) asked.add(s.locationId());
            if (s.fromLocationId() != null) asked.add(s.fromLocationId());
        });
        stand.sheets.values().forEach(s -> {
            asked.add(s.placeId);
            s.lines.forEach(l -> {
                if (l.locationId() != null) asked.add(l.locationId());
            });
        });
        stand.eachShelf(s -> asked.add(s.locationId));
        db.fetch(
                        "select id, path, name from scanning.place where id = any (?) and not archived and kind <> 'TRANSIT'",
                        (Object) asked.toArray(UUID[]::new))
                .forEach(row -> {
                    var place = row.get(0, UUID.class);
                    var path = Arrays.asList(row.get(1, UUID[].class));
                    stand.places.putIfAbsent(
                            place,
                            new Floor.Place(place, row.get(2, String.class), row.get(2, String.class), null, false));
                    roots.forEach((sheet, root) -> {
                        if (alone.contains(sheet) ? place.equals(root) : path.contains(root))
                            Stand.there(stand.sheets, sheet).inside.add(place);
                    });
                });
    }

    /** What was found more. */
    void tick(UUID sheet, List<Found> found) {
        if (found.isEmpty()) return;
        var sums = new LinkedHashMap<Place, Found>();
        for (var f : found)
            sums.merge(
                    new Place(f.subjectId(), f.locationId(), f.caseId()),
                    f,
                    (a, b) -> new Found(
                            a.kind(),
                            a.subjectId(),
                            a.locationId(),
                            a.caseId(),
                            a.quantity() + b.quantity(),
                            a.along(),
                            b.by()));
        var rows = List.copyOf(sums.values());
        db.execute(
                """
                insert into scanning.tick as t (sheet_id, kind, subject_id, location_id, case_id, quantity, along, scan_id, by_name, at)
                select ?, kind, subject_id, location_id, case_id, quantity, along, scan_id, by_name, at
                  from unnest(?::text[], ?::uuid[], ?::uuid[], ?::uuid[], ?::bigint[], ?::boolean[], ?::uuid[], ?::text[], ?::timestamptz[])
                       f (kind, subject_id, location_id, case_id, quantity, along, scan_id, by_name, at)
                    on conflict on constraint tick_once
                    do update set quantity = t.quantity + excluded.quantity, scan_id = excluded.scan_id, by_name = excluded.by_name, at = excluded.at
                """,
                sheet,
                rows.stream().map(f -> f.kind().name()).toArray(String[]::new),
                rows.stream().map(Found::subjectId).toArray(UUID[]::new),
                rows.stream().map(Found::locationId).toArray(UUID[]::new),
                rows.stream().map(Found::caseId).toArray(UUID[]::new),
                rows.stream().map(Found::quantity).toArray(Long[]::new),
                rows.stream().map(Found::along).toArray(Boolean[]::new),
                rows.stream().map(f -> f.by().scanId()).toArray(UUID[]::new),
                rows.stream().map(f -> f.by().name()).toArray(String[]::new),
                rows.stream()
                        .map(f -> f.by().at().atOffset(java.time.ZoneOffset.UTC))
                        .toArray(java.time.OffsetDateTime[]::new));
    }

    /** What was not found after all. */
    void untick(UUID sheet, Collection<UUID> things, Collection<Found> pieces) {
        if (!things.isEmpty())
            db.execute(
                    "delete from scanning.tick where sheet_id = ? and subject_id = any (?)",
                    sheet,
                    things.toArray(UUID[]::new));
        for (var p : pieces) {
            var which =
                    " where sheet_id = ? and subject_id = ? and location_id is not distinct from ?::uuid and case_id is not distinct from ?::uuid";
            int none = db.execute(
                    "delete from scanning.tick" + which + " and quantity = ?",
                    sheet,
                    p.subjectId(),
                    p.locationId(),
                    p.caseId(),
                    p.quantity());
            if (none == 0)
                db.execute(
                        "update scanning.tick set quantity = quantity - ?" + which,
                        p.quantity(),
                        sheet,
                        p.subjectId(),
                        p.locationId(),
                        p.caseId());
        }
    }

    /** Whose hands these were. */
    void countedBy(UUID stocktake, UUID user, String name) {
        db.execute(
                "insert into scanning.stocktake_counter (stocktake_id, user_id, name) values (?, ?, ?) on conflict do nothing",
                stocktake,
                user,
                name);
    }

    List<Sheet.Tick> ticks(UUID sheet) {
        return db.fetch("select * from scanning.tick where sheet_id = ? order by at, scan_id, subject_id", sheet)
                .map(SheetRows::tick);
    }

    void forget(UUID sheet, Collection<UUID> subjects) {
        if (subjects.isEmpty()) return;
        db.execute(
                "delete from scanning.tick where sheet_id = ? and subject_id = any (?)",
                sheet,
                new LinkedHashSet<>(subjects).toArray(UUID[]::new));
    }
}
