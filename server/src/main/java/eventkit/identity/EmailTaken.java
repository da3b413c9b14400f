package eventkit.identity;

import eventkit.core.Refusal;
import java.util.Map;

/** E-mail addresses are unique. */
public final class EmailTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public EmailTaken() {
        super("email-taken", Kind.CONFLICT, "Somebody with this e-mail address is a user already.", Map.of());
    }
}
