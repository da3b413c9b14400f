package eventkit.mail;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Text with {@code {{facts}}} in it. A fact is put in as it is and never read again, so that braces in a name stay braces. */
final class Places {
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*([A-Za-z]+)\\s*}}");

    private Places() {}

    /** What is wrong with it, for a person; empty where nothing is. */
    static Optional<String> fault(String text, Collection<String> facts) {
        int number = 0;
        for (var line : text.split("\n", -1)) {
            number++;
            var places = PLACE.matcher(line);
            while (places.find()) {
                if (!facts.contains(places.group(1)))
                    return Optional.of("Line " + number + ": there is no {{" + places.group(1) + "}}. Use one of "
                            + String.join(", ", facts) + ".");
            }
            var rest = PLACE.matcher(line).replaceAll("");
            if (rest.contains("{{") || rest.contains("}}"))
                return Optional.of(
                        "Line " + number + ": double braces must stand around one word, such as {{company}}.");
        }
        return Optional.empty();
    }

    static String filled(String text, Map<String, String> facts) {
        return replaced(text, name -> {
            var fact = facts.get(name);
            if (fact == null) throw new IllegalArgumentException("no fact is called " + name);
            return fact;
        });
    }

    private static String replaced(String text, Function<String, String> fact) {
        var result = new StringBuilder();
        var places = PLACE.matcher(text);
        int from = 0;
        while (places.find()) {
            result.append(text, from, places.start()).append(fact.apply(places.group(1)));
            from = places.end();
        }
        return result.append(text.substring(from)).toString();
    }
}
