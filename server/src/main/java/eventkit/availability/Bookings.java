package eventkit.availability;

import static eventkit.core.Columns.column;

import eventkit.availability.Turn.Stored;
import eventkit.core.Plain;
import eventkit.core.Together;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of bookings and their owners. */
@Component
final class Bookings {
    private static final String SELECT = """
            select id, owner_id, line_id, stock_id, quantity, begins, ends, asset_id, standing, chance_percent, option_until,
                   priority_at, progress, scanned_asset, planned_begins, planned_ends
              from availability.booking
            """;

    private static final String COLUMNS = """
            owner_id, line_id, stock_id, quantity, begins, ends, asset_id, standing, chance_percent, option_until,
            priority_at, progress, scanned_asset, planned_begins, planned_ends, known_from""";

    /** So many rows take less time as values of a statement than the two more ways to the database and back that copying takes. */
    private static final int FEW = 128;

    /** An asset that is here again, though it is still booked as out. */
    record Returned(long booking, UUID owner, UUID asset, Instant since) {}

    /** What is believed of these owners. */
    Map<UUID, List<Stored<Booking>>> of(DSLContext db, Collection<UUID> owners) {
        var go = new Together();
        var result = of(owners, go);
        go.run(db);
        return result;
    }

    /** Filled when it is run. */
    static Map<UUID, List<Stored<Booking>>> of(Collection<UUID> owners, Together go) {
        Map<UUID, List<Stored<Booking>>> result = new HashMap<>();
        if (owners.isEmpty()) return result;
        go.read(
                SELECT + "where owner_id = any (?) and known_to is null order by id",
                row -> {
                    var stored = read(row);
                    result.computeIfAbsent(stored.row().owner(), id -> new ArrayList<>())
                            .add(stored);
                },
                (Object) owners.toArray(UUID[]::new));
        return result;
    }

    /** Options whose time is over. */
    List<Stored<Booking>> expired(DSLContext db, Instant now) {
        return db.fetch(SELECT + "where option_until <= ?::timestamptz and known_to is null", now.toString())
                .map(row -> read(row::get));
    }

    /** What is confirmed of these stocks and has not gone out, in the order of confirmation. */
    List<Booking> promised(DSLContext db, Collection<Integer> stocks) {
        return db.fetch(
                        SELECT
                                + "where stock_id = any (?) and standing = 'CONFIRMED' and progress = 'PLANNED' and known_to is null"
                                + " order by priority_at, owner_id, id",
                        (Object) stocks.toArray(Integer[]::new))
                .map(row -> read(row::get).row());
    }

    /** What is believed of these assets by name, and can not be found but by their products. */
    List<Stored<Booking>> ofAssets(DSLContext db, Collection<UUID> products, Collection<UUID> assets) {
        return db.fetch(SELECT + """
                        where stock_id in (select s.id from availability.stock s where s.product_id = any (?)) and known_to is null
                          and coalesce(scanned_asset, asset_id) = any (?)
                        order by id
                        """, products.toArray(UUID[]::new), assets.toArray(UUID[]::new))
                .map(row -> read(row::get));
    }

    List<Movements.Out> out(DSLContext db, UUID owner) {
        return db.fetch("""
                        select b.line_id, s.product_id, s.case_id, s.warehouse_id, sum(b.quantity)::integer as quantity, b.scanned_asset,
                               coalesce(p.name, c.name || ' ' || c.number) as item, coalesce(p.kind = 'SERIALISED', false) as numbered
                          from availability.booking b
                          join availability.stock s on s.id = b.stock_id
                          left join availability.product_seen p on p.id = s.product_id
                          left join availability.case_seen c on c.id = s.case_id
                         where b.owner_id = ? and b.known_to is null and b.progress = 'OUT' and p.kind is distinct from 'CONSUMABLE'
                         group by b.line_id, s.product_id, s.case_id, s.warehouse_id, b.scanned_asset, p.name, p.kind, c.name, c.number
                         order by item, b.line_id, b.scanned_asset
                        """, owner)
                .map(row -> new Movements.Out(
                        row.get("line_id", UUID.class),
                        Facts.key(row),
                        row.get("quantity", Integer.class),
                        row.get("scanned_asset", UUID.class),
                        row.get("item", String.class),
                        row.get("numbered", Boolean.class)));
    }

    /** Those of these assets that are booked as out and are not: somebody took them back by hand, in their register. */
    List<Returned> returned(DSLContext db, Collection<UUID> assets) {
        if (assets.isEmpty()) return List.of();
        return Plain.fetch(
                db,
                """
                select b.id, b.owner_id, b.scanned_asset, a.status_since
                  from unnest(?::uuid[]) as t (id)
                  join availability.booking b on b.scanned_asset = t.id and b.progress = 'OUT' and b.known_to is null
                  join availability.owner o on o.id = b.owner_id
                  join inventory.asset a on a.id = t.id
                 where a.status not in ('CHECKED_OUT', 'ON_SITE', 'DAMAGED', 'LOST') or a.out_for is distinct from o.kind || ':' || o.id
                """,
                row -> new Returned(
                        row.get("id", Long.class),
                        row.get("owner_id", UUID.class),
                        row.get("scanned_asset", UUID.class),
                        row.get("status_since", Instant.class)),
                (Object) assets.toArray(UUID[]::new));
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

    private static Stored<Booking> read(Plain.Row row) {
        Integer chance = row.get("chance_percent", Integer.class);
        int from = Seconds.beginning(row.get("begins", Instant.class));
        int to = Seconds.endOrForever(row.get("ends", Instant.class));
        var progress = Progress.valueOf(row.get("progress", String.class));
        boolean planned = progress == Progress.PLANNED;
        return new Stored<>(
                row.get("id", Long.class),
                new Booking(
                        row.get("owner_id", UUID.class),
                        row.get("line_id", UUID.class),
                        row.get("stock_id", Integer.class),
                        row.get("quantity", Integer.class),
                        from,
                        to,
                        row.get("asset_id", UUID.class),
                        Standing.valueOf(row.get("standing", String.class)),
                        chance == null ? -1 : chance,
                        row.get("option_until", Instant.class),
                        row.get("priority_at", Instant.class),
                        progress,
                        row.get("scanned_asset", UUID.class),
                        planned ? from : Seconds.beginningOrAlways(row.get("planned_begins", Instant.class)),
                        planned ? to : Seconds.endOrForever(row.get("planned_ends", Instant.class))));
    }

    static void name(Collection<Owner> owners, Together go) {
        if (owners.isEmpty()) return;
        go.execute(
                """
                insert into availability.owner as o (id, kind, label)
                select * from unnest(?::uuid[], ?::text[], ?::text[])
                on conflict (id) do update set label = excluded.label where o.label <> excluded.label
                """,
                column(owners, UUID.class, Owner::id),
                column(owners, String.class, Owner::kind),
                column(owners, String.class, Owner::label));
    }

    static void close(Instant now, List<Long> ids, Together go) {
        if (ids.isEmpty()) return;
        go.execute(
                "update availability.booking set known_to = ?::timestamptz where id = any (?)",
                now.toString(),
                ids.toArray(Long[]::new));
    }

    /** Few go with what else is written, many are faster by themselves. */
    static void open(DSLContext db, Instant now, List<Booking> rows, Together go) {
        if (rows.isEmpty()) return;
        if (rows.size() <= FEW) {
            openFew(now, rows, go);
            return;
        }
        go.run(db);
        var all = new BinaryRows(16);
        for (var b : rows) {
            boolean planned = b.progress() == Progress.PLANNED;
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
                    .uuid(b.scanned())
                    .second(planned ? Seconds.ALWAYS : b.plannedFrom())
                    .second(planned ? Seconds.FOREVER : b.plannedTo())
                    .instant(now);
        }
        db.connection(connection -> all.copy(connection, "availability.booking (" + COLUMNS + ")"));
    }

    private static void openFew(Instant now, List<Booking> rows, Together go) {
        go.execute(
                "insert into availability.booking (" + COLUMNS + ")" + """

                select owner_id, line_id, stock_id, quantity, to_timestamp(begins), to_timestamp(ends), asset_id, standing, chance_percent,
                       option_until::timestamptz, priority_at::timestamptz, progress, scanned_asset, to_timestamp(planned_begins),
                       to_timestamp(planned_ends), ?::timestamptz
                  from unnest(?::uuid[], ?::uuid[], ?::int[], ?::int[], ?::bigint[], ?::bigint[], ?::uuid[], ?::text[], ?::int[], ?::text[],
                              ?::text[], ?::text[], ?::uuid[], ?::bigint[], ?::bigint[])
                       b (owner_id, line_id, stock_id, quantity, begins, ends, asset_id, standing, chance_percent, option_until,
                          priority_at, progress, scanned_asset, planned_begins, planned_ends)
                """,
                now.toString(),
                column(rows, UUID.class, Booking::owner),
                column(rows, UUID.class, Booking::line),
                column(rows, Integer.class, Booking::stock),
                column(rows, Integer.class, Booking::quantity),
                column(rows, Long.class, b -> Seconds.epoch(b.from())),
                column(rows, Long.class, b -> Seconds.epoch(b.to())),
                column(rows, UUID.class, Booking::asset),
                column(rows, String.class, b -> b.standing().name()),
                column(rows, Integer.class, b -> b.chancePercent() < 0 ? null : (Integer) b.chancePercent()),
                column(rows, String.class, b -> text(b.optionUntil())),
                column(rows, String.class, b -> text(b.priorityAt())),
                column(rows, String.class, b -> b.progress().name()),
                column(rows, UUID.class, Booking::scanned),
                column(rows, Long.class, b -> b.progress() == Progress.PLANNED ? null : Seconds.epoch(b.plannedFrom())),
                column(rows, Long.class, b -> b.progress() == Progress.PLANNED ? null : Seconds.epoch(b.plannedTo())));
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
