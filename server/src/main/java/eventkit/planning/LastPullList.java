package eventkit.planning;

import eventkit.core.Refusal;

/** An event has at least one pull list. */
public final class LastPullList extends Refusal {
    private static final long serialVersionUID = 1L;

    public LastPullList() {
        super("last-pull-list", Kind.CONFLICT, "This is the event's only pull list. Empty it instead.");
    }
}
