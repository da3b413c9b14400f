package eventkit.availability;

import eventkit.core.Plain;
import eventkit.core.Together;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
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
     * @param at when the newest change was, by the clock of whoever made it
     * @param marks how often supply may have changed since, of the first {@code MARKS_COUNTED}; a product counts once more for each of its assets, as all are looked at
     * @param expired whether an option's time is over
     * @param keeps whether anything is kept for some owner alone
     */
    record State(long seq, @Nullable Instant at, int marks, boolean expired, boolean keeps, Horizon horizon) {
        boolean marked() {
            return marks > 0 || expired;
        }

        /** What is changed next is known from then on: after all that was, also where the clocks of servers differ or one is put back. */
        Instant next(Instant now) {
            return after(at, now);
        }
    }

    static Instant after(@Nullable Instant last, Instant now) {
        return last == null || last.isBefore(now) ? now : last.plusNanos(1_000);
    }

    static final int MARKS_COUNTED = 2_000;
    private static final String TAKE = "select pg_advisory_xact_lock(?)";

    /** Until the transaction ends. */
    void lock(DSLContext db) {
        Plain.execute(db, TAKE, LOCK);
    }

    /** The first option to end is asked for, not whether one has ended: PostgreSQL takes that to be likely, and looks through all bookings for it. */
    State state(DSLContext db, Instant now) {
        return state(db, now, new Together(), new Together());
    }

    /** Takes the lock, and looks. */
    State lockAndState(DSLContext db, Instant now) {
        return lockAndState(db, now, new Together());
    }

    /** @param then what goes to the database with it, and happens after it */
    State lockAndState(DSLContext db, Instant now, Together then) {
        return state(db, now, new Together().execute(TAKE, LOCK), then);
    }

    private static State state(DSLContext db, Instant now, Together go, Together then) {
        var found = new ArrayList<State>(1);
        go.read(
                        """
                        select coalesce(c.seq, 0) as seq, c.at,
                               (select coalesce(sum(case kind when 'PRODUCT' then availability.weight_of(subject_id) else 1 end), 0)
                                  from (select kind, subject_id from availability.dirty order by id limit ?) d)::int as marks,
                               coalesce((select min(option_until) from availability.booking where option_until is not null and known_to is null)
                                          <= ?::timestamptz, false) as expired,
                               exists (select from availability.offer where kept_for is not null)
                                 or exists (select from availability.fact where kept_for is not null and known_to is null) as keeps,
                               s.horizon, s.horizon_days, identity.zone() as zone
                          from availability.setting s
                          left join lateral (select seq, at from availability.change order by seq desc limit 1) c on true
                        """,
                        row -> found.add(new State(
                                row.get("seq", Long.class),
                                row.get("at", Instant.class),
                                row.get("marks", Integer.class),
                                row.get("expired", Boolean.class),
                                row.get("keeps", Boolean.class),
                                switch (row.get("horizon", String.class)) {
                                    case "TODAY" -> new Horizon.Today(ZoneId.of(row.get("zone", String.class)));
                                    case "OPEN" -> new Horizon.Open();
                                    default -> new Horizon.Days(row.get("horizon_days", Integer.class));
                                })),
                        MARKS_COUNTED,
                        now.toString())
                .then(then)
                .run(db);
        return found.getFirst();
    }

    List<Change> since(DSLContext db, long seq) {
        return db.fetch("select seq, effects from availability.change where seq > ? order by seq", seq)
                .map(row -> new Change(row.get(0, Long.class), Effect.read(row.get(1, byte[].class))));
    }

    /** The transaction's own number, by which {@link #committed} knows it again. Runs what is to go with it as well. */
    String write(DSLContext db, long seq, Instant now, List<Effect> effects, Together go) {
        var transaction = new ArrayList<String>(1);
        go.read(
                        "insert into availability.change (seq, at, effects) values (?, ?::timestamptz, ?) returning pg_current_xact_id()::text as id",
                        row -> transaction.add(row.get("id", String.class)),
                        seq,
                        now.toString(),
                        Effect.write(effects))
                .run(db);
        if (seq % 1_000 == 0) db.execute("delete from availability.change where seq <= ?", seq - KEPT);
        return transaction.getFirst();
    }

    /** Whether a transaction that wrote a change came through. It may still be about to: whoever has the lock may be just that one. */
    boolean committed(DSLContext db, String transaction) {
        lock(db);
        return "committed".equals(db.fetchValue("select pg_xact_status(?::xid8)", transaction));
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
