package eventkit.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The specification, run. */
class WorkedExamplesTests {
    private static final Pattern EXAMPLE = Pattern.compile("```example (.+)\\n([\\s\\S]*?)```");

    @TestFactory
    List<DynamicTest> holds() throws IOException {
        var tests = new ArrayList<DynamicTest>();
        var examples = EXAMPLE.matcher(page());
        while (examples.find()) {
            var lines = examples.group(2).lines().toList();
            tests.add(DynamicTest.dynamicTest(examples.group(1), () -> {
                var example = new Examples();
                for (var line : lines) {
                    try {
                        example.run(line);
                    } catch (AssertionError | RuntimeException e) {
                        throw new AssertionError(line + "\n" + e.getMessage(), e);
                    }
                }
            }));
        }
        return tests;
    }

    @Test
    void isNotEmpty() throws IOException {
        assertThat(EXAMPLE.matcher(page()).results().count()).isGreaterThan(15);
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/specs/availability.md"));
    }
}
