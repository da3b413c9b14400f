package eventkit.availability;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The order of changes has connections of its own: whoever waits for it may hold all of the others. */
@Configuration(proxyBeanMethods = false)
class AvailabilityConfiguration {
    /** For the queue, for what it writes ahead, and for questions. */
    private static final int CONNECTIONS = 3 + ChangeQueue.WRITERS;

    @Bean(destroyMethod = "close")
    Connections availabilityConnections(DataSourceProperties properties) {
        var pool = properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        pool.setPoolName("availability");
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(0);
        return new Connections(pool);
    }

    /** Not a data source of its own among the beans: there is one for everybody else. */
    record Connections(HikariDataSource pool) implements AutoCloseable {
        @Override
        public void close() {
            pool.close();
        }
    }

    @Bean(destroyMethod = "close")
    ChangeOrder changeOrder(
            Connections connections,
            DSLContext db,
            Clock clock,
            Changes changes,
            Bookings bookings,
            Facts facts,
            Supply supply,
            Recount recount) {
        var apart = DSL.using(connections.pool(), SQLDialect.POSTGRES, db.settings());
        return new ChangeOrder(apart, db, clock, changes, bookings, facts, supply, recount);
    }
}
