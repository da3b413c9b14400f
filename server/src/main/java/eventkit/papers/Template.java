package eventkit.papers;

import eventkit.core.Paper;
import eventkit.core.Refusal.FieldError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text with placeholders: <code>{{name}}</code> puts a value in, <code>{{#name}}…{{/name}}</code> repeats what stands between for each of a list or shows it where
 * there is something, <code>{{^name}}…{{/name}}</code> shows it where there is nothing, <code>{{! … }}</code> says something to the next reader. Nothing else: no
 * expressions, no calls. Every name is known before, so that a wrong one is found when the template is kept and not when a paper is due.
 */
final class Template {
    private static final int DEPTH_MAX = 8;
    private static final int MADE_MAX = 12_000_000;
    private static final Pattern TAG = Pattern.compile("\\{\\{([#^/!]?)([^{}]*)}}");

    /** Text that is a page's own already and goes in as it is. */
    record Html(String text) {}

    /** What may be written: a value, or a section with names of its own. */
    sealed interface Name {
        record Value() implements Name {}

        record Section(Map<String, Name> names) implements Name {}
    }

    private sealed interface Piece {
        record Literal(String text) implements Piece {}

        record Value(String name) implements Piece {}

        record Section(String name, boolean inverted, List<Piece> pieces) implements Piece {}
    }

    private final List<Piece> pieces;

    private Template(List<Piece> pieces) {
        this.pieces = pieces;
    }

    /**
     * @param field what it is called in the errors
     * @param errors gets what is wrong; the template is only good where nothing came
     */
    static Template parse(String text, String field, Map<String, Name> names, List<FieldError> errors) {
        return new Reading(text, field, names, errors).template();
    }

    /** @param values strings, {@link Html}, lists of maps, or null for nothing */
    String fill(Map<String, ?> values) {
        var out = new StringBuilder();
        var scopes = new ArrayDeque<Map<String, ?>>();
        scopes.push(values);
        fill(pieces, scopes, out, true);
        return out.toString();
    }

    /** The same without escaping, for text that is escaped later. */
    String fillText(Map<String, ?> values) {
        var out = new StringBuilder();
        var scopes = new ArrayDeque<Map<String, ?>>();
        scopes.push(values);
        fill(pieces, scopes, out, false);
        return out.toString();
    }

    private static void fill(List<Piece> pieces, Deque<Map<String, ?>> scopes, StringBuilder out, boolean html) {
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Literal literal -> out.append(literal.text());
                case Piece.Value value -> put(look(value.name(), scopes), out, html);
                case Piece.Section section -> {
                    var value = look(section.name(), scopes);
                    boolean something = something(value);
                    if (section.inverted()) {
                        if (!something) fill(section.pieces(), scopes, out, html);
                    } else if (value instanceof List<?> list) {
                        for (var each : list) {
                            scopes.push(scope(each));
                            fill(section.pieces(), scopes, out, html);
                            scopes.pop();
                        }
                    } else if (something) fill(section.pieces(), scopes, out, html);
                }
            }
            if (out.length() > MADE_MAX) throw new IllegalStateException("the page is too long");
        }
    }

    private static void put(@Nullable Object value, StringBuilder out, boolean html) {
        switch (value) {
            case null -> {}
            case Html made -> out.append(made.text());
            default -> out.append(html ? Paper.escape(value.toString()) : value.toString());
        }
    }

    private static boolean something(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Boolean yes -> yes;
            case List<?> list -> !list.isEmpty();
            case Html made -> !made.text().isEmpty();
            default -> !value.toString().isBlank();
        };
    }

    private static @Nullable Object look(String name, Deque<Map<String, ?>> scopes) {
        for (var scope : scopes) {
            if (scope.containsKey(name)) return scope.get(name);
        }
        return null;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> scope(Object each) {
        return (Map<String, ?>) each;
    }

    /** The text with blanks for every tag, so that what remains has its lines and columns still. */
    static String withoutTags(String text) {
        return TAG.matcher(text).replaceAll(m -> m.group().replaceAll("[^\\n]", " "));
    }

    private static final class Reading {
        private record Open(String name, boolean inverted, int at, Map<String, Name> names, List<Piece> pieces) {}

        private final String text;
        private final String field;
        private final List<FieldError> errors;
        private final Deque<Open> open = new ArrayDeque<>();

        Reading(String text, String field, Map<String, Name> names, List<FieldError> errors) {
            this.text = text;
            this.field = field;
            this.errors = errors;
            open.push(new Open("", false, 0, names, new ArrayList<>()));
        }

        Template template() {
            var tags = TAG.matcher(text);
            int from = 0;
            while (tags.find()) {
                literal(text.substring(from, tags.start()), from);
                tag(tags.group(1), tags.group(2).strip(), tags.start());
                from = tags.end();
            }
            literal(text.substring(from), from);
            while (open.size() > 1) {
                var left = open.pop();
                wrong(
                        left.at(),
                        "section-open",
                        "{{#%s}} is never closed; write {{/%s}} where it ends.",
                        left.name(),
                        left.name());
            }
            return new Template(open.element().pieces());
        }

        private void literal(String piece, int at) {
            int broken = piece.indexOf("{{");
            if (broken < 0 && piece.contains("}}") && !piece.contains("{")) broken = piece.indexOf("}}");
            if (broken >= 0)
                wrong(
                        at + broken,
                        "tag-broken",
                        "A placeholder is written {{name}}, without line breaks or braces in it.");
            if (!piece.isEmpty()) open.element().pieces().add(new Piece.Literal(piece));
        }

        private void tag(String sign, String name, int at) {
            switch (sign) {
                case "!" -> {}
                case "/" -> close(name, at);
                case "#", "^" -> open(name, sign.equals("^"), at);
                default -> {
                    if (known(name, at) instanceof Name.Section)
                        wrong(at, "section-expected", "{{%s}} is a list; write {{#%s}} … {{/%s}}.", name, name, name);
                    open.element().pieces().add(new Piece.Value(name));
                }
            }
        }

        private void open(String name, boolean inverted, int at) {
            var what = known(name, at);
            var names = open.element().names();
            if (what instanceof Name.Section section && !inverted) {
                if (open.stream().anyMatch(o -> o.name().equals(name) && !o.inverted()))
                    wrong(at, "section-nested", "{{#%s}} stands inside itself.", name);
                var inside = new java.util.HashMap<>(names);
                inside.putAll(section.names());
                names = inside;
            }
            if (open.size() > DEPTH_MAX) wrong(at, "too-deep", "Sections nest at most %s deep.", "" + DEPTH_MAX);
            open.push(new Open(name, inverted, at, names, new ArrayList<>()));
        }

        private void close(String name, int at) {
            var last = open.element();
            if (open.size() == 1 || !last.name().equals(name)) {
                if (open.stream().noneMatch(o -> o.name().equals(name) && !name.isEmpty())) {
                    wrong(at, "section-not-open", "{{/%s}} closes what was not opened.", name);
                    return;
                }
                while (!open.element().name().equals(name)) {
                    var left = open.pop();
                    wrong(
                            left.at(),
                            "section-open",
                            "{{#%s}} is never closed; write {{/%s}} where it ends.",
                            left.name(),
                            left.name());
                }
            }
            var closed = open.pop();
            open.element()
                    .pieces()
                    .add(new Piece.Section(closed.name(), closed.inverted(), List.copyOf(closed.pieces())));
        }

        private @Nullable Name known(String name, int at) {
            var names = open.element().names();
            var found = names.get(name);
            if (found == null) {
                var near = nearest(name, names.keySet());
                wrong(
                        at,
                        "name-unknown",
                        near == null ? "There is no {{%s}} here." : "There is no {{%s}} here. Did you mean {{%s}}?",
                        name,
                        near == null ? "" : near);
            }
            return found;
        }

        private void wrong(int at, String code, String message, String... names) {
            errors.add(
                    new FieldError(field, code, "Line " + line(text, at) + ": " + message.formatted((Object[]) names)));
        }
    }

    static int line(String text, int at) {
        return (int) text.substring(0, Math.min(at, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
    }

    private static @Nullable String nearest(String name, Set<String> names) {
        String best = null;
        int least = Math.max(2, name.length() / 3) + 1;
        for (var each : new java.util.TreeSet<>(names)) {
            int distance = distance(name.toLowerCase(java.util.Locale.ROOT), each.toLowerCase(java.util.Locale.ROOT));
            if (distance < least) {
                least = distance;
                best = each;
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        var before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) before[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            var now = new int[b.length() + 1];
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], before[j]) + 1, before[j - 1] + same);
            }
            before = now;
        }
        return before[b.length()];
    }
}
