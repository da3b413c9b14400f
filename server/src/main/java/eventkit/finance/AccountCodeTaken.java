package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** Another account has this code. */
public final class AccountCodeTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public AccountCodeTaken() {
        super("account-code-taken", Kind.CONFLICT, "Another account has this code. Choose another one.", Map.of());
    }
}
