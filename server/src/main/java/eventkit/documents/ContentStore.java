package eventkit.documents;

import eventkit.core.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Content on disk under its own hash: {@code files/ab/cd/<sha256>}. It is written aside, forced to the disk and then renamed, so that under a
 * hash there is the whole content or nothing. What nothing refers to is swept away a day later: a refused or crashed upload leaves no more.
 */
@Component
class ContentStore {
    /** Received but not yet kept; closing it throws it away unless it was kept. */
    static final class Received implements AutoCloseable {
        private final Path path;
        private final byte[] sha256;
        private final long size;

        private Received(Path path, byte[] sha256, long size) {
            this.path = path;
            this.sha256 = sha256;
            this.size = size;
        }

        Path path() {
            return path;
        }

        byte[] sha256() {
            return sha256.clone();
        }

        long size() {
            return size;
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(path);
        }
    }

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private final Path root;
    private final Path arriving;
    /** Between finding content there and marking it as wanted, no sweep may take it. One server has one data folder, so this is enough. */
    private final Object sweeping = new Object();

    ContentStore(@Value("${eventkit.data:data}") Path data) {
        this.root = data.toAbsolutePath().normalize().resolve("files");
        this.arriving = root.resolve("arriving");
    }

    /** Throws {@link FileTooLarge} and {@link FileEmpty}; then nothing is left of it. */
    Received receive(InputStream content, long max) throws IOException {
        Files.createDirectories(arriving);
        var path = Files.createTempFile(arriving, "file", ".part");
        boolean whole = false;
        try (var out = FileChannel.open(path, StandardOpenOption.WRITE)) {
            var digest = Sha256.begun();
            var buffer = new byte[64 * 1024];
            long size = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > max) throw new FileTooLarge(max);
                digest.update(buffer, 0, read);
                var bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) out.write(bytes);
            }
            if (size == 0) throw new FileEmpty();
            out.force(true);
            whole = true;
            return new Received(path, digest.digest(), size);
        } finally {
            if (!whole) Files.deleteIfExists(path);
        }
    }

    void keep(Received received, Instant now) throws IOException {
        var target = path(received.sha256());
        var folder = java.util.Objects.requireNonNull(target.getParent());
        Files.createDirectories(folder);
        synchronized (sweeping) {
            if (Files.exists(target)) {
                Files.setLastModifiedTime(target, FileTime.from(now));
                return;
            }
            Files.setLastModifiedTime(received.path(), FileTime.from(now));
            Files.move(received.path(), target, StandardCopyOption.ATOMIC_MOVE);
        }
        force(folder);
    }

    Path path(byte[] sha256) {
        var name = HexFormat.of().formatHex(sha256);
        return root.resolve(name.substring(0, 2)).resolve(name.substring(2, 4)).resolve(name);
    }

    /** Removes content older than this that is not wanted, and what never finished arriving; tells the hashes removed. */
    java.util.List<byte[]> sweep(Instant before, Predicate<byte[]> wanted) {
        var removed = new java.util.ArrayList<byte[]>();
        if (!Files.isDirectory(root)) return removed;
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (attributes.lastModifiedTime().toInstant().isAfter(before)) return FileVisitResult.CONTINUE;
                    if (arriving.equals(file.getParent())) Files.deleteIfExists(file);
                    else if (HASH.matcher(file.getFileName().toString()).matches()) {
                        var hash = HexFormat.of().parseHex(file.getFileName().toString());
                        if (!wanted.test(hash) && delete(file, before)) removed.add(hash);
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException error) throws IOException {
                    if (error instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                    throw error;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return removed;
    }

    private boolean delete(Path file, Instant before) throws IOException {
        synchronized (sweeping) {
            return !Files.getLastModifiedTime(file).toInstant().isAfter(before) && Files.deleteIfExists(file);
        }
    }

    /** So that the name, too, survives a power cut. Folders can not be opened on every system. */
    private static void force(Path folder) throws IOException {
        if (java.io.File.separatorChar == '\\') return;
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
