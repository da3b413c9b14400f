package eventkit.bench;

import eventkit.postgres.PostgresServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;
import tools.jackson.databind.JsonNode;

/**
 * 100,000 assets by CSV through the API, from the first byte sent to the last row committed, beside PostgreSQL's own COPY of the rows that came of
 * it, into tables with the same indexes. The copies have neither foreign keys nor triggers; ours have.
 */
final class ImportBench implements Benchmark {
    private static final int ROWS = 100_000;
    private static final int ROUNDS = 3;
    private static final List<String> TABLES = List.of(
            "inventory.asset",
            "inventory.asset_alias",
            "inventory.asset_code",
            "inventory.asset_movement",
            "core.audit_entry",
            "insight.search_entry",
            "insight.search_code");

    @Override
    public String about() {
        return "100,000 assets by CSV, beside COPY of the same rows";
    }

    @Override
    public List<Figure> run(Path work) throws Exception {
        var data = work.resolve("data");
        try (var server = Server.start(data, "run")) {
            var client = new Client(server.port).setUp();
            client.post(
                    "/api/v1/products",
                    Map.of(
                            "kind",
                            "SERIALISED",
                            "name",
                            "Bench Spot",
                            "manufacturer",
                            "Bench",
                            "model",
                            "Spot",
                            "numberPrefix",
                            "BSPOT"));
            client.post("/api/v1/locations", Map.of("kind", "WAREHOUSE", "name", "Bench hall", "code", "BH"));
            bring(client, csv("W", 2_000));
            var before = counts(data);
            long start = System.nanoTime();
            bring(client, csv("A", ROWS));
            double ours = (System.nanoTime() - start) / 1e9;
            double all = copy(data, before, TABLES);
            double alone = copy(data, before, List.of("inventory.asset"));
            return List.of(
                    new Figure(
                            "import of 100,000 assets, all their rows",
                            Figure.number(ROWS / ours) + " assets/s",
                            Figure.number(ROWS / all) + " assets/s",
                            Figure.number(all / ours),
                            ">= 0.250",
                            all / ours >= 0.25),
                    new Figure(
                            "the same beside COPY of the asset table alone",
                            Figure.number(ROWS / ours) + " assets/s",
                            Figure.number(ROWS / alone) + " assets/s",
                            Figure.number(alone / ours),
                            "-",
                            null));
        }
    }

    private static byte[] csv(String series, int rows) {
        var text = new StringBuilder(
                "number;product;serial;location;purchase date;supplier;purchase cost;barcode;notes\r\n");
        for (int i = 0; i < rows; i++) {
            text.append("BSPOT-")
                    .append(series)
                    .append(i)
                    .append(";Bench Spot;SN")
                    .append(series)
                    .append(i * 7919L)
                    .append(";BH;2026-03-")
                    .append(10 + i % 20)
                    .append(";Supplier ")
                    .append(i % 50)
                    .append(";")
                    .append(100 + i % 900)
                    .append(".50;4006")
                    .append(series)
                    .append(i)
                    .append(";\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void bring(Client client, byte[] csv) throws IOException, InterruptedException {
        var boundary = "eventkit" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nASSETS\r\n--" + boundary
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"assets.csv\"\r\nContent-Type: text/csv\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(csv);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var upload = Client.JSON.readTree(
                client.send("POST", "/api/v1/imports", body.toByteArray(), "multipart/form-data; boundary=" + boundary)
                        .body());
        var id = upload.path("id").asString();
        client.send(
                "PUT",
                "/api/v1/imports/" + id + "/mapping",
                Client.JSON.writeValueAsBytes(upload.path("suggested")),
                "application/json",
                Map.of("If-Match", "*"));
        var job = client.post("/api/v1/imports/" + id + "/run", Map.of())
                .path("jobId")
                .asString();
        JsonNode state;
        do {
            Thread.sleep(20);
            state = client.get("/api/v1/jobs/" + job);
        } while (List.of("QUEUED", "RUNNING").contains(state.path("state").asString()));
        if (!state.path("state").asString().equals("DONE")) throw new IOException("the import ended badly: " + state);
    }

    private static Map<String, Long> counts(Path data) throws Exception {
        var result = new LinkedHashMap<String, Long>();
        try (var connection = connect(data)) {
            for (var table : TABLES) result.put(table, number(connection, "select count(*) from " + table));
        }
        return result;
    }

    /** Best of three, as COPY would do it on a good day; each into fresh tables, with the commit. */
    private static double copy(Path data, Map<String, Long> before, List<String> tables) throws Exception {
        double best = Double.MAX_VALUE;
        try (var connection = connect(data)) {
            var rows = new ArrayList<byte[]>();
            for (var table : tables) rows.add(rows(connection, table, before.getOrDefault(table, 0L)));
            for (int round = 0; round < ROUNDS; round++) {
                execute(connection, "drop schema if exists bench cascade");
                execute(connection, "create schema bench");
                for (int i = 0; i < tables.size(); i++)
                    execute(connection, "create table bench.t" + i + " (like " + tables.get(i) + " including all)");
                connection.setAutoCommit(false);
                long start = System.nanoTime();
                for (int i = 0; i < tables.size(); i++) {
                    var copy = connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn("copy bench.t" + i + " (" + columns(connection, tables.get(i)) + ") from stdin");
                    copy.writeToCopy(rows.get(i), 0, rows.get(i).length);
                    copy.endCopy();
                }
                connection.commit();
                best = Math.min(best, (System.nanoTime() - start) / 1e9);
                connection.setAutoCommit(true);
            }
            execute(connection, "drop schema bench cascade");
        }
        return best;
    }

    /** Those that the measured import brought: the last of the table, in the order in which they were written. */
    private static byte[] rows(Connection connection, String table, long skip) throws SQLException, IOException {
        var out = new ByteArrayOutputStream();
        connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy (select " + columns(connection, table) + " from " + table + " order by ctid offset "
                                + skip + ") to stdout",
                        out);
        return out.toByteArray();
    }

    private static String columns(Connection connection, String table) throws SQLException {
        var sql = "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute"
                + " where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = ''";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, table);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    static Connection connect(Path data) throws Exception {
        return PostgresServer.running(data)
                .orElseThrow(() -> new IOException("no database at " + data))
                .connect();
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
