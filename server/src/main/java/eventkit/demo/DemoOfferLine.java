package eventkit.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A line of an offer, priced as the quotes room prices it. */
record DemoOfferLine(
        UUID id,
        String group,
        String kind,
        @Nullable UUID product,
        String name,
        BigDecimal quantity,
        BigDecimal price,
        String unit,
        BigDecimal factor,
        @Nullable Integer discount,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal cost,
        long base) {
    /** For one piece. */
    BigDecimal hire() {
        return price.multiply(factor);
    }

    long list() {
        return percent != null ? net() : minor(hire().multiply(quantity));
    }

    long net() {
        if (percent != null)
            return BigDecimal.valueOf(base)
                    .multiply(percent)
                    .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        return minor(reduced().multiply(quantity));
    }

    BigDecimal reduced() {
        return discount == null
                ? hire()
                : hire().multiply(BigDecimal.valueOf(100L - discount).movePointLeft(2));
    }

    long costs() {
        return cost == null ? 0 : minor(cost.multiply(quantity));
    }

    private static long minor(BigDecimal major) {
        return major.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    String steps() {
        var steps = new ArrayList<Map<String, @Nullable Object>>();
        if (percent != null) {
            step(steps, "LIST_PRICE", null, null, BigDecimal.valueOf(base, 2));
            step(steps, "PERCENT", null, percent, BigDecimal.valueOf(net(), 2));
            return Json.of(steps);
        }
        step(steps, "LIST_PRICE", null, null, price);
        if (unit.equals("DAY")) step(steps, "DAYS", product == null ? null : "Standard", factor, hire());
        if (discount != null) step(steps, "LINE_DISCOUNT", null, BigDecimal.valueOf(discount), reduced());
        var sum = reduced().multiply(quantity);
        step(steps, "QUANTITY", null, quantity, sum);
        if (sum.compareTo(BigDecimal.valueOf(net(), 2)) != 0)
            step(steps, "ROUNDED", null, null, BigDecimal.valueOf(net(), 2));
        return Json.of(steps);
    }

    private static void step(
            List<Map<String, @Nullable Object>> steps,
            String kind,
            @Nullable String name,
            @Nullable BigDecimal factor,
            BigDecimal after) {
        steps.add(Json.object("kind", kind, "name", name, "factor", factor, "after", after));
    }

    /** What insurance is taken of follows what is left. */
    static List<DemoOfferLine> reduced(List<DemoOfferLine> lines) {
        long equipment = lines.stream()
                .filter(l -> l.kind().equals("PRODUCT"))
                .mapToLong(DemoOfferLine::net)
                .sum();
        return lines.stream()
                .map(l -> l.percent() == null
                        ? l
                        : new DemoOfferLine(
                                l.id(),
                                l.group(),
                                l.kind(),
                                null,
                                l.name(),
                                l.quantity(),
                                l.price(),
                                l.unit(),
                                l.factor(),
                                null,
                                l.percent(),
                                null,
                                equipment))
                .toList();
    }
}
