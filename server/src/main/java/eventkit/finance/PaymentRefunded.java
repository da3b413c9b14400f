package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** What was paid back stays until that is taken back. */
public final class PaymentRefunded extends Refusal {
    private static final long serialVersionUID = 1L;

    public PaymentRefunded() {
        super(
                "payment-refunded",
                Kind.CONFLICT,
                "A part of this payment was paid back. Cancel that refund first.",
                Map.of());
    }
}
