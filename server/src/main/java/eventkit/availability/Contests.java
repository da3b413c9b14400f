package eventkit.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Where there is not enough, and who wants it there. Only what overlaps such a stretch matters: the company has years of bookings, and lacks something for
 * days.
 */
@Component
final class Contests {
    /** {@code [from, to)} of one stock. */
    record Stretch(int stock, int from, int to) {
        boolean overlaps(Booking row) {
            return row.from() < to && from < row.to();
        }

        /** As much of it as is in the stretch. */
        Booking within(Booking row) {
            return row.over(Math.max(from, row.from()), Math.min(to, row.to()));
        }
    }

    /** @param free what is left there, below zero everywhere; nothing before and after */
    record Contest(Stretch stretch, Timeline free) {}

    /** Those that are not over yet, from when they began. */
    static List<Contest> of(int stock, Timeline timeline, Moment moment) {
        if (timeline.firm(moment.now(), Seconds.FOREVER, moment) >= 0) return List.of();
        var found = new ArrayList<Contest>();
        var open = new Open(stock, moment, found);
        timeline.steps(Seconds.ALWAYS, Seconds.FOREVER, moment, (second, firm, worst) -> open.step(second, firm));
        open.step(Seconds.FOREVER, 0);
        return found;
    }

    /** The stretch that the walk over a timeline is in. */
    private static final class Open {
        private final int stock;
        private final Moment moment;
        private final List<Contest> found;
        private final List<int[]> steps = new ArrayList<>();

        Open(int stock, Moment moment, List<Contest> found) {
            this.stock = stock;
            this.moment = moment;
            this.found = found;
        }

        void step(int second, int firm) {
            if (firm < 0) steps.add(new int[] {second, firm});
            else if (!steps.isEmpty()) {
                if (second > moment.now()) found.add(contest(second));
                steps.clear();
            }
        }

        private Contest contest(int end) {
            int n = steps.size();
            var from = new int[n];
            var to = new int[n];
            var level = new int[n];
            for (int i = 0; i < n; i++) {
                from[i] = steps.get(i)[0];
                to[i] = i + 1 < n ? steps.get(i + 1)[0] : end;
                level[i] = steps.get(i)[1];
            }
            return new Contest(
                    new Stretch(stock, from[0], end),
                    new Timeline(Profile.sum(from, to, level, n), Profile.ZERO, Profile.ZERO, List.of()));
        }
    }

    /** What is confirmed in any of them, or late by now and so taken there, in the order of confirmation. */
    List<Booking> held(DSLContext db, Collection<Stretch> stretches, Moment moment) {
        if (stretches.isEmpty()) return List.of();
        var all = List.copyOf(stretches);
        return db.fetch(
                        """
                        select b.owner_id, b.line_id, b.stock_id, b.quantity, extract(epoch from b.begins)::bigint as begins,
                               ceil(extract(epoch from b.ends))::bigint as ends, b.priority_at, b.progress
                          from availability.booking b
                         where b.stock_id = any (?) and b.known_to is null and b.standing = 'CONFIRMED'
                           and exists (select from unnest(?::int[], ?::timestamptz[], ?::timestamptz[]) w (stock_id, begins, ends)
                                        where w.stock_id = b.stock_id and b.begins < w.ends
                                          and (b.ends is null or b.ends > w.begins
                                               or b.progress = 'OUT' and b.ends <= ?::timestamptz and w.begins < ?::timestamptz))
                         order by b.priority_at, b.owner_id, b.id
                        """,
                        all.stream().map(Stretch::stock).distinct().toArray(Integer[]::new),
                        all.stream().map(Stretch::stock).toArray(Integer[]::new),
                        all.stream().map(one -> moment(one.from())).toArray(String[]::new),
                        all.stream().map(one -> moment(one.to())).toArray(String[]::new),
                        moment(moment.now()),
                        moment(moment.lateUntil()))
                .map(row -> {
                    int from = Seconds.ofEpoch(row.get("begins", Long.class));
                    var end = row.get("ends", Long.class);
                    int to = end == null ? Seconds.FOREVER : Seconds.ofEpoch(end);
                    return new Booking(
                            row.get("owner_id", UUID.class),
                            row.get("line_id", UUID.class),
                            row.get("stock_id", Integer.class),
                            row.get("quantity", Integer.class),
                            from,
                            to,
                            null,
                            Standing.CONFIRMED,
                            -1,
                            null,
                            row.get("priority_at", Instant.class),
                            Progress.valueOf(row.get("progress", String.class)),
                            null,
                            from,
                            to);
                });
    }

    private static String moment(int second) {
        return switch (second) {
            case Seconds.ALWAYS -> "-infinity";
            case Seconds.FOREVER -> "infinity";
            default -> Seconds.instant(second).toString();
        };
    }

    /** By stock, each in the order it had. */
    static Map<Integer, List<Booking>> byStock(List<Booking> rows) {
        Map<Integer, List<Booking>> result = new HashMap<>();
        for (var row : rows)
            result.computeIfAbsent(row.stock(), stock -> new ArrayList<>()).add(row);
        return result;
    }
}
