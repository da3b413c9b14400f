package eventkit.planning;

import static eventkit.planning.db.Tables.THING_CODED;
import static eventkit.planning.db.Tables.THING_NAMED;

import eventkit.core.Check;
import eventkit.planning.PastedText.Row;
import eventkit.planning.PullLines.Meant;
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
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads rows as people copy them from spreadsheets and mails. */
@Component
class PastedRows {
    private static final int TEXT_MAX = 2_000_000;
    private static final int WORDS_MAX = 500;
    private static final int SUGGESTIONS_MAX = 5;
    /** Rows that get suggestions; whoever pastes more nonsense than that looks at the first of it. */
    private static final int SUGGESTED_MAX = 50;

    private final DSLContext db;

    PastedRows(DSLContext db) {
        this.db = db;
    }

    /** @param rows how many there are */
    record Read(List<NewLine> lines, List<Unresolved> unresolved, int rows) {}

    /** Either all rows mean something, or those that do not are named and nothing is to be added. */
    Read read(@Nullable String text, @Nullable List<Meant> meant) {
        new Check()
                .required(text, "text")
                .that(
                        text == null || text.length() <= TEXT_MAX,
                        "text",
                        "too-long",
                        "Paste at most 2,000,000 characters at once.")
                .orThrow();
        var rows = PastedText.rows(String.valueOf(text));
        var check = new Check().that(!rows.isEmpty(), "text", "required", "There is no row in it.");
        check.size(rows, "text", PullLines.LINES_MAX).orThrow();
        var said = said(rows, meant == null ? List.of() : meant);
        var codes = new HashSet<String>();
        var names = new HashSet<String>();
        for (var row : rows) {
            codes.add(Objects.requireNonNullElse(row.code(), row.text()));
            codes.add(row.text());
            names.add(row.text());
        }
        var byCode = byCode(codes);
        var byName = byName(names);
        var lines = new ArrayList<NewLine>();
        var unresolved = new ArrayList<Unresolved>();
        for (var row : rows) {
            if (said.containsKey(row.number())) {
                var line = line(said.get(row.number()), row);
                if (line != null) lines.add(line);
                continue;
            }
            var found = found(row, byCode, byName);
            if (row.unclear() == null
                    && found.size() == 1
                    && fits(found.getFirst().kind(), row))
                lines.add(line(found.getFirst().kind(), found.getFirst().id(), row));
            else unresolved.add(new Unresolved(row.number(), row.pasted(), row.quantity(), found));
        }
        if (!unresolved.isEmpty()) suggest(unresolved);
        return new Read(lines, unresolved, rows.size());
    }

    private static List<Suggestion> found(
            Row row, Map<String, List<Suggestion>> byCode, Map<String, List<Suggestion>> byName) {
        for (var code : new String[] {row.code(), row.text()}) {
            if (code == null) continue;
            var coded = byCode.getOrDefault(code.toUpperCase(Locale.ROOT), List.of());
            if (!coded.isEmpty()) return coded;
        }
        return byName.getOrDefault(row.text().toLowerCase(Locale.ROOT), List.of());
    }

    /** What somebody said that rows mean, by their numbers. */
    private static Map<Integer, Meant> said(List<Row> rows, List<Meant> meant) {
        var numbers = new HashSet<Integer>();
        for (var row : rows) numbers.add(row.number());
        var check = new Check().size(meant, "meant", PullLines.LINES_MAX);
        var said = new HashMap<Integer, Meant>();
        for (int i = 0; i < meant.size(); i++) {
            var one = meant.get(i);
            var at = "meant[" + i + "]";
            check.required(one, at);
            if (one == null) continue;
            check.that(numbers.contains(one.row()), at + ".row", "unknown", "There is no such row.");
            check.that(said.put(one.row(), one) == null, at + ".row", "twice", "Say once what a row means.");
            boolean thing = one.kind() != null && one.kind() != PullLine.Kind.TEXT;
            check.that(thing == (one.id() != null), at + ".id", "required", "Name what it is, where it is a thing.");
        }
        check.orThrow();
        return said;
    }

    private static boolean fits(PullLine.Kind kind, Row row) {
        return switch (kind) {
            case PRODUCT, KIT -> row.quantity() >= 1 && row.quantity() <= LineForms.QUANTITY_MAX;
            case CASE, ASSET -> row.quantity() == 1;
            case TEXT -> false;
        };
    }

    /** Null where the row is left out. There is one of a case and of an asset, however many somebody pasted. */
    private static @Nullable NewLine line(Meant meant, Row row) {
        var kind = meant.kind();
        return kind == null ? null : line(kind, meant.id(), row);
    }

    private static NewLine line(PullLine.Kind kind, @Nullable UUID id, Row row) {
        boolean one = kind == PullLine.Kind.CASE || kind == PullLine.Kind.ASSET;
        return new NewLine(
                kind,
                kind == PullLine.Kind.PRODUCT ? id : null,
                kind == PullLine.Kind.KIT ? id : null,
                kind == PullLine.Kind.CASE ? id : null,
                kind == PullLine.Kind.ASSET ? id : null,
                kind == PullLine.Kind.TEXT
                        ? row.text().substring(0, Math.min(row.text().length(), WORDS_MAX))
                        : null,
                one ? 1L : Math.max(1, row.quantity()),
                null,
                null,
                row.note(),
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
