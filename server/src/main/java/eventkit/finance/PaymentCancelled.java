package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** A payment that was cancelled is no more. */
public final class PaymentCancelled extends Refusal {
    private static final long serialVersionUID = 1L;

    public PaymentCancelled() {
        super("payment-cancelled", Kind.CONFLICT, "This payment was cancelled. Enter it again.", Map.of());
    }
}
