package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** An issued invoice stays as it is. */
public final class InvoiceIssued extends Refusal {
    private static final long serialVersionUID = 1L;

    public InvoiceIssued(String label) {
        super(
                "invoice-issued",
                Kind.CONFLICT,
                label + " was issued and stays as it is. Make a credit note instead.",
                Map.of("invoice", label));
    }
}
