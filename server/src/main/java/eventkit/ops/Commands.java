package eventkit.ops;

import eventkit.postgres.DataFolderInUse;
import eventkit.postgres.PostgresFailure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** The first word of the command line says what this process is for. */
public final class Commands {

    private static final Set<String> SERVERS = Set.of("serve", "demo", "train");

    private Commands() {}

    /** Runs a command; ends the process with 1 when it fails, 2 when it is not understood. */
    public static void run(Class<?> application, String... arguments) {
        List<String> rest = new ArrayList<>(List.of(arguments));
        String command = rest.isEmpty() || rest.getFirst().startsWith("--") ? "serve" : rest.removeFirst();
        // Before Boot has set the log up, libraries would tell the terminal everything.
        if (!SERVERS.contains(command)) {
            LoggingSystem.get(Commands.class.getClassLoader())
                    .setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        }
        try {
            switch (command) {
                case "serve" -> new Serving(application, settings(rest)).start();
                case "demo" ->
                    new Serving(application, settings(rest)).withDemo().start();
                case "layout" -> Serving.layOut(application);
                case "train" -> new Training(application, settings(rest)).run();
                case "backup" -> backup(file(command, rest), settings(rest));
                case "restore" -> restore(file(command, rest), settings(rest));
                case "doctor" -> System.exit(new Doctor(settings(rest)).examine() ? 0 : 1);
                default -> {
                    Console.complain(command + " is not a command. See ./eventkit help.");
                    System.exit(2);
                }
            }
        } catch (OpsFailure | PostgresFailure | DataFolderInUse e) {
            Console.complain(e.getMessage());
            System.exit(1);
        }
    }

    private static Settings settings(List<String> options) {
        return Settings.of(options, System.getenv());
    }

    private static Path file(String command, List<String> rest) {
        if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
            throw new OpsFailure("Which file? ./eventkit " + command + " FILE");
        }
        return Path.of(rest.removeFirst()).toAbsolutePath();
    }

    private static void backup(Path file, Settings settings) {
        Manifest manifest = Backup.of(settings, file);
        Console.say("Backed up %s to %s".formatted(summary(manifest), file));
    }

    private static void restore(Path file, Settings settings) {
        Manifest manifest = Restore.of(file, settings);
        Console.say("Restored %s into %s. Start it with ./eventkit run.".formatted(summary(manifest), settings.data()));
    }

    private static String summary(Manifest manifest) {
        long rows = manifest.tables().stream().mapToLong(Manifest.Table::rows).sum();
        return "%d rows of %d tables and %d files"
                .formatted(rows, manifest.tables().size(), manifest.files().size());
    }
}
