package eventkit.identity;

import eventkit.core.Refusal;
import java.util.Map;

/** Sign-in is throttled by account and by address. */
public final class TooManyAttempts extends Refusal {
    private static final long serialVersionUID = 1L;

    public TooManyAttempts(long retryAfterSeconds) {
        super(
                "too-many-attempts",
                Kind.LIMIT,
                "Too many failed attempts. Wait a while before trying again.",
                Map.of("retryAfterSeconds", retryAfterSeconds));
    }
}
