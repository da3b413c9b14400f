package eventkit.availability;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eventkit.availability.ChangeOrder.Change;
import eventkit.core.Period;
import eventkit.testing.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A warehouse of its own on a database, and one server's engine over it. Closing it leaves the database to others. */
final class Depot implements AutoCloseable {
    static final Instant DAY = Instant.parse("2027-06-01T00:00:00Z");

    /** The same for all servers of a test; does not move by itself. */
    static final class Hand extends Clock {
        private volatile Instant now = DAY;

        void set(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    final HikariDataSource pool;
    final DSLContext db;
    final Clock clock;
    final Claims claims = new Claims(new Named(new Bookings(), new Contests()));
    private final Supply supply = new Supply(new Facts(), new Offers());
    private ChangeOrder order;

    Depot(TestDatabase database, Clock clock) {
        this(database.source(), clock);
    }

    Depot(DataSource source, Clock clock) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setMaximumPoolSize(4);
        pool = new HikariDataSource(config);
        db = DSL.using(pool, SQLDialect.POSTGRES);
        this.clock = clock;
        order = start();
    }

    private ChangeOrder start() {
        return new ChangeOrder(db, db, clock, new Changes(), new Bookings(), new Facts(), supply, new Recount());
    }

    /** All that is in memory is gone; the rows are left. */
    void crash() {
        order.close();
        order = start();
    }

    ChangeOrder order() {
        return order;
    }

    UUID warehouse(String name) {
        var id = UUID.randomUUID();
        db.execute(
                "insert into inventory.location (id, kind, name, path, warehouse_id) values (?, 'WAREHOUSE', ?, array[?::uuid], ?)",
                id,
                name + " " + id,
                id,
                id);
        return id;
    }

    UUID product(String name) {
        var id = UUID.randomUUID();
        db.execute(
                "insert into catalogue.product (id, kind, name, currency, created_at) values (?, 'SERIALISED', ?, 'EUR', '2020-01-01Z')",
                id,
                name);
        return id;
    }

    List<UUID> assets(UUID product, UUID place, int count) {
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) ids.add(UUID.randomUUID());
        db.execute("""
                insert into inventory.asset (id, product_id, number, status, status_since, location_id, currency, created_at)
                select id, ?, id::text, 'AVAILABLE', '2020-01-01Z', ?, 'EUR', '2020-01-01Z' from unnest(?::uuid[]) as t (id)
                """, product, place, ids.toArray(UUID[]::new));
        return ids;
    }

    /** In the words of the table: {@code status = 'LOST', lost_at = now()}. */
    void asset(UUID id, String change) {
        db.execute("update inventory.asset set " + change + " where id = ?", id);
    }

    Free free(StockKey stock, Instant from, Instant to) {
        var now = order.now();
        var number = order.stock(stock);
        var timeline = number == null ? Timeline.EMPTY : now.image().timeline(number);
        return timeline.free(Seconds.beginning(from), Seconds.end(to), now.moment());
    }

    void claim(Prepared prepared) {
        order.make(new Change<>(Set.of(prepared.owner()), prepared.stocks(), turn -> claims.decide(turn, prepared)));
    }

    /** One confirmed line. */
    UUID claim(String label, StockKey stock, int quantity, Instant from, Instant to) {
        var owner = new Owner("event", UUID.randomUUID(), label);
        claim(owner, Standing.CONFIRMED, stock, quantity, from, to);
        return owner.id();
    }

    /** The same, prepared. */
    Prepared wanted(String label, StockKey stock, int quantity, Instant from, Instant to) {
        var owner = new Owner("event", UUID.randomUUID(), label);
        var part = Prepared.Part.of(line(owner), stock, quantity, new Period(from, to), false, null);
        return new Prepared(Claim.confirmed(owner, List.of()), List.of(part));
    }

    void claim(Owner owner, Standing standing, StockKey stock, int quantity, Instant from, Instant to) {
        var part = Prepared.Part.of(line(owner), stock, quantity, new Period(from, to), false, null);
        claim(new Prepared(new Claim(owner, standing, null, null, List.of(), null), List.of(part)));
    }

    /** Two lines instead of one: at the same time, or one after the other. */
    void claimSplit(Owner owner, Standing standing, StockKey stock, int[] pieces, Period[] periods) {
        var parts = new ArrayList<Prepared.Part>();
        for (int i = 0; i < pieces.length; i++)
            parts.add(Prepared.Part.of(
                    i == 0 ? line(owner) : UUID.randomUUID(), stock, pieces[i], periods[i], false, null));
        claim(new Prepared(new Claim(owner, standing, null, null, List.of(), null), parts));
    }

    /** One confirmed line that names its asset. */
    Owner promise(String label, StockKey stock, UUID asset, Instant from, Instant to) {
        var owner = new Owner("event", UUID.randomUUID(), label);
        promise(owner, stock, asset, from, to);
        return owner;
    }

    void promise(Owner owner, StockKey stock, UUID asset, Instant from, Instant to) {
        var part = Prepared.Part.of(line(owner), stock, 1, new Period(from, to), false, asset);
        claim(new Prepared(Claim.confirmed(owner, List.of()), List.of(part)));
    }

    void offer(Offer offer) {
        new Offers().put(db, offer);
    }

    void withdraw(UUID offer) {
        new Offers().remove(db, offer);
    }

    static UUID line(Owner owner) {
        return new UUID(owner.id().getMostSignificantBits(), ~owner.id().getLeastSignificantBits());
    }

    void release(UUID owner) {
        order.make(new Change<>(Set.of(owner), Set.of(), turn -> claims.release(turn, owner)));
    }

    void wentOut(Owner owner, StockKey stock, int quantity, Instant at) {
        var moved = new Availability.Moved(line(owner), stock, quantity);
        movements().wentOut(owner, List.of(moved), at, at);
    }

    private static Availability.Moved moved(Owner owner, StockKey stock, UUID asset) {
        return Availability.Moved.of(line(owner), stock, asset);
    }

    Movements movements() {
        return new MovementsDesk(order, claims, clock);
    }

    /** Its register says so, too. */
    void wentOut(Owner owner, StockKey stock, UUID asset, Instant at) {
        asset(asset, "status = 'CHECKED_OUT', out_for = 'event:" + owner.id() + "', status_since = '" + at + "'");
        movements().wentOut(owner, List.of(moved(owner, stock, asset)), at, at);
    }

    /** Its register says so, too. */
    void cameBack(Owner owner, StockKey stock, UUID asset, Instant readyAt) {
        asset(asset, "status = 'CHECKED_IN', out_for = null, lost_at = null, status_since = '" + clock.instant() + "'");
        movements().cameBack(owner.id(), List.of(moved(owner, stock, asset)), readyAt);
    }

    void cameBack(Owner owner, StockKey stock, int quantity, Instant readyAt) {
        var moved = new Availability.Moved(line(owner), stock, quantity);
        movements().cameBack(owner.id(), List.of(moved), readyAt);
    }

    Explanation explain(StockKey stock, Instant from, Instant to, Instant knownAt) {
        var now = order.now();
        return new Explaining(db, clock, new Changes())
                .explain(stock, order.stock(stock), new Period(from, to), knownAt, now.moment());
    }

    List<String> differences() {
        return new Audits(db, new Recount(), supply, new Bookings(), new Changes()).differences(order.now());
    }

    @Override
    public void close() {
        order.close();
        pool.close();
    }
}
