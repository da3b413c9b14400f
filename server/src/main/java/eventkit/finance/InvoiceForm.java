package eventkit.finance;

import eventkit.core.Money;
import eventkit.core.VatCategory;
import eventkit.core.VatRate;
import eventkit.core.VatTotals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A draft that was checked and filled up, with what it adds up to.
 *
 * @param nets of the lines
 * @param deposits that it deducts
 */
record InvoiceForm(
        Invoices.Details details, List<Money> nets, VatTotals totals, List<Invoice> deposits, Money deducted) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param details with all that may be left out filled in */
    static InvoiceForm of(Invoices.Details details, List<Invoice> deposits) {
        var currency = Currency.getInstance(Objects.requireNonNull(details.currency()));
        var nets = new ArrayList<Money>();
        var taxed = new ArrayList<VatTotals.Line>();
        for (var line : details.lines()) {
            var net = net(line, currency);
            nets.add(net);
            taxed.add(new VatTotals.Line(rate(line), net));
        }
        var deducted = deposits.stream().map(Invoice::gross).reduce(Money.zero(currency), Money::plus);
        return new InvoiceForm(details, List.copyOf(nets), VatTotals.of(currency, taxed), deposits, deducted);
    }

    /** Rounded half up once, after the discount. */
    static Money net(Invoices.Line line, Currency currency) {
        var discount = line.discountPercent() == null ? BigDecimal.ZERO : line.discountPercent();
        return new Money(
                line.quantity()
                        .multiply(line.unitPrice())
                        .multiply(HUNDRED.subtract(discount))
                        .divide(HUNDRED)
                        .movePointRight(Bookkeeping.digits(currency))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact(),
                currency);
    }

    static VatRate rate(Invoices.Line line) {
        return new VatRate(category(line), Objects.requireNonNull(line.vatPercent()));
    }

    static VatCategory category(Invoices.Line line) {
        return Objects.requireNonNull(line.vatCategory());
    }

    static ProfitGroup group(Invoices.Line line) {
        return line.profitGroup() == null ? ProfitGroup.EQUIPMENT : line.profitGroup();
    }

    /** Why lines of this rate bear no VAT; the first that says so speaks for all. */
    @Nullable
    String reason(VatRate rate) {
        return details.lines().stream()
                .filter(l -> rate(l).equals(rate))
                .map(Invoices.Line::exemptionReason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
