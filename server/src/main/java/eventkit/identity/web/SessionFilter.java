package eventkit.identity.web;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Refusal;
import eventkit.core.web.Refuses;
import eventkit.identity.SessionCookie;
import eventkit.identity.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Recognises the caller by the session cookie and binds them for the request. A write from a page of another site is refused: browsers say so in
 * Sec-Fetch-Site, older ones in Origin; the cookie is SameSite=Lax besides. Programs send neither header and have no cookie.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 20)
class SessionFilter extends OncePerRequestFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private final Sessions sessions;
    private final Refuses refuses;

    SessionFilter(Sessions sessions, Refuses refuses) {
        this.sessions = sessions;
        this.refuses = refuses;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/")
                && !request.getRequestURI().startsWith("/actuator/");
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return true;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!SAFE.contains(request.getMethod()) && fromAnotherSite(request)) {
            refuses.answer(
                    new Refusal(
                            "cross-site",
                            Refusal.Kind.FORBIDDEN,
                            "This request came from a page of another site. Open EventKit itself."),
                    request,
                    response);
            return;
        }
        var ip = request.getRemoteAddr();
        var token = SessionCookie.STAFF.read(request.getCookies());
        var caller = token == null
                ? Caller.anonymous(ip)
                : sessions.caller(token, ip).orElseGet(() -> Caller.anonymous(ip));
        try {
            Callers.as(caller, () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static boolean fromAnotherSite(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) return !site.equals("same-origin") && !site.equals("none");
        var origin = request.getHeader("Origin");
        if (origin == null) return false;
        return !sameHost(origin, request.getHeader("Host"));
    }

    private static boolean sameHost(String origin, @Nullable String host) {
        try {
            return URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equalsIgnoreCase(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
