package eventkit.core.web;

import java.net.URI;
import org.springframework.http.ResponseEntity;

/** Answers whose ETag is the version of what they show: what the next If-Match is to be. */
public final class Versioned {
    private Versioned() {}

    public static <T> ResponseEntity<T> ok(T body, long version) {
        return ResponseEntity.ok().eTag(tag(version)).body(body);
    }

    /** @param address of what was made, below {@code /api/v1} */
    public static <T> ResponseEntity<T> created(String address, T body, long version) {
        return ResponseEntity.created(URI.create("/api/v1" + address))
                .eTag(tag(version))
                .body(body);
    }

    public static String tag(long version) {
        return "\"" + version + "\"";
    }
}
