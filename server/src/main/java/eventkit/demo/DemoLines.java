package eventkit.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lines of a resource: a kind, then fields between bars; what begins with # is a remark. */
final class DemoLines {
    private DemoLines() {}

    record Line(String kind, List<String> fields) {
        /** Null where nothing stands. */
        @Nullable
        String text(int field) {
            var text = field < fields.size() ? fields.get(field) : "";
            return text.isEmpty() ? null : text;
        }

        /** Between semicolons. */
        List<String> list(int field) {
            var text = text(field);
            return text == null ? List.of() : List.of(text.split(";"));
        }

        /** In the order in which tags are kept. */
        List<String> tags(int field) {
            return list(field).stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
        }

        int number(int field) {
            return Integer.parseInt(fields.get(field));
        }
    }

    static List<Line> of(String resource) {
        try (var in = Objects.requireNonNull(DemoLines.class.getResourceAsStream(resource))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> new Line(
                            line.substring(0, line.indexOf(' ')),
                            Arrays.asList(line.substring(line.indexOf(' ') + 1).split("\\|", -1))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
