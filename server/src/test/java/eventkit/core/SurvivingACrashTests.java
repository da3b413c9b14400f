package eventkit.core;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.EventKit;
import eventkit.testing.Patience;
import eventkit.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;

/**
 * Starts the real server as a process of its own, kills it in the middle and starts it again: what was committed is done in the end, and done
 * once.
 */
@Tag("server")
class SurvivingACrashTests {
    private final TestDatabase database = TestDatabase.fresh();
    private final List<Process> started = new ArrayList<>();

    @BeforeEach
    void aTableForWhatWasDone() {
        execute("create table core.crash_line (what text not null, id uuid not null)");
    }

    @AfterEach
    void endsWhatItStarted() throws InterruptedException {
        for (var process : started) {
            process.destroy();
            if (!process.waitFor(Patience.SECONDS, TimeUnit.SECONDS))
                process.destroyForcibly().waitFor();
        }
    }

    /** One server after the other on the same database: the first dies of a reaction, the second of a job, and the third finds both undone. */
    @Test
    void whatACrashInterruptedIsDoneOnceInEffectAfterTheRestart() throws Exception {
        died(server("--crash.announce", "--crash.die=reaction"));
        assertThat(lines("change")).as("the change was committed").isEqualTo(1);
        assertThat(lines("reaction")).as("the reaction died with the process").isZero();
        assertThat(
                        count(
                                "select count(*) from core.event_publication where listener = 'test.writes-down-that-the-mains-failed'"))
                .as("and is still owed")
                .isEqualTo(1);

        died(server("--crash.request", "--crash.die=job"));
        assertThat(lines("job")).isZero();
        assertThat(count("select count(*) from core.job where state = 'RUNNING' and attempts = 1"))
                .isEqualTo(1);

        // The dead server's heartbeat stops counting after minutes; the test does not wait for them.
        execute(
                "update core.scheduled_tasks set last_heartbeat = last_heartbeat - interval '1 hour' where task_name = 'eventkit-job'");
        var last = server();
        Awaitility.await()
                .atMost(Patience.TIME)
                .until(() -> count("select count(*) from core.job where state = 'DONE'") == 1
                                && count("select count(*) from core.event_publication") == 0
                        || !last.isAlive());
        assertThat(last.isAlive()).as(log(last)).isTrue();
        last.destroy();
        assertThat(last.waitFor(Patience.SECONDS, TimeUnit.SECONDS))
                .as(log(last))
                .isTrue();
        assertThat(lines("change")).isEqualTo(1);
        assertThat(lines("reaction")).isEqualTo(1);
        assertThat(lines("job")).isEqualTo(1);
        assertThat(count("select attempts from core.job")).isEqualTo(2);
    }

    private static void died(Process server) throws Exception {
        assertThat(server.waitFor(Patience.SECONDS, TimeUnit.SECONDS))
                .as(log(server))
                .isTrue();
        assertThat(server.exitValue()).as(log(server)).isEqualTo(99);
    }

    /** The application alone, on the database it is given here and with options of the test. */
    static final class WithoutItsCommands {
        public static void main(String[] arguments) {
            SpringApplication.run(EventKit.class, arguments);
        }
    }

    private Process server(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                WithoutItsCommands.class.getName(),
                "--spring.profiles.active=crash",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.main.banner-mode=off",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--eventkit.data=target/crash-test-data"));
        command.addAll(List.of(arguments));
        var log = Path.of("target", "crash-" + started.size() + "-" + System.nanoTime() + ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", database.password());
        builder.environment().put("EVENTKIT_DATABASE_URL", database.url());
        var process = builder.start();
        started.add(process);
        LOGS.put(process, log);
        return process;
    }

    private static final java.util.Map<Process, Path> LOGS = new java.util.concurrent.ConcurrentHashMap<>();

    private static String log(Process process) throws IOException {
        return Files.readString(LOGS.get(process));
    }

    private long lines(String what) {
        return count("select count(*) from core.crash_line where what = '" + what + "'");
    }

    private long count(String sql) {
        try (var connection = database.source().getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql) {
        try (var connection = database.source().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
