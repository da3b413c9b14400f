package eventkit;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.planning.Resolutions.Remedy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server writes into histories are names; the app has words for each of them, in every language. */
class HistoryWordsTests {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final String INSIDE = "\\((?:[^()]|\\((?:[^()]|\\([^()]*\\))*\\))*\\)";
    private static final Pattern CHANGE = Pattern.compile("(?:change|changesOf|Subject|Map\\.of|equals|get)" + INSIDE);
    private static final Pattern RECORDED = Pattern.compile(
            "(?:audit\\.record|new Audit\\.Entry|Occasion\\.of|edits\\.end|(?<![.\\w])record)(" + INSIDE + ")");
    private static final Pattern ACTION = Pattern.compile("\"([a-z][a-z -]*)\"");
    private static final Pattern FIELD = Pattern.compile("audit\\.change\\(\\s*\"([A-Za-z]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyActionHasWords(String language) throws IOException {
        var actions = new TreeSet<String>();
        for (var source : sources())
            RECORDED.matcher(CHANGE.matcher(source).replaceAll("x"))
                    .results()
                    .flatMap(found -> ACTION.matcher(found.group(1)).results())
                    .forEach(found -> actions.add(found.group(1)));
        assertThat(actions).contains("created", "overbooked", "due-dates-moved", "sent-to-repair");
        assertThat(without(actions, words(language, "history").path("actions"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyFieldThatNoRecordHasHasAName(String language) throws IOException {
        var fields = new TreeSet<String>();
        for (var source : sources()) FIELD.matcher(source).results().forEach(found -> fields.add(found.group(1)));
        assertThat(fields).contains("lacking", "corrections");
        assertThat(without(fields, words(language, "fields"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyReasonThatNobodyWroteHasWords(String language) throws IOException {
        var reasons = new TreeSet<>(Set.of("HELD_AGAIN", "RESOLUTION_UNDONE", "OUT_OF_SERVICE", "CHANGED"));
        Arrays.stream(Remedy.values()).map(Enum::name).forEach(reasons::add);
        assertThat(without(reasons, words(language, "history").path("values"))).isEmpty();
    }

    private static Set<String> without(Set<String> names, JsonNode words) {
        var missing = new TreeSet<>(names);
        missing.removeIf(words::has);
        return missing;
    }

    private static JsonNode words(String language, String file) throws IOException {
        var path = ROOT.resolve("web/src/lib/i18n/" + language + "/" + file + ".json");
        return JsonMapper.builder().build().readTree(Files.readString(path));
    }

    private static List<String> sources() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT.resolve("server/src/main/java/eventkit"))) {
            return all.filter(
                            p -> p.toString().endsWith(".java") && !p.toString().contains("/demo/"))
                    .sorted()
                    .map(HistoryWordsTests::text)
                    .toList();
        }
    }

    private static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
