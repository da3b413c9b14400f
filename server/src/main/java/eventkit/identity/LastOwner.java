package eventkit.identity;

import eventkit.core.Refusal;
import java.util.Map;

/** A company always has an active owner. */
public final class LastOwner extends Refusal {
    private static final long serialVersionUID = 1L;

    public LastOwner() {
        super(
                "last-owner",
                Kind.CONFLICT,
                "This is the last active owner. Make somebody else an owner first.",
                Map.of());
    }
}
