package eventkit.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A server started as a person starts it, by the script, on a data folder of its own. */
final class Server implements AutoCloseable {
    /** Ended with the benchmark, also when that is interrupted. */
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    private final Process process;
    final int port;
    final Path data;
    final Duration untilAnswer;

    private Server(Process process, int port, Path data, Duration untilAnswer) {
        this.process = process;
        this.port = port;
        this.data = data;
        this.untilAnswer = untilAnswer;
    }

    /** @param command {@code run} or {@code demo}, with what follows */
    static Server start(Path data, String... command) throws Exception {
        Files.createDirectories(data.getParent());
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var line = new ArrayList<>(List.of("./eventkit", command[0], "--port", "" + port, "--data", data.toString()));
        line.addAll(List.of(command).subList(1, command.length));
        var builder = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        data.resolveSibling(data.getFileName() + ".log").toFile()));
        builder.environment().putAll(Map.of("EVENTKIT_BROWSER", "none"));
        long start = System.nanoTime();
        var process = builder.start();
        RUNNING.add(process);
        var http =
                HttpClient.newBuilder().connectTimeout(Duration.ofMillis(500)).build();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/sign-in"))
                .build();
        while (true) {
            if (!process.isAlive()) throw new IOException("the server ended at once:\n" + log(data));
            if (System.nanoTime() - start > TimeUnit.MINUTES.toNanos(15))
                throw new IOException("no answer:\n" + log(data));
            try {
                if (http.send(request, BodyHandlers.ofString()).statusCode() == 200) break;
            } catch (IOException e) {
                Thread.sleep(5);
            }
        }
        return new Server(process, port, data, Duration.ofNanos(System.nanoTime() - start));
    }

    private static String log(Path data) throws IOException {
        return Files.readString(data.resolveSibling(data.getFileName() + ".log"));
    }

    /** CPU time so far: the server's JVM, and its PostgreSQL's processes with those that have ended. */
    Cpu cpu() {
        return cpu(process.toHandle());
    }

    /** Of that process and all below it. */
    static Cpu cpu(ProcessHandle root) {
        long jvm = 0;
        long postgres = 0;
        for (var handle : family(root)) {
            long nanos = cpuNanos(handle);
            if (isPostgres(handle)) postgres += nanos;
            else jvm += nanos;
        }
        return new Cpu(jvm, postgres);
    }

    /** Resident megabytes of the JVM; of PostgreSQL the proportional share, which counts once what its processes share. */
    Memory memory() throws IOException {
        double jvm = 0;
        double postgres = 0;
        for (var handle : family(process.toHandle())) {
            if (isPostgres(handle)) postgres += megabytes(handle.pid(), "smaps_rollup", "Pss:");
            else jvm += megabytes(handle.pid(), "status", "VmRSS:");
        }
        return new Memory(jvm, postgres);
    }

    record Cpu(long jvmNanos, long postgresNanos) {
        static final Cpu NONE = new Cpu(0, 0);

        Cpu since(Cpu before) {
            return new Cpu(jvmNanos - before.jvmNanos, postgresNanos - before.postgresNanos);
        }

        Cpu plus(Cpu more) {
            return new Cpu(jvmNanos + more.jvmNanos, postgresNanos + more.postgresNanos);
        }

        double seconds() {
            return (jvmNanos + postgresNanos) / 1e9;
        }
    }

    record Memory(double jvmMegabytes, double postgresMegabytes) {}

    private static List<ProcessHandle> family(ProcessHandle root) {
        var all = new ArrayList<ProcessHandle>();
        all.add(root);
        all.addAll(root.descendants().toList());
        return all;
    }

    private static boolean isPostgres(ProcessHandle handle) {
        return handle.info().command().map(c -> c.endsWith("/postgres")).orElse(false);
    }

    /** In Linux with the time of children that were waited for, such as a connection's process that is gone. */
    private static long cpuNanos(ProcessHandle handle) {
        try {
            var stat = Files.readString(Path.of("/proc/" + handle.pid() + "/stat"));
            // After the name in brackets, which may hold blanks: utime, stime, cutime and cstime are 12th to 15th, in
            // 1/100 s.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = 11; i <= 14; i++) ticks += Long.parseLong(fields[i]);
            return ticks * 10_000_000;
        } catch (IOException e) {
            return handle.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
        }
    }

    private static double megabytes(long pid, String file, String field) throws IOException {
        var path = Path.of("/proc/" + pid + "/" + file);
        if (!Files.isReadable(path)) return 0;
        for (var line : Files.readAllLines(path)) {
            if (line.startsWith(field)) return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
        return 0;
    }

    static void endWithUs(Process process) {
        RUNNING.add(process);
    }

    static void endAll() {
        for (var process : RUNNING) {
            process.destroy();
            try {
                if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
            } catch (InterruptedException e) {
                process.destroyForcibly();
            }
        }
    }

    void killHard() throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
        RUNNING.remove(process);
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) return;
        try (var all = Files.walk(root)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
