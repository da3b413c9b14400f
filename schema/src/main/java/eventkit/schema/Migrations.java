package eventkit.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;

/**
 * Brings a database to the schema of this build: a PostgreSQL schema per module, each with a history of its own, in the order
 * of {@code db/migration/order.txt}, because foreign keys point backwards in it. A module without migrations is skipped.
 */
public final class Migrations {

    /** The table in each schema that remembers what was applied. */
    public static final String HISTORY = "flyway_schema_history";

    private static final String ROOT = "db/migration/";
    private static final String MARKED = "core";

    private Migrations() {}

    /** The schemas that have migrations, in their order. */
    public static List<String> schemas() {
        return text("order.txt")
                .lines()
                .map(String::strip)
                .filter(Migrations::exists)
                .toList();
    }

    /** Of all migrations of this build, written when it was built. */
    private static String hash() {
        return text("hash.txt").strip();
    }

    /**
     * Migrates forward to the newest version of every schema. A database that this very set of migrations was completed on
     * says so in a comment, and costs one query instead of a Flyway per schema.
     */
    public static void migrate(DataSource database) {
        String mark = "migrations " + hash();
        try (Connection connection = database.getConnection();
                Statement jdbc = connection.createStatement()) {
            if (mark.equals(readMark(jdbc))) return;
            for (String schema : schemas())
                flyway(database, schema, MigrationVersion.LATEST).migrate();
            if (schemas().contains(MARKED)) jdbc.execute("comment on schema " + MARKED + " is '" + mark + "'");
        } catch (SQLException e) {
            throw new IllegalStateException("The database can not be migrated: " + e.getMessage(), e);
        }
    }

    private static @Nullable String readMark(Statement jdbc) throws SQLException {
        try (ResultSet row =
                jdbc.executeQuery("select obj_description(to_regnamespace('" + MARKED + "'), 'pg_namespace')")) {
            return row.next() ? row.getString(1) : null;
        }
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

    private static String text(String name) {
        try (InputStream in = Migrations.class.getClassLoader().getResourceAsStream(ROOT + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
