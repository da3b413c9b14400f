package eventkit.bench;

import eventkit.availability.Free;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * A company with bookings in a data folder that no server is running on.
 *
 * @param cookie of its owner's session
 */
record BookedCompany(String cookie, UUID warehouse) {
    static BookedCompany make(Path data, int products, int bookings) throws Exception {
        try (var server = Server.start(data, "run");
                var connection = ImportBench.connect(data)) {
            var cookie = new Client(server.port).setUp().cookie();
            var warehouse = Bookings.warehouse(connection);
            Bookings.products(connection, warehouse, products, Bookings.PIECES);
            awaitSupply(connection, products);
            Bookings.book(connection, bookings);
            return new BookedCompany(cookie, warehouse);
        }
    }

    /** Until the engine has taken up what the registers say. */
    static void awaitSupply(java.sql.Connection connection, int products) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (Bookings.number(connection, "select count(*) from availability.fact") < products
                || Bookings.number(connection, "select count(*) from availability.dirty") > 0) {
            if (System.nanoTime() > end) throw new IllegalStateException("supply was not taken up");
            Thread.sleep(100);
        }
    }

    /** About the whole catalogue. */
    String question(Duration period) {
        return "/api/v1/availability/products?warehouse=" + warehouse + "&from=" + Bookings.FROM + "&to="
                + Bookings.FROM.plus(period);
    }

    /** Every line of the answer, against SQL on the rows. */
    void requireCorrect(byte[] answer, Sql sql, Duration period) throws SQLException {
        Map<UUID, Free> said = new HashMap<>();
        for (var line : Client.JSON.readTree(answer).path("items"))
            said.put(
                    UUID.fromString(line.path("id").asString()),
                    new Free(
                            line.path("firm").asInt(),
                            line.path("worst").asInt(),
                            line.path("expected").asInt()));
        if (said.isEmpty() || !said.equals(sql.freeByProduct(Bookings.FROM, Bookings.FROM.plus(period))))
            throw new IllegalStateException("the API and SQL do not answer the same");
    }
}
