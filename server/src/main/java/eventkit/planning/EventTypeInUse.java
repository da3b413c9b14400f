package eventkit.planning;

import eventkit.core.Refusal;

/** There are events of this type. */
public final class EventTypeInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    public EventTypeInUse() {
        super("event-type-in-use", Kind.CONFLICT, "There are events of this type. Archive it instead.");
    }
}
