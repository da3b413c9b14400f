package eventkit.planning;

import eventkit.catalogue.Connector;
import eventkit.planning.Technical.Feed;
import eventkit.planning.Technical.Gap;
import eventkit.planning.Technical.Missing;
import eventkit.planning.Technical.Power;
import eventkit.planning.Technical.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Loads against what comes out of the walls, generators and distros. */
final class PowerSums {
    /** What comes out of a wall. @param volts between phases where there are three */
    record Supply(String name, String connector, int phases, int ampsPerPhase, int volts, int count) {}

    private static final BigDecimal USUAL_VOLTS = BigDecimal.valueOf(230);
    private static final BigDecimal USUAL_VOLTS_BETWEEN = BigDecimal.valueOf(400);
    private static final BigDecimal ROOT_OF_THREE = BigDecimal.valueOf(3).sqrt(PhaseBalance.EXACT);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private final Collection<TechnicalPiece> pieces;
    private final List<Supply> supplies;
    private final List<Missing> missing;
    private final BigDecimal volts;
    private final BigDecimal between;

    private PowerSums(Collection<TechnicalPiece> pieces, List<Supply> supplies, List<Missing> missing) {
        this.pieces = pieces;
        this.supplies = supplies;
        this.missing = missing;
        var three = supplies.stream().filter(s -> s.phases() == 3).findFirst();
        var any = three.or(() -> supplies.stream().findFirst());
        if (any.isEmpty()) {
            volts = USUAL_VOLTS;
            between = USUAL_VOLTS_BETWEEN;
        } else if (any.get().phases() == 3) {
            between = BigDecimal.valueOf(any.get().volts());
            // 400 V between phases are called 230 V, not 230.94
            volts = between.compareTo(USUAL_VOLTS_BETWEEN) == 0
                    ? USUAL_VOLTS
                    : between.divide(ROOT_OF_THREE, PhaseBalance.EXACT);
        } else {
            volts = BigDecimal.valueOf(any.get().volts());
            between = volts.compareTo(USUAL_VOLTS) == 0
                    ? USUAL_VOLTS_BETWEEN
                    : volts.multiply(ROOT_OF_THREE, PhaseBalance.EXACT);
        }
    }

    /** @param missing takes what is not known */
    static Power of(Collection<TechnicalPiece> pieces, List<Supply> supplies, List<Missing> missing) {
        return new PowerSums(pieces, supplies, missing).power();
    }

    private Power power() {
        for (var p : pieces)
            if (p.drawsUnknown()) missing.add(new Missing(Gap.POWER_UNKNOWN, p.lineId(), p.name(), p.pieces()));
        var watts = pieces.stream()
                .filter(TechnicalPiece::draws)
                .map(p -> Objects.requireNonNull(p.watts()).multiply(BigDecimal.valueOf(p.pieces())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Power(
                PhaseBalance.watts(volts),
                PhaseBalance.watts(between),
                !supplies.isEmpty(),
                PhaseBalance.watts(watts),
                supply(),
                feeds());
    }

    private Feed supply() {
        var limits = new Limits();
        for (var s : supplies) limits.add(null, s.name(), s.count(), BigDecimal.valueOf(s.ampsPerPhase()), s.phases());
        for (var p : pieces) if (p.generator()) generator(p, limits);
        var balance = PhaseBalance.of(pieces, volts);
        if (limits.terms.isEmpty() && !balance.empty()) missing.add(new Missing(Gap.NO_SUPPLY, null, null, 0));
        return new Feed(null, null, balance.against(limits.orNull()), limits.terms);
    }

    private void generator(TechnicalPiece p, Limits limits) {
        var largest = p.outlets().stream()
                .map(c -> Plug.of(c.type()))
                .filter(plug -> plug.ampsPerPhase() != null)
                .max(Comparator.comparingInt(Plug::phases)
                        .thenComparing(plug -> Objects.requireNonNull(plug.ampsPerPhase())))
                .orElse(null);
        int phases = largest == null ? 3 : largest.phases();
        if (p.kilovoltAmperes() != null) {
            var each = p.kilovoltAmperes()
                    .multiply(THOUSAND)
                    .divide(volts.multiply(BigDecimal.valueOf(phases)), PhaseBalance.EXACT);
            limits.add(p.lineId(), p.name(), p.pieces(), each, phases);
        } else if (largest == null || largest.ampsPerPhase() == null) {
            missing.add(new Missing(Gap.RATING_UNKNOWN, p.lineId(), p.name(), p.pieces()));
        } else {
            missing.add(new Missing(Gap.RATING_GUESSED, p.lineId(), p.name(), p.pieces()));
            limits.add(p.lineId(), p.name(), p.pieces(), largest.ampsPerPhase(), phases);
        }
    }

    /** A group with distros and loads feeds itself; other distros feed all else. */
    private List<Feed> feeds() {
        var byGroup = new LinkedHashMap<@Nullable UUID, List<TechnicalPiece>>();
        for (var p : pieces)
            byGroup.computeIfAbsent(p.groupId(), g -> new ArrayList<>()).add(p);
        var result = new ArrayList<Feed>();
        var elsewhere = new ArrayList<TechnicalPiece>();
        byGroup.forEach((group, here) -> {
            boolean own = group != null
                    && here.stream().anyMatch(TechnicalPiece::distro)
                    && here.stream().anyMatch(TechnicalPiece::draws);
            if (own) result.add(feed(group, here.getFirst().groupName(), here));
            else elsewhere.addAll(here);
        });
        if (elsewhere.stream().anyMatch(TechnicalPiece::draws)) {
            if (elsewhere.stream().anyMatch(TechnicalPiece::distro)) result.add(feed(null, null, elsewhere));
            else missing.add(new Missing(Gap.NO_DISTRO, null, null, 0));
        }
        return result;
    }

    private Feed feed(@Nullable UUID group, @Nullable String name, List<TechnicalPiece> here) {
        var limits = new Limits();
        topmost(here, limits);
        return new Feed(group, name, PhaseBalance.of(here, volts).against(limits.orNull()), limits.terms);
    }

    private record Sized(TechnicalPiece piece, Plug plug, BigDecimal amps) {}

    /** The larger first; one whose plug fits a free socket of a larger one hangs below it and adds nothing. */
    private void topmost(List<TechnicalPiece> here, Limits limits) {
        var distros = new ArrayList<Sized>();
        for (var p : here) {
            if (!p.distro()) continue;
            var plug = Plug.of(p.inlets().getFirst().type());
            var amps = plug.ampsPerPhase();
            if (amps == null) missing.add(new Missing(Gap.RATING_UNKNOWN, p.lineId(), p.name(), p.pieces()));
            else
                distros.add(new Sized(
                        p,
                        plug,
                        amps.multiply(BigDecimal.valueOf(p.inlets().getFirst().count()))));
        }
        distros.sort(Comparator.comparingInt((Sized s) -> s.plug().phases())
                .thenComparing(Sized::amps)
                .reversed()
                .thenComparing(s -> s.piece().name()));
        Map<String, Long> free = new HashMap<>();
        for (var d : distros) {
            long fed = Math.min(d.piece().pieces(), free.getOrDefault(d.plug().key(), 0L));
            if (fed > 0) free.merge(d.plug().key(), -fed, Long::sum);
            for (Connector out : d.piece().outlets())
                free.merge(Plug.of(out.type()).key(), Saturating.times(d.piece().pieces(), out.count()), Long::sum);
            if (fed < d.piece().pieces())
                limits.add(
                        d.piece().lineId(),
                        d.piece().name(),
                        d.piece().pieces() - fed,
                        d.amps(),
                        d.plug().phases());
        }
    }

    /** What the three phases carry. What has one phase counts for the one that has least. */
    private static final class Limits {
        private static final long ONE_BY_ONE_MAX = 300;
        private final BigDecimal[] amps = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
        private final List<Term> terms = new ArrayList<>();

        void add(@Nullable UUID lineId, String name, long pieces, BigDecimal each, int phases) {
            var all = each.multiply(BigDecimal.valueOf(pieces));
            terms.add(new Term(lineId, name, pieces, PhaseBalance.amps(each), PhaseBalance.amps(all)));
            if (phases == 3) {
                for (int phase = 0; phase < 3; phase++) amps[phase] = amps[phase].add(all);
                return;
            }
            long evenly = Math.max(0, pieces - ONE_BY_ONE_MAX) / 3;
            for (int phase = 0; phase < 3; phase++)
                amps[phase] = amps[phase].add(each.multiply(BigDecimal.valueOf(evenly)));
            for (long left = pieces - 3 * evenly; left > 0; left--) {
                int phase = PhaseBalance.lowest(amps);
                amps[phase] = amps[phase].add(each);
            }
        }

        BigDecimal @Nullable [] orNull() {
            return terms.isEmpty() ? null : amps;
        }
    }
}
