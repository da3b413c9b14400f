package eventkit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

/**
 * A phone's browser at work, by {@code web/bench/phone.mjs}: the scan screen for the first time and without a network, a scan until another phone shows
 * it, and what the camera's decoder reads of fixed pictures beside zbarimg.
 */
final class PhoneBench implements Benchmark {
    private static final Path SCRIPT = Path.of("web/bench/phone.mjs");
    private static final Path APP = Path.of(".eventkit/app/lib");

    @Override
    public String about() {
        return "the scan screen of a phone offline, a scan seen on another phone, and codes read by camera beside zbarimg";
    }

    @Override
    public List<Figure> run(Path work, Options options) throws Exception {
        Browser.require();
        var data = work.resolve("data");
        try (var server = Server.start(data, "run");
                var connection = ImportBench.connect(data)) {
            var dispatch = Dispatch.furnish(server, connection, options.count(16, 2));
            var items = dispatch.load(1).getFirst();
            var job = work.resolve("job.json");
            Files.writeString(
                    job,
                    Client.JSON.writeValueAsString(Map.of(
                            "base",
                            "http://127.0.0.1:" + server.port,
                            "cookie",
                            dispatch.owner().cookie(),
                            "event",
                            items.getFirst().event().toString(),
                            "numbers",
                            items.stream().map(Dispatch.Item::number).toList(),
                            "work",
                            work.toString(),
                            "decoder",
                            decoder(),
                            "quick",
                            options.quick())));
            return Browser.figures(SCRIPT, job);
        }
    }

    /** Its file's name carries what is in it. */
    private static String decoder() throws IOException {
        try (var apps = Files.newDirectoryStream(APP, "web-*.jar")) {
            for (var app : apps)
                try (var files = new ZipFile(app.toFile())) {
                    var found = files.stream()
                            .map(entry -> entry.getName())
                            .filter(name -> name.contains("/decoder.worker-") && name.endsWith(".js"))
                            .findFirst();
                    if (found.isPresent()) return found.get().substring("static".length());
                }
        }
        throw new IOException("the app has no decoder");
    }
}
