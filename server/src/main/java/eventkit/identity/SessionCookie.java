package eventkit.identity;

import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;

/** The cookie's name and attributes in one place. */
public final class SessionCookie {
    public static final String NAME = "EK_SESSION";

    private SessionCookie() {}

    public static @Nullable String read(Cookie @Nullable [] cookies) {
        if (cookies == null) return null;
        for (var cookie : cookies) if (cookie.getName().equals(NAME)) return cookie.getValue();
        return null;
    }

    public static String set(String token, long seconds, boolean secure) {
        return NAME + "=" + token + "; Path=/; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax"
                + (secure ? "; Secure" : "");
    }
}
