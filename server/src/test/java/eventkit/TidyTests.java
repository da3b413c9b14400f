package eventkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Scans the tree for what the house does not do; each finding names what to do instead. */
class TidyTests {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private record Rule(Pattern banned, Predicate<Path> where, String instead) {}

    private static Rule java(String banned, String instead) {
        return new Rule(Pattern.compile(banned), path -> path.toString().contains("src/main/java/eventkit"), instead);
    }

    private static Rule javaOutside(String folder, String banned, String instead) {
        return new Rule(
                Pattern.compile(banned),
                path -> path.toString().contains("server/src/main/java/eventkit")
                        && !path.toString().contains("/eventkit/" + folder + "/"),
                instead);
    }

    private static final List<Rule> RULES = List.of(
            javaOutside(
                    "core",
                    "Instant\\.now\\(|LocalDate\\.now\\(|LocalDateTime\\.now\\(|System\\.currentTimeMillis\\(",
                    "the injected Clock"),
            javaOutside("core", "UUID\\.randomUUID\\(", "the injected Ids"),
            java("System\\.(out|err)\\.print", "a logger, or the ops console"),
            java("printStackTrace\\(", "a logger"),
            java("@Autowired", "constructor injection"),
            java("class \\w+(Impl|Util|Utils|Helper|Mapper|Manager|DTO|Dto)\\b", "a name that says what it is"),
            java("\\b(double|float) \\w*(amount|price|cost|money)", "Money or BigDecimal"),
            java("@(Disabled|Ignore)\\b", "a test that runs"),
            new Rule(
                    Pattern.compile("@Import\\(\\{?(Company|Warehouse|Planner|Till|PostOffice|Dock|Register)\\.class"),
                    path -> path.toString().contains("server/src/test/java/eventkit"),
                    "what is found by itself: an import makes a server for this test alone"),
            java("TODO|FIXME|XXX", "the work itself"));

    @Test
    void theTreeIsTidy() throws IOException {
        var findings = new ArrayList<String>();
        for (var path : sources()) {
            int number = 0;
            for (var line : Files.readAllLines(path)) {
                number++;
                if (path.endsWith("TidyTests.java")) continue;
                for (var rule : RULES) {
                    if (rule.where().test(path) && rule.banned().matcher(line).find()) {
                        findings.add("%s:%d use %s: %s"
                                .formatted(ROOT.relativize(path), number, rule.instead(), line.strip()));
                    }
                }
            }
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void everyProblemCodeHasItsPage() throws IOException {
        var code = Pattern.compile("\"([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\",\\s*(?:Refusal\\.)?Kind\\.");
        var missing = new ArrayList<String>();
        for (var path : sources()) {
            var matcher = code.matcher(Files.readString(path));
            while (matcher.find()) {
                if (!Files.exists(ROOT.resolve("docs/problems/" + matcher.group(1) + ".md"))) {
                    missing.add(matcher.group(1) + " in " + ROOT.relativize(path));
                }
            }
        }
        assertThat(missing).as("docs/problems/<code>.md for each refusal").isEmpty();
    }

    /** A page for a refusal that no rule makes misleads; a refusal that no test provokes may not work. */
    @Test
    void everyProblemPageHasItsRuleAndItsTest() throws IOException {
        var word = Pattern.compile("(\"?)([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\\1");
        var thrown = new HashSet<String>();
        var provoked = new HashSet<String>();
        for (var path : sources()) {
            boolean rule = path.toString().contains("/src/main/");
            word.matcher(Files.readString(path))
                    .results()
                    .filter(found -> !rule || !found.group(1).isEmpty())
                    .forEach(found -> (rule ? thrown : provoked).add(found.group(2)));
        }
        var findings = new ArrayList<String>();
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs/problems"))) {
            for (var page : pages.sorted().toList()) {
                var code = page.getFileName().toString().replace(".md", "");
                if (!thrown.contains(code)) findings.add(code + " is thrown by nothing");
                if (!provoked.contains(code)) findings.add(code + " is provoked by no test");
            }
        }
        assertThat(findings).isEmpty();
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT.resolve("server/src"))) {
            return all.filter(p -> p.toString().endsWith(".java")).sorted().toList();
        }
    }
}
