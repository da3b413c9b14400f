package eventkit.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The search over the API with a million things to find, beside bare SQL that finds the same. */
final class SearchBench implements Benchmark {
    private static final int PRODUCTS = 20_000;
    private static final int ASSETS = 980_000;
    private static final int QUERIES = 2_000;
    private static final String[] SYLLABLES = {
        "ro", "bin", "spi", "ka", "ma", "ver", "ick", "lu", "men", "tra", "pix", "el", "zo", "nar", "fla", "kor", "vi",
        "den", "ax", "or", "um", "bra", "qua", "sil", "te"
    };

    @Override
    public String about() {
        return "search over 1,000,000 rows: prefix, typo, code; beside bare SQL";
    }

    @Override
    public List<Figure> run(Path work, Options options) throws Exception {
        var data = work.resolve("data");
        int assets = options.count(ASSETS, 20_000);
        int queries = options.count(QUERIES, 200);
        try (var server = Server.start(data, "run")) {
            var client = new Client(server.port).setUp();
            var random = new Random(42);
            try (var connection = ImportBench.connect(data);
                    var wire = new Wire(server.port, client.cookie());
                    var bare = new BareSearch(connection)) {
                var names = furnish(connection, random, options.count(PRODUCTS, 1_000), assets);
                var prefixes = new ArrayList<String>();
                var typos = new ArrayList<String>();
                var codes = new ArrayList<String>();
                for (int i = 0; i < queries; i++) {
                    var words = names.get(random.nextInt(names.size())).split(" ");
                    var word = words[random.nextInt(2)];
                    prefixes.add(word.substring(0, Math.min(word.length(), 3 + random.nextInt(3)))
                            + (random.nextInt(3) == 0 ? " " + words[1] : ""));
                    typos.add(misspelt(word, random));
                    codes.add("AS-"
                            + String.format("%07d", random.nextInt(assets)).substring(0, 4 + random.nextInt(4)));
                }
                var figures = new ArrayList<Figure>();
                double warmUp = options.seconds(10, 1);
                figures.addAll(measure("prefix", prefixes, wire, bare::find, warmUp));
                figures.addAll(measure("typo", typos, wire, bare::meant, warmUp));
                figures.addAll(measure("code", codes, wire, bare::find, warmUp));
                return figures;
            }
        }
    }

    /** One question to the database. */
    private interface Question {
        void ask(String q) throws SQLException;
    }

    private static List<Figure> measure(
            String name, List<String> queries, Wire wire, Question bare, double warmUpSeconds) throws Exception {
        long end = System.nanoTime() + (long) (warmUpSeconds * 1e9);
        for (int i = 0; System.nanoTime() < end; i++) {
            search(wire, queries.get(i % queries.size()));
            bare.ask(queries.get(i % queries.size()));
        }
        var ours = new long[queries.size()];
        var theirs = new long[queries.size()];
        for (int i = 0; i < ours.length; i++) {
            long start = System.nanoTime();
            search(wire, queries.get(i));
            long between = System.nanoTime();
            bare.ask(queries.get(i));
            ours[i] = between - start;
            theirs[i] = System.nanoTime() - between;
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        double p99 = at(ours, 0.99);
        return List.of(
                Figure.atMost("search, " + name + ", p99", p99, 50, " ms"),
                Figure.ratioAtMost("search, " + name + ", p99 / bare SQL", p99, at(theirs, 0.99), " ms", 3),
                Figure.beside("search, " + name + ", median / bare SQL", at(ours, 0.5), at(theirs, 0.5), " ms"));
    }

    private static double at(long[] sorted, double quantile) {
        return sorted[(int) (sorted.length * quantile)] / 1e6;
    }

    private static void search(Wire wire, String q) throws Exception {
        wire.get("/api/v1/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
    }

    private static List<String> furnish(Connection connection, Random random, int products, int assets)
            throws SQLException {
        var names = new ArrayList<String>();
        ImportBench.execute(connection, "begin");
        try (var insert = connection.prepareStatement(
                "insert into catalogue.product (id, kind, manufacturer, model, name, currency, created_at) values (gen_random_uuid(), 'SERIALISED', ?, ?, ?, 'EUR', now()) on conflict do nothing")) {
            for (int i = 0; i < products; i++) {
                var maker = word(random, 2 + i % 2);
                var model = word(random, 3) + " " + (100 + random.nextInt(900));
                names.add(maker + " " + model);
                insert.setString(1, maker);
                insert.setString(2, model + " " + i);
                insert.setString(3, maker + " " + model + " " + i);
                insert.addBatch();
                if (i % 500 == 499) insert.executeBatch();
            }
            insert.executeBatch();
        }
        ImportBench.execute(connection, """
                with p as (select id, row_number() over (order by id) - 1 as place from catalogue.product)
                insert into insight.search_entry (kind, id, parent_id, title, code)
                select 'asset', gen_random_uuid(), p.id, 'AS-' || lpad(n::text, 7, '0'), 'AS-' || lpad(n::text, 7, '0')
                  from generate_series(0::bigint, %d) n
                  join p on p.place = n %% (select count(*) from catalogue.product)
                """.formatted(assets - 1));
        ImportBench.execute(connection, """
                insert into insight.search_code (code, kind, id, shown)
                select insight.code(e.code), e.kind, e.id, e.code from insight.search_entry e where e.kind = 'asset'
                union all
                select 'sn' || (row_number() over () * 7919), e.kind, e.id, 'SN ' || (row_number() over () * 7919)
                  from insight.search_entry e where e.kind = 'asset'
                """);
        ImportBench.execute(connection, "commit");
        ImportBench.execute(connection, "vacuum analyze");
        return names;
    }

    private static String word(Random random, int syllables) {
        var word = new StringBuilder();
        for (int i = 0; i < syllables; i++) word.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }

    private static String misspelt(String word, Random random) {
        int at = 1 + random.nextInt(Math.max(1, word.length() - 2));
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + "y" + word.substring(at);
            default -> word.substring(0, at) + "w" + word.substring(at + 1);
        };
    }
}
