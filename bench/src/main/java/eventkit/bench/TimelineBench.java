package eventkit.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Thousands of rows of the timeline scrolled in Chromium, by {@code web/bench/timeline.mjs}, beside a bare page of as many rows of text. */
final class TimelineBench implements Benchmark {
    private static final Path SCRIPT = Path.of("web/bench/timeline.mjs");

    @Override
    public String about() {
        return "the timeline of the demo × 3 scrolled by wheel, fling and sideways, desk and slow phone, beside plain text";
    }

    @Override
    public List<Figure> run(Path work, Options options) throws Exception {
        Browser.require();
        try (var server = Server.start(work.resolve("data"), "demo", "--scale", "" + options.count(3, 1))) {
            var owner = new Client(server.port).signIn(DashboardBench.EMAIL, DashboardBench.PASSWORD);
            var job = work.resolve("job.json");
            Files.writeString(
                    job,
                    Client.JSON.writeValueAsString(Map.of(
                            "base",
                            "http://127.0.0.1:" + server.port,
                            "cookie",
                            owner.cookie(),
                            "quick",
                            options.quick())));
            return Browser.figures(SCRIPT, job);
        }
    }
}
