package eventkit.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A warehouse with so many counted products and bookings of them over three years, the same in every run: each of a quarter of an hour's beginning, of 4 to
 * 120 hours, of one to three pieces; nine in ten confirmed, the tenth an option.
 */
final class Bookings {
    static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    static final int DAYS = 1_095;
    static final int HOURS_MAX = 120;
    static final int PIECES = 20;

    /** In the middle of it. */
    static final Instant FROM = Instant.parse("2027-06-01T00:00:00Z");

    private static final int LINES_OF_AN_OWNER = 20;
    private static final String TABLE = "availability.booking";

    private Bookings() {}

    static UUID warehouse(Connection connection) throws SQLException {
        var id = new UUID(0xB0, 1);
        try (var insert = connection.prepareStatement(
                "insert into inventory.location (id, kind, name, path, warehouse_id) values (?, 'WAREHOUSE', 'Bench hall', array[?::uuid], ?)")) {
            for (int i = 1; i <= 3; i++) insert.setObject(i, id);
            insert.executeUpdate();
        }
        return id;
    }

    /** Their ids run from 0; what the register says of them follows by the triggers. */
    static void products(Connection connection, UUID warehouse, int count, int pieces) throws SQLException {
        run(connection, """
                insert into catalogue.product (id, kind, name, currency, created_at)
                select (lpad(to_hex(n), 32, '0'))::uuid, 'BULK', 'Bench cable ' || n, 'EUR', '2020-01-01Z' from generate_series(0, %d) n
                """.formatted(count - 1));
        run(connection, """
                with l as (
                  insert into stock.level (id, product_id, location_id, quantity, changed_at, version)
                  select gen_random_uuid(), (lpad(to_hex(n), 32, '0'))::uuid, '%s', %d, '2020-01-01Z', 1 from generate_series(0, %d) n
                  returning product_id, location_id, quantity)
                insert into stock.entry (id, product_id, location_id, sequence, kind, delta, resulting, operation_id, at, by_name)
                select gen_random_uuid(), product_id, location_id, 1, 'RECEIPT', quantity, quantity, gen_random_uuid(), '2020-01-01Z', 'Owner' from l
                """.formatted(warehouse, pieces, count - 1));
    }

    static UUID product(int number) {
        return new UUID(0, number);
    }

    /** Straight into the rows: what 2,000,000 claims would leave. Whoever has an image must read it anew. */
    static void book(Connection connection, int count) throws SQLException {
        run(connection, """
                insert into availability.owner (id, kind, label)
                select (lpad(to_hex(n), 32, '0'))::uuid, 'event', 'Event ' || n from generate_series(0, %d) n
                """.formatted((count - 1) / LINES_OF_AN_OWNER));
        long stocks = number(connection, "select count(*) from availability.stock where product_id is not null");
        var again = takeOff(connection);
        run(connection, """
                insert into availability.booking
                       (owner_id, line_id, stock_id, quantity, begins, ends, standing, option_until, priority_at, known_from)
                select (lpad(to_hex(n / %d), 32, '0'))::uuid, (lpad(to_hex(n), 32, '0'))::uuid, s.id, 1 + %s, begins, begins + interval '1 hour' * (4 + %s),
                       case when n %% 10 = 9 then 'OPTION' else 'CONFIRMED' end, case when n %% 10 = 9 then timestamptz '2040-01-01Z' end,
                       timestamptz '2025-01-01Z' + n * interval '1 second', timestamptz '2025-01-01Z' + n * interval '1 second'
                  from generate_series(0, %d) n
                  join (select id, row_number() over (order by product_id) - 1 as place
                          from availability.stock where product_id is not null) s on s.place = n * 7919::bigint %% %d
                 cross join lateral (select timestamptz '%s' + interval '15 minutes' * %s as begins) b
                """.formatted(
                LINES_OF_AN_OWNER, hash(1, 3), hash(2, HOURS_MAX - 3), count - 1, stocks, BEGIN, hash(3, DAYS * 96)));
        for (var statement : again) run(connection, statement);
        run(
                connection,
                "vacuum analyze availability.booking, availability.owner, availability.stock, availability.fact");
    }

    private static String hash(int seed, int below) {
        return "((hashint8extended(n, " + seed + ") & 9223372036854775807) % " + below + ")::int";
    }

    /** Indexes and foreign keys are quicker made of all rows than row by row. Returns what makes them again. */
    private static List<String> takeOff(Connection connection) throws SQLException {
        var again = new ArrayList<String>();
        for (var row : strings(connection, """
                select format('alter table %1$s drop constraint %2$I', conrelid::regclass, conname),
                       format('alter table %1$s add constraint %2$I %3$s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                  from pg_constraint where conrelid = '%TABLE'::regclass and contype in ('f', 'x', 'c')
                """)) {
            run(connection, row[0]);
            again.add(row[1]);
        }
        for (var row : strings(connection, """
                select 'drop index ' || indexrelid::regclass, pg_get_indexdef(indexrelid)
                  from pg_index where indrelid = '%TABLE'::regclass and not indisprimary
                """)) {
            run(connection, row[0]);
            again.add(row[1]);
        }
        return again;
    }

    private static List<String[]> strings(Connection connection, String sql) throws SQLException {
        var result = new ArrayList<String[]>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql.replace("%TABLE", TABLE))) {
            while (rows.next()) result.add(new String[] {rows.getString(1), rows.getString(2)});
        }
        return result;
    }

    static void run(Connection connection, String sql) throws SQLException {
        ImportBench.execute(connection, sql);
    }

    static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
