package eventkit.planning;

import eventkit.core.Refusal;

/** Another type has this name. */
public final class EventTypeTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public EventTypeTaken() {
        super("event-type-name-taken", Kind.CONFLICT, "Another type of events has this name. Use another one.");
    }
}
