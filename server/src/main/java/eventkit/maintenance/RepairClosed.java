package eventkit.maintenance;

import eventkit.core.Refusal;
import java.util.Map;

/** What was repaired, by whom and how bad it was is settled when the repair ends. */
public final class RepairClosed extends Refusal {
    private static final long serialVersionUID = 1L;

    public RepairClosed(String number, String field) {
        super(
                "repair-closed",
                Kind.CONFLICT,
                "Repair " + number + " is over. Only its costs and the work done can still be changed.",
                Map.of("number", number, "field", field));
    }
}
