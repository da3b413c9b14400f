package eventkit.testing;

import eventkit.postgres.PostgresServer;
import eventkit.schema.Migrations;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One throw-away PostgreSQL for the test JVM; each test class gets a clone of a database that was migrated once. */
public final class TestDatabase {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private final String name;

    private TestDatabase(String name) {
        this.name = name;
    }

    private static final class Server {
        static final String TEMPLATE = "migrated";
        static final PostgresServer SERVER = start();

        static PostgresServer start() {
            var home = Path.of("target", "postgres-" + ProcessHandle.current().pid());
            var server = PostgresServer.start(PostgresServer.Config.forTests(home));
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            server.createDatabase(TEMPLATE);
            Migrations.migrate(source(server, TEMPLATE));
            return server;
        }
    }

    public static synchronized TestDatabase fresh() {
        var name = "test" + COUNT.incrementAndGet();
        Server.SERVER.createDatabase(name, Server.TEMPLATE);
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
        return source(Server.SERVER, name);
    }

    private static DataSource source(PostgresServer server, String database) {
        return new DriverManagerDataSource(server.jdbcUrl(database), server.user(), server.password());
    }
}
