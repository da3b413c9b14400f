package eventkit.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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

    @Test
    void buildsOnceAtATimeAndSaysWhatItWaitsFor() throws Exception {
        madeUpMaven();
        var atWork = Files.createFile(folder.resolve("at-work"));
        var first = start("build");
        untilItIsAtWork();
        var others = List.of(start("build"), start("build"));
        for (var other : others)
            assertThat(said(other, "waiting for ./eventkit build (process ")).contains("at work in this folder");
        Files.delete(atWork);
        assertThat(ended(first).said).contains("the build failed");
        for (var other : others) assertThat(ended(other).said).contains("the build failed");
        assertThat(folder.resolve("maven.log"))
                .as("one after the other")
                .content()
                .isEqualTo("begin\nend\n".repeat(3));
        assertThat(folder.resolve(".eventkit/build.lock")).doesNotExist();
    }

    @Test
    void passesOverACommandThatDiedWithoutLettingGo() throws Exception {
        madeUpMaven();
        Files.createDirectories(folder.resolve(".eventkit"));
        var lock = folder.resolve(".eventkit/build.lock");
        Files.createSymbolicLink(lock, Path.of("999999999:build"));
        assertThat(run("build").said).doesNotContain("waiting").contains("building");

        // its number belongs to something else by now
        var other = new ProcessBuilder("sleep", "100").start();
        try {
            Files.createSymbolicLink(lock, Path.of(other.pid() + ":build"));
            assertThat(run("build").said).doesNotContain("waiting").contains("building");
            assertThat(Files.exists(lock, LinkOption.NOFOLLOW_LINKS)).isFalse();

            // several find it at once, and one died while it was passing over
            Files.createSymbolicLink(lock, Path.of(other.pid() + ":run"));
            Files.createSymbolicLink(lock.resolveSibling("build.lock.passing"), Path.of("999999999:build"));
            Files.delete(folder.resolve("maven.log"));
            for (var one : List.of(start("build"), start("build"), start("build"))) ended(one);
            assertThat(folder.resolve("maven.log")).content().isEqualTo("begin\nend\n".repeat(3));
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void letsGoWhenItIsStopped() throws Exception {
        madeUpMaven();
        var atWork = Files.createFile(folder.resolve("at-work"));
        var stopped = start("build");
        untilItIsAtWork();
        stopped.toHandle().destroy();
        Files.delete(atWork);
        assertThat(ended(stopped).code).isEqualTo(143);
        assertThat(Files.exists(folder.resolve(".eventkit/build.lock"), LinkOption.NOFOLLOW_LINKS))
                .isFalse();
    }

    private record Ended(int code, String said) {}

    private Ended run(String... words) throws IOException, InterruptedException {
        return ended(start(words));
    }

    private Process start(String... words) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("sh", folder.resolve("eventkit").toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        var programs = folder.resolve("programs");
        if (Files.exists(programs)) builder.environment().merge("PATH", programs + ":", (path, first) -> first + path);
        return builder.start();
    }

    private static Ended ended(Process process) throws IOException, InterruptedException {
        var said = new StringWriter();
        process.inputReader().transferTo(said);
        return new Ended(process.waitFor(), said.toString());
    }

    /** The line with these words, once it is said. */
    private static String said(Process process, String words) throws IOException {
        for (var line = process.inputReader().readLine();
                line != null;
                line = process.inputReader().readLine()) if (line.contains(words)) return line;
        throw new AssertionError("it never said " + words);
    }

    private void untilItIsAtWork() {
        var begun = folder.resolve("maven.log");
        for (int i = 0; i < 600 && !Files.exists(begun); i++) LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }

    /** Writes down when it begins and ends, is at work as long as a file says so, and fails. */
    private void madeUpMaven() throws IOException {
        var maven = Files.createDirectories(folder.resolve("programs")).resolve("mvn");
        Files.writeString(maven, """
                #!/bin/sh
                echo begin >>'%1$s'
                while [ -e '%2$s' ]; do sleep 0.1; done
                sleep 0.2
                echo end >>'%1$s'
                exit 1
                """.formatted(folder.resolve("maven.log"), folder.resolve("at-work")));
        Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwxr-xr-x"));
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
