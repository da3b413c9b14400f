package eventkit.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What we ask of the operating system's files. */
final class Folders {
    private Folders() {}

    static boolean isLinux() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    static boolean hasProgram(String name) {
        String path = System.getenv("PATH");
        if (path == null) return false;
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (Files.isExecutable(Path.of(folder, name))) return true;
        }
        return false;
    }

    /** Whether every user can step through to this folder. */
    static boolean isReachableByAll(Path folder) throws IOException {
        for (Path p = folder; p != null; p = p.getParent()) {
            if (Files.exists(p) && !Files.getPosixFilePermissions(p).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    /** Where unpacked binaries are kept: EVENTKIT_CACHE, else the place the system has for such things. */
    static Path cache() {
        String own = System.getenv("EVENTKIT_CACHE");
        if (own != null && !own.isBlank()) return Path.of(own).toAbsolutePath();
        // Root's own home is closed to the user that PostgreSQL runs as.
        if (isLinux() && isRoot()) return Path.of("/var/cache/eventkit");
        Path home = Path.of(System.getProperty("user.home"));
        if (!isLinux()) return home.resolve("Library/Caches/eventkit");
        String xdg = System.getenv("XDG_CACHE_HOME");
        return (xdg == null || xdg.isBlank() ? home.resolve(".cache") : Path.of(xdg)).resolve("eventkit");
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) return;
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                if (failure != null) throw failure;
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
