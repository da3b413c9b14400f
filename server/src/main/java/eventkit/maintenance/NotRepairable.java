package eventkit.maintenance;

import eventkit.core.Refusal;
import java.util.Map;

/** There is nothing of ours there to repair. */
public final class NotRepairable extends Refusal {
    private static final long serialVersionUID = 1L;

    public NotRepairable(String why) {
        super("not-repairable", Kind.CONFLICT, why, Map.of("why", why));
    }
}
