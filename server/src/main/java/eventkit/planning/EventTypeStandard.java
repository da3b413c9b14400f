package eventkit.planning;

import eventkit.core.Refusal;

/** The standard type is what new events are of. */
public final class EventTypeStandard extends Refusal {
    private static final long serialVersionUID = 1L;

    public EventTypeStandard() {
        super(
                "event-type-standard",
                Kind.CONFLICT,
                "New events are of this type. Make another one the standard first.");
    }
}
