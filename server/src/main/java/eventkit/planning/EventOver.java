package eventkit.planning;

import eventkit.core.Refusal;
import java.util.Map;

/** A closed or cancelled event is history. */
public final class EventOver extends Refusal {
    private static final long serialVersionUID = 1L;

    public EventOver(String number, Phase phase) {
        super(
                "event-over",
                Kind.CONFLICT,
                "%s is %s; what it was is not changed any more.".formatted(number, phase.words()),
                Map.of("number", number, "phase", phase));
    }
}
