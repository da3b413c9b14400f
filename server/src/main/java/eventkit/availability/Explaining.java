package eventkit.availability;

import eventkit.core.Period;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads every entry behind a number, as it is believed now or was at any moment before (rule 10). */
@Component
final class Explaining {
    private static final int ENTRIES_MAX = 5_000;
    private static final String ENTRIES = """
            select f.reason, null::text as standing,
                   case f.subject_kind when 'LEVEL' then 'product' when 'REPAIR' then 'maintenance-job' when 'PLANNED' then 'stock-plan'
                                       else lower(replace(f.subject_kind, '_', '-')) end as kind,
                   f.subject_id, f.label, f.firm as quantity, f.begins, f.ends, f.firm, f.soft,
                   f.hundredths, f.late_quantity, f.late_from, f.known_from, 0 as rank
              from availability.fact f
             where f.stock_id = {0} and f.known_from <= {1}::timestamptz and (f.known_to is null or f.known_to > {1}::timestamptz)
               and (f.begins is null or f.begins < {3}::timestamptz) and (f.ends is null or f.ends > {2}::timestamptz or f.late_quantity <> 0)
            union all
            select 'BOOKED', b.standing, o.kind, b.owner_id, o.label, -b.quantity, b.begins, b.ends,
                   case when b.standing = 'CONFIRMED' then -b.quantity else 0 end,
                   case when b.standing = 'OPTION' then b.quantity else 0 end,
                   case b.standing when 'OPTION' then b.quantity * coalesce(b.chance_percent, 100)
                                   when 'QUOTED' then b.quantity * coalesce(b.chance_percent, 0) else 0 end,
                   case when b.progress = 'OUT' and b.ends is not null then b.quantity else 0 end, b.ends, b.known_from, 1
              from availability.booking b join availability.owner o on o.id = b.owner_id
             where b.stock_id = {0} and b.known_from <= {1}::timestamptz and (b.known_to is null or b.known_to > {1}::timestamptz)
               and (b.option_until is null or b.option_until > {4}::timestamptz)
               and b.begins < {3}::timestamptz and (b.ends is null or b.ends > {2}::timestamptz or b.progress = 'OUT')
             order by rank, begins nulls first, known_from
            """;

    /** What is believed now, whatever the clocks of other servers said when they wrote it. */
    private static final String NOW = "infinity";

    private final DSLContext db;
    private final Clock clock;
    private final Changes changes;

    Explaining(DSLContext db, Clock clock, Changes changes) {
        this.db = db;
        this.clock = clock;
        this.changes = changes;
    }

    /** @param moment how what is late counts now */
    Explanation explain(
            StockKey key, @Nullable Integer stock, Period period, @Nullable Instant knownAt, Moment moment) {
        var now = clock.instant();
        var believed = knownAt == null || knownAt.isAfter(now) ? now : knownAt;
        boolean past = believed.isBefore(now);
        var then = past ? Moment.of(believed, changes.state(db, now).horizon()) : moment;
        if (stock == null) return new Explanation(key, period, believed, new Free(0, 0, 0), List.of(), 0);
        int from = Seconds.from(period);
        int to = Seconds.to(period);
        var sum = Timeline.EMPTY;
        var entries = new ArrayList<Explanation.Entry>();
        int more = 0;
        for (var row : rows(stock, past ? believed.toString() : NOW, from, to, believed)) {
            int begins = begins(row);
            var away = away(row);
            sum = plus(sum, row);
            Instant lateUntil = null;
            if (away != null && row.get("late_quantity", Integer.class) > 0 && away.dueBack() <= then.now())
                lateUntil = Seconds.told(Math.min(away.until(), then.lateUntil()));
            boolean touches = begins < to && (ends(row) > from || lateUntil != null && then.lateUntil() > from);
            if (!touches) continue;
            if (entries.size() >= ENTRIES_MAX) {
                more++;
                continue;
            }
            var standing = row.get("standing", String.class);
            entries.add(new Explanation.Entry(
                    row.get("reason", String.class),
                    standing == null ? null : Standing.valueOf(standing),
                    row.get("kind", String.class),
                    row.get("subject_id", UUID.class),
                    row.get("label", String.class),
                    row.get("quantity", Integer.class),
                    row.get("begins", Instant.class),
                    row.get("ends", Instant.class),
                    lateUntil,
                    row.get("known_from", Instant.class)));
        }
        return new Explanation(key, period, believed, sum.free(from, to, then), entries, more);
    }

    /** What is firmly free at the least, did no inspection fall due from {@code fit} on. */
    int spare(int stock, Period period, Instant fit, Moment moment) {
        int from = Seconds.from(period);
        int to = Seconds.to(period);
        int due = Seconds.beginning(fit);
        var sum = Timeline.EMPTY;
        for (var row : rows(stock, NOW, from, to, clock.instant()))
            if (begins(row) < due || !row.get("reason", String.class).equals(Reason.INSPECTION.name()))
                sum = plus(sum, row);
        return sum.free(from, to, moment).firm();
    }

    /** @param options which of them are open at that moment */
    private Result<Record> rows(int stock, String known, int from, int to, Instant options) {
        return db.resultQuery(
                        ENTRIES,
                        DSL.val(stock),
                        DSL.val(known),
                        DSL.val(Seconds.told(from).toString()),
                        DSL.val(Seconds.told(to).toString()),
                        DSL.val(options.toString()))
                .fetch();
    }

    private static int begins(Record row) {
        return Seconds.beginningOrAlways(row.get("begins", Instant.class));
    }

    private static int ends(Record row) {
        return Seconds.endOrForever(row.get("ends", Instant.class));
    }

    private static @Nullable Away away(Record row) {
        int late = row.get("late_quantity", Integer.class);
        var lateFrom = row.get("late_from", Instant.class);
        return late == 0 || lateFrom == null
                ? null
                : Away.of(late, Seconds.end(lateFrom), begins(row), ends(row), row.get("soft", Integer.class));
    }

    private static Timeline plus(Timeline sum, Record row) {
        var weight = new Weight(
                row.get("firm", Integer.class), row.get("soft", Integer.class), row.get("hundredths", Integer.class));
        var away = away(row);
        var plus = sum.plus(begins(row), ends(row), weight);
        return away == null ? plus : plus.plusAway(away);
    }
}
