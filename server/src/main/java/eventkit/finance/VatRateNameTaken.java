package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** Another VAT rate has this name. */
public final class VatRateNameTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public VatRateNameTaken() {
        super("vat-rate-name-taken", Kind.CONFLICT, "Another VAT rate has this name. Choose another one.", Map.of());
    }
}
