package eventkit.planning;

import eventkit.core.Refusal;
import java.util.Map;

/** The phase has no such successor. */
public final class IllegalEventMove extends Refusal {
    private static final long serialVersionUID = 1L;

    public IllegalEventMove(String number, Phase from, Phase to) {
        super(
                "event-phase-illegal",
                Kind.CONFLICT,
                "%s is %s and can not be %s next.".formatted(number, from.words(), to.words()),
                Map.of("number", number, "from", from, "to", to, "possible", from.successors()));
    }
}
