package eventkit.finance;

import eventkit.core.Money;
import eventkit.core.Refusal;
import java.util.Map;

/** No more is credited than was billed. */
public final class CreditTooHigh extends Refusal {
    private static final long serialVersionUID = 1L;

    public CreditTooHigh(Invoice invoice, Money left) {
        super(
                "credit-too-high",
                Kind.CONFLICT,
                "No more can be credited than " + left + ", which is left of " + invoice.number() + ".",
                Map.of("invoice", invoice.label(), "leftMinor", left.amountMinor(), "currency", invoice.currency()));
    }
}
