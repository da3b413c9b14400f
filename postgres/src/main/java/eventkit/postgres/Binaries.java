package eventkit.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs, unpacked once per version from the archive on the class path.
 *
 * @param folder holds {@code bin/}, {@code lib/} and {@code share/}
 */
record Binaries(Path folder) {

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** The major version, as it stands in a cluster's {@code PG_VERSION}. */
    static String majorVersion() {
        return version().replaceAll("\\..*", "");
    }

    static Binaries unpackedIn(Path cache) {
        String platform = platform();
        Path folder = cache.resolve("postgres-" + version() + "-" + platform);
        if (Files.exists(folder.resolve("bin/postgres"))) return new Binaries(folder);
        String archive = "/postgres-" + platform + ".txz";
        try (InputStream in = Binaries.class.getResourceAsStream(archive)) {
            if (in == null) {
                throw new PostgresFailure("There are no PostgreSQL binaries for " + platform
                        + " in this build. Set EVENTKIT_DATABASE_URL to a PostgreSQL of your own.");
            }
            Files.createDirectories(cache);
            Path unpacking = Files.createTempDirectory(cache, "unpacking-");
            try {
                Files.setPosixFilePermissions(unpacking, PosixFilePermissions.fromString("rwxr-xr-x"));
                unpack(in, unpacking);
                moveInPlace(unpacking, folder);
            } finally {
                Folders.deleteTree(unpacking);
            }
            return new Binaries(folder);
        } catch (IOException e) {
            throw new PostgresFailure("PostgreSQL could not be unpacked in " + cache + ": " + e, e);
        }
    }

    /** A rename, so that half an unpacking is never taken for the whole; another process may have been quicker. */
    private static void moveInPlace(Path unpacked, Path folder) throws IOException {
        try {
            Files.move(unpacked, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.exists(folder.resolve("bin/postgres"))) throw e;
        }
    }

    private static void unpack(InputStream in, Path root) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = entry.resolveIn(root);
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else if (entry.isSymbolicLink()) {
                    Files.createDirectories(file.getParent());
                    Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.createDirectories(file.getParent());
                    Files.copy(tar, file);
                    boolean program = (entry.getMode() & 0100) != 0;
                    Files.setPosixFilePermissions(
                            file, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.contains("linux") ? "linux" : os.contains("mac") ? "darwin" : os.replaceAll("\\W", "");
        return system + "-" + (System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64");
    }

    private static String version() {
        var properties = new Properties();
        try (InputStream in = Binaries.class.getResourceAsStream("version.properties")) {
            if (in != null) properties.load(in);
        } catch (IOException e) {
            throw new PostgresFailure("version.properties can not be read", e);
        }
        return properties.getProperty("version", "unknown");
    }
}
