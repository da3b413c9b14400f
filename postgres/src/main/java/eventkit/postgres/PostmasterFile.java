package eventkit.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What PostgreSQL writes into {@code postmaster.pid}: line 1 its process, line 4 its port, line 8 its state. */
record PostmasterFile(long pid, int port, boolean ready) {

    static final String NAME = "postmaster.pid";

    /** Empty when no server has written its file, or not all of it. */
    static Optional<PostmasterFile> of(Path cluster) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(cluster.resolve(NAME));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        if (lines.size() < 4) return Optional.empty();
        boolean ready = lines.size() >= 8 && lines.get(7).strip().equals("ready");
        try {
            return Optional.of(new PostmasterFile(
                    Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(3).strip()),
                    ready));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the process is there and is indeed a PostgreSQL on this cluster, not a stranger with a reused number. */
    boolean isServing(Path cluster) throws IOException {
        Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) return false;
        Path line = Path.of("/proc", Long.toString(pid), "cmdline");
        if (Files.isReadable(line)) {
            try {
                return Files.readString(line, StandardCharsets.ISO_8859_1).contains(cluster.toString());
            } catch (IOException e) {
                if (process.get().isAlive()) throw e;
                return false; // it ended meanwhile
            }
        }
        return process.get()
                .info()
                .commandLine()
                .map(text -> text.contains(cluster.toString()))
                .orElse(true);
    }

    /**
     * Puts a process number that can not exist into the file. After a crash PostgreSQL would take a stranger with the old
     * number, or the unreaped corpse of the old server, for a running one and refuse to start; removing the whole file would
     * also remove its check that no old backend still has the shared memory.
     */
    static void forgetProcess(Path cluster) throws IOException {
        Path file = cluster.resolve(NAME);
        List<String> lines;
        try {
            lines = new ArrayList<>(Files.readAllLines(file));
        } catch (NoSuchFileException e) {
            return; // it removed its file as the last thing it did
        }
        lines.set(0, Integer.toString(Integer.MAX_VALUE));
        Files.write(file, lines);
    }
}
