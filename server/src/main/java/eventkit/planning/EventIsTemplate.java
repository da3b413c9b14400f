package eventkit.planning;

import eventkit.core.Refusal;
import java.util.Map;

/** A template is no job: it has no phases and holds nothing. */
public final class EventIsTemplate extends Refusal {
    private static final long serialVersionUID = 1L;

    public EventIsTemplate(String name) {
        super(
                "event-is-template",
                Kind.CONFLICT,
                name + " is a template. Make an event from it first.",
                Map.of("name", name));
    }
}
