package eventkit.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Brings a database to the schema of this build: a PostgreSQL schema per module, each with a history of its own, in the order
 * of {@code db/migration/order.txt}, because foreign keys point backwards in it. A module without migrations is skipped.
 */
public final class Migrations {

    /** The table in each schema that remembers what was applied. */
    public static final String HISTORY = "flyway_schema_history";

    private static final String ROOT = "db/migration/";

    private Migrations() {}

    /** The schemas that have migrations, in their order. */
    public static List<String> schemas() {
        try (InputStream in = resource("order.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().map(String::strip).filter(Migrations::exists).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Migrates forward to the newest version of every schema; does nothing where that is reached. */
    public static void migrate(DataSource database) {
        for (String schema : schemas())
            flyway(database, schema, MigrationVersion.LATEST).migrate();
    }

    /**
     * Migrates an empty database to given versions and no further, for rows that were written under them.
     *
     * @param versions schema to version, as {@link #versions} tells it; a schema not in it stays empty
     */
    public static void migrate(DataSource database, Map<String, String> versions) {
        for (String schema : schemas()) {
            String version = versions.get(schema);
            if (version != null)
                flyway(database, schema, MigrationVersion.fromVersion(version)).migrate();
        }
    }

    /** The version each schema of this build can reach. */
    public static Map<String, String> versions(DataSource database) {
        Map<String, String> versions = new LinkedHashMap<>();
        for (String schema : schemas()) {
            var all = flyway(database, schema, MigrationVersion.LATEST).info().all();
            for (var info : all) {
                if (info.getVersion() != null)
                    versions.put(schema, info.getVersion().getVersion());
            }
        }
        return versions;
    }

    private static Flyway flyway(DataSource database, String schema, MigrationVersion target) {
        return Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .defaultSchema(schema)
                .table(HISTORY)
                .createSchemas(true)
                .locations("classpath:" + ROOT + schema)
                .target(target)
                .load();
    }

    /** Jars list their folders, as does the file system; {@code spring-boot-maven-plugin} keeps the entries. */
    private static boolean exists(String schema) {
        return !schema.isEmpty() && Migrations.class.getClassLoader().getResource(ROOT + schema) != null;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(
                Migrations.class.getClassLoader().getResourceAsStream(ROOT + name), () -> ROOT + name + " is missing");
    }
}
