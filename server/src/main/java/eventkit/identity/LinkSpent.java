package eventkit.identity;

import eventkit.core.Refusal;
import java.util.Map;

/** The link does not work any more. */
public final class LinkSpent extends Refusal {
    private static final long serialVersionUID = 1L;

    public LinkSpent() {
        super(
                "link-spent",
                Kind.NOT_FOUND,
                "This link was used already, has been withdrawn or is too old. Ask for a new one.",
                Map.of());
    }
}
