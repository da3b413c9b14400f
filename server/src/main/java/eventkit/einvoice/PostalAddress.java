package eventkit.einvoice;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * BG-5, BG-8, BG-15.
 *
 * @param lines street and what else is above the town; BT-35, BT-36 and BT-162, what is more is put into the last
 * @param city BT-37
 * @param postCode BT-38
 * @param country BT-40, ISO 3166
 */
public record PostalAddress(
        List<String> lines,
        @Nullable String postCode,
        @Nullable String city,
        String country) {
    private static final Pattern CODE_FIRST =
            Pattern.compile("(?:[A-Z]{1,3}[- ])?((?=\\S*\\d)[0-9A-Z]{2,6}(?:[- ]\\d{2,3}|[ ][A-Z]{2})?)[ ,]+(\\D.*)");
    private static final Pattern CODE_LAST = Pattern.compile(
            "(\\D+?)[ ,]+([A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}|[A-Z]{2} \\d{5}(?:-\\d{4})?|\\d{4,6})");

    public PostalAddress {
        lines = List.copyOf(lines);
    }

    /**
     * From lines as they stand on a letter: the last one names the town, its post code before or behind it.
     *
     * @param country ISO 3166
     */
    public static PostalAddress of(List<String> lines, String country) {
        var all = lines.stream().map(String::strip).filter(l -> !l.isEmpty()).toList();
        if (all.isEmpty()) return new PostalAddress(List.of(), null, null, country);
        var above = all.subList(0, all.size() - 1);
        var town = all.getLast();
        var first = CODE_FIRST.matcher(town);
        if (first.matches())
            return new PostalAddress(above, first.group(1), first.group(2).strip(), country);
        var last = CODE_LAST.matcher(town);
        if (last.matches())
            return new PostalAddress(above, last.group(2), last.group(1).strip(), country);
        return new PostalAddress(above, null, town, country);
    }

    /** The line BT-35, BT-36 or BT-162, 0 to 2. */
    @Nullable
    String line(int index) {
        if (index >= lines.size()) return null;
        return index < 2 ? lines.get(index) : String.join(", ", lines.subList(2, lines.size()));
    }
}
