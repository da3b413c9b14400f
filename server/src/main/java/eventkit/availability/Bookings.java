package eventkit.availability;

import eventkit.availability.Turn.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** All SQL of bookings and their owners. */
@Component
final class Bookings {
    private static final String SELECT = """
            select id, owner_id, line_id, stock_id, quantity, begins, ends, asset_id, standing, chance_percent, option_until,
                   priority_at, progress
              from availability.booking
            """;

    /** What is believed of these owners. */
    Map<UUID, List<Stored<Booking>>> of(DSLContext db, Collection<UUID> owners) {
        Map<UUID, List<Stored<Booking>>> result = new HashMap<>();
        if (owners.isEmpty()) return result;
        for (var row : db.fetch(SELECT + "where owner_id = any (?) and known_to is null order by id", (Object)
                owners.toArray(UUID[]::new))) {
            var stored = read(row);
            result.computeIfAbsent(stored.row().owner(), id -> new ArrayList<>())
                    .add(stored);
        }
        return result;
    }

    /** Options whose time is over. */
    List<Stored<Booking>> expired(DSLContext db, Instant now) {
        return db.fetch(SELECT + "where option_until <= ?::timestamptz and known_to is null", now.toString())
                .map(Bookings::read);
    }

    /** What is confirmed of these stocks and has not gone out, in the order of confirmation. */
    List<Booking> promised(DSLContext db, Collection<Integer> stocks) {
        return db.fetch(
                        SELECT
                                + "where stock_id = any (?) and standing = 'CONFIRMED' and progress = 'PLANNED' and known_to is null"
                                + " order by priority_at, owner_id, id",
                        (Object) stocks.toArray(Integer[]::new))
                .map(row -> read(row).row());
    }

    Map<UUID, Owner> owners(DSLContext db, Collection<UUID> ids) {
        Map<UUID, Owner> result = new HashMap<>();
        db.fetch("select id, kind, label from availability.owner where id = any (?)", (Object) ids.toArray(UUID[]::new))
                .forEach(row -> result.put(
                        row.get(0, UUID.class),
                        new Owner(row.get(1, String.class), row.get(0, UUID.class), row.get(2, String.class))));
        return result;
    }

    Map<Integer, StockKey> keys(DSLContext db, Collection<Integer> stocks) {
        Map<Integer, StockKey> result = new HashMap<>();
        db.fetch("select id, product_id, case_id, warehouse_id from availability.stock where id = any (?)", (Object)
                        stocks.toArray(Integer[]::new))
                .forEach(row -> result.put(row.get(0, Integer.class), Facts.key(row)));
        return result;
    }

    private static Stored<Booking> read(Record row) {
        Short chance = row.get("chance_percent", Short.class);
        return new Stored<>(
                row.get("id", Long.class),
                new Booking(
                        row.get("owner_id", UUID.class),
                        row.get("line_id", UUID.class),
                        row.get("stock_id", Integer.class),
                        row.get("quantity", Integer.class),
                        Seconds.beginning(row.get("begins", Instant.class)),
                        Seconds.endOrForever(row.get("ends", Instant.class)),
                        row.get("asset_id", UUID.class),
                        Standing.valueOf(row.get("standing", String.class)),
                        chance == null ? -1 : chance,
                        row.get("option_until", Instant.class),
                        row.get("priority_at", Instant.class),
                        Progress.valueOf(row.get("progress", String.class))));
    }

    void name(DSLContext db, Collection<Owner> owners) {
        if (owners.isEmpty()) return;
        db.execute(
                """
                insert into availability.owner as o (id, kind, label)
                select * from unnest(?::uuid[], ?::text[], ?::text[])
                on conflict (id) do update set label = excluded.label where o.label <> excluded.label
                """,
                owners.stream().map(Owner::id).toArray(UUID[]::new),
                owners.stream().map(Owner::kind).toArray(String[]::new),
                owners.stream().map(Owner::label).toArray(String[]::new));
    }

    void close(DSLContext db, Instant now, List<Long> ids) {
        if (ids.isEmpty()) return;
        db.execute(
                "update availability.booking set known_to = ?::timestamptz where id = any (?)",
                now.toString(),
                ids.toArray(Long[]::new));
    }

    void open(DSLContext db, Instant now, List<Booking> rows) {
        if (rows.isEmpty()) return;
        var all = new BinaryRows(13);
        for (var b : rows)
            all.row()
                    .uuid(b.owner())
                    .uuid(b.line())
                    .number(b.stock())
                    .number(b.quantity())
                    .second(b.from())
                    .second(b.to())
                    .uuid(b.asset())
                    .word(b.standing().name())
                    .small(b.chancePercent())
                    .instant(b.optionUntil())
                    .instant(b.priorityAt())
                    .word(b.progress().name())
                    .instant(now);
        db.connection(connection -> all.copy(connection, """
                availability.booking (owner_id, line_id, stock_id, quantity, begins, ends, asset_id, standing, chance_percent, option_until,
                  priority_at, progress, known_from)"""));
    }
}
