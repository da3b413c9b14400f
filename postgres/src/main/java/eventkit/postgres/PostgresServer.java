package eventkit.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL, ours alone, for as long as this object is open.
 *
 * <p>In the data folder: {@code postgres/} the cluster, {@code postgres.pgpass} the generated passwords (readable by the owner
 * only, in the format of PGPASSFILE), {@code postgres.log}, and {@code eventkit.lock}. It listens on 127.0.0.1 only and asks
 * for scram-sha-256 passwords, so other users of the machine stay out.
 *
 * <p>The server ends with this process, also when that is killed. Should one be left behind all the same (macOS has no death
 * signal), the next start stops it and recovers its data. A server that falls over is started again on the same port.
 */
public final class PostgresServer implements AutoCloseable {

    /** The role the application works as; it owns its databases and is no superuser. */
    public static final String USER = "eventkit";

    /** The database every new cluster has. */
    public static final String DATABASE = "eventkit";

    /** What a server makes in its data folder, the lock aside. */
    public static final List<String> FILES =
            List.of("postgres", "postgres.pgpass", "postgres.log", "postgres.log.1", "postgres.new");

    private static final String SUPERUSER = "postgres";
    private static final System.Logger LOG = System.getLogger(PostgresServer.class.getName());
    private static final Duration START_LIMIT = Duration.ofMinutes(2); // recovery of a big log takes its time
    private static final Duration STOP_LIMIT = Duration.ofMinutes(1);
    private static final Duration LEFTOVER_LIMIT = Duration.ofSeconds(20);
    private static final long LOG_BYTES_MAX = 10_000_000;
    private static final int RESTARTS_MAX = 5;

    /**
     * Where a server lives and how.
     *
     * @param home the data folder
     * @param cache where the unpacked binaries are kept, shared by all data folders
     * @param port 0 takes any free one
     * @param durable false for tests: nothing survives a power cut, and everything is faster
     * @param settings PostgreSQL settings that win over ours
     */
    public record Config(Path home, Path cache, int port, boolean durable, Map<String, String> settings) {

        public static Config at(Path home) {
            return new Config(home, Folders.cache(), 0, true, Map.of());
        }

        public static Config forTests(Path home) {
            return new Config(home, Folders.cache(), 0, false, Map.of());
        }

        public Config withSettings(Map<String, String> more) {
            return new Config(home, cache, port, durable, more);
        }
    }

    private final Config config;
    private final DataLock lock;
    private final Binaries binaries;
    private final RunAs runAs;
    private final Path cluster;
    private final Path log;
    private final Map<String, String> passwords;
    private final int port;
    private volatile @Nullable Process current;
    private volatile boolean ready;
    private volatile boolean closing;

    private PostgresServer(Config config, DataLock lock) throws IOException {
        this.config = config;
        this.lock = lock;
        Path home = config.home().toRealPath();
        cluster = home.resolve("postgres");
        log = home.resolve("postgres.log");
        binaries = Binaries.unpackedIn(config.cache());
        runAs = RunAs.forCluster(cluster, config.cache());
        port = config.port() != 0 ? config.port() : freePort();
        passwords = Files.exists(cluster) ? readPasswords(home) : createCluster(home);
    }

    /**
     * Starts the server, on a new cluster when the folder has none, and returns when it answers.
     *
     * @throws DataFolderInUse when another process has the data folder
     * @throws PostgresFailure when PostgreSQL does not start; the message has its last words
     */
    public static PostgresServer start(Config config) {
        createHome(config.home());
        DataLock lock = DataLock.take(config.home());
        try {
            var server = new PostgresServer(config, lock);
            server.checkVersion();
            server.stopOrphan();
            server.launch();
            lock.describe("database port " + server.port);
            return server;
        } catch (IOException e) {
            lock.close();
            throw new PostgresFailure("PostgreSQL did not start: " + messageOf(e), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** The database of whichever process serves this folder now, for a second process that only reads or writes rows. */
    public static Optional<DatabaseAccess> running(Path home) {
        try {
            if (!Files.exists(home.resolve("postgres"))) return Optional.empty();
            Path real = home.toRealPath();
            Path cluster = real.resolve("postgres");
            Optional<PostmasterFile> file = PostmasterFile.of(cluster);
            if (file.isEmpty() || !file.get().ready() || !file.get().isServing(cluster)) return Optional.empty();
            String password = readPasswords(real).getOrDefault(USER, "");
            return Optional.of(new DatabaseAccess(url(file.get().port(), DATABASE), USER, password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    /** Carries no password: pass {@link #user()} and {@link #password()} beside it. */
    public String jdbcUrl(String database) {
        return url(port, database);
    }

    public String user() {
        return USER;
    }

    public String password() {
        return passwords.getOrDefault(USER, "");
    }

    public DatabaseAccess access(String database) {
        return new DatabaseAccess(jdbcUrl(database), user(), password());
    }

    /** The lock on the data folder, to describe its holder better than by the database's port. */
    public DataLock lock() {
        return lock;
    }

    /** A new database owned by {@link #USER}. */
    public void createDatabase(String name) {
        maintain("create database " + quoted(name) + " owner " + USER);
    }

    /** A copy of a database nobody is connected to. */
    public void createDatabase(String name, String template) {
        // Copying files is quicker than logging every page when the template is small and fsync is off.
        String strategy = config.durable() ? "" : " strategy file_copy";
        maintain("create database " + quoted(name) + " owner " + USER + " template " + quoted(template) + strategy);
    }

    /** Removes a database, its connections included; silent when there is none. */
    public void dropDatabase(String name) {
        maintain("drop database if exists " + quoted(name) + " with (force)");
    }

    /** Stops the server, waiting for its last checkpoint, and lets the folder go. */
    @Override
    public void close() {
        if (closing) return;
        closing = true;
        try {
            stop();
            endProcess();
        } finally {
            lock.close();
        }
    }

    // ---- life cycle

    private void launch() throws IOException {
        rotateLog();
        List<String> command = runAs.command(serverCommand());
        long end = System.nanoTime() + LEFTOVER_LIMIT.toNanos();
        while (true) {
            try {
                launchOnce(command);
                return;
            } catch (IOException e) {
                // Backends of a killed server hold its shared memory for a moment longer.
                if (!String.valueOf(e.getMessage()).contains("shared memory") || System.nanoTime() > end) throw e;
                pause(200);
            }
        }
    }

    private void launchOnce(List<String> command) throws IOException {
        long logged = Files.exists(log) ? Files.size(log) : 0;
        var started = new CompletableFuture<Process>();
        // The death signal belongs to the thread that started the server: this one lives as long as the process.
        Thread.ofPlatform().daemon(true).name("postgres-keeper").start(() -> keep(command, started));
        Process process;
        try {
            process = started.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("its process can not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting", e);
        }
        long end = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady(process)) {
            if (!process.isAlive()) {
                throw new IOException("it ended with code " + process.exitValue() + "\n" + lastWords(logged));
            }
            if (System.nanoTime() > end) {
                process.destroy();
                throw new IOException("it is not ready after " + START_LIMIT.toSeconds() + " s\n" + lastWords(logged));
            }
            pause(5);
        }
        ready = true;
    }

    /** The programs before postgres in the command replace themselves by the next, so the process stays the same. */
    private boolean isReady(Process process) throws IOException {
        return PostmasterFile.of(cluster)
                .filter(file -> file.ready() && file.pid() == process.pid())
                .isPresent();
    }

    private List<String> serverCommand() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("port", Integer.toString(port));
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("jit", "off"); // our queries are short; compiling them costs more than it saves
        settings.put("wal_compression", "pglz");
        settings.put("shared_buffers", config.durable() ? "256MB" : "64MB");
        settings.put("random_page_cost", "1.1");
        settings.put("max_wal_size", "2GB");
        if (!config.durable()) {
            settings.put("fsync", "off");
            settings.put("synchronous_commit", "off");
            settings.put("full_page_writes", "off");
            settings.put("autovacuum", "off");
        }
        settings.putAll(config.settings());
        List<String> command =
                new ArrayList<>(List.of(binaries.program("postgres").toString(), "-D", cluster.toString()));
        settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /** Runs in the keeper's thread: starts the server, and starts it again when it falls over once it was ready. */
    private void keep(List<String> command, CompletableFuture<Process> started) {
        int restarts = 0;
        long firstRestart = 0;
        while (!closing) {
            try {
                Process process = new ProcessBuilder(command)
                        .directory(config.home().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
                current = process;
                started.complete(process);
                int code = process.waitFor();
                if (closing || !ready) return;
                long now = System.nanoTime();
                if (restarts == 0 || now - firstRestart > TimeUnit.MINUTES.toNanos(1)) {
                    restarts = 0;
                    firstRestart = now;
                }
                if (++restarts > RESTARTS_MAX) {
                    LOG.log(
                            System.Logger.Level.ERROR,
                            "PostgreSQL ends again and again (code {0}); see {1}",
                            code,
                            log);
                    return;
                }
                LOG.log(System.Logger.Level.WARNING, "PostgreSQL ended (code {0}); starting it again", code);
                pause(200L * restarts);
                forgetDeadServer();
            } catch (IOException e) {
                if (!started.completeExceptionally(e)) {
                    LOG.log(System.Logger.Level.ERROR, "PostgreSQL can not be started again", e);
                }
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** We hold the folder's lock, so a server that still runs on it has lost its master. */
    private void stopOrphan() throws IOException {
        Optional<PostmasterFile> file = PostmasterFile.of(cluster);
        if (file.isEmpty()) return;
        if (file.get().isServing(cluster)) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "Stopping a PostgreSQL that was left behind (process {0})",
                    file.get().pid());
            stop();
        } else {
            forgetDeadServer();
        }
    }

    private void forgetDeadServer() throws IOException {
        Optional<PostmasterFile> file = PostmasterFile.of(cluster);
        if (file.isPresent() && !file.get().isServing(cluster)) PostmasterFile.forgetProcess(cluster);
    }

    private void stop() {
        try {
            if (!isServing()) return;
            try {
                run(
                        STOP_LIMIT.plusSeconds(5),
                        null,
                        runAs.command(
                                binaries.program("pg_ctl").toString(),
                                "-D",
                                cluster.toString(),
                                "stop",
                                "-m",
                                "fast",
                                "-w",
                                "-s",
                                "-t",
                                Long.toString(STOP_LIMIT.toSeconds())));
            } catch (IOException e) {
                if (isServing()) throw e; // otherwise it ended by itself before it was told to
            }
        } catch (IOException e) {
            throw new PostgresFailure("PostgreSQL did not stop: " + e.getMessage() + "\nSee " + log, e);
        }
    }

    private boolean isServing() throws IOException {
        Optional<PostmasterFile> file = PostmasterFile.of(cluster);
        return file.isPresent() && file.get().isServing(cluster);
    }

    /** For the server the keeper had only just started again, which has written no file to stop it by. */
    private void endProcess() {
        Process process = current;
        if (process == null) return;
        try {
            if (process.waitFor(1, TimeUnit.SECONDS)) return;
            process.destroy();
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void checkVersion() throws IOException {
        String has = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (has.equals(Binaries.majorVersion())) return;
        throw new PostgresFailure("The database in " + cluster + " is of PostgreSQL " + has + ", this EventKit brings "
                + Binaries.majorVersion()
                + ". Make a backup with the EventKit that wrote it and restore it into an empty folder.");
    }

    // ---- a new cluster

    private static void createHome(Path home) {
        try {
            if (Files.isDirectory(home)) return;
            Path parent = home.toAbsolutePath().getParent();
            if (parent != null) Files.createDirectories(parent);
            // Others may step through (the database's user must), but not look around.
            String mode = Folders.isRoot() ? "rwx--x--x" : "rwx------";
            Files.createDirectory(home);
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString(mode));
        } catch (IOException e) {
            throw new PostgresFailure("The data folder " + home + " can not be made: " + e, e);
        }
    }

    /** Built aside and renamed at the end, so a start that was cut off begins again from nothing. */
    private Map<String, String> createCluster(Path home) throws IOException {
        Path building = home.resolve("postgres.new");
        Folders.deleteTree(building);
        Files.createDirectory(building);
        runAs.own(building);
        Map<String, String> made = Map.of(SUPERUSER, randomPassword(), USER, randomPassword());
        Path passwordFile = home.resolve("postgres.initial");
        Files.deleteIfExists(passwordFile);
        try {
            Files.createFile(
                    passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(passwordFile, made.get(SUPERUSER) + "\n");
            runAs.own(passwordFile);
            List<String> initdb = runAs.command(
                    binaries.program("initdb").toString(),
                    "-D",
                    building.toString(),
                    "-U",
                    SUPERUSER,
                    "--auth=scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions");
            if (!config.durable()) initdb.add("--no-sync");
            run(START_LIMIT, null, initdb);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        // Single-user mode: no port is open before the roles are as they shall be.
        String statements = """
                create role %1$s login password '%2$s'
                create database %3$s owner %1$s
                """.formatted(USER, made.get(USER), DATABASE);
        List<String> single = runAs.command(
                binaries.program("postgres").toString(),
                "--single",
                "-D",
                building.toString(),
                "-c",
                "exit_on_error=on");
        if (!config.durable()) single.addAll(List.of("-c", "fsync=off"));
        single.add("postgres");
        run(START_LIMIT, statements, single);
        writePasswords(home, made);
        Files.move(building, cluster, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void writePasswords(Path home, Map<String, String> passwords) throws IOException {
        Path file = home.resolve("postgres.pgpass");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        List<String> lines = new ArrayList<>();
        passwords.forEach((role, password) -> lines.add("127.0.0.1:*:*:" + role + ":" + password));
        Files.write(file, lines);
    }

    private static Map<String, String> readPasswords(Path home) throws IOException {
        Map<String, String> passwords = new LinkedHashMap<>();
        for (String line : Files.readAllLines(home.resolve("postgres.pgpass"))) {
            String[] field = line.strip().split(":", -1);
            if (field.length == 5) passwords.put(field[3], field[4]);
        }
        return passwords;
    }

    // ---- small things

    private void maintain(String statement) {
        var superuser = new DatabaseAccess(jdbcUrl("postgres"), SUPERUSER, passwords.getOrDefault(SUPERUSER, ""));
        try (Connection connection = superuser.connect();
                Statement jdbc = connection.createStatement()) {
            jdbc.execute(statement);
        } catch (SQLException e) {
            throw new PostgresFailure(statement + ": " + e.getMessage(), e);
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private void rotateLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_BYTES_MAX) {
            Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String lastWords(long from) throws IOException {
        if (!Files.exists(log)) return "";
        byte[] all = Files.readAllBytes(log);
        int start = (int) Math.max(Math.min(from, all.length), all.length - 4_000L);
        return new String(all, start, all.length - start, StandardCharsets.UTF_8).strip();
    }

    /** The message of a refused file is only its path. */
    private static String messageOf(IOException e) {
        return e instanceof FileSystemException ? e.toString() : String.valueOf(e.getMessage());
    }

    private static void pause(long millis) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static void run(Duration limit, @Nullable String input, List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (OutputStream in = process.getOutputStream()) {
            if (input != null) in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The program did not read its input", e);
        }
        String output;
        try (InputStream out = process.getInputStream()) {
            output = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(limit.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " takes more than " + limit.toSeconds() + " s\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        if (process.exitValue() != 0) throw new IOException(String.join(" ", command) + "\n" + output.strip());
    }
}
