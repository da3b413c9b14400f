package eventkit.finance;

import eventkit.core.Callers;
import eventkit.core.Constraints;
import eventkit.core.Invalid;
import eventkit.core.Money;
import eventkit.finance.Posting.About;
import eventkit.finance.Posting.Line;
import eventkit.identity.CompanyProfile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The one place that posts: it knows which accounts an invoice, a payment and a cost touch. Whoever calls it is in the transaction of what is posted.
 * Debit is positive.
 */
@Component
class Bookkeeping {
    private static final BigDecimal MOST = new BigDecimal("100000000000000000");
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 1, 1);
    private final JournalRows journal;
    private final AccountRows chart;
    private final CompanyProfile companies;
    private final Clock clock;

    Bookkeeping(JournalRows journal, AccountRows chart, CompanyProfile companies, Clock clock) {
        this.journal = journal;
        this.chart = chart;
        this.companies = companies;
        this.clock = clock;
        Constraints.mean("entry_in_open_month", () -> new MonthClosed("that month"));
    }

    /** In which the books are kept. */
    Currency currency() {
        return journal.currency().orElseGet(this::ofCompany);
    }

    private Currency ofCompany() {
        return companies
                .find()
                .map(c -> Currency.getInstance(c.currency()))
                .orElseGet(() -> Currency.getInstance("EUR"));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), companies.zone());
    }

    /** On which day that is posted which happened on this one: on the same, but where its month is closed today. */
    LocalDate openDay(LocalDate happened) {
        return journal.closed(happened.withDayOfMonth(1)) ? today() : happened;
    }

    /** An amount in the currency of the books, rounded half up. @param rate of the books' currency for one of the amount's */
    Money own(Money amount, BigDecimal rate) {
        var books = currency();
        var major = BigDecimal.valueOf(amount.amountMinor(), digits(amount.currency()));
        var minor = major.multiply(rate).movePointRight(digits(books)).setScale(0, RoundingMode.HALF_UP);
        if (minor.abs().compareTo(MOST) > 0)
            throw new Invalid("rate", "too-much", "The amount is too large in " + books + ". Check the rate.");
        return new Money(minor.longValueExact(), books);
    }

    static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    /** A part of what is charged: revenue of a group, for an event. */
    record Revenue(ProfitGroup group, @Nullable UUID event, long net) {}

    /**
     * What an invoice says, in the minor unit of its currency.
     *
     * @param deposit its net is not earned yet
     * @param deductedNet of deposits that were billed before
     * @param deductedVat of the same
     * @param deductedOwnNet in the currency of the books, as it was posted for them
     * @param deductedOwnVat likewise
     */
    record Charge(
            UUID id,
            String number,
            LocalDate date,
            Currency currency,
            BigDecimal rate,
            About about,
            boolean deposit,
            List<Revenue> revenue,
            long vat,
            long deductedNet,
            long deductedVat,
            long deductedOwnNet,
            long deductedOwnVat) {}

    /** @return the entry and what the client owes by it, in the currency of the books */
    Posted charge(Charge c, boolean credit) {
        var lines = new ArrayList<Line>();
        int sign = credit ? -1 : 1;
        long gross = c.vat() - c.deductedNet() - c.deductedVat();
        for (var part : c.revenue()) gross += part.net();
        long owed = own(c, gross);
        add(lines, AccountClass.RECEIVABLE, null, sign * gross, c, sign * owed, c.about());
        long given = 0;
        for (var part : c.revenue()) {
            var about = new About(
                    part.event() == null ? c.about().event() : part.event(),
                    c.about().client(),
                    c.about().deal());
            long own = own(c, part.net());
            given += own;
            if (c.deposit()) add(lines, AccountClass.DEPOSIT, null, -sign * part.net(), c, -sign * own, about);
            else add(lines, AccountClass.REVENUE, part.group(), -sign * part.net(), c, -sign * own, about);
        }
        add(lines, AccountClass.DEPOSIT, null, sign * c.deductedNet(), c, sign * c.deductedOwnNet(), c.about());
        long vat = own(c, c.vat()) - c.deductedOwnVat();
        add(lines, AccountClass.VAT, null, -sign * (c.vat() - c.deductedVat()), c, -sign * vat, c.about());
        // Each part is rounded by itself, and deposits stand with the rate of their day.
        long left = owed - given + c.deductedOwnNet() - vat;
        add(lines, AccountClass.EXCHANGE, null, 0, c, -sign * left, c.about());
        if (lines.size() < 2) return new Posted(null, 0);
        var kind = credit
                ? EntryWords.Kind.CREDIT_NOTE
                : c.deposit() ? EntryWords.Kind.DEPOSIT_INVOICE : EntryWords.Kind.INVOICE;
        return new Posted(
                post(new Posting(c.date(), EntryWords.of(kind, c.number()), Invoices.KIND, c.id(), null, lines)), owed);
    }

    /** @param entry null where there was nothing to post */
    record Posted(@Nullable UUID entry, long own) {}

    private long own(Charge c, long minor) {
        return own(new Money(minor, c.currency()), c.rate()).amountMinor();
    }

    private void add(
            List<Line> lines,
            AccountClass of,
            @Nullable ProfitGroup group,
            long amount,
            Charge c,
            long own,
            About about) {
        if (amount == 0 && own == 0) return;
        lines.add(new Line(chart.standard(of, group).id(), amount, c.currency().getCurrencyCode(), own, about, null));
    }

    /** Received; with a minus paid back. */
    UUID payment(UUID id, LocalDate date, EntryWords words, UUID client, Money amount, Money own) {
        var about = new About(null, client, null);
        var code = amount.currency().getCurrencyCode();
        return post(new Posting(
                date,
                words,
                Payments.KIND,
                id,
                null,
                List.of(
                        new Line(bank(), amount.amountMinor(), code, own.amountMinor(), about, null),
                        new Line(receivable(), -amount.amountMinor(), code, -own.amountMinor(), about, null))));
    }

    /** The receivable was taken down by another value than it was put up with; what is left is a gain (negative) or a loss. */
    @Nullable
    UUID exchange(UUID payment, LocalDate date, EntryWords words, Currency currency, long lossMinor, About about) {
        if (lossMinor == 0) return null;
        var code = currency.getCurrencyCode();
        return post(new Posting(
                date,
                words,
                Payments.KIND,
                payment,
                null,
                List.of(
                        new Line(receivable(), 0, code, -lossMinor, about, null),
                        new Line(standard(AccountClass.EXCHANGE), 0, code, lossMinor, about, null))));
    }

    /** Own equipment and stock are used up, everything else is owed to somebody. */
    @Nullable
    UUID cost(UUID id, LocalDate date, String text, ProfitGroup group, Money amount, Money own, About about) {
        if (amount.amountMinor() == 0 && own.amountMinor() == 0) return null;
        var code = amount.currency().getCurrencyCode();
        var against = switch (group) {
            case EQUIPMENT, CONSUMABLES, DAMAGE, LOSS -> AccountClass.STOCK;
            case CREW, TRANSPORT, SUB_HIRE, OTHER -> AccountClass.ACCRUED;
        };
        return post(new Posting(
                date,
                text,
                null,
                Costs.KIND,
                id,
                null,
                List.of(
                        new Line(
                                chart.standard(AccountClass.COST, group).id(),
                                amount.amountMinor(),
                                code,
                                own.amountMinor(),
                                about,
                                null),
                        new Line(standard(against), -amount.amountMinor(), code, -own.amountMinor(), about, null))));
    }

    /** The same with the signs turned round. */
    UUID reverse(UUID entry, LocalDate date, EntryWords words, String sourceKind, @Nullable UUID sourceId) {
        var lines = journal.postedLines(entry).stream()
                .map(l -> new Line(l.account(), -l.amount(), l.currency(), -l.own(), l.about(), l.text()))
                .toList();
        return post(new Posting(date, words, sourceKind, sourceId, entry, lines));
    }

    UUID post(Posting posting) {
        if (posting.date().isBefore(EARLIEST) || posting.date().isAfter(LATEST))
            throw new Invalid("date", "date-out-of-range", "The books go from 1990 to 2198. Use a date in between.");
        journal.currency(ofCompany());
        var month = posting.date().withDayOfMonth(1);
        if (journal.closed(month)) throw new MonthClosed(month.toString().substring(0, 7));
        return journal.insert(posting, clock.instant(), Callers.current().name());
    }

    private UUID receivable() {
        return standard(AccountClass.RECEIVABLE);
    }

    private UUID bank() {
        return standard(AccountClass.BANK);
    }

    private UUID standard(AccountClass of) {
        return chart.standard(of, null).id();
    }
}
