package eventkit.quoting;

import eventkit.core.Invalid;
import eventkit.core.Money;
import eventkit.core.VatTotals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a version comes to: every line, every group, the whole. From what stands on it alone, so that it comes out the same whenever it is done. */
final class Reckoning {
    private Reckoning() {}

    static QuoteVersion of(QuoteVersion v) {
        var currency = Currency.getInstance(v.currency());
        var groups = new LinkedHashMap<UUID, Discount>();
        for (var group : v.groups()) groups.put(group.id(), group.discount());
        var lines = v.groups().stream()
                .flatMap(g -> g.lines().stream().map(line -> priced(g, line)))
                .toList();
        var result = Pricing.of(currency, lines, groups, v.clientDiscountPercent(), v.discount());
        var reckoned = v.groups().stream()
                .map(g -> {
                    var own = g.lines().stream()
                            .map(l -> l.priced(
                                    Objects.requireNonNull(result.lines().get(l.id())), cost(l, currency)))
                            .toList();
                    var net = own.stream().map(QuoteLine::net).reduce(Money.zero(currency), Money::plus);
                    return g.with(net, own);
                })
                .toList();
        var counting = reckoned.stream()
                .flatMap(g -> g.lines().stream())
                .filter(QuoteLine::chosen)
                .toList();
        var totals = VatTotals.of(
                currency,
                counting.stream().map(l -> new VatTotals.Line(l.vat(), l.net())).toList());
        var costs = counting.stream()
                .map(l -> cost(l, currency))
                .map(c -> c == null ? Money.zero(currency) : c)
                .reduce(Money.zero(currency), Money::plus);
        var without = v.reckoned(
                reckoned,
                result.list(),
                totals,
                Money.zero(currency),
                costs,
                totals.net().minus(costs),
                share(result.discount(), result.list()));
        return v.depositPercent() == null
                ? without
                : without.asking(without.share(v.depositPercent()).gross());
    }

    /** What part of the whole it is, in per cent with two decimals; 0 of nothing. */
    static BigDecimal share(Money part, Money whole) {
        if (whole.amountMinor() == 0) return BigDecimal.ZERO;
        return BigDecimal.valueOf(part.amountMinor())
                .multiply(BigDecimal.valueOf(100))
                .divide(BigDecimal.valueOf(whole.amountMinor()), 2, RoundingMode.HALF_UP);
    }

    /** The same version with these options and alternatives chosen, and no others. */
    static QuoteVersion choose(QuoteVersion v, Set<UUID> chosen) {
        var lines = v.lines().toList();
        var choices =
                lines.stream().filter(QuoteLine::choice).map(QuoteLine::id).collect(Collectors.toSet());
        if (!choices.containsAll(chosen))
            throw new Invalid("chosen", "unknown", "The quote has no such option. Load it again and choose once more.");
        var replaced = new HashSet<UUID>();
        for (var line : lines)
            if (chosen.contains(line.id()) && line.alternativeTo() != null && !replaced.add(line.alternativeTo()))
                throw new Invalid("chosen", "two-alternatives", "Choose one of the alternatives to a line.");
        return of(v.with(v.groups().stream()
                .map(g -> g.with(
                        g.net(),
                        g.lines().stream()
                                .map(l -> l.chosen(l.choice() ? chosen.contains(l.id()) : !replaced.contains(l.id())))
                                .toList()))
                .toList()));
    }

    private static Pricing.Line priced(QuoteGroup group, QuoteLine line) {
        return new Pricing.Line(
                line.id(),
                group.id(),
                line.kind(),
                line.basis(),
                line.quantity(),
                line.discountPercent(),
                line.chosen(),
                line.percent(),
                line.percentOf());
    }

    private static @Nullable Money cost(QuoteLine line, Currency currency) {
        return cost(line.unitCost(), line.quantity(), currency);
    }

    static @Nullable Money cost(@Nullable BigDecimal unitCost, BigDecimal quantity, Currency currency) {
        if (unitCost == null) return null;
        var minor = unitCost.multiply(quantity)
                .movePointRight(Discount.digits(currency))
                .setScale(0, RoundingMode.HALF_UP);
        if (minor.compareTo(BigDecimal.valueOf(Pricing.MINOR_MAX)) > 0)
            throw new Invalid(
                    "groups", "too-large", "A line costs more than can be paid. Look at its quantity and cost.");
        return new Money(minor.longValueExact(), currency);
    }
}
