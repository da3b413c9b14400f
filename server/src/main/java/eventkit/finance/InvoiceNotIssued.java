package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** Only what was issued is credited, paid and reminded of. */
public final class InvoiceNotIssued extends Refusal {
    private static final long serialVersionUID = 1L;

    public InvoiceNotIssued(String label) {
        super("invoice-not-issued", Kind.CONFLICT, label + " is a draft. Issue it first.", Map.of("invoice", label));
    }
}
