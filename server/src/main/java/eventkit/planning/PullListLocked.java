package eventkit.planning;

import eventkit.core.Refusal;
import java.util.Map;

/** The warehouse works from the list. */
public final class PullListLocked extends Refusal {
    private static final long serialVersionUID = 1L;

    public PullListLocked(String list, Phase phase) {
        super(
                "pull-list-locked",
                Kind.CONFLICT,
                "The event is %s, so %s is locked. Whoever may unlock pull lists can do so with a reason."
                        .formatted(phase.words(), list),
                Map.of("list", list, "phase", phase));
    }
}
