package eventkit.finance;

import eventkit.core.Money;
import eventkit.core.Refusal;
import java.util.Map;

/** An invoice takes no more than is open, and a payment gives no more than is left of it. */
public final class PaymentTooHigh extends Refusal {
    private static final long serialVersionUID = 1L;

    public PaymentTooHigh(String of, Money left) {
        super(
                "payment-too-high",
                Kind.CONFLICT,
                "Only " + left + " is left of " + of + ". Enter less, or leave the rest free.",
                Map.of(
                        "of",
                        of,
                        "leftMinor",
                        left.amountMinor(),
                        "currency",
                        left.currency().getCurrencyCode()));
    }
}
