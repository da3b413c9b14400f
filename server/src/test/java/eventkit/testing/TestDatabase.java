package eventkit.testing;

import eventkit.postgres.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** One throw-away PostgreSQL for the test JVM; each test class gets a clone of a database that was migrated once. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    private static final class Server {
        static final PostgresServer SERVER = start();

        static PostgresServer start() {
            var home = Path.of("target", "postgres-" + ProcessHandle.current().pid());
            try {
                MigratedCluster.copyTo(home);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            var server = PostgresServer.start(PostgresServer.Config.forTests(home));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                FileSystemUtils.deleteRecursively(home.toFile());
            }));
            return server;
        }
    }

    public static synchronized TestDatabase fresh() {
        var name = "test" + COUNT.incrementAndGet();
        Server.SERVER.createDatabase(name, MigratedCluster.DATABASE);
        return new TestDatabase(name);
    }

    /** Nothing in it, not even a schema. */
    public static synchronized TestDatabase empty() {
        var name = "empty" + COUNT.incrementAndGet();
        Server.SERVER.createDatabase(name);
        return new TestDatabase(name);
    }

    public String url() {
        return Server.SERVER.jdbcUrl(name);
    }

    public String user() {
        return Server.SERVER.user();
    }

    public String password() {
        return Server.SERVER.password();
    }

    public DataSource source() {
        return new DriverManagerDataSource(url(), user(), password());
    }
}
