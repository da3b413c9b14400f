package eventkit.finance;

import eventkit.core.Money;
import eventkit.papers.PaperDocument;
import eventkit.papers.PaperDocument.Account;
import eventkit.papers.PaperDocument.Extra;
import eventkit.papers.PaperDocument.Fact;
import eventkit.papers.PaperDocument.Item;
import eventkit.papers.PaperDocument.Payment;
import eventkit.papers.PaperDocument.Recipient;
import eventkit.papers.PaperDocument.Topic;
import eventkit.papers.PaperKind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is open, as a paper: one invoice that was not paid, or all of a client's. */
final class AccountPaper {
    private AccountPaper() {}

    static PaperDocument reminder(InvoiceDocument document, Reminders.Reminder reminder) {
        var invoice = document.invoice();
        var number = Objects.requireNonNull(invoice.number());
        return new PaperDocument(
                PaperKind.REMINDER,
                invoice.language(),
                number + "-" + reminder.level(),
                reminder.on(),
                reminder.title(),
                new Recipient(document.buyer().name(), document.buyer().lines()),
                List.of(Fact.of(Topic.INVOICE, number)),
                reminder.text(),
                null,
                List.of(),
                null,
                new Account(List.of(item(invoice, reminder.open(), reminder.on())), List.of(), reminder.open()),
                List.of(),
                payment(document.seller(), number, reminder.open()),
                null,
                false);
    }

    /** @param ahead paid and not yet for any invoice */
    static PaperDocument statement(
            Party seller, Party buyer, String number, String language, LocalDate on, List<Invoice> open, Money ahead) {
        var due = open.stream()
                .map(Invoice::open)
                .reduce(Money.zero(ahead.currency()), Money::plus)
                .minus(ahead);
        var extras = new ArrayList<Extra>();
        if (ahead.amountMinor() != 0)
            extras.add(new Extra(
                    language.equals("de") ? "Zahlungen ohne Rechnung" : "Payments for no invoice yet",
                    Money.zero(ahead.currency()).minus(ahead)));
        return new PaperDocument(
                PaperKind.STATEMENT,
                language,
                number,
                on,
                null,
                new Recipient(buyer.name(), buyer.lines()),
                List.of(),
                null,
                null,
                List.of(),
                null,
                new Account(open.stream().map(i -> item(i, i.open(), on)).toList(), extras, due),
                List.of(),
                due.amountMinor() > 0 ? payment(seller, number, due) : null,
                null,
                false);
    }

    private static Item item(Invoice invoice, Money open, LocalDate on) {
        var due = Objects.requireNonNull(invoice.dueOn());
        return new Item(
                Objects.requireNonNull(invoice.number()),
                Objects.requireNonNull(invoice.issuedOn()),
                due,
                invoice.due(),
                open,
                due.isBefore(on) ? (Integer) (int) ChronoUnit.DAYS.between(due, on) : null);
    }

    private static @Nullable Payment payment(Party seller, String reference, Money amount) {
        var iban = seller.iban();
        return iban == null || amount.amountMinor() <= 0
                ? null
                : new Payment(seller.name(), iban, seller.bic(), seller.bankName(), reference, amount);
    }
}
