package eventkit.ops;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.EventKit;
import eventkit.postgres.PostgresServer;
import eventkit.testing.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole process, as the script starts it, on a folder of its own. */
@Tag("server")
@Timeout(300)
class ServerLifeTests {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void open() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void endWhatIsLeft() throws Exception {
        for (var process : family()) {
            process.destroyForcibly();
            process.onExit().get(Patience.SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void startsOnNothingSurvivesBeingKilledRefusesASecondAndEndsCleanly() throws Exception {
        Running first = start();
        assertThat(first.status("/actuator/health")).isEqualTo(200);
        first.process.destroyForcibly().waitFor();

        Running second = start();
        assertThat(second.status("/actuator/health")).isEqualTo(200);
        assertThat(postgres()).hasSize(1);

        var refused = command("serve", "--port", "0").start();
        var said = new String(refused.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(refused.waitFor()).isEqualTo(1);
        assertThat(said)
                .contains("in use")
                .contains("process " + second.process.pid())
                .contains(second.address);

        try (var watching = second.stream()) {
            long asked = System.nanoTime();
            second.process.destroy(); // SIGTERM
            assertThat(second.process.waitFor()).isEqualTo(143);
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - asked))
                    .as("seconds to end while somebody watches")
                    .isLessThan(20);
            assertThat(watching.body().read()).isNotEqualTo(-1); // what it was greeted with
        }
        assertThat(postgres()).isEmpty();
        assertThat(Files.readString(folder.resolve("data/postgres.log"))
                        .lines()
                        .toList()
                        .getLast())
                .contains("shut down");
        assertThat(folder.resolve("data/postgres/postmaster.pid")).doesNotExist();
        assertThat(PostgresServer.running(folder.resolve("data"))).isEmpty();
    }

    @Test
    void saysInOneLineWhatIsWrongWithACommand() throws Exception {
        var process = command("backup").start();
        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("eventkit: Which file?")
                .doesNotContain("Exception");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    private record Running(Process process, String address) {
        /** Sets the company up, and keeps its owner's stream open. */
        Watching stream() throws IOException, InterruptedException {
            var http = HttpClient.newHttpClient();
            var setup = HttpRequest.newBuilder(URI.create(address + "/api/v1/setup"))
                    .header("Content-Type", "application/json")
                    .POST(
                            HttpRequest.BodyPublishers.ofString(
                                    "{\"companyName\":\"Stagelight\",\"ownerName\":\"Ana\",\"email\":\"ana@stagelight.example\","
                                            + "\"password\":\"copper lantern 42 orchard\",\"locale\":\"en\",\"timeZone\":\"UTC\",\"currency\":\"EUR\"}"))
                    .build();
            var cookie = http.send(setup, BodyHandlers.discarding())
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow();
            var stream = HttpRequest.newBuilder(URI.create(address + "/api/v1/notifications/stream"))
                    .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                    .build();
            var answer = http.send(stream, BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            return new Watching(http, answer.body());
        }

        int status(String path) throws IOException, InterruptedException {
            try (var http = HttpClient.newHttpClient()) {
                var request = HttpRequest.newBuilder(URI.create(address + path)).build();
                return http.send(request, BodyHandlers.discarding()).statusCode();
            }
        }
    }

    private record Watching(HttpClient http, java.io.InputStream body) implements AutoCloseable {
        @Override
        public void close() {
            http.shutdownNow();
        }
    }

    private Running start() throws IOException {
        var process = command("serve", "--port", "0").redirectErrorStream(true).start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        var all = new StringBuilder();
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            all.append(line).append('\n');
            if (!line.startsWith("EventKit is ready at ")) continue;
            Thread.ofVirtual().start(() -> {
                try (out) {
                    out.transferTo(java.io.Writer.nullWriter());
                } catch (IOException e) {
                    // it was killed
                }
            });
            return new Running(process, line.substring("EventKit is ready at ".length()));
        }
        throw new IOException("the server ended at once:\n" + all);
    }

    private ProcessBuilder command(String... words) throws IOException {
        var line = new ArrayList<>(server());
        line.addAll(List.of(words));
        line.addAll(List.of("--data", folder.resolve("data").toString()));
        var builder = new ProcessBuilder(line);
        builder.environment().keySet().removeIf(name -> name.startsWith("EVENTKIT_"));
        return builder;
    }

    /** What the script starts, where it tests the whole; a test of its own may not know of a build, and takes the classes at hand. */
    private static List<String> server() throws IOException {
        var laidOut = System.getProperty("eventkit.test.server", "");
        if (!laidOut.isEmpty()) return Files.readAllLines(Path.of(laidOut));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                EventKit.class.getName());
    }

    private List<ProcessHandle> postgres() {
        return family().stream()
                .filter(process -> commandLine(process).contains("postgres\0-D\0"))
                .toList();
    }

    private List<ProcessHandle> family() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process ->
                        commandLine(process).contains(folder.resolve("data").toString()))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return process.info().commandLine().orElse("").replace(' ', '\0');
        }
    }
}
