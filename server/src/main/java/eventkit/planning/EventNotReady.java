package eventkit.planning;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Something is missing for the phase; all of it is named. */
public final class EventNotReady extends Refusal {
    private static final long serialVersionUID = 1L;

    public EventNotReady(String number, Phase to, List<EventPhases.Missing> missing) {
        super(
                "event-not-ready",
                Kind.CONFLICT,
                number + " can not be " + to.words() + " yet. "
                        + missing.stream().map(EventPhases.Missing::message).collect(Collectors.joining(" ")),
                Map.of("number", number, "to", to, "missing", missing));
    }
}
