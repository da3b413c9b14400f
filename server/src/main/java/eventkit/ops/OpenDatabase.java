package eventkit.ops;

import eventkit.postgres.DataLock;
import eventkit.postgres.DatabaseAccess;
import eventkit.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database a command works on, and whatever has to be let go afterwards: our own server, or only the folder's lock.
 *
 * @param closing stops what was started for it
 */
record OpenDatabase(DatabaseAccess access, DataLock lock, AutoCloseable closing) implements AutoCloseable {

    private static final int OLDEST = 16;

    /** Takes the data folder for this process and starts or checks the database. */
    static OpenDatabase take(Settings settings) {
        var external = settings.external();
        if (external.isEmpty()) {
            var server = PostgresServer.start(
                    PostgresServer.Config.at(settings.data()).withSettings(settings.postgres()));
            return new OpenDatabase(server.access(PostgresServer.DATABASE), server.lock(), server);
        }
        DataLock lock = DataLock.take(settings.data());
        try {
            check(external.get());
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        return new OpenDatabase(external.get(), lock, lock);
    }

    private static void check(DatabaseAccess access) {
        try (Connection connection = access.connect()) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new OpsFailure("The database at " + access.url() + " is PostgreSQL " + version
                        + "; EventKit needs " + OLDEST + " or newer.");
            }
        } catch (SQLException e) {
            throw new OpsFailure("The database at " + access.url() + " does not answer: " + e.getMessage(), e);
        }
    }

    DataSource source() {
        return source(access);
    }

    /** The driver's own source would name all its defaults in the address, which Flyway takes a third of a second to search for secrets. */
    static DataSource source(DatabaseAccess access) {
        return new DriverManagerDataSource(access.url(), access.user(), access.password());
    }

    @Override
    public void close() {
        try {
            closing.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new OpsFailure("The database did not stop: " + e.getMessage(), e);
        }
    }
}
