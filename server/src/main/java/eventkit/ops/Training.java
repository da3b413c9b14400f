package eventkit.ops;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;

/**
 * One short life on an empty folder with the requests a day begins with. Java remembers which classes it took and how it
 * linked them ({@code -XX:AOTCacheOutput}), and the next start is more than twice as quick.
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
    private static final String COMPANY = """
            {"companyName": "Training", "ownerName": "Training", "email": "training@training.example",
             "password": "copper lantern 42 orchard", "locale": "en", "timeZone": "UTC", "currency": "EUR"}
            """;

    private final Class<?> application;
    private final Settings settings;

    Training(Class<?> application, Settings settings) {
        this.application = application;
        this.settings = settings;
    }

    void run() {
        var context = new Serving(application, settings).start();
        String base = "http://127.0.0.1:" + Serving.port(context);
        try (HttpClient browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new java.net.CookieManager())
                .build()) {
            for (String page : PAGES) get(browser, base + page);
            var setup = HttpRequest.newBuilder(URI.create(base + "/api/v1/setup"))
                    .header("Content-Type", "application/json")
                    .header("Origin", base)
                    .header("Idempotency-Key", new UUID(settings.port(), 1).toString())
                    .POST(BodyPublishers.ofString(COMPANY));
            browser.send(setup.build(), BodyHandlers.ofByteArray());
            for (int round = 0; round < ROUNDS; round++) {
                for (String page : PAGES) get(browser, base + page);
            }
        } catch (IOException e) {
            throw new OpsFailure("The training run failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(0);
    }

    /** Any answer will do, a refusal as well. */
    private static void get(HttpClient browser, String address) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Accept-Encoding", "gzip")
                .build();
        browser.send(request, BodyHandlers.ofByteArray());
    }
}
