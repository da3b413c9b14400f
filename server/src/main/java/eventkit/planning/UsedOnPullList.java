package eventkit.planning;

import eventkit.core.Refusal;

/** Pull lists name it. */
public final class UsedOnPullList extends Refusal {
    private static final long serialVersionUID = 1L;

    public UsedOnPullList() {
        super("used-on-pull-list", Kind.CONFLICT, "Pull lists of events name it. Archive or retire it instead.");
    }
}
