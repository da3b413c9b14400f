package eventkit.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every test has a cluster of its own: its subject is what happens to clusters. */
@Timeout(120)
class PostgresServerTests {

    private Path home = Path.of("");

    @BeforeEach
    void makeFolder() throws IOException {
        // Not JUnit's own temporary folder: others must be able to step through it to the cluster.
        home = Files.createTempDirectory("eventkit-postgres-tests");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @AfterEach
    void removeFolder() throws Exception {
        // A killed child's server is still writing its last files.
        for (ProcessHandle postgres : serversOn(home)) postgres.onExit().get(30, TimeUnit.SECONDS);
        Folders.deleteTree(home);
    }

    @Test
    void keepsRowsFromOneStartToTheNext() throws SQLException {
        try (var server = PostgresServer.start(config())) {
            execute(server.access("eventkit"), "create table note (text text)", "insert into note values ('kept')");
        }
        try (var server = PostgresServer.start(config())) {
            assertThat(value(server.access("eventkit"), "select text from note"))
                    .isEqualTo("kept");
        }
        assertThat(serversOn(home)).isEmpty();
    }

    @Test
    void asksForThePasswordAndGivesTheApplicationNoSuperuser() throws SQLException {
        try (var server = PostgresServer.start(config())) {
            var stranger = new DatabaseAccess(server.jdbcUrl("eventkit"), server.user(), "guessed");
            assertThatThrownBy(stranger::connect).hasMessageContaining("password authentication failed");
            assertThat(value(server.access("eventkit"), "show is_superuser")).isEqualTo("off");
            assertThat(value(server.access("eventkit"), "show listen_addresses"))
                    .isEqualTo("127.0.0.1");
            assertThat(server.access("eventkit").toString()).doesNotContain(server.password());
        }
    }

    @Test
    void closesThePasswordFileToOthers() throws IOException {
        try (var server = PostgresServer.start(config())) {
            assertThat(server.password()).hasSizeGreaterThan(30);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgres.pgpass"))))
                    .isEqualTo("rw-------");
            assertThat(home.resolve("postgres.initial")).doesNotExist();
        }
    }

    @Test
    void letsTheApplicationCreateTheExtensionsItNeeds() throws SQLException {
        try (var server = PostgresServer.start(config())) {
            for (String extension : List.of("btree_gist", "pg_trgm", "unaccent", "citext")) {
                execute(server.access("eventkit"), "create extension " + extension);
            }
        }
    }

    @Test
    void copiesADatabaseFromATemplate() throws SQLException {
        try (var server = PostgresServer.start(config())) {
            server.createDatabase("template");
            execute(server.access("template"), "create table note (text text)", "insert into note values ('copied')");
            server.createDatabase("copy", "template");
            assertThat(value(server.access("copy"), "select text from note")).isEqualTo("copied");
            server.dropDatabase("copy");
            assertThatThrownBy(() -> value(server.access("copy"), "select 1")).hasMessageContaining("does not exist");
        }
    }

    @Test
    void refusesASecondServerOfTheSameProcess() {
        try (var server = PostgresServer.start(config())) {
            for (int attempt = 0; attempt < 2; attempt++) { // a refusal must not let go of the first one's lock
                assertThatThrownBy(() -> PostgresServer.start(config()))
                        .isInstanceOf(DataFolderInUse.class)
                        .hasMessageContaining("port " + server.port());
            }
        }
    }

    @Test
    void refusesASecondServerOfAnotherProcessAndNamesTheFirst() throws Exception {
        try (var child = Child.start(home)) {
            assertThatThrownBy(() -> PostgresServer.start(config()))
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining("process " + child.process.pid())
                    .hasMessageContaining("port " + child.port)
                    .hasMessageContaining("--data");
            assertThat(PostgresServer.running(home)).isPresent();
        }
    }

    @Test
    void recoversAfterItsProcessWasKilledAndLeavesOneServer() throws Exception {
        try (var child = Child.start(home)) {
            var access = PostgresServer.running(home).orElseThrow();
            execute(access, "create table note (text text)", "insert into note values ('committed')");
            child.process.destroyForcibly().waitFor();
        }
        try (var server = PostgresServer.start(config())) {
            assertThat(value(server.access("eventkit"), "select text from note"))
                    .isEqualTo("committed");
            assertThat(serversOn(home)).hasSize(1);
        }
        assertThat(serversOn(home)).isEmpty();
    }

    @Test
    void recoversAfterProcessAndPostgresWereKilledTogether() throws Exception {
        try (var child = Child.start(home)) {
            var access = PostgresServer.running(home).orElseThrow();
            execute(access, "create table note (text text)", "insert into note values ('committed')");
            for (ProcessHandle postgres : serversOn(home)) postgres.destroyForcibly();
            child.process.destroyForcibly().waitFor();
        }
        try (var server = PostgresServer.start(config())) {
            assertThat(value(server.access("eventkit"), "select text from note"))
                    .isEqualTo("committed");
        }
    }

    @Test
    void stopsAServerThatWasLeftBehind() throws Exception {
        int orphan;
        try (var server = PostgresServer.start(config())) {
            orphan = server.port();
            execute(server.access("eventkit"), "create table note (text text)", "insert into note values ('kept')");
        }
        startOrphan(orphan);
        assertThat(serversOn(home)).hasSize(1);
        try (var server = PostgresServer.start(config())) {
            assertThat(value(server.access("eventkit"), "select text from note"))
                    .isEqualTo("kept");
            assertThat(serversOn(home)).hasSize(1);
        }
    }

    /** Killed with its process, a server ends by itself, and may have done so when pg_ctl comes to stop it. */
    @Test
    void startsWhileTheServerBeforeIsEnding() throws Exception {
        int port;
        try (var server = PostgresServer.start(config())) {
            port = server.port();
        }
        startOrphan(port);
        Path cache = Files.createDirectory(home.resolve("cache"));
        Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path pgCtl = Binaries.unpackedIn(cache).program("pg_ctl");
        Path real = pgCtl.resolveSibling("pg_ctl.real");
        Files.move(pgCtl, real);
        Path file = home.toRealPath().resolve("postgres").resolve(PostmasterFile.NAME);
        Files.writeString(pgCtl, """
                #!/bin/sh
                [ ! -e '%1$s' ] || kill -INT "$(head -n 1 '%1$s')"
                while [ -e '%1$s' ]; do sleep 0.01; done
                exec '%2$s' "$@"
                """.formatted(file, real));
        Files.setPosixFilePermissions(pgCtl, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (var server = PostgresServer.start(new PostgresServer.Config(home, cache, 0, false, Map.of()))) {
            assertThat(value(server.access("eventkit"), "select 1")).isEqualTo("1");
            assertThat(serversOn(home)).hasSize(1);
        }
    }

    @Test
    void startsThoughAnotherProcessHasTheNumberOfTheDeadServer() throws Exception {
        PostgresServer.start(config()).close();
        Path file = home.resolve("postgres").resolve(PostmasterFile.NAME);
        long stranger = ProcessHandle.current().pid();
        Files.writeString(file, stranger + "\n" + home.resolve("postgres") + "\n1\n5432\n\n127.0.0.1\n\nready\n");
        try (var server = PostgresServer.start(config())) {
            assertThat(value(server.access("eventkit"), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void startsAgainWhenPostgresFallsOver() throws Exception {
        try (var server = PostgresServer.start(config())) {
            ProcessHandle postgres = serversOn(home).getFirst();
            postgres.destroyForcibly();
            postgres.onExit().get(10, TimeUnit.SECONDS);
            assertThat(eventually(() -> value(server.access("eventkit"), "select 1")))
                    .isEqualTo("1");
        }
        assertThat(serversOn(home)).isEmpty();
    }

    @Test
    void beginsAgainAfterACreationThatWasCutOff() throws Exception {
        Files.createDirectories(home.resolve("postgres.new/base"));
        try (var server = PostgresServer.start(config())) {
            assertThat(value(server.access("eventkit"), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void saysWhatPostgresSaidWhenItDoesNotStart() {
        PostgresServer.start(config()).close();
        assertThatThrownBy(() -> PostgresServer.start(config().withSettings(Map.of("shared_buffers", "many"))))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("shared_buffers");
        assertThat(DataLock.isHeld(home)).isFalse();
    }

    @Test
    void refusesAClusterOfAnotherMajorVersion() throws IOException {
        PostgresServer.start(config()).close();
        Files.writeString(home.resolve("postgres/PG_VERSION"), "12\n");
        assertThatThrownBy(() -> PostgresServer.start(config()))
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("PostgreSQL 12")
                .hasMessageContaining("backup");
    }

    private PostgresServer.Config config() {
        return PostgresServer.Config.forTests(home);
    }

    /** As macOS leaves it after a killed parent: running, with nobody who holds the folder's lock. */
    private void startOrphan(int port) throws IOException, InterruptedException {
        var binaries = Binaries.unpackedIn(config().cache());
        var runAs = RunAs.forCluster(home.resolve("postgres"), config().cache());
        Process start = new ProcessBuilder(runAs.command(
                        binaries.program("pg_ctl").toString(),
                        "start",
                        "-w",
                        "-s",
                        "-D",
                        home.toRealPath().resolve("postgres").toString(),
                        "-l",
                        "/dev/null",
                        "-o",
                        "-p " + port + " -h 127.0.0.1 -k ''"))
                .inheritIO()
                .start();
        assertThat(start.waitFor()).isZero();
    }

    private static List<ProcessHandle> serversOn(Path home) {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).contains("-D\0" + home.resolve("postgres")))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        Path file = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return process.info().commandLine().orElse("").replace("-D ", "-D\0");
        }
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // it ended meanwhile
        }
    }

    private static void execute(DatabaseAccess access, String... statements) throws SQLException {
        try (Connection connection = access.connect();
                var jdbc = connection.createStatement()) {
            for (String statement : statements) jdbc.execute(statement);
        }
    }

    private static String value(DatabaseAccess access, String query) throws SQLException {
        try (Connection connection = access.connect();
                var jdbc = connection.createStatement();
                var rows = jdbc.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private interface Query {
        String run() throws SQLException;
    }

    private static String eventually(Query query) throws SQLException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try {
                return query.run();
            } catch (SQLException e) {
                if (System.nanoTime() > end) throw e;
                Thread.onSpinWait();
            }
        }
    }

    /** Another Java process that serves the folder until it is killed. */
    record Child(Process process, int port) implements AutoCloseable {

        static Child start(Path home) throws IOException {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Child.class.getName(),
                            home.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            String line = out.readLine();
            if (line == null) throw new IOException("the child did not start");
            return new Child(process, Integer.parseInt(line));
        }

        public static void main(String[] arguments) throws InterruptedException {
            var server = PostgresServer.start(PostgresServer.Config.at(Path.of(arguments[0])));
            System.out.println(server.port());
            Thread.currentThread().join();
        }

        @Override
        public void close() {
            process.destroyForcibly();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }
    }
}
