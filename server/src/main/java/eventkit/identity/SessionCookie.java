package eventkit.identity;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;

/**
 * A cookie that holds a session, with its attributes in one place: no script reads it, no other site sends it with a write.
 *
 * @param path under which browsers send it
 * @param sameSite {@code Lax} where a link from elsewhere must find the session, else {@code Strict}
 */
public record SessionCookie(String name, String path, String sameSite) {
    /** Of those who work here. */
    public static final SessionCookie STAFF = new SessionCookie("EK_SESSION", "/", "Lax");

    public @Nullable String read(Cookie @Nullable [] cookies) {
        if (cookies == null) return null;
        for (var cookie : cookies) if (cookie.getName().equals(name)) return cookie.getValue();
        return null;
    }

    public String set(String token, long seconds, boolean secure) {
        return name + "=" + token + "; Path=" + path + "; Max-Age=" + seconds + "; HttpOnly; SameSite=" + sameSite
                + (secure ? "; Secure" : "");
    }

    public String gone(boolean secure) {
        return set("", 0, secure);
    }
}
