package eventkit.finance;

import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Permission;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Invoices from what a client accepted: nothing of it twice, and by the final invoice all of it. Net amounts add up to the quote's to the cent; VAT is computed on
 * each invoice by itself, as it has to be.
 */
public interface QuoteBilling {
    /**
     * @param kind of {@link InvoiceKind}, all but credit notes; the final one bills what is left and deducts the deposits
     * @param percent of the whole; of a deposit null: as the quote asks for, once. Of a part either this or {@code lines}
     * @param lines of the quote, billed whole by a part
     * @param costs whether a final invoice charges on what the client is to pay besides; null: yes
     */
    record Bill(
            InvoiceKind kind,
            @Nullable BigDecimal percent,
            @Nullable List<UUID> lines,
            @Nullable Boolean costs) {}

    /** @param billed of it by name; shares of the whole stand beside that */
    record Line(UUID id, String name, BigDecimal quantity, Money net, Money billed) {}

    /**
     * What a quote was billed, net where nothing else is said.
     *
     * @param event that came of it
     * @param gross of the quote
     * @param deposit gross, as the quote asks for; zero: none
     * @param billed by part and final invoices, drafts among them, less what was credited
     * @param deposits that no invoice deducts yet
     * @param left neither billed nor asked for in advance
     * @param toCharge how many costs of the event the client is to pay besides
     */
    record Account(
            Named quote,
            @Nullable Named event,
            Money net,
            Money gross,
            @Nullable BigDecimal depositPercent,
            Money deposit,
            Money billed,
            Money deposits,
            Money left,
            int toCharge,
            List<Line> lines,
            List<Invoice> invoices) {}

    /** Throws {@link QuoteNotAccepted}. */
    @Needs(Permission.INVOICE_READ)
    Account account(UUID quoteId);

    /** Of every accepted quote of an event. */
    @Needs(Permission.INVOICE_READ)
    List<Account> accounts(UUID eventId);

    /** A draft. Throws {@link QuoteNotAccepted}, {@link QuoteBilled}. */
    @Needs(Permission.INVOICE_EDIT)
    Invoice bill(UUID quoteId, Bill bill);
}
