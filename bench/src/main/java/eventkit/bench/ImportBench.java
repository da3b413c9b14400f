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
    private static final int WARM_UP_ROWS = 5_000;
    private static final double BAR = 0.25;
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
    public List<Figure> run(Path work, Options options) throws Exception {
        var data = work.resolve("data");
        int count = options.count(ROWS, 5_000);
        try (var server = Server.start(data, "run")) {
            var owner = Company.furnish(server, 1).owner();
            for (int i = 0; i < options.count(6, 1); i++) bring(owner, csv("W" + i + "-", WARM_UP_ROWS, 1));
            var ours = new double[options.count(ROUNDS, 1)];
            var all = ours.clone();
            var alone = ours.clone();
            var cpu = Server.Cpu.NONE;
            for (int round = 0; round < ours.length; round++) {
                Company.settle(data);
                var before = counts(data);
                var cpuBefore = server.cpu();
                long start = System.nanoTime();
                bring(owner, csv("A" + round + "-", count, 1));
                ours[round] = (System.nanoTime() - start) / 1e9;
                cpu = cpu.plus(server.cpu().since(cpuBefore));
                all[round] = copy(data, before, TABLES);
                alone[round] = copy(data, before, TABLES.subList(0, 1));
            }
            double assets = count;
            return List.of(
                    Figure.ratioAtLeast(
                            "import of " + count + " assets / COPY of all their rows",
                            assets / median(ours),
                            assets / median(all),
                            " assets/s",
                            BAR),
                    Figure.beside(
                            "the same / COPY of the asset table alone",
                            assets / median(ours),
                            assets / median(alone),
                            " assets/s"),
                    Figure.stated(
                            "import, CPU of the server + PostgreSQL an asset",
                            Figure.number(cpu.jvmNanos() / 1e6 / ours.length / assets) + " + "
                                    + Figure.number(cpu.postgresNanos() / 1e6 / ours.length / assets) + " ms"),
                    Figure.stated("import, seconds", Figure.number(median(ours)) + " s"));
        }
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** @param series in every number and serial, so that each file brings others */
    static byte[] csv(String series, int rows, int products) {
        var text = new StringBuilder(
                "number;product;serial;location;purchase date;supplier;purchase cost;barcode;notes\r\n");
        for (int i = 0; i < rows; i++) {
            text.append("BSPOT-")
                    .append(series)
                    .append(i)
                    .append(";")
                    .append(Company.name(i % products))
                    .append(";SN")
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

    static void bring(Client client, byte[] csv) throws IOException, InterruptedException {
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

    /** Into fresh tables with the same columns, checks and indexes, with the commit; in seconds. */
    private static double copy(Path data, Map<String, Long> before, List<String> tables) throws Exception {
        try (var connection = connect(data)) {
            var rows = new ArrayList<byte[]>();
            for (var table : tables) rows.add(rows(connection, table, before.getOrDefault(table, 0L)));
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
            double seconds = (System.nanoTime() - start) / 1e9;
            connection.setAutoCommit(true);
            execute(connection, "drop schema bench cascade");
            return seconds;
        }
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
