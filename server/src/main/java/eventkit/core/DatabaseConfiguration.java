package eventkit.core;

import com.zaxxer.hikari.HikariDataSource;
import eventkit.schema.Migrations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The one connection pool. Migrated before anybody can borrow from it. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(DataSourceProperties properties) {
        var pool = properties
                .initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        // Not the driver's own: it names all its defaults in the address, and Flyway searches that for secrets again
        // for every schema.
        Migrations.migrate(properties
                .initializeDataSourceBuilder()
                .type(SimpleDriverDataSource.class)
                .build());
        return pool;
    }
}
