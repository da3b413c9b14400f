package eventkit.planning;

import static eventkit.planning.db.Tables.THING_CODED;
import static eventkit.planning.db.Tables.THING_NAMED;

import eventkit.core.Check;
import eventkit.planning.PullLines.NewLine;
import eventkit.planning.PullLines.Suggestion;
import eventkit.planning.PullLines.Unresolved;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads rows as people copy them from spreadsheets and mails. */
@Component
class PastedRows {
    private static final int TEXT_MAX = 2_000_000;
    private static final int SUGGESTIONS_MAX = 5;
    /** Rows that get suggestions; whoever pastes more nonsense than that looks at the first of it. */
    private static final int SUGGESTED_MAX = 50;

    private static final Pattern QUANTITY = Pattern.compile("\\s*(\\d{1,9})\\s*[x×]?\\s*");
    private static final Pattern IN_FRONT = Pattern.compile("\\s*(\\d{1,9})\\s*(?:[x×]\\s*|\\s+)(\\S.*)");
    private final DSLContext db;

    PastedRows(DSLContext db) {
        this.db = db;
    }

    record Row(int number, String text, long quantity) {}

    record Read(List<NewLine> lines, List<Unresolved> unresolved) {}

    /** Either all rows mean something, or those that do not are named and nothing is to be added. */
    Read read(@Nullable String text) {
        new Check()
                .required(text, "text")
                .that(
                        text == null || text.length() <= TEXT_MAX,
                        "text",
                        "too-long",
                        "Paste at most 2,000,000 characters at once.")
                .orThrow();
        var rows = rows(String.valueOf(text));
        var check = new Check().that(!rows.isEmpty(), "text", "required", "There is no row in it.");
        check.size(rows, "text", PullLines.LINES_MAX).orThrow();
        var keys = new HashSet<String>();
        for (var row : rows) keys.add(row.text());
        var byCode = byCode(keys);
        var byName = byName(keys);
        var lines = new ArrayList<NewLine>();
        var unresolved = new ArrayList<Unresolved>();
        for (var row : rows) {
            var coded = byCode.getOrDefault(row.text().toUpperCase(Locale.ROOT), List.of());
            var found = coded.isEmpty() ? byName.getOrDefault(row.text().toLowerCase(Locale.ROOT), List.of()) : coded;
            if (found.size() == 1 && fits(found.getFirst(), row)) lines.add(line(found.getFirst(), row));
            else unresolved.add(new Unresolved(row.number(), row.text(), row.quantity(), found));
        }
        if (!unresolved.isEmpty()) suggest(unresolved);
        return new Read(lines, unresolved);
    }

    /** Blank rows and rows of nothing but tabulators are none. */
    static List<Row> rows(String text) {
        var rows = new ArrayList<Row>();
        int number = 0;
        for (var raw : text.split("\\R", -1)) {
            number++;
            if (raw.isBlank()) continue;
            var cells = new ArrayList<String>();
            for (var cell : raw.split("\t")) if (!cell.isBlank()) cells.add(cell.strip());
            if (cells.isEmpty()) continue;
            rows.add(row(number, cells));
        }
        return rows;
    }

    private static Row row(int number, List<String> cells) {
        if (cells.size() > 1) {
            for (int i : new int[] {0, 1}) {
                var counted = QUANTITY.matcher(cells.get(i));
                if (counted.matches()) return new Row(number, cells.get(1 - i), Long.parseLong(counted.group(1)));
            }
            return new Row(number, cells.getFirst(), 1);
        }
        var one = IN_FRONT.matcher(cells.getFirst());
        return one.matches()
                ? new Row(number, one.group(2).strip(), Long.parseLong(one.group(1)))
                : new Row(number, cells.getFirst(), 1);
    }

    private static boolean fits(Suggestion found, Row row) {
        return switch (found.kind()) {
            case PRODUCT, KIT -> row.quantity() >= 1 && row.quantity() <= LineForms.QUANTITY_MAX;
            case CASE, ASSET -> row.quantity() == 1;
            case TEXT -> false;
        };
    }

    private static NewLine line(Suggestion found, Row row) {
        var id = found.id();
        return new NewLine(
                found.kind(),
                found.kind() == PullLine.Kind.PRODUCT ? id : null,
                found.kind() == PullLine.Kind.KIT ? id : null,
                found.kind() == PullLine.Kind.CASE ? id : null,
                found.kind() == PullLine.Kind.ASSET ? id : null,
                null,
                row.quantity(),
                null,
                null,
                null,
                null);
    }

    /** Number prefixes and kit codes, then barcodes and the numbers of assets and cases. */
    private Map<String, List<Suggestion>> byCode(Set<String> texts) {
        var keys =
                texts.stream().map(t -> t.toUpperCase(Locale.ROOT)).distinct().toArray(String[]::new);
        var result = new HashMap<String, LinkedHashMap<UUID, Suggestion>>();
        db.selectFrom(THING_NAMED)
                .where(THING_NAMED.CODE_KEY.eq(DSL.any(keys)))
                .forEach(r -> result.computeIfAbsent(r.getCodeKey(), k -> new LinkedHashMap<>())
                        .put(r.getId(), suggestion(r.getKind(), r.getId(), r.getCode(), r.getName())));
        var taken = Set.copyOf(result.keySet());
        db.selectFrom(THING_CODED).where(THING_CODED.CODE_KEY.eq(DSL.any(keys))).forEach(r -> {
            if (!taken.contains(r.getCodeKey()))
                result.computeIfAbsent(r.getCodeKey(), k -> new LinkedHashMap<>())
                        .put(r.getId(), suggestion(r.getKind(), r.getId(), r.getCode(), r.getName()));
        });
        var lists = new HashMap<String, List<Suggestion>>();
        result.forEach((key, found) -> lists.put(key, List.copyOf(found.values())));
        return lists;
    }

    private Map<String, List<Suggestion>> byName(Set<String> texts) {
        var keys =
                texts.stream().map(t -> t.toLowerCase(Locale.ROOT)).distinct().toArray(String[]::new);
        var result = new HashMap<String, List<Suggestion>>();
        db.selectFrom(THING_NAMED)
                .where(THING_NAMED.NAME_KEY.eq(DSL.any(keys)))
                .forEach(r -> result.computeIfAbsent(r.getNameKey(), k -> new ArrayList<>())
                        .add(suggestion(r.getKind(), r.getId(), r.getCode(), r.getName())));
        return result;
    }

    private void suggest(List<Unresolved> unresolved) {
        for (int i = 0; i < Math.min(unresolved.size(), SUGGESTED_MAX); i++) {
            var u = unresolved.get(i);
            if (!u.suggestions().isEmpty()) continue;
            unresolved.set(i, new Unresolved(u.row(), u.text(), u.quantity(), similar(u.text())));
        }
    }

    private List<Suggestion> similar(String text) {
        return db.resultQuery("""
                        select kind, id, code, name, greatest(core.word_similarity(?, name_key), core.similarity(?, name_key)) as likeness
                          from planning.thing_named
                         where greatest(core.word_similarity(?, name_key), core.similarity(?, name_key)) > 0.3
                         order by likeness desc, name limit ?
                        """, lower(text), lower(text), lower(text), lower(text), SUGGESTIONS_MAX)
                .fetch(r -> suggestion(
                        r.get("kind", String.class),
                        r.get("id", UUID.class),
                        r.get("code", String.class),
                        r.get("name", String.class)));
    }

    private static String lower(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.length() > 200 ? lower.substring(0, 200) : lower;
    }

    private static Suggestion suggestion(String kind, UUID id, @Nullable String code, String name) {
        return new Suggestion(PullLine.Kind.valueOf(kind), id, code, name);
    }
}
