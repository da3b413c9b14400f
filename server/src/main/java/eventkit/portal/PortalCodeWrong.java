package eventkit.portal;

import eventkit.core.Refusal;
import java.util.Map;

/** Not the code that was sent; whether one was sent at all is not said. */
public final class PortalCodeWrong extends Refusal {
    private static final long serialVersionUID = 1L;

    PortalCodeWrong(int triesLeft) {
        super(
                "portal-code-wrong",
                Kind.UNAUTHENTICATED,
                "This is not the code. Look at the newest letter and type it again.",
                Map.of("triesLeft", triesLeft));
    }
}
