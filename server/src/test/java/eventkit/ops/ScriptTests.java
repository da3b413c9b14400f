package eventkit.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the script tells the machine that called it: a copy of it beside a web part of one made-up test. */
@Timeout(120)
class ScriptTests {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void copy() throws IOException {
        Files.copy(Path.of("..", "eventkit"), folder.resolve("eventkit"));
        Files.createDirectories(folder.resolve("web/node_modules"));
    }

    @Test
    void endsWithZeroWhenEverythingPassed() throws Exception {
        webTest(0, 2, 0);
        var ended = run("test", "--fast", "web");
        assertThat(ended.said).endsWith("2 passed, 0 failed\n");
        assertThat(ended.code).isZero();
        assertThat(folder.resolve(".eventkit/test.log")).content().endsWith("2 passed, 0 failed\n");
    }

    @Test
    void endsWithOneWhenATestFailed() throws Exception {
        webTest(1, 1, 1);
        var ended = run("test", "--fast", "web");
        assertThat(ended.said).endsWith("1 passed, 1 failed\n");
        assertThat(ended.code).isEqualTo(1);
    }

    @Test
    void endsWithOneWhenNoTestRan() throws Exception {
        webTest(0, 0, 0);
        var ended = run("test", "--fast", "web");
        assertThat(ended.said).contains("web: no test ran").endsWith("0 passed, 1 failed\n");
        assertThat(ended.code).isEqualTo(1);
    }

    @Test
    void endsWithOneWhenThePartFailedThoughNoTestDid() throws Exception {
        webTest(3, 2, 0);
        var ended = run("test", "--fast", "web");
        assertThat(ended.said).contains("web ended with 3").endsWith("2 passed, 1 failed\n");
        assertThat(ended.code).isEqualTo(1);
    }

    @Test
    void endsWithTwoOnACommandThatThereIsNot() throws Exception {
        var ended = run("fly");
        assertThat(ended.said).contains("there is no command fly", "./eventkit run");
        assertThat(ended.code).isEqualTo(2);
    }

    private record Ended(int code, String said) {}

    private Ended run(String... words) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("sh", folder.resolve("eventkit").toString()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    /** A web part whose tests end with that code and report that many passed and failed. */
    private void webTest(int code, int passed, int failed) throws IOException {
        Files.writeString(folder.resolve("web/package.json"), """
                {"name":"made-up","private":true,"scripts":{"test":"node report.js"}}
                """);
        Files.writeString(folder.resolve("web/report.js"), """
                const file = process.argv.find((word) => word.startsWith('--outputFile')).split('=')[1]
                require('fs').writeFileSync(file, JSON.stringify({ numPassedTests: %d, numFailedTests: %d, numPendingTests: 0, numTodoTests: 0, testResults: [] }))
                process.exit(%d)
                """.formatted(passed, failed, code));
    }
}
