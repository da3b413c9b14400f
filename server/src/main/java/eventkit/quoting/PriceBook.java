package eventkit.quoting;

import eventkit.core.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What things are hired for, to one client, in one currency, for some days: all that a price is looked up in. */
record PriceBook(
        Terms terms,
        List<ListOfPrices> lists,
        Map<UUID, Thing> products,
        Map<UUID, Thing> kits,
        Map<UUID, List<Part>> parts,
        Map<UUID, FactorCurve> curves,
        Map<UUID, UUID> curveOfCategory,
        Map<UUID, UUID> parentOfCategory,
        @Nullable FactorCurve standard,
        List<HireRate> rates) {
    private static final int PRICE_DECIMALS = 4;

    /** @param home the company's currency; @param exchangeRate so much of the quote's is one of that */
    record Terms(
            String currency,
            String home,
            BigDecimal exchangeRate,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            int chargedDays) {}

    /** @param prices by product and by kit */
    record ListOfPrices(String name, Map<UUID, Entry> prices) {}

    record Entry(
            ChargeUnit unit, BigDecimal price, @Nullable BigDecimal minimum) {}

    /** @param consumed it does not come back, so that days do not matter */
    record Thing(
            String name,
            @Nullable String code,
            @Nullable UUID category,
            @Nullable Money hirePrice,
            boolean consumed) {}

    record Part(UUID product, long quantity) {}

    private record Found(
            Entry entry, Basis.Source source, @Nullable String name) {}

    private record Factor(BigDecimal value, @Nullable String name) {}

    /** @param entered null: looked up */
    Basis basis(
            LineKind kind,
            @Nullable UUID product,
            @Nullable UUID kit,
            boolean byParts,
            @Nullable BigDecimal entered,
            @Nullable ChargeUnit unit) {
        if (entered != null)
            return times(
                    kind,
                    product,
                    Basis.entered(entered, unit != null ? unit : kind.curved() ? ChargeUnit.DAY : ChargeUnit.JOB));
        if (kit != null) {
            var found = byParts ? null : found(kit, kits.get(kit));
            return found != null ? of(kind, null, found) : ofParts(kit);
        }
        var found = product == null ? null : found(product, products.get(product));
        return found == null
                ? times(kind, product, Basis.entered(BigDecimal.ZERO, unit == null ? ChargeUnit.JOB : unit))
                : of(kind, product, found);
    }

    /** The same list price for the days as they are now. */
    Basis forDays(LineKind kind, @Nullable UUID product, @Nullable UUID kit, Basis before) {
        return before.source() == Basis.Source.PARTS && kit != null
                ? ofParts(kit).listPrice(before.listPrice())
                : times(kind, product, before);
    }

    private Basis of(LineKind kind, @Nullable UUID product, Found found) {
        return times(
                kind,
                product,
                new Basis(
                        found.entry().price(),
                        found.source(),
                        found.name(),
                        found.entry().unit(),
                        BigDecimal.ONE,
                        null,
                        BigDecimal.ONE,
                        null,
                        found.entry().minimum()));
    }

    private Basis times(LineKind kind, @Nullable UUID product, Basis basis) {
        var thing = product == null ? null : products.get(product);
        var factor = factor(kind, thing, basis.unit());
        var rate = kind.curved() && basis.unit() != ChargeUnit.JOB
                ? HireRate.mean(rates, terms.from(), terms.to())
                : new HireRate.Mean(BigDecimal.ONE, null);
        return new Basis(
                basis.listPrice(),
                basis.source(),
                basis.sourceName(),
                basis.unit(),
                factor.value(),
                factor.name(),
                rate.factor(),
                rate.name(),
                basis.minimum());
    }

    private Factor factor(LineKind kind, @Nullable Thing thing, ChargeUnit unit) {
        return switch (unit) {
            case JOB -> new Factor(BigDecimal.ONE, null);
            case WEEK -> new Factor(BigDecimal.valueOf((terms.chargedDays() + 6) / 7), null);
            case DAY -> {
                var curve = kind.curved() ? curve(thing == null ? null : thing.category()) : null;
                yield curve == null
                        ? new Factor(BigDecimal.valueOf(terms.chargedDays()), null)
                        : new Factor(curve.factor(terms.chargedDays()), curve.name());
            }
        };
    }

    /** Of the category, else of the nearest above it that has one, else the standard one. */
    private @Nullable FactorCurve curve(@Nullable UUID category) {
        int levels = 0;
        for (var at = category; at != null && levels < 100; at = parentOfCategory.get(at), levels++) {
            var own = curveOfCategory.get(at);
            if (own != null) return curves.get(own);
        }
        return standard;
    }

    private @Nullable Found found(UUID id, @Nullable Thing thing) {
        for (var list : lists) {
            var entry = list.prices().get(id);
            if (entry != null) return new Found(entry, Basis.Source.PRICE_LIST, list.name());
        }
        if (thing == null) return null;
        var price = converted(thing.hirePrice());
        if (price == null) return null;
        return new Found(
                new Entry(thing.consumed() ? ChargeUnit.JOB : ChargeUnit.DAY, price, null),
                Basis.Source.CATALOGUE,
                null);
    }

    private @Nullable BigDecimal converted(@Nullable Money price) {
        if (price == null) return null;
        var major = Discount.major(price).setScale(PRICE_DECIMALS, RoundingMode.HALF_UP);
        var code = price.currency().getCurrencyCode();
        if (code.equals(terms.currency())) return major;
        return code.equals(terms.home())
                ? major.multiply(terms.exchangeRate()).setScale(PRICE_DECIMALS, RoundingMode.HALF_UP)
                : null;
    }

    /** The sum of what its parts cost by the day; its factor is theirs, each by its weight in the price. */
    private Basis ofParts(UUID kit) {
        var price = BigDecimal.ZERO;
        var whole = BigDecimal.ZERO;
        for (var part : parts.getOrDefault(kit, List.of())) {
            var basis = basis(LineKind.PRODUCT, part.product(), null, false, null, ChargeUnit.DAY);
            var ofPart = basis.listPrice().multiply(BigDecimal.valueOf(part.quantity()));
            price = price.add(ofPart);
            whole = whole.add(ofPart.multiply(basis.factor()));
        }
        var factor =
                price.signum() == 0 ? BigDecimal.ONE : whole.divide(price, FactorCurve.DECIMALS, RoundingMode.HALF_UP);
        var rate = HireRate.mean(rates, terms.from(), terms.to());
        return new Basis(
                price, Basis.Source.PARTS, null, ChargeUnit.DAY, factor, null, rate.factor(), rate.name(), null);
    }
}
