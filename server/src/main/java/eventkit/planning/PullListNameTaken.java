package eventkit.planning;

import eventkit.core.Refusal;

/** The event has a list of this name. */
public final class PullListNameTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public PullListNameTaken() {
        super("pull-list-name-taken", Kind.CONFLICT, "The event has a pull list of this name. Use another one.");
    }
}
