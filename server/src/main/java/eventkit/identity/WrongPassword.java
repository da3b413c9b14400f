package eventkit.identity;

import eventkit.core.Refusal;
import java.util.Map;

/** The proof does not hold; it is not said which part. */
public final class WrongPassword extends Refusal {
    private static final long serialVersionUID = 1L;

    public WrongPassword() {
        super("wrong-password", Kind.UNAUTHENTICATED, "E-mail address or password is wrong.", Map.of());
    }
}
