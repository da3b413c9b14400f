package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** Postings of its class go to this account by themselves. */
public final class AccountInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    public AccountInUse(Account account) {
        super(
                "account-in-use",
                Kind.CONFLICT,
                account.code() + " is the standard account of its kind. Make another one the standard first.",
                Map.of("code", account.code()));
    }
}
