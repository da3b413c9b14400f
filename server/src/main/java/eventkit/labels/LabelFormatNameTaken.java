package eventkit.labels;

import eventkit.core.Refusal;
import java.util.Map;

/** Names of formats are unique. */
public final class LabelFormatNameTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public LabelFormatNameTaken() {
        super(
                "label-format-name-taken",
                Kind.CONFLICT,
                "Another label format has this name. Choose a different one.",
                Map.of());
    }
}
