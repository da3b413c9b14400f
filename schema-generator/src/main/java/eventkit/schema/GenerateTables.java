package eventkit.schema;

import eventkit.postgres.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Migrates a throw-away PostgreSQL with the real migrations and writes jOOQ tables from it, one package per schema, so that a
 * module can be kept from another's tables. Does nothing while neither migrations nor this generator have changed.
 *
 * <p>Arguments: the folder of migrations, the folder to write to, a folder for the database, and a file for the hash of the
 * migrations, by which a starting server sees that it has nothing to migrate.
 */
public final class GenerateTables {

    private static final String INSTANTS = "(?i)timestamptz(\\(\\d\\))?|timestamp(\\(\\d\\))? with time zone";

    private GenerateTables() {}

    public static void main(String[] arguments) throws Exception {
        Path migrations = Path.of(arguments[0]);
        Path output = Path.of(arguments[1]);
        Path work = Path.of(arguments[2]);
        Path hashFile = Path.of(arguments[3]);
        String migrationsHash = hash(migrations, false);
        Files.createDirectories(Objects.requireNonNull(hashFile.toAbsolutePath().getParent()));
        Files.writeString(hashFile, migrationsHash);
        String hash = hash(migrations, true);
        Path stamp = output.resolve(".stamp");
        if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) return;

        System.setProperty("org.jooq.no-logo", "true");
        System.setProperty("org.jooq.no-tips", "true");
        List<String> schemas = Files.readAllLines(migrations.resolve("order.txt")).stream()
                .map(String::strip)
                .filter(schema -> !schema.isEmpty() && hasMigrations(migrations.resolve(schema)))
                .toList();
        deleteTree(output);
        if (!schemas.isEmpty()) {
            deleteTree(work);
            Files.createDirectories(work);
            try (var server = PostgresServer.start(PostgresServer.Config.forTests(work.toAbsolutePath()))) {
                String url = server.jdbcUrl(PostgresServer.DATABASE);
                for (String schema : schemas) migrate(server, url, migrations, schema);
                for (String schema : schemas) generate(server, url, output, schema);
            }
            deleteTree(work);
        }
        Files.createDirectories(output);
        Files.writeString(stamp, hash);
        System.out.println(
                "[typed tables] generated for " + (schemas.isEmpty() ? "no schema yet" : String.join(", ", schemas)));
    }

    private static void migrate(PostgresServer server, String url, Path migrations, String schema) {
        Flyway.configure()
                .dataSource(url, server.user(), server.password())
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .locations("filesystem:" + migrations.resolve(schema))
                .load()
                .migrate();
    }

    private static void generate(PostgresServer server, String url, Path output, String schema) throws Exception {
        GenerationTool.generate(new Configuration()
                .withLogging(Logging.WARN)
                .withJdbc(new Jdbc()
                        .withDriver("org.postgresql.Driver")
                        .withUrl(url)
                        .withUser(server.user())
                        .withPassword(server.password()))
                .withGenerator(new Generator()
                        .withDatabase(new Database()
                                .withName("org.jooq.meta.postgres.PostgresDatabase")
                                .withInputSchema(schema)
                                .withExcludes("flyway_schema_history")
                                .withTableValuedFunctionsAsRoutines(false) // those of extensions
                                .withTableValuedFunctionsAsTables(false)
                                .withForcedTypes(
                                        new ForcedType()
                                                .withName("INSTANT")
                                                .withIgnoreUnused(true)
                                                .withIncludeTypes(INSTANTS),
                                        new ForcedType()
                                                .withName("VARCHAR")
                                                .withIgnoreUnused(true)
                                                .withIncludeTypes("(?i)(.*\\.)?citext")))
                        .withGenerate(new Generate()
                                .withRecords(true)
                                .withPojos(false)
                                .withDaos(false)
                                .withRoutines(false)
                                .withImplicitJoinPathsToMany(false)
                                .withImplicitJoinPathsManyToMany(false)
                                .withGlobalCatalogReferences(false)
                                .withJavaTimeTypes(true)
                                .withGeneratedAnnotation(false))
                        .withTarget(new Target()
                                .withPackageName("eventkit." + schema + ".db")
                                .withDirectory(output.toString()))));
    }

    private static boolean hasMigrations(Path folder) {
        if (!Files.isDirectory(folder)) return false;
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".sql"));
        } catch (IOException e) {
            return false;
        }
    }

    /** Of the migrations' names and content, and if wanted of this class itself. */
    private static String hash(Path migrations, boolean withGenerator) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (InputStream self = GenerateTables.class.getResourceAsStream("GenerateTables.class")) {
            if (self != null && withGenerator) digest.update(self.readAllBytes());
        }
        try (Stream<Path> files = Files.walk(migrations)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(migrations.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) return;
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
