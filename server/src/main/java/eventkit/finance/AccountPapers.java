package eventkit.finance;

import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.finance.InvoicePapers.Print;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reminders and statements as clients get them. */
public interface AccountPapers {
    /** Of the last reminder that was written. Throws {@link eventkit.core.NotFound}. */
    @Needs(Permission.INVOICE_READ)
    Print reminder(UUID invoiceId);

    /** What is open today. @param currency null: that of the books @param language null: the client's */
    @Needs(Permission.INVOICE_READ)
    Print statement(UUID clientId, @Nullable String currency, @Nullable String language);
}
