package eventkit.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** From the command to the first answered sign-in page, with the embedded database. */
final class StartBench implements Benchmark {
    private static final int ROUNDS = 7;

    @Override
    public String about() {
        return "start on an empty folder and on an existing company";
    }

    @Override
    public List<Figure> run(Path work, Options options) throws Exception {
        var data = work.resolve("data");
        double first;
        double firstCpu;
        try (var server = Server.start(data, "run")) {
            first = seconds(server);
            firstCpu = server.cpu().seconds();
            new Client(server.port).setUp();
        }
        int rounds = options.count(ROUNDS, 2);
        var again = new double[rounds];
        var cpu = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            try (var server = Server.start(data, "run")) {
                again[i] = seconds(server);
                cpu[i] = server.cpu().seconds();
            }
        }
        Arrays.sort(again);
        Arrays.sort(cpu);
        double afterKill;
        try (var server = Server.start(data, "run")) {
            server.killHard();
        }
        try (var server = Server.start(data, "run")) {
            afterKill = seconds(server);
        }
        return List.of(
                Figure.atMost("first start, empty folder", first, 8, " s"),
                Figure.atMost("start, existing company, median of " + rounds, again[rounds / 2], 3, " s"),
                Figure.stated("start, existing company, best", Figure.number(again[0]) + " s"),
                Figure.stated("CPU time of a first start", Figure.number(firstCpu) + " s"),
                Figure.stated("CPU time of a start, median", Figure.number(cpu[rounds / 2]) + " s"),
                Figure.stated("start after kill -9", Figure.number(afterKill) + " s"));
    }

    private static double seconds(Server server) {
        return server.untilAnswer.toMillis() / 1000.0;
    }
}
