package eventkit.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The answers of the search by its look-ups in bare SQL: nobody asks who may see them, nothing is ranked by hand, no JSON is written. */
final class BareSearch implements AutoCloseable {
    private static final String CODE = """
            select c.kind, c.id, c.shown, e.title, p.title
              from unnest(array['asset', 'product', 'case', 'kit', 'location', 'maintenance-job', 'user']) k (kind)
             cross join lateral (
               select * from insight.search_code c where c.kind = k.kind and c.code >= ? and c.code < ? order by c.code limit 30) c
              join insight.search_entry e on e.kind = c.kind and e.id = c.id
              left join insight.search_entry p on p.kind = 'product' and p.id = e.parent_id
            """;
    private static final String WORDS = """
            with f as (
              select e.kind, e.id, e.title, e.subtitle, e.code, e.active from insight.search_entry e where e.words @@ ?::tsquery limit 2000),
            best as (
              select f.*, count(*) over (partition by kind) as total,
                     row_number() over (partition by kind order by active desc, length(title), title) as place
                from f)
            select b.kind, b.id, b.title from best b where place <= 50
            union all
            select * from (
              select a.kind, a.id, a.title
                from (select * from best where kind = 'product' and place <= 50 order by place) p
               cross join lateral (
                 select * from insight.search_entry a where a.parent_id = p.id and a.kind = 'asset' order by a.title limit 10) a
               limit 10) x
            """;
    private static final String MEANT = "select distinct word from insight.search_typo where rest = any (?) limit 500";
    private static final String ALIKE = "select word from insight.search_word where word operator(core.%) ? limit 30";

    private final Connection connection;
    private final PreparedStatement code;
    private final PreparedStatement words;
    private final PreparedStatement meant;
    private final PreparedStatement alike;

    BareSearch(Connection connection) throws SQLException {
        this.connection = connection;
        code = connection.prepareStatement(CODE);
        words = connection.prepareStatement(WORDS);
        meant = connection.prepareStatement(MEANT);
        alike = connection.prepareStatement(ALIKE);
    }

    void find(String q) throws SQLException {
        byCode(q);
        byWords(split(q).stream().map(w -> "'" + w + "':*").collect(Collectors.joining(" & ")));
    }

    /** For a query of one word. */
    void meant(String q) throws SQLException {
        find(q);
        var word = q.toLowerCase(Locale.ROOT);
        var rests = new ArrayList<String>(List.of(word));
        for (int i = 0; i < word.length(); i++) rests.add(word.substring(0, i) + word.substring(i + 1));
        meant.setArray(1, connection.createArrayOf("text", rests.toArray()));
        var found = read(meant);
        alike.setString(1, word);
        found.addAll(read(alike));
        if (!found.isEmpty())
            byWords(found.stream().distinct().limit(8).map(w -> "'" + w + "'").collect(Collectors.joining(" | ")));
    }

    private void byCode(String q) throws SQLException {
        var folded = String.join("", split(q));
        code.setString(1, folded);
        code.setString(2, folded + new String(Character.toChars(Character.MAX_CODE_POINT)));
        read(code);
    }

    private void byWords(String tsquery) throws SQLException {
        words.setString(1, tsquery);
        read(words);
    }

    private static List<String> split(String q) {
        var words = new ArrayList<String>();
        for (var word : q.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1)) if (!word.isEmpty()) words.add(word);
        return words;
    }

    private static List<String> read(PreparedStatement statement) throws SQLException {
        var first = new ArrayList<String>();
        try (var result = statement.executeQuery()) {
            while (result.next()) first.add(result.getString(1));
        }
        return first;
    }

    @Override
    public void close() throws SQLException {
        for (var statement : List.of(code, words, meant, alike)) statement.close();
    }
}
