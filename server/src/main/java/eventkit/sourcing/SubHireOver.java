package eventkit.sourcing;

import eventkit.core.Refusal;
import java.util.Map;

/** What is over stays as it was. */
public final class SubHireOver extends Refusal {
    private static final long serialVersionUID = 1L;

    public SubHireOver(SubHire subHire) {
        super(
                "sub-hire-over",
                Kind.CONFLICT,
                "Sub-hire " + subHire.number() + " is " + subHire.state()
                        + " and stays as it is. Take that back first, or make a new one.",
                Map.of("number", subHire.number(), "state", subHire.state()));
    }
}
