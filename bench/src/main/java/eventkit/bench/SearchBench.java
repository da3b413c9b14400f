package eventkit.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
    public List<Figure> run(Path work) throws Exception {
        var data = work.resolve("data");
        try (var server = Server.start(data, "run")) {
            var client = new Client(server.port).setUp();
            var random = new Random(42);
            try (var connection = ImportBench.connect(data)) {
                var names = furnish(connection, random);
                var prefixes = new ArrayList<String>();
                var typos = new ArrayList<String>();
                var codes = new ArrayList<String>();
                for (int i = 0; i < QUERIES; i++) {
                    var words = names.get(random.nextInt(names.size())).split(" ");
                    var word = words[random.nextInt(2)];
                    prefixes.add(word.substring(0, Math.min(word.length(), 3 + random.nextInt(3)))
                            + (random.nextInt(3) == 0 ? " " + words[1] : ""));
                    typos.add(misspelt(word, random));
                    codes.add("AS-"
                            + String.format("%07d", random.nextInt(ASSETS)).substring(0, 4 + random.nextInt(4)));
                }
                var figures = new ArrayList<Figure>();
                figures.addAll(measure("prefix", prefixes, client, connection, true));
                figures.addAll(measure("typo", typos, client, connection, false));
                figures.addAll(measure("code", codes, client, connection, true));
                return figures;
            }
        }
    }

    private static List<String> furnish(Connection connection, Random random) throws SQLException {
        var names = new ArrayList<String>();
        ImportBench.execute(connection, "begin");
        try (var insert = connection.prepareStatement(
                "insert into catalogue.product (id, kind, manufacturer, model, name, currency, created_at) values (gen_random_uuid(), 'SERIALISED', ?, ?, ?, 'EUR', now()) on conflict do nothing")) {
            for (int i = 0; i < PRODUCTS; i++) {
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
                with p as (select id, row_number() over (order by id) - 1 as place, count(*) over () as many from catalogue.product)
                insert into insight.search_entry (kind, id, parent_id, title, code)
                select 'asset', gen_random_uuid(), p.id, 'AS-' || lpad(n::text, 7, '0'), 'AS-' || lpad(n::text, 7, '0')
                  from generate_series(0, %d) n join p on p.place = n %% p.many
                """.formatted(ASSETS - 1));
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

    private List<Figure> measure(
            String name, List<String> queries, Client client, Connection connection, boolean compared)
            throws Exception {
        for (var q : queries.subList(0, 300)) search(client, q);
        var ours = new long[queries.size()];
        for (int i = 0; i < ours.length; i++) {
            long start = System.nanoTime();
            search(client, queries.get(i));
            ours[i] = System.nanoTime() - start;
        }
        Arrays.sort(ours);
        double p99 = ours[(int) (ours.length * 0.99)] / 1e6;
        var figures = new ArrayList<Figure>();
        figures.add(Figure.atMost("search, " + name + ", p99", p99, 50, " ms"));
        figures.add(Figure.stated("search, " + name + ", median", Figure.number(ours[ours.length / 2] / 1e6) + " ms"));
        if (compared)
            figures.add(Figure.ratioAtMost(
                    "search, " + name + ", p99 beside bare SQL", p99, bare(queries, connection), " ms", 3));
        return figures;
    }

    /** The same answers by the same look-ups, with nothing around them. */
    private static double bare(List<String> queries, Connection connection) throws SQLException {
        try (var code = connection.prepareStatement("""
                        select c.kind, c.id, c.shown, e.title, p.title from unnest(array['asset', 'product', 'case', 'kit', 'location', 'maintenance-job', 'user']) k (kind)
                         cross join lateral (select * from insight.search_code c where c.kind = k.kind and c.code >= ? and c.code < ? order by c.code limit 30) c
                          join insight.search_entry e on e.kind = c.kind and e.id = c.id
                          left join insight.search_entry p on p.kind = 'product' and p.id = e.parent_id
                        """);
                var words = connection.prepareStatement("""
                        with f as (select e.kind, e.id, e.title, e.subtitle, e.code, e.active from insight.search_entry e where e.words @@ ?::tsquery limit 2000),
                        best as (select f.*, count(*) over (partition by kind) as total, row_number() over (partition by kind order by active desc, length(title), title) as place from f)
                        select b.kind, b.id, b.title from best b where place <= 50
                        union all
                        select * from (select a.kind, a.id, a.title from (select * from best where kind = 'product' and place <= 50 order by place) p
                         cross join lateral (select * from insight.search_entry a where a.parent_id = p.id and a.kind = 'asset' order by a.title limit 10) a limit 10) x
                        """)) {
            for (var q : queries.subList(0, 300)) ask(code, words, q);
            var times = new long[queries.size()];
            for (int i = 0; i < times.length; i++) {
                long start = System.nanoTime();
                ask(code, words, queries.get(i));
                times[i] = System.nanoTime() - start;
            }
            Arrays.sort(times);
            return times[(int) (times.length * 0.99)] / 1e6;
        }
    }

    private static void ask(PreparedStatement code, PreparedStatement words, String q) throws SQLException {
        var folded = q.replaceAll("[^A-Za-z0-9]", "").toLowerCase(java.util.Locale.ROOT);
        code.setString(1, folded);
        code.setString(2, folded + new String(Character.toChars(0x10FFFF)));
        read(code);
        var parts = new ArrayList<String>();
        for (var word : q.toLowerCase(java.util.Locale.ROOT).split("[^a-z0-9]+"))
            if (!word.isEmpty()) parts.add("'" + word + "':*");
        words.setString(1, String.join(" & ", parts));
        read(words);
    }

    private static void read(PreparedStatement statement) throws SQLException {
        try (var result = statement.executeQuery()) {
            while (result.next()) result.getString(3);
        }
    }

    private static void search(Client client, String q) throws Exception {
        client.send("GET", "/api/v1/search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8), null, null);
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
