package eventkit.einvoice;

import eventkit.core.Refusal;
import java.util.List;

/** What an e-invoice must say is missing or does not go together; the errors name each term. */
public class EInvoiceIncomplete extends Refusal {
    private static final long serialVersionUID = 1L;

    EInvoiceIncomplete(List<FieldError> errors) {
        super(
                "e-invoice-incomplete",
                Kind.CONFLICT,
                "This can not be an e-invoice yet: " + errors.getFirst().message(),
                java.util.Map.of(),
                errors);
    }
}
