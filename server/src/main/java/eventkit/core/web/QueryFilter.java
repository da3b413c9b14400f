package eventkit.core.web;

import eventkit.core.Invalid;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A filter left blank ({@code ?status=&q=}, as forms send it) filters nothing: it is as if it had not been sent. The character NUL, which no
 * column can hold, is refused for all of them.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 15)
class QueryFilter extends OncePerRequestFilter {
    private final Refuses refuses;

    QueryFilter(Refuses refuses) {
        this.refuses = refuses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/") || request.getQueryString() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getQueryString().contains("%00")) {
            refuses.answer(new Invalid("query", "control-characters", "Remove control characters."), request, response);
            return;
        }
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        HttpServletRequest understood;
        try {
            understood = reads ? new WithoutBlanks(request) : request;
        } catch (RequestRejectedException | InvalidParameterException e) {
            refuses.answer(e, request, response);
            return;
        }
        chain.doFilter(understood, response);
    }

    private static final class WithoutBlanks extends HttpServletRequestWrapper {
        private final Map<String, String[]> parameters = new LinkedHashMap<>();

        WithoutBlanks(HttpServletRequest request) {
            super(request);
            request.getParameterMap().forEach((name, values) -> {
                var filled = Arrays.stream(values).filter(v -> !v.isBlank()).toArray(String[]::new);
                if (filled.length > 0) parameters.put(name, filled);
            });
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var values = parameters.get(name);
            return values == null ? null : values.clone();
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(parameters);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }
    }
}
