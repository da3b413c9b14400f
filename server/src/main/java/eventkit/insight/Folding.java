package eventkit.insight;

import eventkit.insight.SearchIndex.Part;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Folds what people type exactly as the index was folded, which only the database knows: its locale and its rules have a say. What it makes of
 * each ASCII character is asked once, because nearly every query consists of those and a round trip to the database is a good part of a search.
 */
@Component
class Folding {
    private static final int ASCII = 128;

    private final DSLContext db;
    private volatile @Nullable List<Letter> letters;

    /** @param folded what a word makes of it, {@code code} what a code makes of it */
    private record Letter(String folded, String code, boolean partsWords) {}

    record Folded(String text, Part part) {}

    Folding(DSLContext db) {
        this.db = db;
    }

    List<Folded> fold(List<String> parts) {
        return parts.stream().allMatch(Folding::ascii) ? byLetter(parts) : byDatabase(parts);
    }

    private static boolean ascii(String part) {
        return part.chars().allMatch(c -> c > 0 && c < ASCII);
    }

    private List<Folded> byLetter(List<String> parts) {
        var table = letters;
        if (table == null) {
            table = ask();
            letters = table;
        }
        var all = new ArrayList<Folded>();
        for (var part : parts) {
            var folded = new StringBuilder();
            var code = new StringBuilder();
            var words = new ArrayList<String>();
            var word = new StringBuilder();
            for (int i = 0; i < part.length(); i++) {
                var letter = table.get(part.charAt(i));
                folded.append(letter.folded);
                code.append(letter.code);
                if (!letter.partsWords) word.append(letter.folded);
                else if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            }
            if (!word.isEmpty()) words.add(word.toString());
            all.add(new Folded(folded.toString(), new Part(code.toString(), List.copyOf(words))));
        }
        return all;
    }

    private List<Letter> ask() {
        var table = new ArrayList<Letter>();
        table.add(new Letter("", "", true)); // no text holds a zero
        db.resultQuery("""
                        select insight.folded(chr(n)) as folded, insight.code(chr(n)) as code, insight.folded(chr(n)) ~ '^[^[:alnum:]]*$' as parts
                          from generate_series(1, ?) n order by n
                        """, ASCII - 1)
                .forEach(r -> table.add(new Letter(
                        r.get("folded", String.class), r.get("code", String.class), r.get("parts", Boolean.class))));
        return List.copyOf(table);
    }

    List<Folded> byDatabase(List<String> parts) {
        return db.resultQuery("""
                        select insight.folded(part) as folded, insight.code(part) as code,
                               array_remove(regexp_split_to_array(insight.folded(part), '[^[:alnum:]]+'), '') as words
                          from unnest(?::text[]) with ordinality p (part, place) order by place
                        """, (Object) parts.toArray(String[]::new))
                .fetch(r -> new Folded(
                        r.get("folded", String.class),
                        new Part(r.get("code", String.class), List.of(r.get("words", String[].class)))));
    }
}
