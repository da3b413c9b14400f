package eventkit.insight;

import eventkit.insight.Folding.Folded;
import eventkit.insight.Found.By;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of the search. */
@Component
class SearchIndex {
    /** Of one word in a query; the rest of longer input is left out. */
    private static final int WORDS_MAX = 8;
    /** The largest code point: what is less than a prefix with this behind it begins with the prefix. */
    private static final String LAST = new String(Character.toChars(0x10FFFF));

    private static final int CANDIDATES_MAX = 2_000;
    private final DSLContext db;
    private final Folding folding;

    SearchIndex(DSLContext db, Folding folding) {
        this.db = db;
        this.folding = folding;
    }

    /** A part of the query between blanks: what it is as a code, and its words. */
    record Part(String code, List<String> words) {}

    record Asked(String folded, String code, List<Part> parts) {
        List<String> words() {
            return parts.stream()
                    .flatMap(p -> p.words().stream())
                    .distinct()
                    .limit(WORDS_MAX)
                    .toList();
        }

        /** The words of all other parts. */
        List<String> wordsBeside(Part part) {
            return parts.stream()
                    .filter(p -> p != part)
                    .flatMap(p -> p.words().stream())
                    .distinct()
                    .limit(WORDS_MAX)
                    .toList();
        }
    }

    record Hit(
            SearchKind kind,
            UUID id,
            String title,
            String subtitle,
            @Nullable String code,
            boolean active,
            By by,
            @Nullable String matched,
            long total) {}

    /** The query folded exactly as the index was. */
    Asked ask(String query) {
        var folded =
                folding.fold(Arrays.stream(query.split("\\s+")).limit(WORDS_MAX).toList());
        return new Asked(
                folded.stream().map(Folded::text).collect(Collectors.joining(" ")),
                folded.stream().map(f -> f.part().code()).collect(Collectors.joining()),
                folded.stream().map(Folded::part).toList());
    }

    /** By the beginning of a code, each kind by itself. */
    List<Hit> byCode(String code, Collection<SearchKind> kinds, int limit) {
        if (code.isEmpty()) return List.of();
        return db.resultQuery(
                        """
                        select c.kind, c.id, e.title, case when p.id is null then e.subtitle else p.title end as subtitle, e.code, e.active,
                               c.shown as matched, c.code = ? as exact, n.total
                          from unnest(?::text[]) k (kind)
                         cross join lateral (
                           select count(*) as total from (
                             select from insight.search_code c where c.kind = k.kind and c.code >= ? and c.code < ? limit ?) found) n
                         cross join lateral (
                           select c.* from insight.search_code c where c.kind = k.kind and c.code >= ? and c.code < ?
                            order by c.code limit ?) c
                          join insight.search_entry e on e.kind = c.kind and e.id = c.id
                          left join insight.search_entry p on p.kind = 'product' and p.id = e.parent_id
                         order by exact desc, e.active desc, c.code
                        """,
                        code,
                        labels(kinds),
                        code,
                        code + LAST,
                        Found.Group.TOTAL_MAX,
                        code,
                        code + LAST,
                        limit * 3)
                .fetch(r -> hit(r, r.get("exact", Boolean.class) ? By.CODE : By.CODE_PREFIX));
    }

    /** A word that begins a code together with words of the thing or of its product: {@code spica 00017}. */
    List<Hit> byCodeAndWords(String code, String words, Collection<SearchKind> kinds, int limit) {
        return db.resultQuery("""
                        select c.kind, c.id, e.title, case when p.id is null then e.subtitle else p.title end as subtitle, e.code, e.active,
                               c.shown as matched, count(*) over (partition by c.kind) as total
                          from unnest(?::text[]) k (kind)
                         cross join lateral (
                           select c.* from insight.search_code c where c.kind = k.kind and c.code >= ? and c.code < ?
                            order by c.code limit 500) c
                          join insight.search_entry e on e.kind = c.kind and e.id = c.id
                          left join insight.search_entry p on p.kind = 'product' and p.id = e.parent_id
                         where (coalesce(e.words, ''::tsvector) || coalesce(p.words, ''::tsvector)) @@ ?::tsquery
                         order by e.active desc, c.code limit ?
                        """, labels(kinds), code, code + LAST, words, limit * SearchKind.values().length)
                .fetch(r -> hit(r, By.CODE_PREFIX));
    }

    /**
     * By words: the best of each kind, ranked by whole words, by how the title begins, by how short it is.
     *
     * @param prefixes the query with word beginnings, {@code exact} the same with whole words
     */
    List<Hit> byWords(String prefixes, String exact, String folded, Collection<SearchKind> kinds, int limit, By by) {
        return db.resultQuery(
                        """
                        select * from (
                          select f.*, null::text as matched, count(*) over (partition by kind) as total,
                                 row_number() over (partition by kind
                                   order by active desc, starts desc, words @@ ?::tsquery desc, length(title), title, id) as place
                            from (
                              select e.kind, e.id, e.title, e.subtitle, e.code, e.active, e.words, insight.folded(e.title) like ? as starts
                                from insight.search_entry e
                               where e.words @@ ?::tsquery and e.kind = any(?::text[])
                               limit ?) f) ranked
                         where place <= ? order by kind, place
                        """,
                        exact,
                        folded.replace("\\", "").replace("%", "").replace("_", "") + "%",
                        prefixes,
                        labels(kinds),
                        CANDIDATES_MAX,
                        limit)
                .fetch(r -> hit(r, by));
    }

    /** The assets of products that were found, those of the best product first. */
    List<Hit> assetsOf(List<UUID> products, int limit, By by) {
        if (products.isEmpty()) return List.of();
        var ids = products.toArray(UUID[]::new);
        return db.resultQuery("""
                        select e.kind, e.id, e.title, p.title as subtitle, e.code, e.active, null::text as matched,
                               (select count(*) from (
                                  select from insight.search_entry x where x.parent_id = any(?::uuid[]) and x.kind = 'asset' limit ?) n) as total
                          from unnest(?::uuid[]) with ordinality o (id, place)
                          join insight.search_entry p on p.kind = 'product' and p.id = o.id
                         cross join lateral (
                           select * from insight.search_entry e where e.parent_id = o.id and e.kind = 'asset' order by e.title, e.id limit ?) e
                         order by o.place, e.title limit ?
                        """, ids, Found.Group.TOTAL_MAX, ids, limit, limit)
                .fetch(r -> hit(r, by));
    }

    boolean known(String beginning) {
        return db.fetchValue(
                                "select exists (select from insight.search_word where word >= ? and word < ?)",
                                beginning,
                                beginning + LAST)
                        instanceof Boolean b
                && b;
    }

    /** Words that people may have meant, the nearest first. */
    List<String> meant(String word, int max) {
        int allowed = Misspelling.allowed(word);
        if (allowed == 0) return List.of();
        var found = new ArrayList<String>();
        db.resultQuery("select distinct word from insight.search_typo where rest = any(?::text[]) limit 500", (Object)
                        Misspelling.rests(word).toArray(String[]::new))
                .forEach(r -> found.add(r.get(0, String.class)));
        if (allowed > 1) {
            db.resultQuery(
                            "select word from insight.search_word where word operator(core.%) ? order by core.similarity(word, ?) desc limit 30",
                            word, word)
                    .forEach(r -> found.add(r.get(0, String.class)));
        }
        return found.stream()
                .distinct()
                .filter(w -> Misspelling.distance(w, word) <= allowed)
                .sorted(Comparator.<String>comparingInt(w -> Misspelling.distance(w, word))
                        .thenComparing(w -> w))
                .limit(max)
                .toList();
    }

    private static Hit hit(Record r, By by) {
        return new Hit(
                SearchKind.of(r.get("kind", String.class)).orElseThrow(),
                r.get("id", UUID.class),
                r.get("title", String.class),
                Objects.requireNonNullElse(r.get("subtitle", String.class), ""),
                r.get("code", String.class),
                r.get("active", Boolean.class),
                by,
                r.get("matched", String.class),
                r.get("total", Long.class));
    }

    private static String[] labels(Collection<SearchKind> kinds) {
        return kinds.stream().map(SearchKind::label).toArray(String[]::new);
    }
}
