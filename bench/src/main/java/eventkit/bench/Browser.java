package eventkit.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Scripts of {@code web/bench} that drive Chromium and print a line of JSON a figure. */
final class Browser {
    private Browser() {}

    static void require() throws IOException {
        if (!Files.isDirectory(Path.of("web/node_modules/@playwright")))
            throw new IOException("web/node_modules is missing; ./eventkit test --fast types brings it");
    }

    /** @param job what the script is to do, as JSON */
    static List<Figure> figures(Path script, Path job) throws Exception {
        var process = new ProcessBuilder("node", script.toString(), job.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var figures = new ArrayList<Figure>();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine())
                figures.add(figure(Client.JSON.readTree(line)));
        }
        if (process.waitFor() != 0) throw new IOException(script + " ended with " + process.exitValue());
        return figures;
    }

    private static Figure figure(JsonNode told) {
        var name = told.path("name").asString();
        var unit = told.path("unit").asString();
        double ours = told.path("ours").asDouble();
        double theirs = told.path("theirs").asDouble(0);
        double most = told.path("most").asDouble(0);
        if (told.has("theirs"))
            return told.has("most")
                    ? Figure.atMost(name, ours, theirs, most, unit)
                    : Figure.beside(name, ours, theirs, unit);
        return told.has("most")
                ? Figure.atMost(name, ours, most, unit)
                : Figure.stated(name, Figure.number(ours) + unit);
    }
}
