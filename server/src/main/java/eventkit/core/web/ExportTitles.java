package eventkit.core.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** What columns are called for people: English and German, from {@code export/titles-<language>.properties}. */
final class ExportTitles {
    private static final String CURRENCY = "Currency";
    private static final Map<String, Properties> LANGUAGES = Map.of("en", load("en"), "de", load("de"));
    private final Properties titles;

    private ExportTitles(Properties titles) {
        this.titles = titles;
    }

    static ExportTitles in(String locale) {
        var language = locale.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        return new ExportTitles(LANGUAGES.getOrDefault(language, Objects.requireNonNull(LANGUAGES.get("en"))));
    }

    static boolean knows(String language) {
        return LANGUAGES.containsKey(language);
    }

    /** {@code location.name} is "Location: Name"; what has no translation is taken apart into words. */
    String of(String column) {
        var whole = titles.getProperty(column);
        if (whole != null) return whole;
        return Arrays.stream(column.split("\\.")).map(this::title).collect(Collectors.joining(": "));
    }

    /** Money is two columns; that of its currency is called by the amount's. */
    private String title(String part) {
        var amount = part.endsWith(CURRENCY)
                ? titles.getProperty(part.substring(0, part.length() - CURRENCY.length()))
                : null;
        var otherwise = amount == null ? words(part) : amount + " (" + titles.getProperty("currency", CURRENCY) + ")";
        return titles.getProperty(part, otherwise);
    }

    private static String words(String name) {
        var spaced = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }

    private static Properties load(String language) {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(
                ExportTitles.class.getResourceAsStream("/eventkit/export/titles-" + language + ".properties"))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
