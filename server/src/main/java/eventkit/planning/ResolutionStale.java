package eventkit.planning;

import eventkit.core.Refusal;
import java.util.Map;

/** The lists, or what is free, have changed since this was offered. */
public final class ResolutionStale extends Refusal {
    private static final long serialVersionUID = 1L;

    public ResolutionStale(String event) {
        super(
                "resolution-stale",
                Kind.CONFLICT,
                "This is not offered for %s any more: something has changed since. Look at what is offered now."
                        .formatted(event),
                Map.of("event", event));
    }
}
