package eventkit.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The real products: the lighting catalogue with its facts, and the names of audio, rigging and power. */
final class DemoProducts {
    /**
     * @param category path from the top, {@code Audio/Microphones}
     * @param units how many the company owns; 0: it is only in the catalogue
     * @param facts cells of the source by column, empty where unknown
     */
    record Line(
            String category,
            String kind,
            String manufacturer,
            String model,
            String prefix,
            int units,
            Map<String, String> facts) {
        @Nullable
        Long number(String column, int factor) {
            var cell = facts.getOrDefault(column, "");
            return cell.isEmpty()
                    ? null
                    : new BigDecimal(cell)
                            .multiply(BigDecimal.valueOf(factor))
                            .setScale(0, java.math.RoundingMode.HALF_UP)
                            .longValueExact();
        }

        @Nullable
        String text(String column) {
            var cell = facts.getOrDefault(column, "");
            return cell.isEmpty() ? null : cell;
        }

        @Nullable
        String origin() {
            return text(ORIGIN);
        }
    }

    /** Times the scale. */
    static final int ASSETS = 5_000;

    private static final String ORIGIN = "origin";

    private DemoProducts() {}

    static List<Line> all(Dice dice) {
        var lines = new ArrayList<Line>();
        var prefixes = new HashSet<String>();
        for (var row : csv("/demo/products.csv")) {
            lines.add(new Line(
                    cell(row, "category"),
                    cell(row, "kind"),
                    cell(row, "manufacturer"),
                    cell(row, "model"),
                    cell(row, "prefix"),
                    Integer.parseInt(cell(row, "units")),
                    Map.of("weight_kg", cell(row, "weight_kg"), ORIGIN, cell(row, ORIGIN))));
            prefixes.add(cell(row, "prefix"));
        }
        var origins = new HashMap<String, String>();
        for (var row : csv("/demo/origins.csv")) origins.put(cell(row, "manufacturer"), cell(row, ORIGIN));
        for (var row : csv("/demo/lighting-catalogue/products.csv")) {
            row.put(ORIGIN, origins.getOrDefault(cell(row, "manufacturer"), ""));
            var category = "Lighting/" + mainCategory(cell(row, "categories"));
            int units = dice.below(100) < 24 ? dice.pick(List.of(4, 6, 8, 12, 12, 16, 24, 24, 36, 48)) : 0;
            lines.add(new Line(
                    category,
                    "SERIALISED",
                    cell(row, "manufacturer"),
                    cell(row, "model"),
                    prefix(cell(row, "model"), prefixes),
                    units,
                    row));
        }
        return rounded(lines);
    }

    /** A few more of the lights that there are, until it is the round number of assets. */
    private static List<Line> rounded(List<Line> lines) {
        int missing = ASSETS
                - lines.stream()
                        .filter(l -> l.kind().equals("SERIALISED"))
                        .mapToInt(Line::units)
                        .sum();
        for (int i = 0; i < lines.size() && missing != 0; i++) {
            var line = lines.get(i);
            if (line.units() == 0 || !line.category().startsWith("Lighting/")) continue;
            int more = Math.clamp(missing, -2, 4);
            lines.set(
                    i,
                    new Line(
                            line.category(),
                            line.kind(),
                            line.manufacturer(),
                            line.model(),
                            line.prefix(),
                            line.units() + more,
                            line.facts()));
            missing -= more;
        }
        return lines;
    }

    /** The word that tells what it is; nearly everything changes colours. */
    private static String mainCategory(String categories) {
        var words = List.of(categories.split("; "));
        for (var word : words) if (!Set.of("Color Changer", "Dimmer", "Other").contains(word)) return word;
        return words.getFirst();
    }

    private static String prefix(String model, Set<String> taken) {
        var letters = model.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (letters.isEmpty()) letters = "FX";
        var base = letters.substring(0, Math.min(8, letters.length()));
        var prefix = base;
        for (int n = 2; !taken.add(prefix); n++) prefix = base + "." + n;
        return prefix;
    }

    private static String cell(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }

    /** The two files are ours and plain: quotes around cells with commas, no line breaks inside. */
    private static List<Map<String, String>> csv(String resource) {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(DemoProducts.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
            var header = cells(Objects.requireNonNull(in.readLine()));
            var rows = new ArrayList<Map<String, String>>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                var cells = cells(line);
                var row = new HashMap<String, String>();
                for (int i = 0; i < header.size(); i++) row.put(header.get(i), i < cells.size() ? cells.get(i) : "");
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else cell.append(c);
        }
        cells.add(cell.toString());
        return cells;
    }
}
