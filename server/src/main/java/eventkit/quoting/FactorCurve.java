package eventkit.quoting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;

/**
 * What so many charged days cost, as a multiple of one.
 *
 * @param points the days and their factors, rising, the first for one day; what lies between two is on the line between them
 * @param furtherDay what each day after the last point adds
 */
public record FactorCurve(
        UUID id, String name, List<Point> points, BigDecimal furtherDay, boolean standard, long version) {
    /** Decimals of every factor. */
    static final int DECIMALS = 4;

    public record Point(int days, BigDecimal factor) {}

    public FactorCurve {
        points = List.copyOf(points);
    }

    /** Rounded half up to four decimals. */
    public BigDecimal factor(int days) {
        return factor(points, furtherDay, days);
    }

    static BigDecimal factor(List<Point> points, BigDecimal furtherDay, int days) {
        var below = points.getFirst();
        for (var point : points) {
            if (point.days() > days) return between(below, point, days);
            below = point;
        }
        return below.factor()
                .add(furtherDay.multiply(BigDecimal.valueOf(days - below.days())))
                .setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static BigDecimal between(Point below, Point above, int days) {
        if (days <= below.days()) return below.factor().setScale(DECIMALS, RoundingMode.HALF_UP);
        var rise = above.factor().subtract(below.factor());
        return below.factor()
                .add(rise.multiply(BigDecimal.valueOf(days - below.days()))
                        .divide(BigDecimal.valueOf(above.days() - below.days()), DECIMALS * 2, RoundingMode.HALF_UP))
                .setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
