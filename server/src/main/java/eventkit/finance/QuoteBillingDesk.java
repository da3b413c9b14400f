package eventkit.finance;

import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Invalid;
import eventkit.core.Money;
import eventkit.core.Permission;
import eventkit.identity.CompanyProfile;
import eventkit.quoting.Quote;
import eventkit.quoting.QuoteVersion;
import eventkit.quoting.Quotes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class QuoteBillingDesk implements QuoteBilling {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final BilledRows rows;
    private final InvoiceRows invoices;
    private final CostRows costs;
    private final Invoices desk;
    private final Quotes quotes;
    private final CompanyProfile companies;

    QuoteBillingDesk(
            BilledRows rows,
            InvoiceRows invoices,
            CostRows costs,
            Invoices desk,
            Quotes quotes,
            CompanyProfile companies) {
        this.rows = rows;
        this.invoices = invoices;
        this.costs = costs;
        this.desk = desk;
        this.quotes = quotes;
        this.companies = companies;
    }

    /** A quote, what of it was accepted, and what was billed of that. */
    record Accepted(
            Quote quote,
            QuoteVersion version,
            QuoteBill bill,
            @Nullable UUID event) {}

    Accepted accepted(UUID quoteId) {
        var seen = rows.quote(quoteId);
        var accepted = seen.getVersionId();
        if (accepted == null) throw new QuoteNotAccepted(seen.getNumber());
        var reading = Callers.current().allowing(Permission.QUOTE_READ);
        var quote = Callers.as(reading, () -> quotes.get(quoteId));
        var version = Callers.as(reading, () -> quotes.version(accepted));
        var words = new BillWords(version.language().equals("de"), seen.getNumber());
        var deal = quote.deal();
        var event = quote.event() != null ? quote.event().id() : deal == null ? null : rows.eventOfDeal(deal.id());
        return new Accepted(quote, version, new QuoteBill(quoteId, version, rows.of(quoteId), words), event);
    }

    @Override
    public Account account(UUID quoteId) {
        var accepted = accepted(quoteId);
        var version = accepted.version();
        var bill = accepted.bill();
        var currency = Currency.getInstance(version.currency());
        var byLine = bill.billedByLine();
        var lines = version.lines()
                .filter(l -> l.chosen() && l.net().amountMinor() != 0)
                .map(l -> new Line(
                        l.id(), l.name(), l.quantity(), l.net(), byLine.getOrDefault(l.id(), Money.zero(currency))))
                .toList();
        var event =
                accepted.event() == null ? null : costs.event(accepted.event()).orElse(null);
        return new Account(
                new Named(quoteId, bill.words().quote() + " " + accepted.quote().name()),
                event == null ? null : new Named(event.getId(), event.getNumber() + " " + event.getName()),
                version.totals().net(),
                version.totals().gross(),
                version.depositPercent(),
                version.deposit(),
                new Money(bill.billed(), currency),
                new Money(bill.deposits(), currency),
                new Money(bill.left(), currency),
                event == null ? 0 : toCharge(event.getId(), version.currency()).size(),
                lines,
                invoices.ofQuote(quoteId));
    }

    @Override
    public List<Account> accounts(UUID eventId) {
        return rows.acceptedFor(eventId).stream().map(this::account).toList();
    }

    private List<Cost> toCharge(UUID event, String currency) {
        return costs.toCharge(event).stream()
                .filter(c -> c.amount().currency().getCurrencyCode().equals(currency))
                .toList();
    }

    @Override
    @Transactional
    public Invoice bill(UUID quoteId, Bill wanted) {
        var kind = wanted.kind();
        new Check()
                .required(kind, "kind")
                .that(
                        kind != InvoiceKind.CREDIT_NOTE,
                        "kind",
                        "of-an-invoice",
                        "Make a credit note from the invoice that it credits.")
                .between(wanted.percent(), "percent", 0, 100)
                .that(
                        wanted.percent() == null
                                || wanted.percent().signum() > 0 && InvoiceChecks.digits(wanted.percent(), 4),
                        "percent",
                        "out-of-range",
                        "Use a number above zero with at most four digits after the point.")
                .orThrow();
        rows.lock(quoteId);
        var accepted = accepted(quoteId);
        var bill = accepted.bill();
        var lines = new ArrayList<>(
                switch (kind) {
                    case DEPOSIT -> bill.deposit(depositPercent(accepted, wanted));
                    case PART -> part(bill, wanted);
                    case FINAL -> bill.rest();
                    case CREDIT_NOTE -> throw new IllegalStateException("checked above");
                });
        if (kind == InvoiceKind.FINAL && accepted.event() != null && !Boolean.FALSE.equals(wanted.costs())) {
            costs.lockEvent(accepted.event());
            for (var cost : toCharge(accepted.event(), accepted.version().currency()))
                lines.add(cost.onInvoice(bill.words().german()));
        }
        if (lines.isEmpty())
            throw new QuoteBilled(
                    bill.words().quote(), accepted.version().totals().net());
        return desk.create(details(accepted, kind, lines));
    }

    private Invoices.Details details(Accepted accepted, InvoiceKind kind, List<Invoices.Line> lines) {
        var quote = accepted.quote();
        var version = accepted.version();
        var decided = Objects.requireNonNull(version.decidedAt());
        boolean supplied = kind != InvoiceKind.DEPOSIT;
        return new Invoices.Details(
                kind,
                Objects.requireNonNull(quote.client()).id(),
                accepted.event(),
                quote.deal() == null ? null : quote.deal().id(),
                quote.id(),
                null,
                quote.name(),
                version.language(),
                version.currency(),
                supplied ? version.hireFrom() : null,
                supplied ? version.hireTo() : null,
                null,
                null,
                accepted.bill()
                        .words()
                        .introduction(
                                version.nth(), decided.atZone(companies.zone()).toLocalDate()),
                null,
                lines,
                kind == InvoiceKind.FINAL ? invoices.depositsToDeduct(quote.id()) : List.of());
    }

    private static BigDecimal depositPercent(Accepted accepted, Bill wanted) {
        if (wanted.percent() != null) return wanted.percent();
        var asked = accepted.version().depositPercent();
        if (asked == null || asked.signum() == 0)
            throw new Invalid(
                    "percent",
                    "required",
                    "The quote asks for no deposit. Say how much of it is to be paid in advance.");
        if (accepted.bill().deposits() != 0)
            throw new QuoteBilled(
                    accepted.bill().words().quote(),
                    accepted.version().share(asked).net());
        return asked;
    }

    private static List<Invoices.Line> part(QuoteBill bill, Bill wanted) {
        var lines = wanted.lines() == null ? List.<UUID>of() : wanted.lines();
        new Check()
                .that(
                        lines.isEmpty() == (wanted.percent() != null),
                        "percent",
                        "either",
                        "Say how many per cent of the quote are billed, or choose its lines.")
                .that(lines.stream().distinct().count() == lines.size(), "lines", "twice", "Choose each line once.")
                .orThrow();
        if (!lines.isEmpty()) return bill.chosen(lines);
        var percent = Objects.requireNonNull(wanted.percent());
        return percent.compareTo(HUNDRED) == 0 && bill.billed() == 0 ? bill.rest() : bill.share(percent);
    }
}
