package eventkit.availability;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** All SQL of the order of changes itself, and of the numbers of stocks. */
@Component
final class Changes {
    /** The advisory lock's number: the letters EKAV. */
    private static final long LOCK = 0x454B4156L;

    /** What is kept for servers that lag; who lags more reads everything again. */
    private static final int KEPT = 20_000;

    record Change(long seq, List<Effect> effects) {}

    /**
     * How things stand, in one question.
     *
     * @param marks how often supply may have changed since, counted up to {@code MARKS_COUNTED}
     * @param expired whether an option's time is over
     * @param keeps whether anything is kept for some owner alone
     */
    record State(long seq, int marks, boolean expired, boolean keeps, Horizon horizon) {
        boolean marked() {
            return marks > 0 || expired;
        }
    }

    static final int MARKS_COUNTED = 2_000;

    /** Until the transaction ends. */
    void lock(DSLContext db) {
        db.execute("select pg_advisory_xact_lock(?)", LOCK);
    }

    /** The first option to end is asked for, not whether one has ended: PostgreSQL takes that to be likely, and looks through all bookings for it. */
    State state(DSLContext db, Instant now) {
        var row = Objects.requireNonNull(db.fetchOne("""
                select coalesce((select max(seq) from availability.change), 0),
                       (select count(*) from (select from availability.dirty limit ?) d),
                       coalesce((select min(option_until) from availability.booking where option_until is not null and known_to is null) <= ?::timestamptz, false),
                       exists (select from availability.offer where kept_for is not null)
                         or exists (select from availability.fact where kept_for is not null and known_to is null),
                       s.horizon, s.horizon_days, availability.zone()
                  from availability.setting s
                """, MARKS_COUNTED, now.toString()));
        var horizon = switch (row.get(4, String.class)) {
            case "TODAY" -> new Horizon.Today(ZoneId.of(row.get(6, String.class)));
            case "OPEN" -> new Horizon.Open();
            default -> new Horizon.Days(row.get(5, Integer.class));
        };
        return new State(
                row.get(0, Long.class),
                row.get(1, Integer.class),
                row.get(2, Boolean.class),
                row.get(3, Boolean.class),
                horizon);
    }

    List<Change> since(DSLContext db, long seq) {
        return db.fetch("select seq, effects from availability.change where seq > ? order by seq", seq)
                .map(row -> new Change(row.get(0, Long.class), Effect.read(row.get(1, byte[].class))));
    }

    void write(DSLContext db, long seq, Instant now, List<Effect> effects) {
        db.execute(
                "insert into availability.change (seq, at, effects) values (?, ?::timestamptz, ?)",
                seq,
                now.toString(),
                Effect.write(effects));
        if (seq % 1_000 == 0) db.execute("delete from availability.change where seq <= ?", seq - KEPT);
    }

    /** Their numbers; new ones are made where {@code make} says so, which only the order of changes may. */
    Map<StockKey, Integer> stocks(DSLContext db, Collection<StockKey> keys, boolean make) {
        Map<StockKey, Integer> found = new HashMap<>();
        if (keys.isEmpty()) return found;
        select(db, keys, found);
        if (!make) return found;
        var missing =
                keys.stream().filter(key -> !found.containsKey(key)).distinct().toList();
        if (missing.isEmpty()) return found;
        db.execute(
                """
                insert into availability.stock (product_id, case_id, warehouse_id)
                select * from unnest(?::uuid[], ?::uuid[], ?::uuid[])
                """,
                ids(missing, StockKey.Kind.PRODUCT),
                ids(missing, StockKey.Kind.CASE),
                missing.stream().map(StockKey::warehouse).toArray(UUID[]::new));
        select(db, missing, found);
        return found;
    }

    private static void select(DSLContext db, Collection<StockKey> keys, Map<StockKey, Integer> found) {
        var list = new ArrayList<>(keys);
        db.fetch(
                        """
                        select s.id, s.product_id, s.case_id, s.warehouse_id
                          from unnest(?::uuid[], ?::uuid[], ?::uuid[]) k (product_id, case_id, warehouse_id)
                          join availability.stock s
                            on s.product_id = k.product_id and s.warehouse_id = k.warehouse_id and s.case_id is null
                        union all
                        select s.id, s.product_id, s.case_id, s.warehouse_id
                          from unnest(?::uuid[], ?::uuid[]) k (case_id, warehouse_id)
                          join availability.stock s on s.case_id = k.case_id and s.warehouse_id = k.warehouse_id
                        """,
                        ids(list, StockKey.Kind.PRODUCT),
                        ids(list, StockKey.Kind.CASE),
                        list.stream().map(StockKey::warehouse).toArray(UUID[]::new),
                        ids(list, StockKey.Kind.CASE),
                        list.stream().map(StockKey::warehouse).toArray(UUID[]::new))
                .forEach(row -> found.put(Facts.key(row), row.get(0, Integer.class)));
    }

    private static UUID[] ids(List<StockKey> keys, StockKey.Kind kind) {
        return keys.stream().map(key -> key.kind() == kind ? key.item() : null).toArray(UUID[]::new);
    }
}
