package eventkit.labels;

import eventkit.core.Refusal;
import java.util.Map;

/** The label belongs to another company's instance, which is never asked. */
public final class ForeignLabel extends Refusal {
    private static final long serialVersionUID = 1L;

    public ForeignLabel(String host) {
        super(
                "foreign-label",
                Kind.NOT_FOUND,
                "This label belongs to " + host + ", not to this company.",
                Map.of("host", host));
    }
}
