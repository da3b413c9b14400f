package eventkit.testing;

import eventkit.postgres.PostgresServer;
import eventkit.schema.Migrations;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * The files of a PostgreSQL with a migrated database in it. They are made once for these migrations, kept below target, and copied by each process of tests:
 * making them takes longer than most tests.
 */
final class MigratedCluster {
    static final String DATABASE = "migrated";
    private static final Path ALL = Path.of("target", "postgres-migrated");

    private MigratedCluster() {}

    /** Into a folder that is not there yet, for a server of one's own; other processes wait meanwhile. */
    static void copyTo(Path home) throws IOException {
        Files.createDirectories(ALL);
        try (var file = FileChannel.open(ALL.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = file.lock()) {
            Objects.requireNonNull(held);
            var kept = ALL.resolve(key());
            if (!Files.exists(kept)) make(kept);
            FileSystemUtils.deleteRecursively(home);
            Files.copy(kept, home, StandardCopyOption.COPY_ATTRIBUTES);
            for (var name : List.of("postgres", "postgres.pgpass")) copyTree(kept.resolve(name), home.resolve(name));
        }
    }

    private static void make(Path kept) throws IOException {
        try (var older = Files.newDirectoryStream(ALL, entry -> Files.isDirectory(entry))) {
            for (var one : older) FileSystemUtils.deleteRecursively(one);
        }
        var making = ALL.resolve("making");
        try (var server = PostgresServer.start(PostgresServer.Config.forTests(making))) {
            server.createDatabase(DATABASE);
            Migrations.migrate(new DriverManagerDataSource(server.jdbcUrl(DATABASE), server.user(), server.password()));
        }
        Files.move(making, kept);
    }

    /** With their owners, who may be others than us. */
    private static void copyTree(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                return copied(folder);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                return copied(file);
            }

            private FileVisitResult copied(Path one) throws IOException {
                Files.copy(one, to.resolve(from.relativize(one).toString()), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Of the migrations, and of the PostgreSQL that they ran on. */
    private static String key() throws IOException {
        return text("db/migration/hash.txt").strip().substring(0, 16)
                + HexFormat.of()
                        .toHexDigits(
                                text("eventkit/postgres/version.properties").hashCode());
    }

    private static String text(String resource) throws IOException {
        try (InputStream in = MigratedCluster.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
