package eventkit.maintenance;

import eventkit.core.Refusal;
import java.util.Map;

/** The repair's state does not lead there. */
public final class IllegalRepairMove extends Refusal {
    private static final long serialVersionUID = 1L;

    public IllegalRepairMove(String number, MaintenanceJobState state, MaintenanceJobState wanted) {
        super(
                "illegal-repair-move",
                Kind.CONFLICT,
                "Repair " + number + " is " + state + " and can not become " + wanted + ". From here it can become: "
                        + state.successors() + ".",
                Map.of("number", number, "state", state, "wanted", wanted, "possible", state.successors()));
    }
}
