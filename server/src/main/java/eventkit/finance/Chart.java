package eventkit.finance;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Permission;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The chart of accounts. */
public interface Chart {
    String KIND = "account";

    /** @param standard true: it takes the place of the one that was; a standard account stays so until another is */
    record Details(
            String code,
            String name,
            AccountClass accountClass,
            @Nullable ProfitGroup profitGroup,
            boolean standard) {
        public static Details of(Account a) {
            return new Details(a.code(), a.name(), a.accountClass(), a.profitGroup(), a.standard());
        }
    }

    /** By code. */
    @Needs(Permission.LEDGER_READ)
    List<Account> all();

    @Needs(Permission.LEDGER_READ)
    Account get(UUID id);

    /** Throws {@link AccountCodeTaken}. */
    @Needs(Permission.LEDGER_EDIT)
    Account create(Details details);

    /** The class stays what it was. Throws {@link AccountCodeTaken}. */
    @Needs(Permission.LEDGER_EDIT)
    Account change(UUID id, Details details, IfMatch ifMatch);

    /** Throws {@link AccountInUse} where postings go to it by themselves. */
    @Needs(Permission.LEDGER_EDIT)
    Account archive(UUID id);

    @Needs(Permission.LEDGER_EDIT)
    Account restore(UUID id);
}
