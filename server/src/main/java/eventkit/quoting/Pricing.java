package eventkit.quoting;

import eventkit.core.Invalid;
import eventkit.core.Money;
import eventkit.quoting.Step.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * From list prices to totals, in the order that docs/specs/prices.md writes down. A line is rounded once, after its own discount; all other discounts are
 * amounts that are spread over the lines, so that these always add up to the total.
 */
final class Pricing {
    static final long MINOR_MAX = 1_000_000_000_000L;

    /**
     * @param counts whether it is part of the total: not an option nobody chose
     * @param percent of {@link LineKind#PERCENT} only, with what it is taken of
     */
    record Line(
            UUID id,
            UUID group,
            LineKind kind,
            Basis basis,
            BigDecimal quantity,
            @Nullable BigDecimal discountPercent,
            boolean counts,
            @Nullable BigDecimal percent,
            @Nullable PercentOf percentOf) {}

    /**
     * @param list before all discounts
     * @param amount after its own discount
     * @param net after all of them; zero where the line does not count
     */
    record Priced(Money list, Money amount, Money net, List<Step> steps) {}

    /**
     * Of the lines that count.
     *
     * @param list what they cost before all discounts
     * @param discount all that was taken off
     */
    record Result(Map<UUID, Priced> lines, Money list, Money discount, Money net) {}

    private final Currency currency;
    private final Map<UUID, Line> lines = new LinkedHashMap<>();
    private final Map<UUID, Money> lists = new LinkedHashMap<>();
    private final Map<UUID, Money> amounts = new LinkedHashMap<>();
    private final Map<UUID, Money> nets = new LinkedHashMap<>();
    private final Map<UUID, List<Step>> steps = new LinkedHashMap<>();

    private Pricing(Currency currency) {
        this.currency = currency;
    }

    /** Throws {@link Invalid} where a discount is more than there is, or a sum larger than any real one. */
    static Result of(
            Currency currency,
            List<Line> lines,
            Map<UUID, Discount> groups,
            @Nullable BigDecimal clientPercent,
            Discount whole) {
        var pricing = new Pricing(currency);
        for (var line : lines) pricing.add(line);
        groups.forEach((group, discount) ->
                pricing.spread(line -> line.group().equals(group), discount, Kind.GROUP_DISCOUNT, "groups"));
        pricing.spread(line -> true, new Discount(clientPercent, null), Kind.CLIENT_DISCOUNT, "clientDiscountPercent");
        pricing.spread(line -> true, whole, Kind.WHOLE_DISCOUNT, "discount");
        pricing.percentages();
        return pricing.result();
    }

    private void add(Line line) {
        lines.put(line.id(), line);
        var made = new ArrayList<Step>();
        steps.put(line.id(), made);
        if (line.kind() == LineKind.PERCENT) {
            put(line, Money.zero(currency), Money.zero(currency));
            return;
        }
        var basis = line.basis();
        var price = basis.listPrice();
        made.add(new Step(Kind.LIST_PRICE, basis.sourceName(), null, tidy(price)));
        price = price.multiply(basis.factor());
        if (basis.factor().compareTo(BigDecimal.ONE) != 0 || basis.factorName() != null)
            made.add(new Step(Kind.DAYS, basis.factorName(), tidy(basis.factor()), tidy(price)));
        price = price.multiply(basis.rate());
        if (basis.rate().compareTo(BigDecimal.ONE) != 0)
            made.add(new Step(Kind.RATE, basis.rateName(), tidy(basis.rate()), tidy(price)));
        if (basis.minimum() != null && basis.minimum().compareTo(price) > 0) {
            price = basis.minimum();
            made.add(new Step(Kind.MINIMUM, basis.sourceName(), null, tidy(price)));
        }
        var list = rounded(price.multiply(line.quantity()));
        var discount = line.discountPercent();
        if (discount != null && discount.signum() != 0) {
            price = price.multiply(BigDecimal.ONE.subtract(discount.movePointLeft(2)));
            made.add(new Step(Kind.LINE_DISCOUNT, null, tidy(discount), tidy(price)));
        }
        var sum = price.multiply(line.quantity());
        made.add(new Step(Kind.QUANTITY, null, tidy(line.quantity()), tidy(sum)));
        var amount = rounded(sum);
        if (Discount.major(amount).compareTo(sum) != 0)
            made.add(new Step(Kind.ROUNDED, null, null, Discount.major(amount)));
        put(line, list, amount);
    }

    private void put(Line line, Money list, Money amount) {
        lists.put(line.id(), list);
        amounts.put(line.id(), amount);
        nets.put(line.id(), line.counts() ? amount : Money.zero(currency));
    }

    private Money rounded(BigDecimal major) {
        var minor = major.movePointRight(Discount.digits(currency)).setScale(0, RoundingMode.HALF_UP);
        if (minor.compareTo(BigDecimal.valueOf(MINOR_MAX)) > 0)
            throw new Invalid(
                    "groups", "too-large", "A line comes to more than can be charged. Look at its quantity and price.");
        return new Money(minor.longValueExact(), currency);
    }

    private void spread(Predicate<Line> of, Discount discount, Kind kind, String field) {
        var reached = lines.values().stream()
                .filter(line -> line.counts() && line.kind() != LineKind.PERCENT && of.test(line))
                .toList();
        var base = sum(reached);
        if (!discount.fits(base))
            throw new Invalid(field, "discount-too-large", "The discount is more than what it is taken off.");
        var off = discount.of(base);
        if (off.amountMinor() == 0) return;
        var parts = off.allocate(
                reached.stream().map(line -> net(line).amountMinor()).toList());
        for (int i = 0; i < parts.size(); i++) {
            var line = reached.get(i);
            var left = net(line).minus(parts.get(i));
            nets.put(line.id(), left);
            made(line).add(new Step(kind, null, tidyOrNull(discount.percent()), Discount.major(left)));
        }
    }

    private void percentages() {
        for (var line : lines.values()) {
            if (line.kind() != LineKind.PERCENT) continue;
            var base = sum(lines.values().stream()
                    .filter(other -> other.kind() != LineKind.PERCENT
                            && (line.percentOf() == PercentOf.ALL
                                    || other.kind().equipment()))
                    .toList());
            var percent = line.percent() == null ? BigDecimal.ZERO : line.percent();
            var amount = base.times(percent.movePointLeft(2), RoundingMode.HALF_UP);
            put(line, amount, amount);
            made(line).add(new Step(Kind.LIST_PRICE, null, null, Discount.major(base)));
            made(line).add(new Step(Kind.PERCENT, null, tidy(percent), Discount.major(amount)));
        }
    }

    private Money sum(List<Line> some) {
        return some.stream().map(this::net).reduce(Money.zero(currency), Money::plus);
    }

    private Money net(Line line) {
        return nets.getOrDefault(line.id(), Money.zero(currency));
    }

    private List<Step> made(Line line) {
        return steps.computeIfAbsent(line.id(), id -> new ArrayList<>());
    }

    private Result result() {
        var priced = new LinkedHashMap<UUID, Priced>();
        var list = Money.zero(currency);
        var net = Money.zero(currency);
        for (var line : lines.values()) {
            var one = new Priced(
                    lists.getOrDefault(line.id(), Money.zero(currency)),
                    amounts.getOrDefault(line.id(), Money.zero(currency)),
                    net(line),
                    List.copyOf(made(line)));
            priced.put(line.id(), one);
            if (!line.counts()) continue;
            list = list.plus(one.list());
            net = net.plus(one.net());
        }
        if (list.amountMinor() > MINOR_MAX)
            throw new Invalid("groups", "too-large", "The quote comes to more than can be charged.");
        return new Result(priced, list, list.minus(net), net);
    }

    private static @Nullable BigDecimal tidyOrNull(@Nullable BigDecimal number) {
        return number == null ? null : tidy(number);
    }

    private static BigDecimal tidy(BigDecimal number) {
        var plain = number.setScale(Math.min(number.scale(), 8), RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
