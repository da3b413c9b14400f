package eventkit.bench;

import eventkit.postgres.PostgresServer;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/** How many statements the database of a benchmark is sent: it writes them all into its log as long as this is open. */
final class StatementLog implements AutoCloseable {
    private static final Pattern STATEMENT = Pattern.compile("LOG: {2}(execute|statement)");
    private static final Pattern DURATION = Pattern.compile("LOG: {2}duration: ([0-9.]+) ms");
    private final Path log;
    private final Connection superuser;

    StatementLog(Path data) throws Exception {
        log = data.resolve("postgres.log");
        var access = PostgresServer.running(data).orElseThrow(() -> new IOException("no database at " + data));
        superuser = DriverManager.getConnection(access.url(), "postgres", password(data));
        set("alter system set log_statement = 'all'");
    }

    /** Of the superuser, who alone may say what is logged. */
    private static String password(Path data) throws IOException {
        for (var line : Files.readAllLines(data.resolve("postgres.pgpass"))) {
            var field = line.split(":", -1);
            if (field[3].equals("postgres")) return field[4];
        }
        throw new IOException("the superuser has no password in " + data);
    }

    private void set(String statement) throws Exception {
        ImportBench.execute(superuser, statement);
        ImportBench.execute(superuser, "select pg_reload_conf()");
        Thread.sleep(500); // until everybody has heard of it
    }

    /** While it works; of whoever. */
    long count(Callable<?> work) throws Exception {
        return STATEMENT.matcher(added(work)).results().count();
    }

    /** How long the database worked at all that it was sent: parsed, planned and run. */
    double millis(Callable<?> work) throws Exception {
        set("alter system set log_min_duration_statement = 0");
        try {
            return DURATION.matcher(added(work))
                    .results()
                    .mapToDouble(found -> Double.parseDouble(found.group(1)))
                    .sum();
        } finally {
            set("alter system reset log_min_duration_statement");
        }
    }

    private String added(Callable<?> work) throws Exception {
        long before = Files.size(log);
        work.call();
        try (var channel = FileChannel.open(log)) {
            channel.position(before);
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Override
    public void close() throws Exception {
        set("alter system reset log_statement");
        superuser.close();
    }
}
