package eventkit.ops;

import eventkit.postgres.DataLock;
import eventkit.postgres.DatabaseAccess;
import eventkit.postgres.PostgresServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Looks without touching: what the server would meet if it were started now. */
final class Doctor {
    private static final long FREE_BYTES_MIN = 1_000_000_000;

    private final Settings settings;
    private boolean well = true;

    Doctor(Settings settings) {
        this.settings = settings;
    }

    /** Prints a line a finding; false when something is in the way. */
    boolean examine() {
        good(
                "Java",
                System.getProperty("java.vm.version") + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch"));
        folder();
        boolean held = DataLock.isHeld(settings.data());
        if (held) good("server", "running on this folder");
        else port();
        var external = settings.external();
        if (external.isPresent()) database(external.get());
        else if (held)
            PostgresServer.running(settings.data())
                    .ifPresentOrElse(
                            this::database,
                            () -> bad(
                                    "database",
                                    "does not answer",
                                    "See " + settings.data().resolve("postgres.log")));
        else if (Files.exists(settings.data().resolve("postgres"))) good("database", "our own, not running now");
        else good("database", "our own, made at the first start");
        return well;
    }

    private void folder() {
        Path existing = settings.data();
        while (existing != null && !Files.exists(existing)) existing = existing.getParent();
        if (existing == null || !Files.isWritable(existing)) {
            bad("data", settings.data() + " can not be written", "Choose another with --data, or change its owner");
            return;
        }
        try {
            long free = Files.getFileStore(existing).getUsableSpace();
            String text = settings.data() + ", " + free / 1_000_000_000 + " GB free";
            if (free < FREE_BYTES_MIN) bad("data", text, "Make room: the database needs at least 1 GB");
            else good("data", text);
        } catch (IOException e) {
            bad("data", e.getMessage(), "Check the disk");
        }
    }

    private void port() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(settings.port()));
            good("port", settings.port() + " is free");
        } catch (IOException e) {
            bad("port", settings.port() + " is taken by another program", "Choose another with --port");
        }
    }

    private void database(DatabaseAccess access) {
        try (Connection connection = access.connect();
                var jdbc = connection.createStatement();
                var row = jdbc.executeQuery("""
                        select current_setting('server_version'),
                               pg_size_pretty(pg_database_size(current_database())),
                               has_database_privilege(current_database(), 'create')
                        """)) {
            row.next();
            String text = "PostgreSQL " + row.getString(1) + ", " + row.getString(2);
            if (row.getBoolean(3)) good("database", text);
            else
                bad(
                        "database",
                        text + ", but we may not create in it",
                        "grant create on database … to " + access.user());
        } catch (SQLException e) {
            bad(
                    "database",
                    access.url() + " does not answer: " + e.getMessage(),
                    "Check EVENTKIT_DATABASE_URL, _USER and _PASSWORD");
        }
    }

    private static void good(String what, String text) {
        Console.say("  ok       %-12s %s".formatted(what, text));
    }

    private void bad(String what, @org.jspecify.annotations.Nullable String text, String remedy) {
        well = false;
        Console.say("  MISSING  %-12s %s%n           %-12s %s".formatted(what, text, "", remedy));
    }
}
