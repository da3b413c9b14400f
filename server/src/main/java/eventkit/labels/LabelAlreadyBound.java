package eventkit.labels;

import eventkit.core.Refusal;
import java.util.Map;

/** A label stands on one thing for ever. */
public final class LabelAlreadyBound extends Refusal {
    private static final long serialVersionUID = 1L;

    public LabelAlreadyBound(LabelTarget target) {
        super(
                "label-already-bound",
                Kind.CONFLICT,
                "This label belongs to " + target.label() + " already. Take another blank label.",
                Map.of("kind", target.kind(), "id", target.id(), "label", target.label()));
    }
}
