package eventkit.core.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers of the API are never taken from a cache. Their ETag is the version for If-Match; what else a body tells (whether an asset is fit, its
 * aliases, costs that only some may see) changes without it, and with who asks. Files do not change and say themselves how long they last; the tag of
 * a calendar is of its whole text.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FreshAnswers extends OncePerRequestFilter {
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !path.startsWith("/api/")
                || path.startsWith("/api/v1/files/")
                || path.startsWith("/api/v1/calendars/")
                || path.endsWith("/logo");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        chain.doFilter(new Unconditional(request), response);
    }

    /** A request that has nothing in its cache to ask about. */
    private static final class Unconditional extends HttpServletRequestWrapper {
        private static final List<String> HIDDEN = List.of(HttpHeaders.IF_NONE_MATCH, HttpHeaders.IF_MODIFIED_SINCE);

        Unconditional(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            return hidden(name) ? null : super.getHeader(name);
        }

        @Override
        public Enumeration<String> getHeaders(String name) {
            return hidden(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
        }

        @Override
        public long getDateHeader(String name) {
            return hidden(name) ? -1 : super.getDateHeader(name);
        }

        private static boolean hidden(String name) {
            return HIDDEN.stream().anyMatch(name::equalsIgnoreCase);
        }
    }
}
