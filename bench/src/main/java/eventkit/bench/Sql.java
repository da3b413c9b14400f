package eventkit.bench;

import eventkit.availability.Free;
import eventkit.availability.Kernel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * The same questions to PostgreSQL on the same rows, as well as we can put them. It is given what the module has not: it knows how long the longest booking
 * is, so that one index over the beginnings finds all that overlaps; supply does not change over time; the expected number is left out; and
 * the answers are summed up where they are, so that no row has to be brought over.
 */
final class Sql {
    /** A sweep over the change points of what overlaps; peers of one moment are summed together, so that back to back does not collide. */
    private static final String FREE = """
            with b as (
              select stock_id, greatest(begins, :from) as begins, ends, quantity, case when standing = 'CONFIRMED' then quantity else 0 end as firm
                from availability.booking
               where known_to is null and begins < :to and begins > :from - interval '%d hours' and ends > :from),
            step as (
              select stock_id, begins as at, -firm as firm, -quantity as worst from b
              union all
              select stock_id, ends, firm, quantity from b where ends < :to),
            level as (
              select stock_id, sum(firm) over w as firm, sum(worst) over w as worst from step window w as (partition by stock_id order by at)),
            least as (select stock_id, min(firm) as firm, min(worst) as worst from level group by stock_id)
            select o.stock_id, o.quantity + coalesce(l.firm, 0) as firm, o.quantity + coalesce(l.worst, 0) as worst
              from bench.owned o left join least l on l.stock_id = o.stock_id
            """.formatted(Bookings.HOURS_MAX);

    private static final String STEPS = """
            select stock_id, firm[i:j] as firm, worst[i:j] as worst
              from (select stock_id, firm, worst, width_bucket(:from, at) as i, width_bucket(:to - 1, at) as j from bench.slice offset 0) s
            """;

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** What the questions need, each kept as if it cost nothing to keep. */
    static Sql prepare(Connection connection) throws SQLException {
        Bookings.run(connection, "drop schema if exists bench cascade");
        Bookings.run(connection, "create schema bench");
        Bookings.run(connection, """
                create table bench.owned as
                select s.id as stock_id, coalesce(sum(f.firm), 0)::int as quantity
                  from availability.stock s left join availability.fact f on f.stock_id = s.id and f.known_to is null group by s.id
                """);
        Bookings.run(connection, "alter table bench.owned add primary key (stock_id)");
        Bookings.run(connection, """
                create index if not exists bench_sweep on availability.booking (begins) include (ends, stock_id, quantity, standing) where known_to is null
                """);
        slices(connection);
        Bookings.run(connection, "vacuum analyze bench.owned, bench.slice, availability.booking");
        Bookings.run(connection, "set work_mem = '64MB'");
        return new Sql(connection);
    }

    /** Sorted change points with what is free from there on, summed up in advance, a row a stock; the first stands before all time. */
    private static void slices(Connection connection) throws SQLException {
        Bookings.run(
                connection,
                "create table bench.slice (stock_id int primary key, at int[] not null, firm int[] not null, worst int[] not null)");
        Bookings.run(connection, "set work_mem = '256MB'");
        for (var column : new String[] {"at", "firm", "worst"})
            Bookings.run(
                    connection,
                    "alter table bench.slice alter column " + column + " set storage external"); // nothing is packed
        Bookings.run(
                connection,
                "alter table bench.slice set (toast_tuple_target = 8160)"); // and stays in its row where it fits
        Bookings.run(connection, """
                insert into bench.slice
                with b as (
                  select stock_id, (extract(epoch from begins) - 946684800)::int as begins, (extract(epoch from ends) - 946684800)::int as ends,
                         quantity, case when standing = 'CONFIRMED' then quantity else 0 end as firm
                    from availability.booking where known_to is null),
                step as (
                  select stock_id, at, sum(firm) as firm, sum(worst) as worst
                    from (select stock_id, begins as at, -firm as firm, -quantity as worst from b
                          union all select stock_id, ends, firm, quantity from b
                          union all select stock_id, -2147483648, quantity, quantity from bench.owned) s
                   group by stock_id, at having at = -2147483648 or sum(firm) <> 0 or sum(worst) <> 0)
                select stock_id, array_agg(at order by at), array_agg(firm order by at), array_agg(worst order by at)
                  from (select stock_id, at, (sum(firm) over w)::int as firm, (sum(worst) over w)::int as worst
                          from step window w as (partition by stock_id order by at)) l
                 group by stock_id
                """);
    }

    /** By the number of the stock. */
    Map<Integer, Free> free(Instant from, Instant to) throws SQLException {
        Map<Integer, Free> result = new HashMap<>();
        try (var statement = connection.prepareStatement(free(FREE, from, to));
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                int worst = rows.getInt(3);
                result.put(rows.getInt(1), new Free(rows.getInt(2), worst, worst));
            }
        }
        return result;
    }

    Map<UUID, Free> freeByProduct(Instant from, Instant to) throws SQLException {
        var byStock = free(from, to);
        Map<UUID, Free> result = new HashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select product_id, id from availability.stock where product_id is not null")) {
            while (rows.next())
                result.put(rows.getObject(1, UUID.class), Objects.requireNonNull(byStock.get(rows.getInt(2))));
        }
        return result;
    }

    PreparedStatement freeSummed(Instant from, Instant to) throws SQLException {
        return connection.prepareStatement(
                "select count(*), sum(firm), sum(worst) from (" + free(FREE, from, to) + ") q");
    }

    /** Handed out, and no more: how long the slices are. */
    PreparedStatement slices(Instant from, Instant to) throws SQLException {
        return connection.prepareStatement(
                "select sum(cardinality(firm)), sum(cardinality(worst)), 0 from (" + steps(STEPS, from, to) + ") q");
    }

    /** Each number of each slice is looked at, as our side does. */
    PreparedStatement slicesSummed(Instant from, Instant to) throws SQLException {
        return connection.prepareStatement(
                "select sum(cardinality(firm)), sum((select sum(v) from unnest(firm) v)), sum((select sum(v) from unnest(worst) v)) from ("
                        + steps(STEPS, from, to) + ") q");
    }

    private static String free(String sql, Instant from, Instant to) {
        return sql.replace(":from", "timestamptz '" + from + "'").replace(":to", "timestamptz '" + to + "'");
    }

    private static String steps(String sql, Instant from, Instant to) {
        return sql.replace(":from", "" + second(from)).replace(":to", "" + second(to));
    }

    private static long second(Instant instant) {
        return instant.getEpochSecond() - 946_684_800L;
    }

    static Kernel.Sum sum(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            row.next();
            return new Kernel.Sum(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }
}
