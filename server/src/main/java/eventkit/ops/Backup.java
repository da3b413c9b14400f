package eventkit.ops;

import eventkit.postgres.DatabaseAccess;
import eventkit.postgres.PostgresServer;
import eventkit.schema.Migrations;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import tools.jackson.databind.json.JsonMapper;

/**
 * One zip with everything of a company: each table as PostgreSQL's own COPY gives it, all from one snapshot, so the server
 * goes on meanwhile; the files; and at the end the manifest that counts and hashes them. Plain rows, not PostgreSQL's files:
 * they also go from our own PostgreSQL into another of a different version, and back.
 */
final class Backup {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Both sides speak the same, whatever the server's defaults are. */
    static final String SESSION = """
            set search_path to core, public;
            set timezone to 'UTC';
            set datestyle to 'ISO, YMD';
            set intervalstyle to 'iso_8601';
            set bytea_output to 'hex';
            set extra_float_digits to 1;
            set statement_timeout to 0;
            set lock_timeout to 0
            """;

    private static final String TABLES = """
            select c.relname,
                   array(select a.attname::text
                           from pg_attribute a
                          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                          order by a.attnum) as columns
              from pg_class c
             where c.relnamespace = to_regnamespace(?)
               and c.relkind = 'r'
               and c.relname <> ?
               and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
             order by c.relname
            """;

    private static final String SEQUENCES = """
            select c.relname
              from pg_class c
             where c.relnamespace = to_regnamespace(?) and c.relkind = 'S'
             order by c.relname
            """;

    private Backup() {}

    /**
     * Writes a backup, of the server that runs on the data folder or, when none does, of the folder itself.
     *
     * @throws OpsFailure when the file exists or there is nothing to back up
     */
    static Manifest of(Settings settings, Path file) {
        if (Files.exists(file))
            throw new OpsFailure(file + " exists. A backup does not overwrite; choose another name.");
        var external = settings.external();
        if (external.isPresent()) return write(external.get(), settings.files(), file);
        if (!Files.exists(settings.data().resolve("postgres"))) {
            throw new OpsFailure("There is no company in " + settings.data() + ". Name its folder with --data.");
        }
        var running = PostgresServer.running(settings.data());
        if (running.isPresent()) return write(running.get(), settings.files(), file);
        try (var database = OpenDatabase.take(settings)) {
            return write(database.access(), settings.files(), file);
        }
    }

    private static Manifest write(DatabaseAccess access, Path files, Path file) {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            // Password hashes and everybody's addresses are inside.
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Manifest manifest;
            try (Connection connection = access.connect();
                    var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(part), 1 << 16))) {
                zip.setLevel(4);
                manifest = write(connection, files, zip);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } catch (IOException | SQLException e) {
            throw new OpsFailure("The backup failed: " + e.getMessage(), e);
        } finally {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                Console.complain(part + " could not be removed: " + e.getMessage());
            }
        }
    }

    private static Manifest write(Connection connection, Path files, ZipOutputStream zip)
            throws SQLException, IOException {
        try (var jdbc = connection.createStatement()) {
            jdbc.execute(SESSION);
            connection.setAutoCommit(false);
            jdbc.execute("set transaction isolation level repeatable read, read only");
        }
        Map<String, String> versions = versions(connection);
        if (versions.isEmpty()) throw new OpsFailure("There is no company in this database.");
        List<Manifest.Table> tables = new ArrayList<>();
        List<Manifest.Sequence> sequences = new ArrayList<>();
        for (String schema : versions.keySet()) {
            for (Manifest.Table table : tables(connection, schema)) tables.add(write(connection, table, zip));
            sequences.addAll(sequences(connection, schema));
        }
        // Files come before the rows that name them and go after them: whatever the snapshot names is here by now.
        List<Manifest.StoredFile> stored = writeFiles(files, zip);
        connection.rollback();
        var manifest = new Manifest(Manifest.FORMAT, Clock.systemUTC().instant(), versions, tables, sequences, stored);
        zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
        zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        return manifest;
    }

    static Map<String, String> versions(Connection connection) throws SQLException {
        Map<String, String> versions = new LinkedHashMap<>();
        for (String schema : Migrations.schemas()) {
            String history = Manifest.quoted(schema) + "." + Manifest.quoted(Migrations.HISTORY);
            try (var exists = connection.prepareStatement("select to_regclass(?) is not null")) {
                exists.setString(1, history);
                var row = exists.executeQuery();
                if (!row.next() || !row.getBoolean(1)) continue;
            }
            try (var jdbc = connection.createStatement();
                    var row = jdbc.executeQuery("select version from " + history
                            + " where success and version is not null order by installed_rank desc limit 1")) {
                if (row.next()) versions.put(schema, row.getString(1));
            }
        }
        return versions;
    }

    static List<Manifest.Table> tables(Connection connection, String schema) throws SQLException {
        List<Manifest.Table> tables = new ArrayList<>();
        try (var query = connection.prepareStatement(TABLES)) {
            query.setString(1, schema);
            query.setString(2, Migrations.HISTORY);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    String[] columns = (String[]) rows.getArray(2).getArray();
                    tables.add(new Manifest.Table(schema, rows.getString(1), List.of(columns), 0, ""));
                }
            }
        }
        return tables;
    }

    private static Manifest.Table write(Connection connection, Manifest.Table table, ZipOutputStream zip)
            throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(table.entry()));
        MessageDigest digest = sha256();
        long rows = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut(
                        "copy " + table.quoted() + " (" + table.quotedColumns() + ") to stdout (encoding 'UTF8')",
                        new DigestOutputStream(new NotClosing(zip), digest));
        zip.closeEntry();
        return new Manifest.Table(table.schema(), table.name(), table.columns(), rows, hex(digest));
    }

    private static List<Manifest.Sequence> sequences(Connection connection, String schema) throws SQLException {
        List<String> names = new ArrayList<>();
        try (var query = connection.prepareStatement(SEQUENCES)) {
            query.setString(1, schema);
            try (var rows = query.executeQuery()) {
                while (rows.next()) names.add(rows.getString(1));
            }
        }
        List<Manifest.Sequence> sequences = new ArrayList<>();
        for (String name : names) {
            try (var jdbc = connection.createStatement();
                    var row = jdbc.executeQuery("select last_value, is_called from " + Manifest.quoted(schema) + "."
                            + Manifest.quoted(name))) {
                if (row.next()) sequences.add(new Manifest.Sequence(schema, name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    private static List<Manifest.StoredFile> writeFiles(Path root, ZipOutputStream zip) throws IOException {
        if (!Files.isDirectory(root)) return List.of();
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(root)) {
            paths = walk.filter(Files::isRegularFile).sorted().toList();
        }
        List<Manifest.StoredFile> stored = new ArrayList<>();
        for (Path path : paths) {
            String name = String.join(
                    "/", Stream.of(root.relativize(path)).flatMap(Backup::parts).toList());
            try (var in = Files.newInputStream(path)) {
                zip.putNextEntry(new ZipEntry("files/" + name));
                MessageDigest digest = sha256();
                long bytes = in.transferTo(new DigestOutputStream(zip, digest));
                zip.closeEntry();
                stored.add(new Manifest.StoredFile(name, bytes, hex(digest)));
            } catch (NoSuchFileException e) {
                // A half-written upload that was given up meanwhile: no row of the snapshot names it.
                continue;
            }
        }
        return stored;
    }

    private static Stream<String> parts(Path path) {
        List<String> parts = new ArrayList<>();
        path.forEach(part -> parts.add(part.toString()));
        return parts.stream();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The driver closes what it copied to; the zip has more to come. */
    private static final class NotClosing extends FilterOutputStream {
        NotClosing(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
