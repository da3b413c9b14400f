package eventkit.identity;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;

/** The password would be guessed too soon. */
public final class WeakPassword extends Refusal {
    private static final long serialVersionUID = 1L;

    public WeakPassword(String field, String why) {
        super("weak-password", Kind.INVALID, why, Map.of(), List.of(new FieldError(field, "weak-password", why)));
    }
}
