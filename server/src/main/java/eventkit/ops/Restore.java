package eventkit.ops;

import eventkit.postgres.PostgresServer;
import eventkit.schema.Migrations;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a backup into the same company on an empty folder and database. The schema is migrated to exactly the versions the rows
 * were written under; the next start migrates on from there. Rows come in one transaction, with foreign keys and triggers
 * taken off before and put back after, so every reference is checked once more and derived rows are not derived twice. It
 * needs no superuser. When anything is not as the manifest says, nothing stays.
 */
final class Restore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What may lie in a folder that counts as empty. */
    private static final List<String> HARMLESS = List.of("eventkit.conf", "eventkit.lock", "lost+found");

    private static final String FOREIGN_KEYS = """
            select n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)
              from pg_constraint k
              join pg_class c on c.oid = k.conrelid
              join pg_namespace n on n.oid = c.relnamespace
             where k.contype = 'f' and k.conparentid = 0 and n.nspname = any (?)
             order by 1, 2, 3
            """;

    /** Triggers that are not simply on: D off, R on replicas, A always. */
    private static final String SPECIAL_TRIGGERS = """
            select n.nspname, c.relname, t.tgname,
                   case t.tgenabled when 'D' then 'disable' when 'R' then 'enable replica' else 'enable always' end
              from pg_trigger t
              join pg_class c on c.oid = t.tgrelid
              join pg_namespace n on n.oid = c.relnamespace
             where not t.tgisinternal and t.tgenabled <> 'O' and n.nspname = any (?)
            """;

    private Restore() {}

    /**
     * Restores.
     *
     * @throws OpsFailure when the folder or database is not empty, or the backup is damaged or from a newer EventKit
     */
    static Manifest of(Path file, Settings settings) {
        if (!Files.isRegularFile(file)) throw new OpsFailure("There is no file " + file + ".");
        refuseUsedFolder(settings.data());
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip, file);
            verify(zip, manifest);
            boolean done = false;
            boolean own = settings.external().isEmpty();
            try {
                try (var database = OpenDatabase.take(settings)) {
                    restore(zip, manifest, database, settings.files());
                    done = true;
                }
            } finally {
                if (!done && own) {
                    for (String name : PostgresServer.FILES)
                        deleteTree(settings.data().resolve(name));
                }
            }
            return manifest;
        } catch (IOException e) {
            throw new OpsFailure("The backup " + file + " can not be read: " + e.getMessage(), e);
        }
    }

    private static void refuseUsedFolder(Path data) {
        if (!Files.exists(data)) return;
        try (Stream<Path> content = Files.list(data)) {
            List<String> found = content.map(path -> path.getFileName().toString())
                    .filter(name -> !HARMLESS.contains(name))
                    .sorted()
                    .toList();
            if (!found.isEmpty()) {
                throw new OpsFailure("The folder " + data + " is not empty (" + String.join(", ", found)
                        + "). A restore never overwrites: name an empty folder with --data.");
            }
        } catch (IOException e) {
            throw new OpsFailure("The folder " + data + " can not be read: " + e.getMessage(), e);
        }
    }

    private static Manifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Manifest.ENTRY);
        if (entry == null) throw new OpsFailure(file + " is not a backup of EventKit.");
        try (InputStream in = zip.getInputStream(entry)) {
            Manifest manifest = JSON.readValue(in, Manifest.class);
            if (manifest.format() != Manifest.FORMAT) {
                throw new OpsFailure(file + " has format " + manifest.format() + "; this EventKit reads "
                        + Manifest.FORMAT + ". Use the EventKit that made it, or a newer one.");
            }
            return manifest;
        } catch (JacksonException e) {
            throw new OpsFailure(file + " has a damaged manifest.", e);
        }
    }

    private static void restore(ZipFile zip, Manifest manifest, OpenDatabase database, Path files) {
        Path filesAside = files.resolveSibling("files.restoring");
        try {
            refuseNewer(manifest, database);
            try (Connection connection = database.access().connect()) {
                refuseUsedDatabase(connection, manifest);
                boolean done = false;
                try {
                    Migrations.migrate(database.source(), manifest.schemas());
                    writeFiles(zip, manifest, filesAside);
                    writeRows(zip, manifest, connection);
                    if (Files.exists(filesAside)) Files.move(filesAside, files, StandardCopyOption.ATOMIC_MOVE);
                    done = true;
                } finally {
                    if (!done) undo(connection, manifest, filesAside);
                }
            }
        } catch (IOException | SQLException e) {
            throw new OpsFailure("The restore failed and nothing of it was kept: " + e.getMessage(), e);
        }
    }

    private static void refuseNewer(Manifest manifest, OpenDatabase database) {
        Map<String, String> reachable = Migrations.versions(database.source());
        manifest.schemas().forEach((schema, version) -> {
            String here = reachable.get(schema);
            if (here == null || compare(version, here) > 0) {
                throw new OpsFailure("This backup is from a newer EventKit (" + schema + " " + version + ", here "
                        + (here == null ? "unknown" : here) + "). Update EventKit first.");
            }
        });
    }

    private static int compare(String a, String b) {
        return org.flywaydb.core.api.MigrationVersion.fromVersion(a)
                .compareTo(org.flywaydb.core.api.MigrationVersion.fromVersion(b));
    }

    /** Schemas of these names, even empty ones, are somebody's: a failed restore would drop them. */
    private static void refuseUsedDatabase(Connection connection, Manifest manifest) throws SQLException {
        try (var query = connection.prepareStatement("select to_regnamespace(quote_ident(?)) is not null")) {
            for (String schema : manifest.schemas().keySet()) {
                query.setString(1, schema);
                try (var row = query.executeQuery()) {
                    if (row.next() && row.getBoolean(1)) {
                        throw new OpsFailure("The database is not empty: it has a schema " + schema
                                + ". A restore never overwrites; give it an empty database.");
                    }
                }
            }
        }
    }

    private static void writeRows(ZipFile zip, Manifest manifest, Connection connection)
            throws SQLException, IOException {
        try (Statement jdbc = connection.createStatement()) {
            jdbc.execute(Backup.SESSION);
        }
        connection.setAutoCommit(false);
        var schemas =
                connection.createArrayOf("text", manifest.schemas().keySet().toArray());
        List<String[]> foreignKeys = rows(connection, FOREIGN_KEYS, schemas);
        List<String[]> specialTriggers = rows(connection, SPECIAL_TRIGGERS, schemas);
        Map<String, Manifest.Table> tables = new LinkedHashMap<>();
        for (String schema : manifest.schemas().keySet()) {
            for (Manifest.Table table : Backup.tables(connection, schema)) tables.put(table.quoted(), table);
        }
        for (Manifest.Table table : manifest.tables()) {
            if (!tables.containsKey(table.quoted())) {
                throw new OpsFailure(
                        "The backup has a table " + table.quoted() + " that its own version does not know.");
            }
        }
        try (Statement jdbc = connection.createStatement()) {
            for (String[] key : foreignKeys) {
                jdbc.execute("alter table " + table(key) + " drop constraint " + Manifest.quoted(key[2]));
            }
            for (String name : tables.keySet()) jdbc.execute("alter table " + name + " disable trigger user");
            // Migrations bring first rows of their own; the backup has these as well, as they are now.
            if (!tables.isEmpty()) jdbc.execute("truncate " + String.join(", ", tables.keySet()));
            for (Manifest.Table table : manifest.tables()) copy(zip, table, connection);
            for (Manifest.Sequence sequence : manifest.sequences()) {
                jdbc.execute("select setval('" + sequence.quoted().replace("'", "''") + "', " + sequence.value() + ", "
                        + sequence.called() + ")");
            }
            for (String[] key : foreignKeys) {
                jdbc.execute("alter table " + table(key) + " add constraint " + Manifest.quoted(key[2]) + " " + key[3]);
            }
            jdbc.execute("set constraints all immediate");
            for (String name : tables.keySet()) jdbc.execute("alter table " + name + " enable trigger user");
            for (String[] trigger : specialTriggers) {
                jdbc.execute(
                        "alter table " + table(trigger) + " " + trigger[3] + " trigger " + Manifest.quoted(trigger[2]));
            }
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement jdbc = connection.createStatement()) {
            jdbc.execute("analyze");
        }
    }

    private static String table(String[] row) {
        return Manifest.quoted(row[0]) + "." + Manifest.quoted(row[1]);
    }

    private static void copy(ZipFile zip, Manifest.Table table, Connection connection)
            throws SQLException, IOException {
        long rows;
        try (InputStream in = open(zip, table.entry())) {
            rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + table.quoted() + " (" + table.quotedColumns() + ") from stdin (encoding 'UTF8')",
                            in,
                            1 << 16);
        }
        if (rows != table.rows()) {
            throw new OpsFailure("The backup is damaged: " + table.entry() + " has " + rows
                    + " rows, its manifest says " + table.rows() + ".");
        }
    }

    /** Reads all of it once before anything is made: most damage shows here, and costs nothing but the reading. */
    private static void verify(ZipFile zip, Manifest manifest) throws IOException {
        for (Manifest.Table table : manifest.tables()) verify(zip, table.entry(), table.sha256());
        for (Manifest.StoredFile file : manifest.files()) {
            if (file.path().startsWith("/")
                    || List.of(file.path().split("/", -1)).contains("..")) {
                throw new OpsFailure("The backup is damaged: " + file.path() + " leads out of its folder.");
            }
            verify(zip, file.entry(), file.sha256());
        }
    }

    private static void verify(ZipFile zip, String entry, String sha256) throws IOException {
        MessageDigest digest = Backup.sha256();
        try (InputStream in = new DigestInputStream(open(zip, entry), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (!Backup.hex(digest).equals(sha256)) {
            throw new OpsFailure("The backup is damaged: " + entry + " is not what its manifest says.");
        }
    }

    private static void writeFiles(ZipFile zip, Manifest manifest, Path root) throws IOException {
        deleteTree(root);
        if (!manifest.files().isEmpty()) Files.createDirectories(root);
        for (Manifest.StoredFile file : manifest.files()) {
            Path path = root.resolve(file.path());
            Path parent = path.getParent();
            if (parent != null) Files.createDirectories(parent);
            try (InputStream in = open(zip, file.entry())) {
                Files.copy(in, path);
            }
        }
    }

    private static InputStream open(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) throw new OpsFailure("The backup is damaged: " + name + " is missing.");
        return zip.getInputStream(entry);
    }

    /** The database was empty before, so the schemas are ours to drop. */
    private static void undo(Connection connection, Manifest manifest, Path filesAside)
            throws SQLException, IOException {
        deleteTree(filesAside);
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        List<String> schemas = new ArrayList<>(manifest.schemas().keySet()).reversed();
        try (Statement jdbc = connection.createStatement()) {
            for (String schema : schemas) jdbc.execute("drop schema if exists " + Manifest.quoted(schema) + " cascade");
        }
    }

    private static List<String[]> rows(Connection connection, String sql, java.sql.Array schemas) throws SQLException {
        List<String[]> result = new ArrayList<>();
        try (var query = connection.prepareStatement(sql)) {
            query.setArray(1, schemas);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    result.add(
                            new String[] {rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)});
                }
            }
        }
        return result;
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) return;
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) throw failure;
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
