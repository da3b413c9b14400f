package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** It is paid, not late enough, or was reminded of as often as the settings say. */
public final class NoReminderDue extends Refusal {
    private static final long serialVersionUID = 1L;

    public NoReminderDue(Invoice invoice) {
        super(
                "no-reminder-due",
                Kind.CONFLICT,
                "It is not time to remind of " + invoice.number()
                        + ": it is paid, not late enough yet, or the last step was taken.",
                Map.of("invoice", invoice.label()));
    }
}
