package eventkit.demo;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.planning.EventPhases;
import eventkit.planning.Phase;
import eventkit.scanning.Scan;
import eventkit.scanning.ScanJob;
import eventkit.scanning.ScanJobs;
import eventkit.scanning.ScanKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the warehouse scanned today: the next jobs are half prepared, and what is on right now went out by its labels, as far as it was there. */
@Component
final class DemoScans {
    private static final String TRUCK = "Truck 1";
    private static final int PREPARED_PERCENT = 60;
    private static final EventPhases.Move TO_PREP =
            new EventPhases.Move(Phase.PREP, null, null, "The rest comes with the second truck");

    private final DemoPhone phone;
    private final ScanJobs jobs;
    private final EventPhases phases;
    private final JdbcTemplate jdbc;

    DemoScans(DemoPhone phone, ScanJobs jobs, EventPhases phases, JdbcTemplate jdbc) {
        this.phone = phone;
        this.jobs = jobs;
        this.phases = phases;
        this.jdbc = jdbc;
    }

    /** @param office moves events on */
    void fill(Caller office, Caller warehouse) {
        wentOutBefore(warehouse);
        for (var event : events("phase = 'PREP'"))
            Callers.runAs(warehouse, () -> scan(event, ScanKind.PREP, PREPARED_PERCENT, null));
        for (var event : events("phase = 'CONFIRMED' and from_at < now() and to_at > now()")) {
            move(office, event, TO_PREP);
            Callers.runAs(warehouse, () -> scan(event, ScanKind.PREP, 100, null));
            move(office, event, again(Phase.LOAD_OUT));
            Callers.runAs(warehouse, () -> scan(event, ScanKind.CHECK_OUT, 100, TRUCK));
            move(office, event, again(Phase.ON_SITE));
        }
    }

    /** What left before today, as availability and the register have it, was scanned as well. */
    private void wentOutBefore(Caller warehouse) {
        jdbc.update("""
                with gone as (
                  select uuidv7() as scan_id, b.scanned_asset as id, a.number, a.product_id, b.owner_id as event_id, b.line_id, s.warehouse_id, b.begins as at
                    from availability.booking b
                    join availability.owner o on o.id = b.owner_id and o.kind = 'event'
                    join availability.stock s on s.id = b.stock_id
                    join inventory.asset a on a.id = b.scanned_asset
                   where b.progress = 'OUT' and b.known_to is null),
                scanned as (
                  insert into scanning.scan (id, kind, result, outcome, message, code, symbology, thing_kind, thing_id, thing_label, event_id, quantity, vehicle,
                         by_id, by_name, app, device_at, behind_millis, at)
                  select scan_id, 'CHECK_OUT', 'ACCEPTED', 'checked-out', number || ' is out.', number, 'QR', 'ASSET', id, number, event_id, 1, ?,
                         ?, ?, ?, at, 0, at
                    from gone),
                counted as (
                  insert into scanning.need_count (event_id, line_id, subject_id, kind, extra, gone)
                  select event_id, line_id, product_id, 'PRODUCT', false, count(*) from gone group by event_id, line_id, product_id),
                begun as (insert into scanning.job (event_id, scans) select event_id, count(*) from gone group by event_id)
                insert into scanning.held_asset (asset_id, event_id, line_id, subject_id, along, gone, stock_id, vehicle, scan_id, by_name, at)
                select id, event_id, line_id, product_id, false, true, warehouse_id, ?, scan_id, ?, at from gone
                """, TRUCK, warehouse.user(), warehouse.name(), DemoPhone.APP, TRUCK, warehouse.name());
    }

    private List<UUID> events(String which) {
        return jdbc.query(
                "select id from planning.event where " + which + " order by from_at, id",
                (row, number) -> Objects.requireNonNull(row.getObject(1, UUID.class)));
    }

    private void move(Caller office, UUID event, EventPhases.Move move) {
        Callers.runAs(office, () -> phases.move(event, move));
    }

    private static EventPhases.Move again(Phase phase) {
        return new EventPhases.Move(phase, null, null, TO_PREP.despite());
    }

    /** So many per cent of what each line wants, where there is one that may go. */
    private void scan(UUID event, ScanKind kind, int percent, @Nullable String vehicle) {
        var job = jobs.get(event, null, Set.of(), DemoPhone.ORIGIN);
        var free = new HashMap<UUID, ArrayList<ScanJob.Asset>>();
        for (var asset : job.assets())
            if (mayGo(asset, job, kind))
                free.computeIfAbsent(asset.productId(), product -> new ArrayList<>())
                        .add(asset);
        var told = new ArrayList<Scan>();
        for (var need : job.needs()) {
            var assets = free.getOrDefault(need.subjectId(), new ArrayList<>());
            long wanted = Math.ceilDiv(need.wanted() * percent, 100);
            for (; wanted > 0 && !assets.isEmpty(); wanted--)
                told.add(phone.forEvent(kind, assets.removeFirst().number(), event, vehicle));
        }
        phone.send(told);
    }

    private static boolean mayGo(ScanJob.Asset asset, ScanJob job, ScanKind kind) {
        var due = asset.inspectionDueOn();
        return asset.caseId() == null
                && asset.unfit().isEmpty()
                && asset.quarantined() == null
                && asset.out() == null
                && (asset.picked() == null) == (kind == ScanKind.PREP)
                && (asset.outFor() == null || asset.outFor().equals(job.event().id()))
                && (due == null || due.isAfter(job.event().endsOn()));
    }
}
