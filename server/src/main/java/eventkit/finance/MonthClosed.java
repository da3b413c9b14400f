package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** The books of that month are closed. */
public final class MonthClosed extends Refusal {
    private static final long serialVersionUID = 1L;

    public MonthClosed(String month) {
        super(
                "month-closed",
                Kind.CONFLICT,
                "The books of " + month + " are closed. Use a later date, or open the month again.",
                Map.of("month", month));
    }
}
