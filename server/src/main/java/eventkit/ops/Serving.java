package eventkit.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The server from its first line to its last: the database comes up before the application and goes down after it. */
final class Serving {
    private final Class<?> application;
    private final Settings settings;
    private boolean demo;

    Serving(Class<?> application, Settings settings) {
        this.application = application;
        this.settings = settings;
    }

    Serving withDemo() {
        demo = true;
        return this;
    }

    /** Returns once requests are answered; the process then lives until it is told to end. */
    ConfigurableApplicationContext start() {
        var coming = takeDatabase();
        ConfigurableApplicationContext context;
        try {
            var spring = new SpringApplication(application);
            spring.addInitializers(starting -> starting.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("eventkit settings", properties(present(coming)))));
            context = spring.run();
        } catch (RuntimeException e) {
            closed(coming);
            throw e;
        }
        String address = address(context);
        coming.join().lock().describe(address);
        Console.say("EventKit is ready at " + address);
        if (demo) welcome();
        return context;
    }

    /** How to sign in, in the words of the demo: this module knows no other. */
    private static void welcome() {
        try (var text = Serving.class.getResourceAsStream("/demo/welcome.txt")) {
            if (text != null) Console.say(new String(text.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The database comes up while the application gets itself together. */
    private CompletableFuture<OpenDatabase> takeDatabase() {
        var coming = new CompletableFuture<OpenDatabase>();
        Thread.ofPlatform().name("database").start(() -> {
            try {
                coming.complete(letGoAtTheEnd(OpenDatabase.take(settings)));
            } catch (Throwable e) {
                coming.completeExceptionally(e);
            }
        });
        return coming;
    }

    /** Boot runs these after the context has closed, so the last request still has its database. Closing twice is harmless. */
    private static OpenDatabase letGoAtTheEnd(OpenDatabase database) {
        try {
            SpringApplication.getShutdownHandlers().add(database::close);
            return database;
        } catch (IllegalStateException e) { // told to end while starting
            database.close();
            throw e;
        }
    }

    /** Without a database the application is given up silently: what {@link #closed} throws says why. */
    private static OpenDatabase present(CompletableFuture<OpenDatabase> coming) {
        try {
            return coming.join();
        } catch (CompletionException e) {
            throw new SpringApplication.AbandonedRunException();
        }
    }

    private static void closed(CompletableFuture<OpenDatabase> coming) {
        try {
            coming.join().close();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException why) throw why;
            if (e.getCause() instanceof Error why) throw why;
            throw e;
        }
    }

    /**
     * For the build, which works out the beans once instead of every start. Nothing is started, and what only a start knows, such as the database's
     * address, is not asked for.
     */
    static void layOut(Class<?> application) {
        SpringApplication.run(application);
    }

    private Map<String, Object> properties(OpenDatabase database) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", settings.port());
        if (settings.address() != null) properties.put("server.address", settings.address());
        properties.put("eventkit.data", settings.data().toString());
        if (settings.baseUrl() != null) properties.put("eventkit.base-url", settings.baseUrl());
        if (settings.trustedProxies() != null)
            properties.put("server.tomcat.remoteip.internal-proxies", settings.trustedProxies());
        if (settings.metricsToken() != null) properties.put("eventkit.metrics-token", settings.metricsToken());
        properties.put("spring.datasource.url", database.access().url());
        properties.put("spring.datasource.username", database.access().user());
        properties.put("spring.datasource.password", database.access().password());
        properties.putAll(settings.mail());
        properties.put("eventkit.demo.enabled", demo);
        properties.put("eventkit.demo.scale", settings.scale());
        return properties;
    }

    static int port(ConfigurableApplicationContext context) {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    private String address(ConfigurableApplicationContext context) {
        return settings.baseUrl() != null ? settings.baseUrl() : "http://localhost:" + port(context);
    }
}
