package eventkit.planning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind of power connector, read from what people call it: {@code CEE 63 A}, {@code powerCON TRUE1}. The rules are those of docs/specs/technical.md.
 *
 * @param key the same for all spellings of one kind
 * @param type as it was first spelled
 * @param ampsPerPhase null where neither the name nor the trade says
 * @param phases 1 or 3
 */
record Plug(String key, String type, @Nullable BigDecimal ampsPerPhase, int phases) {
    private static final Pattern AMPS = Pattern.compile("(\\d+(?:[.,]\\d+)?)\\s*a(?![a-z])");
    private static final Pattern ONE_PHASE =
            Pattern.compile("\\b(1\\s*(ph|p|~|phase)|3[\\s-]*(pin|p|pol)|single|blue|blau)");
    private static final Pattern THREE_PHASES =
            Pattern.compile("\\b(3\\s*(ph|~|phase)|[45][\\s-]*(pin|p|pol)|three|red|rot)");

    private record Known(String begins, int amps, int phases) {}

    /** The longer names first. */
    private static final List<Known> KNOWN = List.of(
            new Known("powercon true1", 16, 1),
            new Known("true1", 16, 1),
            new Known("powercon 32", 32, 1),
            new Known("powercon", 20, 1),
            new Known("schuko", 16, 1),
            new Known("cee 7", 16, 1),
            new Known("iec c13", 10, 1),
            new Known("c13", 10, 1),
            new Known("c14", 10, 1),
            new Known("iec c19", 16, 1),
            new Known("c19", 16, 1),
            new Known("c20", 16, 1),
            new Known("iec", 10, 1),
            new Known("bs 1363", 13, 1),
            new Known("uk 13", 13, 1),
            new Known("nema 5-15", 15, 1),
            new Known("edison", 15, 1),
            new Known("powerlock", 400, 3),
            new Known("camlock", 400, 3));

    static Plug of(String type) {
        var text = type.strip().toLowerCase(Locale.ROOT);
        var known = KNOWN.stream()
                .filter(k -> text.startsWith(k.begins()))
                .findFirst()
                .orElse(null);
        var said = AMPS.matcher(text);
        var amps = said.find()
                ? new BigDecimal(said.group(1).replace(',', '.'))
                : known == null ? null : BigDecimal.valueOf(known.amps());
        int phases = ONE_PHASE.matcher(text).find()
                ? 1
                : THREE_PHASES.matcher(text).find()
                        ? 3
                        : known != null ? known.phases() : text.startsWith("cee") ? 3 : 1;
        return new Plug(text.replaceAll("[^\\p{L}\\p{N}]", ""), type.strip(), amps, phases);
    }
}
