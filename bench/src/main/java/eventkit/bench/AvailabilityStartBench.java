package eventkit.bench;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** From the command to the first correct answer about the whole catalogue, for a company with 200,000 bookings. */
final class AvailabilityStartBench implements Benchmark {
    @Override
    public String about() {
        return "start until the catalogue of a company with 200,000 bookings is answered, correctly";
    }

    @Override
    public List<Figure> run(Path work, Options options) throws Exception {
        int products = options.count(10_000, 1_000);
        int bookings = options.count(200_000, 20_000);
        int rounds = options.count(5, 1);
        var answered = new double[rounds];
        var signIn = new double[rounds];
        var cpu = new double[rounds];
        var data = work.resolve("data");
        var company = BookedCompany.make(data, products, bookings);
        for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            try (var server = Server.start(data, "run");
                    var wire = new Wire(server.port, company.cookie())) {
                var answer = wire.body(company.question(AvailabilityBench.CATALOGUE));
                answered[round] = (System.nanoTime() - begun) / 1e9;
                signIn[round] = server.untilAnswer.toMillis() / 1000.0;
                cpu[round] = server.cpu().seconds();
                try (var connection = ImportBench.connect(data)) {
                    company.requireCorrect(answer, Sql.prepare(connection), AvailabilityBench.CATALOGUE);
                }
            }
        }
        for (var times : List.of(answered, signIn, cpu)) Arrays.sort(times);
        return List.of(
                Figure.beside(
                        "start until the first correct answer, " + bookings
                                + " bookings / until the sign-in page, median of " + rounds,
                        answered[rounds / 2],
                        signIn[rounds / 2],
                        " s"),
                Figure.stated("CPU time until then, median", Figure.number(cpu[rounds / 2]) + " s"));
    }
}
