package eventkit.scanning;

import eventkit.core.Refusal;
import java.util.Map;

/** Since it was looked over something was scanned for it, or nobody asks for a check any more. */
public final class PrepChanged extends Refusal {
    private static final long serialVersionUID = 1L;

    public PrepChanged(String number) {
        super(
                "prep-changed",
                Kind.CONFLICT,
                "Something was scanned for " + number + " since you looked. Look at it again, then confirm.",
                Map.of("number", number));
    }
}
