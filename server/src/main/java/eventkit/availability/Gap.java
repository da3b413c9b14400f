package eventkit.availability;

import eventkit.availability.Fact.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch in which a thing can not be had, and why.
 *
 * @param late it is to be back at the end, and late when it is not
 */
record Gap(Reason reason, int from, int to, boolean late) {

    Fact fact(StockKey stock, SubjectKind kind, UUID subject, String label) {
        var fact = Fact.of(stock, reason, kind, subject, label, from, to, -1);
        return late ? fact.dueBack() : fact;
    }

    /**
     * The same of a thing that an owner has out until then: up to there, and as long as it is late, it is missed in the owner's booking, and here after
     * that. None where that never is.
     */
    @Nullable
    Fact fact(StockKey stock, SubjectKind kind, UUID subject, String label, UUID owner, OptionalInt out) {
        int begin = Math.max(from, out.orElse(from));
        if (begin >= to) return null;
        int quantity = late ? 1 : out.isPresent() ? -1 : 0;
        int due = late ? to : out.orElse(0);
        var weight = Weight.stock(-1);
        return new Fact(stock, reason, kind, subject, label, begin, to, weight, quantity, due, owner);
    }

    Gap because(Reason other) {
        return new Gap(other, from, to, late);
    }

    /** The same moments without overlaps, within {@code [from, to)}; where several reasons hold, the first counts. */
    static List<Gap> union(List<Gap> gaps, int from, int to) {
        var seconds = new TreeSet<Integer>(List.of(from, to));
        for (var gap : gaps) {
            if (gap.from > from && gap.from < to) seconds.add(gap.from);
            if (gap.to > from && gap.to < to) seconds.add(gap.to);
        }
        var result = new ArrayList<Gap>();
        Integer begin = null;
        for (int end : seconds) {
            if (begin != null) {
                int at = begin;
                gaps.stream()
                        .filter(gap -> gap.from <= at && gap.to > at)
                        .findFirst()
                        .ifPresent(gap -> append(result, gap, at, end));
            }
            begin = end;
        }
        for (int i = 0; i < result.size(); i++) {
            var gap = result.get(i);
            boolean goesOn = i + 1 < result.size() && result.get(i + 1).from == gap.to;
            boolean ends = gaps.stream().anyMatch(other -> other.late && other.to == gap.to);
            if (gap.late && (goesOn || !ends)) result.set(i, new Gap(gap.reason, gap.from, gap.to, false));
        }
        return result;
    }

    private static void append(List<Gap> result, Gap gap, int from, int to) {
        var last = result.isEmpty() ? null : result.getLast();
        if (last != null && last.to == from && last.reason == gap.reason && last.late == gap.late) {
            result.set(result.size() - 1, new Gap(gap.reason, last.from, to, gap.late));
        } else {
            result.add(new Gap(gap.reason, from, to, gap.late));
        }
    }
}
