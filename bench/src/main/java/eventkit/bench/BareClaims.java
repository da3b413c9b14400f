package eventkit.bench;

import eventkit.availability.Claim;
import eventkit.availability.ClaimLine;
import eventkit.availability.ClaimLine.What;
import eventkit.postgres.DatabaseAccess;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * The rows of a claim by plain JDBC on one connection: the owner and all lines with one statement each, and a commit. Nobody asks whether there is enough. The
 * tables have the same columns, checks, indexes and foreign keys as ours.
 */
final class BareClaims implements AutoCloseable {
    private static final String OWNER = "insert into bench.owner (id, kind, label) values (?, ?, ?)";
    private static final String LINES = """
            insert into bench.booking (owner_id, line_id, stock_id, quantity, begins, ends, standing, priority_at, known_from)
            select ?, line_id, stock_id, quantity, ?, ?, 'CONFIRMED', now(), now()
              from unnest(?::uuid[], ?::int[], ?::int[]) b (line_id, stock_id, quantity)
            """;

    private final Connection connection;
    private final PreparedStatement owner;
    private final PreparedStatement lines;
    private final Map<UUID, Integer> stocks;

    BareClaims(DatabaseAccess database, Map<UUID, Integer> stocks) throws SQLException {
        this.stocks = stocks;
        connection = database.connect();
        connection.setAutoCommit(false);
        owner = connection.prepareStatement(OWNER);
        lines = connection.prepareStatement(LINES);
    }

    static Map<UUID, Integer> prepare(Connection connection) throws SQLException {
        Bookings.run(connection, "create schema bench");
        Bookings.run(connection, "create table bench.owner (like availability.owner including all)");
        Bookings.run(connection, "create table bench.booking (like availability.booking including all)");
        Bookings.run(connection, "alter table bench.booking add foreign key (owner_id) references bench.owner");
        Bookings.run(connection, "alter table bench.booking add foreign key (stock_id) references availability.stock");
        Map<UUID, Integer> stocks = new HashMap<>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select product_id, id from availability.stock where product_id is not null")) {
            while (rows.next()) stocks.put(rows.getObject(1, UUID.class), rows.getInt(2));
        }
        return stocks;
    }

    int write(Claim claim) throws SQLException {
        var id = claim.owner().id();
        owner.setObject(1, id);
        owner.setString(2, claim.owner().kind());
        owner.setString(3, claim.owner().label());
        owner.executeUpdate();
        var all = claim.lines();
        var period = all.getFirst().occupancy();
        lines.setObject(1, id);
        lines.setTimestamp(2, Timestamp.from(period.from()));
        lines.setTimestamp(3, Timestamp.from(period.to()));
        array(4, "uuid", all, ClaimLine::id);
        array(
                5,
                "int4",
                all,
                line -> Objects.requireNonNull(
                        stocks.get(((What.OfProduct) line.what()).id().value())));
        array(6, "int4", all, ClaimLine::quantity);
        int written = lines.executeUpdate();
        connection.commit();
        return written;
    }

    private void array(int at, String type, List<ClaimLine> all, Function<ClaimLine, Object> value)
            throws SQLException {
        lines.setArray(
                at, connection.createArrayOf(type, all.stream().map(value).toArray()));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
