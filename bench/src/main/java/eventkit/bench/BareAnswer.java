package eventkit.bench;

import eventkit.core.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A server of the same parts with one endpoint, which makes JSON of so many records as the catalogue's answer has, and does nothing else: no sign-in, no
 * permission, no database. Says {@code ready PORT}.
 */
final class BareAnswer {
    record Line(UUID id, int firm, int worst, int expected) {}

    private BareAnswer() {}

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class
    })
    static class Parts {
        @Bean
        Answer answer() {
            return new Answer(Integer.getInteger("bench.lines", 0));
        }
    }

    @RestController
    static class Answer {
        private final List<Line> lines = new ArrayList<>();

        Answer(int count) {
            for (int i = 0; i < count; i++) {
                int pieces = Bookings.PIECES - i % 10;
                lines.add(new Line(Bookings.product(i), pieces, pieces - i % 2, pieces - i % 2));
            }
        }

        @GetMapping("/answer")
        Page<Line> get() {
            return Page.of(lines);
        }
    }

    public static void main(String[] arguments) throws Exception {
        Bench.quieten();
        System.setProperty("bench.lines", arguments[0]);
        var spring = new SpringApplication(Parts.class);
        spring.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("bench", Map.of("server.port", 0, "server.address", "127.0.0.1"))));
        var server = ((WebServerApplicationContext) spring.run()).getWebServer();
        System.out.println("ready " + (server == null ? 0 : server.getPort()));
        Child.listen(words -> {});
    }
}
