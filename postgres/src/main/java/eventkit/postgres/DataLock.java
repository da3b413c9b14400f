package eventkit.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One process at a time works on a data folder. The kernel holds the lock on {@code eventkit.lock} and drops it with the
 * process, however that ends, so a lock is never stale. The file's text names the holder, for the message of the one refused.
 */
public final class DataLock implements AutoCloseable {

    public static final String FILE = "eventkit.lock";

    /**
     * POSIX drops a process's lock as soon as the process closes <em>any</em> descriptor of the file. Hence nobody in this
     * process may open a lock file that is held here, not even to read it: this map is asked first.
     */
    private static final Map<Path, DataLock> HELD = new ConcurrentHashMap<>();

    private final Path folder;
    private @Nullable FileChannel channel;
    private volatile String holder = "this process";

    private DataLock(Path folder) {
        this.folder = folder;
    }

    /**
     * Takes the folder, which is created when missing.
     *
     * @throws DataFolderInUse when another process, or another server of this process, has it
     */
    public static DataLock take(Path folder) {
        try {
            Files.createDirectories(folder);
            Path real = folder.toRealPath();
            var lock = new DataLock(real);
            DataLock other = HELD.putIfAbsent(real, lock);
            if (other != null) throw new DataFolderInUse(real, other.holder);
            try {
                lock.acquire();
            } catch (IOException | RuntimeException e) {
                HELD.remove(real, lock);
                throw e;
            }
            return lock;
        } catch (IOException e) {
            throw new PostgresFailure("The data folder " + folder + " can not be used: " + e, e);
        }
    }

    /** Whether a process, this one included, works on the folder now. */
    public static boolean isHeld(Path folder) {
        if (!Files.exists(folder.resolve(FILE))) return false;
        try {
            take(folder).close();
            return false;
        } catch (DataFolderInUse e) {
            return true;
        }
    }

    /** Tells whoever is refused where this one listens, for example {@code describe("http://localhost:8080")}. */
    public void describe(String what) {
        try {
            write("process " + ProcessHandle.current().pid() + ", " + what);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void acquire() throws IOException {
        Path file = folder.resolve(FILE);
        FileChannel opened =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = opened.tryLock();
        if (lock == null) {
            String text = Files.readString(file).strip();
            opened.close();
            throw new DataFolderInUse(folder, text.isEmpty() ? "just starting" : text);
        }
        channel = opened;
        write("process " + ProcessHandle.current().pid());
    }

    private synchronized void write(String text) throws IOException {
        holder = text;
        FileChannel open = channel;
        if (open == null) return;
        open.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.UTF_8)), 0);
        open.truncate(text.getBytes(StandardCharsets.UTF_8).length + 1L);
    }

    @Override
    public synchronized void close() {
        FileChannel open = channel;
        if (open == null) return;
        channel = null;
        try {
            open.truncate(0);
            open.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD.remove(folder, this);
        }
    }
}
