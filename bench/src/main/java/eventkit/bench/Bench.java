package eventkit.bench;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code Bench [list | NAME…] [--app DIR] [--java HOME]}: runs the named benchmarks, or all; prints a line a figure and ends with 1 when one
 * is short, 2 when it could not be measured.
 */
public final class Bench {
    private static final Map<String, Benchmark> ALL = new LinkedHashMap<>();

    static {
        ALL.put("start", new StartBench());
        ALL.put("import", new ImportBench());
        ALL.put("search", new SearchBench());
    }

    private Bench() {}

    public static void main(String[] args) throws Exception {
        var out = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out),
                true,
                java.nio.charset.StandardCharsets.UTF_8);
        var names = Arrays.stream(args).filter(a -> !a.startsWith("--")).toList();
        if (names.contains("list")) {
            ALL.forEach((name, bench) -> out.println(name + "  " + bench.about()));
            return;
        }
        for (var name : names) {
            if (!ALL.containsKey(name)) {
                out.println("there is no benchmark " + name + "; ./eventkit bench list names them");
                System.exit(2);
            }
        }
        var work = Files.createTempDirectory("eventkit-bench");
        Files.setPosixFilePermissions(work, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        boolean shortOne = false;
        out.println("figure | ours | comparison | ratio | bar | holds");
        for (var name : names.isEmpty() ? List.copyOf(ALL.keySet()) : names) {
            for (var figure : java.util.Objects.requireNonNull(ALL.get(name)).run(Path.of(work.toString(), name))) {
                out.println(figure.line());
                shortOne |= Boolean.FALSE.equals(figure.holds());
            }
        }
        Server.deleteTree(work);
        System.exit(shortOne ? 1 : 0);
    }
}
