package eventkit.finance;

import static eventkit.finance.db.Tables.CLIENT_SEEN;
import static eventkit.finance.db.Tables.COST;
import static eventkit.finance.db.Tables.SETTINGS;

import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Invalid;
import eventkit.core.Money;
import eventkit.core.VatCategory;
import eventkit.core.VatRate;
import eventkit.finance.Invoices.Details;
import eventkit.finance.Invoices.Line;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What must hold of a draft, and of an invoice before it goes out; what a draft leaves out is filled in from the client and the settings. */
@Component
class InvoiceChecks {
    private static final int LINES_MAX = 1_000;
    private static final long MINOR_MAX = 1_000_000_000_000L;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private final DSLContext db;
    private final InvoiceRows rows;
    private final CreditRows credits;
    private final SeriesRows series;
    private final VatRateRows vatRates;
    private final ClientVat clientVat;
    private final Seen seen;
    private final Bookkeeping bookkeeping;

    InvoiceChecks(
            DSLContext db,
            InvoiceRows rows,
            CreditRows credits,
            SeriesRows series,
            VatRateRows vatRates,
            ClientVat clientVat,
            Seen seen,
            Bookkeeping bookkeeping) {
        this.db = db;
        this.rows = rows;
        this.credits = credits;
        this.series = series;
        this.vatRates = vatRates;
        this.clientVat = clientVat;
        this.seen = seen;
        this.bookkeeping = bookkeeping;
    }

    /** @param before the draft as it is; null for a new one */
    InvoiceForm form(Details d, @Nullable InvoiceDocument before) {
        var check = new Check();
        var client = d.clientId() == null
                ? null
                : db.selectFrom(CLIENT_SEEN)
                        .where(CLIENT_SEEN.ID.eq(d.clientId()))
                        .fetchOne();
        check.required(d.kind(), "kind")
                .required(d.clientId(), "clientId")
                .that(d.clientId() == null || client != null, "clientId", "unknown", "There is no such client.");
        seen.event(check, d.eventId(), "eventId");
        seen.deal(check, d.dealId(), "dealId");
        seen.quote(check, d.quoteId(), "quoteId");
        check.that(
                d.quoteId() != null || d.lines().stream().noneMatch(l -> l != null && l.quotePartId() != null),
                "quoteId",
                "required",
                "Name the quote that the lines bill.");
        check.required(d.title(), "title")
                .line(d.title(), "title", 200)
                .date(d.suppliedFrom(), "suppliedFrom")
                .date(d.suppliedTo(), "suppliedTo")
                .that(
                        d.suppliedTo() == null
                                || (d.suppliedFrom() != null && !d.suppliedTo().isBefore(d.suppliedFrom())),
                        "suppliedTo",
                        "before-from",
                        "The last day can not be before the first.")
                .between(d.paymentDays(), "paymentDays", 0, 365)
                .line(d.buyerReference(), "buyerReference", 100)
                .text(d.introduction(), "introduction", 5_000)
                .text(d.closing(), "closing", 5_000)
                .that(
                        d.language() == null || LANGUAGES.contains(d.language()),
                        "language",
                        "unknown",
                        "Use a language code such as en or de.")
                .that(d.currency() == null || known(d.currency()), "currency", "unknown", "There is no such currency.")
                .size(d.lines(), "lines", LINES_MAX);
        check.orThrow();
        var credit = d.kind() == InvoiceKind.CREDIT_NOTE;
        var chosen = d.seriesId() == null
                ? series.standard(credit)
                : series.find(d.seriesId()).orElse(null);
        check.that(chosen != null, "seriesId", "unknown", "There is no such series.");
        check.that(
                chosen == null || (chosen.kind() == Series.Kind.CREDIT_NOTE) == credit,
                "seriesId",
                "of-another-kind",
                "Credit notes and invoices have series of their own.");
        var lines = lines(check, d.lines(), clientVat.of(d.clientId()));
        var currency = d.currency() != null
                ? d.currency()
                : client != null && client.getCurrency() != null
                        ? client.getCurrency()
                        : bookkeeping.currency().getCurrencyCode();
        check.orThrow();
        var settings = db.selectFrom(SETTINGS).fetchSingle();
        var days = client == null ? null : client.getPaymentDays();
        var full = new Details(
                d.kind(),
                d.clientId(),
                d.eventId(),
                d.dealId(),
                d.quoteId(),
                chosen == null ? null : chosen.id(),
                d.title().strip(),
                d.language() != null ? d.language() : language(d.clientId()),
                currency,
                d.suppliedFrom(),
                d.suppliedTo(),
                d.paymentDays() != null ? d.paymentDays() : days != null ? days : settings.getPaymentDays(),
                d.buyerReference() != null || before != null
                        ? blankToNull(d.buyerReference())
                        : client == null ? null : client.getBuyerReference(),
                blankToNull(d.introduction()),
                blankToNull(d.closing()),
                lines,
                d.deposits());
        var deposits = deposits(check, full);
        check.orThrow();
        sums(check, full);
        check.orThrow();
        var form = InvoiceForm.of(full, deposits);
        check.that(
                        Math.abs(form.totals().gross().amountMinor()) <= MINOR_MAX,
                        "lines",
                        "too-much",
                        "The sum is too large.")
                .orThrow();
        return form;
    }

    /** In which language an invoice to this client is written unless it says otherwise. */
    String language(UUID client) {
        var own = db.select(CLIENT_SEEN.LANGUAGE)
                .from(CLIENT_SEEN)
                .where(CLIENT_SEEN.ID.eq(client))
                .fetchOne(CLIENT_SEEN.LANGUAGE);
        return own != null ? own : "de".equals(Callers.current().locale()) ? "de" : "en";
    }

    /** @param standard where a line says nothing else */
    private List<Line> lines(Check check, List<Line> given, VatRate standard) {
        var lines = new ArrayList<Line>();
        for (int i = 0; i < given.size(); i++) {
            var l = given.get(i);
            var at = "lines[" + i + "].";
            check.required(l.text(), at + "text")
                    .line(l.text(), at + "text", 500)
                    .text(l.description(), at + "description", 2_000)
                    .required(l.quantity(), at + "quantity")
                    .between(l.quantity(), at + "quantity", -1_000_000_000, 1_000_000_000)
                    .decimals(l.quantity(), at + "quantity", 3)
                    .that(
                            l.quantity() == null || l.quantity().signum() != 0,
                            at + "quantity",
                            "zero",
                            "Enter how many.")
                    .line(l.unit(), at + "unit", 20)
                    .required(l.unitPrice(), at + "unitPrice")
                    .between(l.unitPrice(), at + "unitPrice", 0, 1_000_000_000)
                    .decimals(l.unitPrice(), at + "unitPrice", 4)
                    .between(l.discountPercent(), at + "discountPercent", 0, 100)
                    .decimals(l.discountPercent(), at + "discountPercent", 2)
                    .between(l.vatPercent(), at + "vatPercent", 0, 100)
                    .decimals(l.vatPercent(), at + "vatPercent", 2)
                    .line(l.exemptionReason(), at + "exemptionReason", 300);
            seen.event(check, l.eventId(), at + "eventId");
            check.known(db, COST.ID, l.costId(), at + "costId", "There is no such cost.");
            var category = l.vatCategory() != null
                    ? l.vatCategory()
                    : l.vatPercent() == null
                            ? standard.category()
                            : l.vatPercent().signum() > 0 ? VatCategory.STANDARD : VatCategory.ZERO_RATED;
            var percent = l.vatPercent() != null
                    ? l.vatPercent()
                    : category == standard.category()
                            ? standard.percent()
                            : category == VatCategory.STANDARD ? null : BigDecimal.ZERO;
            check.that(
                    percent != null && (category == VatCategory.STANDARD) == (percent.signum() > 0),
                    at + "vatPercent",
                    "not-of-the-category",
                    "The standard rate is above zero, every other is zero.");
            var reason = blankToNull(l.exemptionReason());
            if (category.needsReason() && reason == null) reason = vatRates.reason(category);
            check.that(
                    !category.needsReason() || reason != null,
                    at + "exemptionReason",
                    "required",
                    "Say why there is no VAT.");
            lines.add(new Line(
                    l.text() == null ? "" : l.text().strip(),
                    blankToNull(l.description()),
                    l.quantity() == null ? BigDecimal.ONE : plain(l.quantity(), 3),
                    l.unit() == null || l.unit().isBlank() ? "pc" : l.unit().strip(),
                    l.unitPrice() == null ? BigDecimal.ZERO : plain(l.unitPrice(), 4),
                    l.discountPercent() == null ? plain(BigDecimal.ZERO, 2) : plain(l.discountPercent(), 2),
                    category,
                    percent == null ? null : plain(percent, 2),
                    category.needsReason() ? reason : null,
                    l.profitGroup() == null ? ProfitGroup.EQUIPMENT : l.profitGroup(),
                    l.eventId(),
                    l.costId(),
                    l.quotePartId()));
        }
        return lines;
    }

    /** One category without tax excludes the others (BR-O-11 and after), and each line must stay within what can be counted. */
    private static void sums(Check check, Details d) {
        var currency = Currency.getInstance(d.currency());
        var categories = new HashSet<VatCategory>();
        for (int i = 0; i < d.lines().size(); i++) {
            var line = d.lines().get(i);
            categories.add(InvoiceForm.category(line));
            var net = line.quantity()
                    .multiply(line.unitPrice())
                    .movePointRight(Bookkeeping.digits(currency))
                    .abs();
            check.that(
                    net.compareTo(BigDecimal.valueOf(MINOR_MAX)) <= 0,
                    "lines[" + i + "].unitPrice",
                    "too-much",
                    "The sum of the line is too large.");
        }
        check.that(
                !categories.contains(VatCategory.OUTSIDE_SCOPE) || categories.size() == 1,
                "lines",
                "outside-scope-alone",
                "What is not subject to VAT has an invoice of its own.");
    }

    private List<Invoice> deposits(Check check, Details d) {
        var found = new ArrayList<Invoice>();
        var known = new HashSet<UUID>();
        for (int i = 0; i < d.deposits().size(); i++) {
            var at = "deposits[" + i + "]";
            var id = d.deposits().get(i);
            var deposit = id == null ? null : rows.find(id).orElse(null);
            check.that(
                    deposit != null && deposit.kind() == InvoiceKind.DEPOSIT && known.add(id),
                    at,
                    "unknown",
                    "Choose each invoice of a deposit once.");
            if (deposit == null) continue;
            check.that(
                            deposit.number() != null && deposit.state() != InvoiceState.CREDITED,
                            at,
                            "not-issued",
                            "Only deposits that were billed and not credited are deducted.")
                    .that(
                            deposit.credited().amountMinor() == 0,
                            at,
                            "part-credited",
                            "A deposit that is credited in part is not deducted. Credit the rest of it.")
                    .that(
                            deposit.client().id().equals(d.clientId())
                                    && deposit.currency().equals(d.currency()),
                            at,
                            "of-another",
                            "Choose deposits of this client, in this currency.");
            found.add(deposit);
        }
        check.that(
                d.kind() != InvoiceKind.DEPOSIT || d.deposits().isEmpty(),
                "deposits",
                "of-a-deposit",
                "A deposit deducts no others.");
        return found;
    }

    /** What must be there before an invoice goes out. */
    void issuable(InvoiceDocument d, LocalDate on) {
        var check = new Check().date(on, "issuedOn");
        check.that(
                        !on.isAfter(bookkeeping.today().plusDays(1)),
                        "issuedOn",
                        "in-the-future",
                        "An invoice is not issued before its day.")
                .orThrow();
        var missing = new ArrayList<String>();
        if (d.lines().isEmpty()) missing.add("Enter at least one line.");
        if (d.invoice().gross().amountMinor() < 0)
            missing.add("The sum is below zero: make a credit note of the invoice that it takes back.");
        if (d.invoice().due().amountMinor() < 0) missing.add("More is deducted than is billed: deduct less.");
        var seller = d.seller();
        if (seller.vatNumber() == null && seller.taxNumber() == null)
            missing.add("Enter the company's VAT number or tax number in the settings of finance.");
        if (seller.lines().isEmpty()) missing.add("Enter the company's address in the settings of finance.");
        if (d.buyer().vatNumber() == null
                && d.lines().stream().anyMatch(l -> l.vatCategory().needsClientsNumber()))
            missing.add(
                    "Enter the client's VAT number: without it there is no reverse charge and no supply within the EU.");
        if (!missing.isEmpty()) throw new InvoiceNotComplete(missing);
    }

    /** Of the books' currency for one of the invoice's; a credit note has that of its invoice, so that the two leave zero. */
    BigDecimal rate(Currency currency, @Nullable BigDecimal given, @Nullable Invoice corrected) {
        if (corrected != null && corrected.rate() != null) return corrected.rate();
        if (currency.equals(bookkeeping.currency())) return BigDecimal.ONE;
        new Check()
                .required(given, "rate")
                .that(
                        given == null || (given.signum() > 0 && digits(given, 9)),
                        "rate",
                        "out-of-range",
                        "Use a rate above zero with at most nine digits after the point.")
                .between(given, "rate", 0, 1_000_000)
                .orThrow();
        return plain(Objects.requireNonNull(given), 9);
    }

    /** No more of any VAT rate than is left of the invoice. */
    void creditable(InvoiceDocument note, Invoice corrected) {
        if (!note.invoice().currency().equals(corrected.currency())
                || !note.invoice().client().id().equals(corrected.client().id()))
            throw new Invalid("clientId", "of-another", "A credit note has the client and currency of its invoice.");
        var left = corrected.due().minus(corrected.credited());
        if (note.invoice().due().compareTo(left) > 0) throw new CreditTooHigh(corrected, left);
        var currency = Currency.getInstance(corrected.currency());
        var credited = credits.creditedBases(corrected.id());
        var bases = rows.vat(corrected.id(), currency).stream()
                .collect(Collectors.toMap(v -> new VatRate(v.category(), v.percent()), v -> v));
        var asked = new HashMap<VatRate, Money>();
        for (var sum : note.vat()) asked.put(new VatRate(sum.category(), sum.percent()), sum.base());
        asked.forEach((rate, base) -> {
            var of = bases.get(rate);
            long free = (of == null ? 0 : of.base().amountMinor()) - credited.getOrDefault(rate, 0L);
            if (base.amountMinor() > 0 && base.amountMinor() > free)
                throw new CreditTooHigh(corrected, new Money(free, currency));
        });
        if (rows.deducted(corrected.id())) throw new DepositDeducted();
        var theirs = rows.deductions(corrected.id()).stream()
                .map(InvoiceDocument.Deduction::depositId)
                .collect(Collectors.toSet());
        var ours = note.deductions().stream()
                .map(InvoiceDocument.Deduction::depositId)
                .collect(Collectors.toSet());
        new Check()
                .that(
                        ours.isEmpty()
                                || ours.equals(theirs) && note.invoice().due().equals(left),
                        "deposits",
                        "of-the-whole",
                        "Deposits come back when all of the invoice is credited; credit a part without them.")
                .orThrow();
    }

    static boolean digits(@Nullable BigDecimal value, int max) {
        return value == null || value.stripTrailingZeros().scale() <= max;
    }

    /** As the database gives it back; what has too many digits is refused before and only kept from harm here. */
    static BigDecimal plain(BigDecimal value, int scale) {
        return digits(value, scale) && value.precision() - value.scale() <= 20
                ? value.setScale(scale)
                : BigDecimal.ZERO.setScale(scale);
    }

    private static boolean known(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(c -> c.getCurrencyCode().equals(code) && c.getDefaultFractionDigits() >= 0);
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
