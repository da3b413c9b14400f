package eventkit.sourcing;

import eventkit.core.Refusal;
import java.util.Map;

/** The sub-hire's state does not lead there. */
public final class IllegalSubHireMove extends Refusal {
    private static final long serialVersionUID = 1L;

    public IllegalSubHireMove(SubHire subHire, SubHireState wanted) {
        super(
                "illegal-sub-hire-move",
                Kind.CONFLICT,
                "Sub-hire " + subHire.number() + " is " + subHire.state() + " and can not become " + wanted
                        + ". From here it can become: " + subHire.next() + ".",
                Map.of(
                        "number",
                        subHire.number(),
                        "state",
                        subHire.state(),
                        "wanted",
                        wanted,
                        "possible",
                        subHire.next()));
    }
}
