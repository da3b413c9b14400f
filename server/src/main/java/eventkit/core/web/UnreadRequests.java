package eventkit.core.web;

import eventkit.core.Open;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Requests that are refused before any of our code sees them get the same problem documents: by Tomcat, by the firewall, by a filter. */
@Configuration(proxyBeanMethods = false)
class UnreadRequests {
    @Bean
    RequestRejectedHandler rejected(Refuses refuses) {
        return (request, response, rejection) -> refuses.answer(rejection, request, response);
    }

    /** After Spring Boot's own, so that ours lies nearer to the error and reports it first. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsOfTomcat(JsonMapper json) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve(json)));
    }

    private static Problem problem(int status) {
        return switch (status) {
            case 401 -> of("sign-in-required", status, "Sign in first.");
            case 403 -> of("not-permitted", status, "Your roles do not allow this.");
            case 404 -> of("not-found", status, "There is nothing at this address.");
            case 405, 501 -> of("method-not-allowed", 405, "This address does not take this method.");
            case 413 -> of("too-large", status, "The request is larger than this server takes.");
            default ->
                status < 500
                        ? of("unreadable", status, "The request cannot be understood.")
                        : of("internal", status, "Something went wrong on our side and nothing was changed.");
        };
    }

    private static Problem of(String code, int status, String detail) {
        return Problem.of(code, status, detail, Map.of(), List.of());
    }

    static final class ProblemValve extends ErrorReportValve {
        private final JsonMapper json;

        ProblemValve(JsonMapper json) {
            this.json = json;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) return;
            var trace = response.getHeader("X-Trace-Id");
            if (trace == null) trace = TraceFilter.fresh();
            try (var logged = MDC.putCloseable("traceId", trace)) {
                var problem = problem(response.getStatus());
                response.setStatus(problem.status());
                response.setHeader("X-Trace-Id", trace);
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.setContentType("application/problem+json");
                response.getOutputStream().write(json.writeValueAsBytes(problem));
                response.finishResponse();
            } catch (IOException | IllegalStateException e) {
                container.getLogger().debug("the answer could not be written", e);
            }
        }
    }

    /** Where a filter gave up with a bare status. */
    @RestController
    @Hidden
    static class Errors implements ErrorController {
        @RequestMapping("/error")
        @Open
        ResponseEntity<Problem> error(HttpServletRequest request, HttpServletResponse response) {
            var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
            var trace = response.getHeader("X-Trace-Id");
            try (var logged = MDC.putCloseable("traceId", trace == null ? TraceFilter.fresh() : trace)) {
                return problem(status instanceof Integer code ? code : 404).response();
            }
        }
    }
}
