package eventkit.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another process with a part of a benchmark in it, under the flags with which ./eventkit starts a server. It is told and tells a line at a time. */
final class Child implements AutoCloseable {
    private static final List<String> MEMORY = List.of("-Xms112m", "-Xmx256m", "-Xmn56m", "-XX:SurvivorRatio=3");

    /** As with EVENTKIT_MEMORY=1g: for more bookings than a company makes in ten years. */
    private static final List<String> LARGE_MEMORY = List.of("-Xmx1g");

    private static final List<String> FLAGS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Process process;
    private final BufferedWriter to;
    private final BufferedReader from;
    private final Path log;

    private Child(Process process, Path log) {
        this.process = process;
        this.log = log;
        to = new BufferedWriter(process.outputWriter(StandardCharsets.UTF_8));
        from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Child start(Path log, Class<?> main, String... arguments) throws IOException {
        return start(MEMORY, log, main, arguments);
    }

    static Child startLarge(Path log, Class<?> main, String... arguments) throws IOException {
        return start(LARGE_MEMORY, log, main, arguments);
    }

    private static Child start(List<String> memory, Path log, Class<?> main, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(memory);
        command.addAll(FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        Server.endWithUs(process);
        return new Child(process, log);
    }

    void tell(String line) throws IOException {
        to.write(line + "\n");
        to.flush();
    }

    /** The words after the first, which says what they are about. */
    List<String> hear(String about) throws IOException {
        for (var line = from.readLine(); line != null; line = from.readLine()) {
            var words = List.of(line.split(" ", -1));
            if (words.getFirst().equals(about)) return words.subList(1, words.size());
        }
        throw new IOException("it ended without saying \"" + about + "\":\n" + java.nio.file.Files.readString(log));
    }

    /** In the child: goes on line by line until whoever started it is gone. */
    static void listen(Told told) throws Exception {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (var line = in.readLine(); line != null; line = in.readLine()) told.told(List.of(line.split(" ", -1)));
        Runtime.getRuntime().halt(0);
    }

    interface Told {
        void told(List<String> words) throws Exception;
    }

    Server.Cpu cpu() {
        return Server.cpu(process.toHandle());
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
