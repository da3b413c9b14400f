package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** Money was entered for the event. */
public final class EventHasMoney extends Refusal {
    private static final long serialVersionUID = 1L;

    public EventHasMoney() {
        super(
                "event-has-money",
                Kind.CONFLICT,
                "Invoices or costs were entered for this event, so it stays. Cancel it instead.",
                Map.of());
    }
}
