package eventkit.planning;

import eventkit.planning.Technical.PhaseLoad;
import eventkit.planning.Technical.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Spreads loads over three phases: the largest piece first, each onto the phase that carries least, L1 before L2 before L3. */
final class PhaseBalance {
    static final MathContext EXACT = new MathContext(20);
    private static final BigDecimal THREE = BigDecimal.valueOf(3);
    /** Of one line; more are spread evenly, which is where one by one leads. */
    private static final long ONE_BY_ONE_MAX = 300;

    private final BigDecimal volts;
    private final BigDecimal[] amps = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
    private final BigDecimal[] watts = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};
    private final List<List<Term>> terms = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    /** @param volts between phase and neutral */
    private PhaseBalance(BigDecimal volts) {
        this.volts = volts;
    }

    static PhaseBalance of(Collection<TechnicalPiece> loads, BigDecimal volts) {
        var balance = new PhaseBalance(volts);
        loads.stream()
                .filter(TechnicalPiece::draws)
                .sorted(Comparator.comparing(balance::ampsPerPhase)
                        .reversed()
                        .thenComparing(TechnicalPiece::name)
                        .thenComparing(TechnicalPiece::lineId))
                .forEach(balance::add);
        return balance;
    }

    /** Of one piece, on each phase that it takes. */
    private BigDecimal ampsPerPhase(TechnicalPiece p) {
        return wattsPerPhase(p).divide(volts.multiply(p.cosPhi()), EXACT);
    }

    private static BigDecimal wattsPerPhase(TechnicalPiece p) {
        var watts = p.watts() == null ? BigDecimal.ZERO : p.watts();
        return p.phases() == 3 ? watts.divide(THREE, EXACT) : watts;
    }

    private void add(TechnicalPiece p) {
        var each = ampsPerPhase(p);
        long[] pieces = new long[3];
        if (p.phases() == 3) {
            for (int phase = 0; phase < 3; phase++) pieces[phase] = p.pieces();
        } else {
            long evenly = Math.max(0, p.pieces() - ONE_BY_ONE_MAX) / 3;
            for (int phase = 0; phase < 3; phase++) put(pieces, phase, evenly, each);
            for (long left = p.pieces() - 3 * evenly; left > 0; left--) put(pieces, lowest(amps), 1, each);
            // exact so far; what is shown is rounded once, below
            for (int phase = 0; phase < 3; phase++)
                amps[phase] = amps[phase].subtract(each.multiply(BigDecimal.valueOf(pieces[phase])));
        }
        for (int phase = 0; phase < 3; phase++) {
            if (pieces[phase] == 0) continue;
            var many = BigDecimal.valueOf(pieces[phase]);
            var sum = amps(each.multiply(many));
            amps[phase] = amps[phase].add(sum);
            watts[phase] = watts[phase].add(wattsPerPhase(p).multiply(many));
            terms.get(phase).add(new Term(p.lineId(), p.name(), pieces[phase], amps(each), sum));
        }
    }

    private void put(long[] pieces, int phase, long more, BigDecimal each) {
        pieces[phase] += more;
        amps[phase] = amps[phase].add(each.multiply(BigDecimal.valueOf(more)));
    }

    static int lowest(BigDecimal[] phases) {
        int lowest = 0;
        for (int phase = 1; phase < 3; phase++) if (phases[phase].compareTo(phases[lowest]) < 0) lowest = phase;
        return lowest;
    }

    /** @param limits of the three phases; null where it is not known */
    List<PhaseLoad> against(BigDecimal @Nullable [] limits) {
        var result = new ArrayList<PhaseLoad>();
        for (int phase = 0; phase < 3; phase++) {
            var limit = limits == null ? null : amps(limits[phase]);
            var over = limit == null ? null : amps[phase].subtract(limit);
            result.add(new PhaseLoad(
                    phase + 1,
                    watts(watts[phase]),
                    amps(amps[phase]),
                    limit,
                    over == null || over.signum() <= 0 ? null : over,
                    List.copyOf(terms.get(phase))));
        }
        return result;
    }

    boolean empty() {
        return terms.stream().allMatch(List::isEmpty);
    }

    /** To the hundredth. */
    static BigDecimal amps(BigDecimal amps) {
        return amps.setScale(2, RoundingMode.HALF_UP);
    }

    /** To the tenth. */
    static BigDecimal watts(BigDecimal watts) {
        return watts.setScale(1, RoundingMode.HALF_UP);
    }
}
