package eventkit.reports;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The words of reports on paper and in files; on the screen the web app has its own. */
final class ReportWords {
    static final Set<String> LANGUAGES = Set.of("en", "de");
    private static final Map<String, Properties> READ = new ConcurrentHashMap<>();
    private final Properties words;

    private ReportWords(Properties words) {
        this.words = words;
    }

    static ReportWords in(String language) {
        return new ReportWords(READ.computeIfAbsent(LANGUAGES.contains(language) ? language : "en", ReportWords::read));
    }

    private static Properties read(String language) {
        var properties = new Properties();
        try (var stream = ReportWords.class.getResourceAsStream("/eventkit/reports/" + language + ".properties")) {
            properties.load(new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    String report(ReportKind kind) {
        return word("report." + kind);
    }

    String by(By by) {
        return word("by." + by);
    }

    String column(Report.Column column) {
        return column.label() == null ? word("column." + column.key()) : column.label();
    }

    String series(Report.Series series) {
        return series.label() == null ? word("column." + series.key()) : series.label();
    }

    String note(Report.Note note) {
        return word("note." + note);
    }

    String word(String key) {
        var word = words.getProperty(key);
        if (word == null) throw new IllegalStateException("there is no word for " + key);
        return word;
    }
}
