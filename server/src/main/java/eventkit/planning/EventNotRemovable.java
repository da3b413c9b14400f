package eventkit.planning;

import eventkit.core.Refusal;
import java.util.Map;

/** Only what is an enquiry yet may vanish. */
public final class EventNotRemovable extends Refusal {
    private static final long serialVersionUID = 1L;

    public EventNotRemovable(String number, Phase phase) {
        super(
                "event-not-removable",
                Kind.CONFLICT,
                "%s is %s. Cancel it instead; only enquiries can be removed.".formatted(number, phase.words()),
                Map.of("number", number, "phase", phase));
    }
}
