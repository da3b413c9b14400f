package eventkit.core.web;

import eventkit.core.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Health is for everybody; metrics are for this machine, or for whoever shows the token of {@code EVENTKIT_METRICS_TOKEN}. What a proxy on this
 * machine passes on comes from elsewhere.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 30)
class MetricsGuard extends OncePerRequestFilter {
    private static final List<String> PASSED_ON = List.of(
            "Forwarded",
            "Via",
            "X-Forwarded-For",
            "X-Forwarded-Proto",
            "X-Forwarded-Host",
            "X-Forwarded-By",
            "X-Real-IP");

    private final byte[] expected;
    private final Refuses refuses;

    MetricsGuard(@Value("${eventkit.metrics-token:}") String token, Refuses refuses) {
        this.expected = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        this.refuses = refuses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/actuator")
                || request.getRequestURI().startsWith("/actuator/health");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        boolean shown = header != null
                && expected.length > "Bearer ".length()
                && MessageDigest.isEqual(expected, header.getBytes(StandardCharsets.UTF_8));
        if (shown || fromHere(request)) chain.doFilter(request, response);
        else {
            refuses.answer(
                    new Refusal(
                            "metrics-closed",
                            Refusal.Kind.FORBIDDEN,
                            "Metrics are open to this machine and to whoever shows the metrics token."),
                    request,
                    response);
        }
    }

    private static boolean fromHere(HttpServletRequest request) {
        for (var header : PASSED_ON) if (request.getHeader(header) != null) return false;
        return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress();
    }
}
