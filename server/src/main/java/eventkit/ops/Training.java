package eventkit.ops;

import java.io.IOException;
import java.time.Clock;
import java.util.List;

/**
 * One short life on an empty folder with the requests of a day. Java remembers which classes it took, how it linked them, and how it ran them
 * ({@code -XX:AOTCacheOutput}): the next start is more than twice as quick.
 */
final class Training {
    private static final int ROUNDS = 3;
    private static final List<String> PAGES = List.of(
            "/",
            "/sign-in",
            "/api/v1/session",
            "/api/v1/setup",
            "/api/v1/products",
            "/api/v1/assets?q=a&limit=50",
            "/api/v1/locations",
            "/api/v1/users",
            "/api/v1/search?q=par",
            "/actuator/health",
            "/actuator/prometheus",
            "/no/such/page");

    private final Class<?> application;
    private final Settings settings;

    Training(Class<?> application, Settings settings) {
        this.application = application;
        this.settings = settings;
    }

    void run() {
        var context = new Serving(application, settings).start();
        String base = "http://127.0.0.1:" + Serving.port(context);
        try (var day = new TrainingDay(base, context.getBean(Clock.class))) {
            for (String page : PAGES) day.look(page);
            day.setUp();
            for (int round = 0; round < ROUNDS; round++) {
                for (String page : PAGES) day.look(page);
            }
            day.work();
        } catch (IOException e) {
            throw new OpsFailure("The training run failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(0);
    }
}
