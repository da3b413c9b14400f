package eventkit.ops;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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
        var database = OpenDatabase.take(settings);
        // Boot runs these after the context has closed, so the last request still has its database. Closing twice is
        // harmless.
        SpringApplication.getShutdownHandlers().add(database::close);
        ConfigurableApplicationContext context;
        try {
            var spring = new SpringApplication(application);
            spring.addInitializers(starting -> starting.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("eventkit settings", properties(database))));
            context = spring.run();
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
        String address = address(context);
        database.lock().describe(address);
        Console.say("EventKit is ready at " + address);
        return context;
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
        if (settings.metricsToken() != null) properties.put("eventkit.metrics-token", settings.metricsToken());
        properties.put("spring.datasource.url", database.access().url());
        properties.put("spring.datasource.username", database.access().user());
        properties.put("spring.datasource.password", database.access().password());
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
