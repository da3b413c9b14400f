package eventkit.planning;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;

/** What was ordered for one event alone is not forgotten with it. */
public final class EventHasSubHires extends Refusal {
    private static final long serialVersionUID = 1L;

    public EventHasSubHires(String number, List<String> subHires) {
        super(
                "event-has-sub-hires",
                Kind.CONFLICT,
                "For " + number + " alone equipment is sub-hired: " + String.join(", ", subHires)
                        + ". Cancel that, or let everybody have it, then remove the event.",
                Map.of("number", number, "subHires", subHires));
    }
}
