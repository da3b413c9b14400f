package eventkit.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** From the command to the first answered sign-in page, with the embedded database. */
final class StartBench implements Benchmark {
    private static final int ROUNDS = 5;

    @Override
    public String about() {
        return "start on an empty folder and on an existing company";
    }

    @Override
    public List<Figure> run(Path work) throws Exception {
        var data = work.resolve("data");
        double first;
        try (var server = Server.start(data, "run")) {
            first = server.untilAnswer.toMillis() / 1000.0;
            new Client(server.port).setUp();
        }
        var again = new ArrayList<Double>();
        for (int i = 0; i < ROUNDS; i++) {
            try (var server = Server.start(data, "run")) {
                again.add(server.untilAnswer.toMillis() / 1000.0);
            }
        }
        again.sort(Double::compare);
        double afterKill;
        try (var server = Server.start(data, "run")) {
            server.killHard();
        }
        try (var server = Server.start(data, "run")) {
            afterKill = server.untilAnswer.toMillis() / 1000.0;
        }
        return List.of(
                Figure.atMost("first start, empty folder", first, 8, " s"),
                Figure.atMost("start, existing company, median of " + ROUNDS, again.get(ROUNDS / 2), 3, " s"),
                Figure.stated("start after kill -9", Figure.number(afterKill) + " s"));
    }
}
