package eventkit.imports;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Guesses from the titles of columns what is in them. */
final class Headers {
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("g", "g"),
            Map.entry("gram", "g"),
            Map.entry("grams", "g"),
            Map.entry("gramm", "g"),
            Map.entry("kg", "kg"),
            Map.entry("kilo", "kg"),
            Map.entry("kilogram", "kg"),
            Map.entry("t", "t"),
            Map.entry("oz", "oz"),
            Map.entry("lb", "lb"),
            Map.entry("lbs", "lb"),
            Map.entry("pounds", "lb"),
            Map.entry("mm", "mm"),
            Map.entry("millimetres", "mm"),
            Map.entry("millimeters", "mm"),
            Map.entry("millimeter", "mm"),
            Map.entry("cm", "cm"),
            Map.entry("centimetres", "cm"),
            Map.entry("zentimeter", "cm"),
            Map.entry("m", "m"),
            Map.entry("meter", "m"),
            Map.entry("in", "in"),
            Map.entry("inch", "in"),
            Map.entry("inches", "in"),
            Map.entry("zoll", "in"),
            Map.entry("ft", "ft"),
            Map.entry("w", "W"),
            Map.entry("watt", "W"),
            Map.entry("watts", "W"),
            Map.entry("kw", "kW"));

    private Headers() {}

    /** Lower case, accents and punctuation gone, {@code weightGrams} in two words. */
    static String words(String title) {
        var apart = title.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ");
        var plain = Normalizer.normalize(apart, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return plain.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /** Exact names first, then synonyms in their order; each field and each column once. */
    static List<Mapping.ColumnUse> suggest(ImportKind kind, List<String> titles) {
        var uses = new ArrayList<Mapping.ColumnUse>();
        var taken = new HashSet<Integer>();
        for (var field : kind.fields()) {
            var own = words(field.name());
            var names = new ArrayList<String>();
            names.add(own);
            field.synonyms().forEach(s -> names.add(words(s)));
            var use = find(field, names, titles, taken);
            if (use != null) {
                uses.add(use);
                taken.add(use.column());
            }
        }
        return uses;
    }

    private static Mapping.@Nullable ColumnUse find(
            ImportField field, List<String> names, List<String> titles, HashSet<Integer> taken) {
        for (var name : names) {
            for (int i = 0; i < titles.size(); i++) {
                if (taken.contains(i)) continue;
                var title = words(titles.get(i));
                var unit = unit(field, title);
                if (title.equals(name)) return new Mapping.ColumnUse(i, field.name(), unit);
                if (unit != null && without(title).equals(without(name)))
                    return new Mapping.ColumnUse(i, field.name(), unit);
            }
        }
        return null;
    }

    private static @Nullable String unit(ImportField field, String title) {
        var last = UNITS.get(title.substring(title.lastIndexOf(' ') + 1));
        return last != null && field.type().units().contains(last) ? last : null;
    }

    private static String without(String title) {
        int at = title.lastIndexOf(' ');
        return at > 0 && UNITS.containsKey(title.substring(at + 1)) ? title.substring(0, at) : title;
    }
}
