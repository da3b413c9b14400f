package eventkit.availability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * One product in one warehouse over time. Immutable.
 *
 * @param firm what there is less what is confirmed
 * @param soft what the worst case takes besides
 * @param likely what the expected case leaves that the worst does not, in hundredths of a piece: nothing where nobody said how probable it is
 * @param away what is out and not back; it stands in {@code firm} up to when it is due
 */
record Timeline(Profile firm, Profile soft, Profile likely, List<Away> away) {
    static final Timeline EMPTY = new Timeline(Profile.ZERO, Profile.ZERO, Profile.ZERO, List.of());

    Timeline {
        away = List.copyOf(away);
    }

    /** With a fact of that weight over {@code [from, to)}. */
    Timeline plus(int from, int to, Weight weight) {
        return new Timeline(
                firm.plus(from, to, weight.firm()),
                soft.plus(from, to, weight.soft()),
                likely.plus(from, to, 100 * weight.soft() - weight.hundredths()),
                away);
    }

    Timeline plusAway(Away more) {
        var all = new ArrayList<>(away);
        all.add(more);
        return new Timeline(firm, soft, likely, all);
    }

    Timeline minusAway(Away back) {
        var all = new ArrayList<>(away);
        if (!all.remove(back)) throw new IllegalStateException(back + " was not away");
        return new Timeline(firm, soft, likely, all);
    }

    /** The firm number alone: what most questions are about, and quick. */
    int firm(int from, int to, Moment moment) {
        return late(moment).firm.minimum(from, to);
    }

    Free free(int from, int to, Moment moment) {
        var numbers = new int[3];
        free(from, to, moment, numbers, 0);
        return new Free(numbers[0], numbers[1], numbers[2]);
    }

    /** The three numbers of {@link Free}, put where they are wanted. One walk over all three profiles: the whole catalogue is asked at once. */
    void free(int from, int to, Moment moment, int[] into, int at) {
        var now = late(moment);
        if (!now.soft.isZero() || !now.likely.isZero()) {
            now.freeOfAll(from, to, into, at);
            return;
        }
        int least = now.firm.minimum(from, to);
        into[at] = least;
        into[at + 1] = least;
        into[at + 2] = least;
    }

    private void freeOfAll(int from, int to, int[] into, int at) {
        var firm = this.firm.from(from);
        var soft = this.soft.from(from);
        var likely = this.likely.from(from);
        int least = Integer.MAX_VALUE;
        int worst = Integer.MAX_VALUE;
        long expected = Long.MAX_VALUE;
        for (int second = from; second < to; ) {
            // What is soft changes seldom: up to there the least of what is firm is the least of all three.
            int end = likely.next(soft.next(to));
            int there = firm.leastUntil(end);
            int held = there - soft.level();
            least = Math.min(least, there);
            worst = Math.min(worst, held);
            expected = Math.min(expected, 100L * held + likely.level());
            soft.passTo(end);
            likely.passTo(end);
            second = end;
        }
        into[at] = least;
        into[at + 1] = worst;
        into[at + 2] = (int) Math.floorDiv(expected, 100L);
    }

    /** Where {@code wanted} is more than what is firmly free, each stretch with its worst moment. */
    List<Deficit> deficits(Profile wanted, Moment moment) {
        return deficits(wanted, Profile.ZERO, moment);
    }

    /**
     * The same, but only where more is wanted than whoever wants it had: less is never refused, even of what is short already.
     *
     * @param had is in this timeline no more
     */
    List<Deficit> deficits(Profile wanted, Profile had, Moment moment) {
        var found = new ArrayList<Deficit>();
        if (wanted.isFlat()) return found;
        int begin = wanted.begins();
        int end = wanted.afterwards() == 0 ? wanted.ends() : Seconds.FOREVER;
        var more = new ArrayList<int[]>(); // stretches of one want: from, to, pieces
        sweep(wanted, had, begin, end, (from, to, want, before) -> {
            if (want > before) more.add(new int[] {from, to, want});
        });
        var free = late(moment).firm;
        for (var stretch : more) {
            sweep(free, Profile.ZERO, stretch[0], stretch[1], (from, to, there, none) -> {
                // What is lacking already without this want is not its doing, but it can not be held either.
                int lacking = Math.min(stretch[2], stretch[2] - there);
                if (lacking > 0) append(found, new Deficit(from, to, lacking));
            });
        }
        return found;
    }

    private static void append(List<Deficit> found, Deficit next) {
        var last = found.isEmpty() ? null : found.getLast();
        if (last != null && last.to() == next.from()) {
            found.set(
                    found.size() - 1, new Deficit(last.from(), next.to(), Math.max(last.quantity(), next.quantity())));
        } else {
            found.add(next);
        }
    }

    /** The same with what is late by now taken until the horizon. */
    private Timeline late(Moment moment) {
        if (away.isEmpty()) return this;
        var late = this;
        for (var out : away) {
            if (out.dueBack() <= moment.now())
                late = late.plus(out.from(), Math.min(out.until(), moment.lateUntil()), out.missing());
        }
        return late == this ? this : new Timeline(late.firm, late.soft, late.likely, List.of());
    }

    interface Steps {
        void at(int second, int firm, int worst);
    }

    /** Every moment of {@code [from, to)} at which a number changes, the first at its beginning. */
    void steps(int from, int to, Moment moment, Steps steps) {
        var last = new int[] {Integer.MIN_VALUE, 0, 0};
        var now = late(moment);
        sweep(now.firm, now.soft, from, to, (second, end, firm, soft) -> {
            if (last[0] != Integer.MIN_VALUE && last[1] == firm && last[2] == firm - soft) return;
            last[0] = second;
            last[1] = firm;
            last[2] = firm - soft;
            steps.at(second, firm, firm - soft);
        });
    }

    /** Equal, in whatever order things went away. */
    boolean sameAs(Timeline other) {
        return firm.equals(other.firm)
                && soft.equals(other.soft)
                && likely.equals(other.likely)
                && sorted(away).equals(sorted(other.away));
    }

    private static List<Away> sorted(List<Away> away) {
        return away.stream()
                .sorted(Comparator.comparingInt(Away::dueBack)
                        .thenComparingInt(Away::quantity)
                        .thenComparingInt(Away::from)
                        .thenComparingInt(Away::until)
                        .thenComparing(Away::certain))
                .toList();
    }

    private interface Stretch {
        void at(int from, int to, int one, int other);
    }

    /** Both profiles over {@code [from, to)}, stretch by stretch where neither changes. */
    private static void sweep(Profile one, Profile other, int from, int to, Stretch stretch) {
        var here = one.from(from);
        var there = other.from(from);
        for (int second = from; second < to; ) {
            int end = here.next(there.next(to));
            stretch.at(second, end, here.level(), there.level());
            here.passTo(end);
            there.passTo(end);
            second = end;
        }
    }
}
