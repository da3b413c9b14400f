package eventkit.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import eventkit.postgres.DatabaseAccess;
import eventkit.postgres.PostgresServer;
import eventkit.testing.Company;
import eventkit.testing.Patience;
import eventkit.testing.ServerTest;
import eventkit.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a server that runs on a database it was given, into folders with a PostgreSQL of our own, and back. */
@ServerTest
class BackupAndRestoreTests {
    private final Company company;
    private final DatabaseAccess source;

    @TempDir
    private Path folder = Path.of("");

    BackupAndRestoreTests(Company company, HikariDataSource pool) {
        this.company = company;
        this.source = new DatabaseAccess(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
    }

    @BeforeEach
    void aCompanyWithPeopleAndFiles() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        company.somebody("WAREHOUSE");
        Files.createDirectories(folder.resolve("source/files/ab"));
        Files.writeString(folder.resolve("source/files/ab/manual – größe 2.pdf"), "not really a PDF\0\1\2");
        Files.createFile(folder.resolve("source/files/empty"));
    }

    /** Each step takes a PostgreSQL of its own, so they follow one another: what the first leaves behind, the next stumbles over. */
    @Test
    void aRunningServerComesBackIdenticalOnAnotherFolderAndMovesOnIntoAGivenDatabase() throws Exception {
        untilSupplyIsFollowed();
        Path file = backup();
        var expected = fingerprint(source);
        assertThat(expected.values()).anyMatch(rows -> !rows.startsWith("0 "));
        var own = own("target");
        aRestoreThatBreaksOffLeavesNothingBehind(file, own);

        Restore.of(file, own);
        try (var server = PostgresServer.start(PostgresServer.Config.at(own.data()))) {
            var restored = server.access(PostgresServer.DATABASE);
            assertThat(fingerprint(restored)).isEqualTo(expected);
            assertThat(structure(restored)).isEqualTo(structure(source));
            assertThatThrownBy(() -> execute(restored, "delete from core.audit_entry"))
                    .hasMessageContaining("append-only");
        }
        assertThat(files(own.files())).isEqualTo(files(folder.resolve("source/files")));

        Path again = folder.resolve("again.zip");
        Backup.of(own, again); // with no server running: it is started for it
        var given = given();
        Restore.of(again, settings("given", given));
        assertThat(fingerprint(given)).isEqualTo(expected);
        assertThatThrownBy(() -> Restore.of(again, settings("other", given))).hasMessageContaining("never overwrites");
    }

    private void aRestoreThatBreaksOffLeavesNothingBehind(Path file, Settings target) throws IOException {
        var miscounted =
                altered(file, Manifest.ENTRY, text -> text.replaceFirst("\"rows\" : ([1-9])", "\"rows\" : 4$1"));
        assertThatThrownBy(() -> Restore.of(miscounted, target))
                .isInstanceOf(OpsFailure.class)
                .hasMessageContaining("rows");
        assertThat(files(target.data())).containsOnlyKeys("eventkit.lock");
    }

    @Test
    void aBackupIsForItsOwnerOnlyAndOverwritesNothing() throws IOException {
        Path file = backup();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(this::backup).isInstanceOf(OpsFailure.class).hasMessageContaining("exists");
        assertThat(folder.resolve("company.zip.part")).doesNotExist();
    }

    @Test
    void aFolderWithoutCompanyHasNothingToBackUp() {
        var nowhere = own("nowhere");
        assertThatThrownBy(() -> Backup.of(nowhere, folder.resolve("x.zip"))).hasMessageContaining("no company");
        assertThat(folder.resolve("x.zip")).doesNotExist();
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void aFolderThatIsNotEmptyIsRefusedAndLeftAlone() throws IOException {
        Path file = backup();
        Files.createDirectories(folder.resolve("used"));
        Files.writeString(folder.resolve("used/holiday.jpg"), "mine");
        var used = own("used");
        assertThatThrownBy(() -> Restore.of(file, used)).hasMessageContaining("holiday.jpg");
        assertThat(files(folder.resolve("used"))).containsOnlyKeys("holiday.jpg");
    }

    @Test
    void aDamagedBackupIsRefusedBeforeAnythingIsMade() throws IOException {
        Path file = backup();
        for (var damaged : List.of(
                altered(file, "identity.", text -> text.replaceFirst("(?m)^.*\n", "")),
                altered(file, "files/ab/", text -> text + "!"),
                altered(file, Manifest.ENTRY, text -> text.replaceFirst("files/?ab|ab/manual", "../../manual")),
                altered(file, Manifest.ENTRY, text -> "{" + text))) {
            var target = own("damaged");
            assertThatThrownBy(() -> Restore.of(damaged, target))
                    .isInstanceOf(OpsFailure.class)
                    .hasMessageContaining("damaged");
            assertThat(folder.resolve("damaged")).doesNotExist();
            assertThat(folder.resolve("manual – größe 2.pdf")).doesNotExist();
        }
    }

    @Test
    void aBackupOfANewerEventKitIsRefused() throws IOException {
        Path file = backup();
        var newer =
                altered(file, Manifest.ENTRY, text -> text.replaceFirst("\"core\" : \"\\d+\"", "\"core\" : \"99999\""));
        var format = altered(file, Manifest.ENTRY, text -> text.replaceFirst("\"format\" : 1", "\"format\" : 2"));
        var target = settings("newer", given());
        assertThatThrownBy(() -> Restore.of(newer, target)).hasMessageContaining("newer EventKit");
        assertThatThrownBy(() -> Restore.of(format, target)).hasMessageContaining("format 2");
    }

    @Test
    void whatIsNoBackupIsSaidToBeNone() throws IOException {
        Path text = Files.writeString(folder.resolve("letter.txt"), "Dear all");
        var target = own("none");
        assertThatThrownBy(() -> Restore.of(text, target)).isInstanceOf(OpsFailure.class);
        assertThatThrownBy(() -> Restore.of(folder.resolve("missing"), target)).hasMessageContaining("no file");
        assertThat(folder.resolve("none")).doesNotExist();
    }

    /** With all of the driver's defaults in it, Flyway searches it for secrets for a third of a second, twice for each schema of a restore. */
    @Test
    void theAddressThatSchemasAreMigratedByIsShort() throws SQLException {
        try (Connection connection = OpenDatabase.source(source).getConnection()) {
            assertThat(connection.getMetaData().getURL()).isEqualTo(source.url());
        }
    }

    private Path backup() {
        Path file = folder.resolve("company.zip");
        Backup.of(settings("source", source), file);
        return file;
    }

    /** A folder with a PostgreSQL of its own. */
    private Settings own(String data) {
        return Settings.of(List.of("--data", folder.resolve(data).toString()), Map.of());
    }

    private static DatabaseAccess given() {
        var empty = TestDatabase.empty();
        return new DatabaseAccess(empty.url(), empty.user(), empty.password());
    }

    private Settings settings(String data, DatabaseAccess access) {
        return Settings.of(
                List.of("--data", folder.resolve(data).toString()),
                Map.of(
                        "EVENTKIT_DATABASE_URL", access.url(),
                        "EVENTKIT_DATABASE_USER", access.user(),
                        "EVENTKIT_DATABASE_PASSWORD", access.password()));
    }

    /** The same zip with the text of the first entry that begins so, and is not empty, changed. */
    private Path altered(Path file, String entry, UnaryOperator<String> change) throws IOException {
        Path copy = Files.createTempFile(folder, "altered", ".zip");
        boolean found = false;
        try (var zip = new ZipFile(file.toFile());
                var out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (var one : zip.stream().toList()) {
                byte[] bytes = zip.getInputStream(one).readAllBytes();
                if (!found && bytes.length > 0 && one.getName().contains(entry)) {
                    var text = new String(bytes, StandardCharsets.UTF_8);
                    bytes = change.apply(text).getBytes(StandardCharsets.UTF_8);
                    found = !text.equals(change.apply(text));
                }
                out.putNextEntry(new ZipEntry(one.getName()));
                out.write(bytes);
            }
        }
        assertThat(found).isTrue();
        return copy;
    }

    /** The server works off by itself whose supply may have changed: done in the midst of it, the backup holds what is another thing a moment later. */
    private void untilSupplyIsFollowed() {
        Awaitility.await().atMost(Patience.TIME).until(() -> {
            try (Connection connection = source.connect();
                    var jdbc = connection.createStatement();
                    var row = jdbc.executeQuery("select count(*) from availability.dirty")) {
                row.next();
                return row.getLong(1) == 0;
            }
        });
    }

    /** Each table's rows as their number and a sum of hashes, whatever their order. */
    private static Map<String, String> fingerprint(DatabaseAccess access) throws SQLException {
        var result = new TreeMap<String, String>();
        try (Connection connection = access.connect();
                var jdbc = connection.createStatement()) {
            jdbc.execute(Backup.SESSION);
            for (var schema : Backup.versions(connection).keySet()) {
                for (var table : Backup.tables(connection, schema)) {
                    try (var row = jdbc.executeQuery(
                            "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "
                                    + table.quoted() + " t")) {
                        row.next();
                        result.put(table.quoted(), row.getString(1));
                    }
                }
            }
        }
        return result;
    }

    /** Constraints, triggers and indexes, as PostgreSQL words them. */
    private static List<String> structure(DatabaseAccess access) throws SQLException {
        var result = new ArrayList<String>();
        try (Connection connection = access.connect();
                var jdbc = connection.createStatement();
                var rows = jdbc.executeQuery("""
                        select * from (
                          select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as line
                            from pg_constraint where connamespace::regnamespace::text !~ '^(pg_|information)'
                          union all
                          select tgenabled::text || ' ' || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
                          union all
                          select indexdef from pg_indexes where schemaname !~ '^(pg_|information)'
                        ) as lines order by line collate "C"
                        """)) {
            while (rows.next()) result.add(rows.getString(1));
        }
        return result;
    }

    private static Map<String, List<Byte>> files(Path root) throws IOException {
        var result = new TreeMap<String, List<Byte>>();
        try (var all = Files.walk(root)) {
            for (var path : all.filter(Files::isRegularFile).toList()) {
                var bytes = new ArrayList<Byte>();
                for (byte one : Files.readAllBytes(path)) bytes.add(one);
                result.put(root.relativize(path).toString(), bytes);
            }
        }
        return result;
    }

    private static void execute(DatabaseAccess access, String sql) throws SQLException {
        try (Connection connection = access.connect();
                var jdbc = connection.createStatement()) {
            jdbc.execute(sql);
        }
    }
}
