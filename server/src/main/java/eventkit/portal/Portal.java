package eventkit.portal;

import eventkit.core.Money;
import eventkit.core.Open;
import eventkit.finance.InvoiceKind;
import eventkit.finance.InvoicePapers;
import eventkit.finance.InvoiceState;
import eventkit.quoting.QuoteState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What contacts of clients see when they have signed in: their companies' quotes and invoices, and nothing of anybody else. They answer a quote through
 * {@link Offers}.
 */
public interface Portal {
    /** Of one list at a time. */
    int SHOWN = 20;

    /**
     * The page as it is before and after signing in.
     *
     * @param open whether codes can be sent: a mail server is set
     * @param guest null: nobody is signed in
     */
    record Front(
            Offer.Sender company, boolean open, @Nullable Me guest) {}

    /** @param companies that they speak for */
    record Me(String name, String email, List<String> companies, Instant expiresAt) {}

    /** @param language of the letter, {@code en} or {@code de}; null: the company's */
    record Asking(String email, @Nullable String language) {}

    /** @param ticket goes with the code: it is good in this browser only */
    record Asked(String ticket, Instant expiresAt) {}

    record Entering(String ticket, String code) {}

    /** @param token to be kept by the browser only; the database holds its hash */
    record Entered(String token, Me guest) {}

    /**
     * A quote as its newest version that was sent.
     *
     * @param open whether it may be answered
     */
    record QuoteLine(
            UUID id,
            String number,
            String name,
            String clientName,
            int nth,
            QuoteState state,
            boolean open,
            Instant sentAt,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate hireFrom,
            @Nullable LocalDate hireTo,
            Money gross) {}

    record QuoteLines(List<QuoteLine> items, long total) {}

    /** @param open what is still to be paid; below zero: what is owed to the client */
    record InvoiceLine(
            UUID id,
            InvoiceKind kind,
            String number,
            String title,
            String clientName,
            InvoiceState state,
            LocalDate issuedOn,
            @Nullable LocalDate dueOn,
            boolean overdue,
            Money gross,
            Money open) {}

    /** @param owed what is open in all, in each currency */
    record InvoiceLines(List<InvoiceLine> items, long total, List<Money> owed) {}

    /** Open: it is the page where one signs in; tells the company's name and how to reach it, as its papers do. */
    @Open
    Front front(@Nullable String token);

    /**
     * A code is sent, where somebody has this address and may sign in; the answer is the same where not. Open: it is how one signs in. Throws
     * {@link PortalClosed}, {@link eventkit.identity.TooManyAttempts}.
     */
    @Open
    Asked ask(Asking asking, @Nullable String ip, String origin);

    /** Open: the code is the proof. Throws {@link PortalCodeWrong}, {@link PortalCodeSpent}, {@link eventkit.identity.TooManyAttempts}. */
    @Open
    Entered enter(Entering entering, @Nullable String ip, @Nullable String program);

    /** Nothing happens where nobody is signed in. Open: the session is the proof. */
    @Open
    void leave(@Nullable String token);

    /** What was sent to their companies, the newest first. Open: the session is the proof. Throws {@link PortalSignInRequired}. */
    @Open
    QuoteLines quotes(@Nullable String token, int offset);

    /** What was issued to their companies, the newest first. Open: the session is the proof. Throws {@link PortalSignInRequired}. */
    @Open
    InvoiceLines invoices(@Nullable String token, int offset, @Nullable String ip);

    /** Open: the session is the proof. Throws {@link PortalSignInRequired}. */
    @Open
    InvoicePapers.Print invoice(@Nullable String token, UUID id, @Nullable String ip);
}
