package eventkit.planning;

import eventkit.planning.Technical.Gap;
import eventkit.planning.Technical.Hung;
import eventkit.planning.Technical.Missing;
import eventkit.planning.Technical.PointLoad;
import eventkit.planning.Technical.Term;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What groups that hang bring onto the points of a room. */
final class RiggingSums {
    /** @param limitKilograms what the house allows */
    record Point(UUID id, String name, String roomName, BigDecimal limitKilograms) {}

    /** @param sharePercent null for all of a group or none */
    record Hanging(
            UUID groupId,
            String groupName,
            Point point,
            @Nullable BigDecimal sharePercent) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final Collection<TechnicalPiece> pieces;
    private final List<Missing> missing;
    private final Map<UUID, Point> points = new LinkedHashMap<>();
    private final Map<UUID, List<Hung>> hung = new LinkedHashMap<>();
    private final Map<UUID, BigDecimal> loads = new LinkedHashMap<>();

    private RiggingSums(Collection<TechnicalPiece> pieces, List<Missing> missing) {
        this.pieces = pieces;
        this.missing = missing;
    }

    /**
     * @param hanging the points of a group one after another, along its truss
     * @param missing takes what is not known
     */
    static List<PointLoad> of(Collection<TechnicalPiece> pieces, List<Hanging> hanging, List<Missing> missing) {
        var sums = new RiggingSums(pieces, missing);
        var byGroup = new LinkedHashMap<UUID, List<Hanging>>();
        for (var h : hanging)
            byGroup.computeIfAbsent(h.groupId(), g -> new ArrayList<>()).add(h);
        byGroup.forEach(sums::group);
        for (var p : pieces)
            if (p.hoistKilograms() != null && (p.groupId() == null || !byGroup.containsKey(p.groupId())))
                missing.add(new Missing(Gap.NOT_HUNG, p.lineId(), p.name(), p.pieces()));
        return sums.points.values().stream().map(sums::point).toList();
    }

    private PointLoad point(Point p) {
        var load = loads.getOrDefault(p.id(), BigDecimal.ZERO);
        return new PointLoad(
                p.id(),
                p.name(),
                p.roomName(),
                p.limitKilograms(),
                load,
                over(load, p.limitKilograms()),
                hung.getOrDefault(p.id(), List.of()));
    }

    private record Hoist(String name, BigDecimal limit, BigDecimal weight) {}

    private void group(UUID groupId, List<Hanging> here) {
        var terms = new ArrayList<Term>();
        var hoists = new ArrayList<Hoist>();
        var load = BigDecimal.ZERO;
        for (var p : pieces) {
            if (!groupId.equals(p.groupId())) continue;
            if (p.weightGrams() == null) missing.add(new Missing(Gap.WEIGHT_UNKNOWN, p.lineId(), p.name(), p.pieces()));
            var each =
                    p.weightGrams() == null ? BigDecimal.ZERO : p.weightGrams().movePointLeft(3);
            long onPoints = 0;
            if (p.hoistKilograms() != null) {
                onPoints = Math.min(p.pieces(), here.size());
                hoists.addAll(Collections.nCopies((int) onPoints, new Hoist(p.name(), p.hoistKilograms(), each)));
            }
            // hoists beyond one a point hang along as load
            long asLoad = p.pieces() - onPoints;
            if (asLoad == 0 || p.weightGrams() == null) continue;
            var sum = kilograms(each.multiply(BigDecimal.valueOf(asLoad)));
            terms.add(new Term(p.lineId(), p.name(), asLoad, each, sum));
            load = load.add(sum);
        }
        if (!hoists.isEmpty() && hoists.size() < here.size())
            missing.add(new Missing(Gap.FEWER_HOISTS, null, here.getFirst().groupName(), here.size() - hoists.size()));
        hoists.sort(Comparator.comparing(Hoist::limit).reversed().thenComparing(Hoist::name));
        var shares = shares(here);
        var byLoad = new ArrayList<Integer>();
        for (int i = 0; i < here.size(); i++) byLoad.add(i);
        byLoad.sort(Comparator.comparing((Integer i) -> shares.get(i)).reversed());
        for (int i = 0; i < here.size(); i++) {
            int rank = byLoad.indexOf(i);
            hang(here.get(i), shares.get(i), load, rank < hoists.size() ? hoists.get(rank) : null, terms);
        }
    }

    private void hang(Hanging h, BigDecimal share, BigDecimal groupLoad, @Nullable Hoist hoist, List<Term> terms) {
        var point = h.point();
        points.putIfAbsent(point.id(), point);
        var load = kilograms(groupLoad.multiply(share).movePointLeft(2));
        var withHoist = hoist == null ? load : load.add(kilograms(hoist.weight()));
        loads.merge(point.id(), withHoist, BigDecimal::add);
        hung.computeIfAbsent(point.id(), p -> new ArrayList<>())
                .add(new Hung(
                        h.groupId(),
                        h.groupName(),
                        share.setScale(2, RoundingMode.HALF_UP),
                        load,
                        hoist == null ? null : hoist.name(),
                        hoist == null ? null : hoist.limit(),
                        hoist == null ? null : kilograms(hoist.weight()),
                        hoist == null ? null : over(load, hoist.limit()),
                        terms));
    }

    private static @Nullable BigDecimal over(BigDecimal load, BigDecimal limit) {
        var over = load.subtract(limit);
        return over.signum() > 0 ? over : null;
    }

    private static BigDecimal kilograms(BigDecimal kilograms) {
        return kilograms.setScale(1, RoundingMode.HALF_UP);
    }

    /** As somebody gave them; where one of those points is gone, the others carry all of it, and somebody has to look at it. */
    private List<BigDecimal> shares(List<Hanging> here) {
        if (here.stream().anyMatch(h -> h.sharePercent() == null)) return beam(here.size());
        if (whole(here.stream().map(Hanging::sharePercent)))
            return here.stream()
                    .map(h -> Objects.requireNonNull(h.sharePercent()))
                    .toList();
        missing.add(new Missing(Gap.POINT_ELSEWHERE, null, here.getFirst().groupName(), 0));
        return beam(here.size());
    }

    /** Three thirds are 99.99. */
    static boolean whole(Stream<@Nullable BigDecimal> shares) {
        var sum = shares.filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.subtract(HUNDRED).abs().compareTo(BigDecimal.ONE) <= 0;
    }

    /**
     * Per cent on each of so many points of an evenly loaded beam that lies on all of them at equal distances, its ends on the outermost (the theorem
     * of three moments): 50, 50; 18.75, 62.5, 18.75; … With three points and more the inner ones carry more than an equal share.
     */
    static List<BigDecimal> beam(int points) {
        if (points == 1) return List.of(HUNDRED);
        var moments = moments(points);
        var result = new ArrayList<BigDecimal>();
        for (int i = 0; i < points; i++) {
            double force = 0;
            if (i > 0) force += 0.5 + moments[i - 1] - moments[i];
            if (i < points - 1) force += 0.5 + moments[i + 1] - moments[i];
            result.add(BigDecimal.valueOf(100 * force / (points - 1)).setScale(6, RoundingMode.HALF_UP));
        }
        return result;
    }

    /** Over the supports, for spans and a load of one: M(i-1) + 4 M(i) + M(i+1) = -1/2, and none at the ends. */
    private static double[] moments(int points) {
        int inner = points - 2;
        var moments = new double[points];
        if (inner <= 0) return moments;
        var upper = new double[inner];
        var right = new double[inner];
        for (int i = 0; i < inner; i++) {
            double pivot = 4 - (i == 0 ? 0 : upper[i - 1]);
            upper[i] = 1 / pivot;
            right[i] = (-0.5 - (i == 0 ? 0 : right[i - 1])) / pivot;
        }
        for (int i = inner - 1; i >= 0; i--)
            moments[i + 1] = right[i] - (i == inner - 1 ? 0 : upper[i] * moments[i + 2]);
        return moments;
    }
}
