package eventkit.availability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A number of pieces over time that changes in steps. Immutable, so that readers need no lock. Two arrays of 32-bit numbers, sorted by time: the
 * seconds at which the number changes, and what it is from there on; no two neighbours are equal.
 */
final class Profile {
    static final Profile ZERO = new Profile(0, new int[0], new int[0]);

    private final int before;
    private final int[] at;
    private final int[] level;

    private Profile(int before, int[] at, int[] level) {
        this.before = before;
        this.at = at;
        this.level = level;
    }

    /** The same in pieces over time as the sum of {@code quantity[i]} over each half-open {@code [from[i], to[i])}; the arrays stay untouched. */
    static Profile sum(int[] from, int[] to, int[] quantity, int count) {
        // A step a number: the second in the upper half, so that sorting numbers sorts steps by time; what changes in
        // the lower.
        var steps = new long[2 * count];
        int n = 0;
        int before = 0;
        for (int i = 0; i < count; i++) {
            if (from[i] >= to[i] || quantity[i] == 0) continue;
            if (from[i] == Seconds.ALWAYS) before += quantity[i];
            else steps[n++] = step(from[i], quantity[i]);
            if (to[i] != Seconds.FOREVER) steps[n++] = step(to[i], -quantity[i]);
        }
        Arrays.sort(steps, 0, n);
        var at = new int[n];
        var level = new int[n];
        int size = 0;
        int now = before;
        for (int i = 0; i < n; ) {
            int second = (int) (steps[i] >> 32);
            int then = now;
            while (i < n && (int) (steps[i] >> 32) == second) then += (int) steps[i++];
            if (then == now) continue;
            at[size] = second;
            level[size++] = then;
            now = then;
        }
        return new Profile(before, Arrays.copyOf(at, size), Arrays.copyOf(level, size));
    }

    private static long step(int second, int change) {
        return ((long) second << 32) | (change & 0xffff_ffffL);
    }

    boolean isZero() {
        return at.length == 0 && before == 0;
    }

    int steps() {
        return at.length;
    }

    int second(int step) {
        return at[step];
    }

    /** What holds from {@code step} on; before the first for {@code step} -1. */
    int level(int step) {
        return step < 0 ? before : level[step];
    }

    /** The last step at or before the second; -1 before the first. */
    int stepAt(int second) {
        int low = 0;
        int high = at.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at[middle] <= second) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    /** When the step after this one is; {@code end} where that is not before it. */
    int next(int step, int end) {
        return step + 1 < at.length ? Math.min(at[step + 1], end) : end;
    }

    int at(int second) {
        return level(stepAt(second));
    }

    /** The least there is at any moment of {@code [from, to)}. */
    int minimum(int from, int to) {
        int step = stepAt(from);
        int least = level(step);
        for (step++; step < at.length && at[step] < to; step++) {
            if (level[step] < least) least = level[step];
        }
        return least;
    }

    /** With all of another one, times {@code sign}. */
    Profile plus(Profile other, int sign) {
        var sum = this;
        if (other.before != 0) {
            int end = other.at.length == 0 ? Seconds.FOREVER : other.at[0];
            sum = sum.plus(Seconds.ALWAYS, end, sign * other.before);
        }
        for (int step = 0; step < other.at.length; step++) {
            int end = step + 1 < other.at.length ? other.at[step + 1] : Seconds.FOREVER;
            sum = sum.plus(other.at[step], end, sign * other.level[step]);
        }
        return sum;
    }

    /** Less another one, but nowhere below zero; neither is below zero. */
    Profile lessAtMost(Profile other) {
        var left = this;
        for (int step = 0; step < other.at.length; step++) {
            int end = step + 1 < other.at.length ? other.at[step + 1] : Seconds.FOREVER;
            if (other.level[step] == 0) continue;
            for (var part : atMost(other.level[step], other.at[step], end))
                left = left.plus(part.from(), part.to(), -part.quantity());
        }
        return left;
    }

    record Stretch(int from, int to, int quantity) {}

    /** Where there is any over {@code [from, to)}, and how much, counted up to a number. */
    List<Stretch> atMost(int most, int from, int to) {
        var found = new ArrayList<Stretch>();
        int second = from;
        for (int step = stepAt(from); second < to; step++) {
            int end = step + 1 < at.length ? Math.min(to, at[step + 1]) : to;
            int pieces = Math.min(most, level(step));
            var last = found.isEmpty() ? null : found.getLast();
            if (last != null && last.to() == second && last.quantity() == pieces)
                found.set(found.size() - 1, new Stretch(last.from(), end, pieces));
            else if (pieces > 0) found.add(new Stretch(second, end, pieces));
            second = end;
        }
        return found;
    }

    /** The most there is at any moment of {@code [from, to)}. */
    int maximum(int from, int to) {
        int step = stepAt(from);
        int most = level(step);
        for (step++; step < at.length && at[step] < to; step++) {
            if (level[step] > most) most = level[step];
        }
        return most;
    }

    /** With {@code quantity} more over {@code [from, to)}. */
    Profile plus(int from, int to, int quantity) {
        if (from >= to || quantity == 0) return this;
        int n = at.length;
        boolean fromTheStart = from == Seconds.ALWAYS;
        int first = fromTheStart ? 0 : stepAt(from - 1) + 1; // the first step at or after the beginning
        int last = to == Seconds.FOREVER ? n : stepAt(to - 1) + 1; // the first step at or after the end
        var newAt = new int[n + 2];
        var newLevel = new int[n + 2];
        System.arraycopy(at, 0, newAt, 0, first);
        System.arraycopy(level, 0, newLevel, 0, first);
        int size = first;
        int before = fromTheStart ? this.before + quantity : this.before;
        int now = level(first - 1) + (fromTheStart ? quantity : 0);
        int step = first;
        if (!fromTheStart) {
            boolean there = first < last && at[first] == from;
            int then = (there ? level[first] : level(first - 1)) + quantity;
            if (then != now) {
                newAt[size] = from;
                newLevel[size++] = then;
                now = then;
            }
            if (there) step++;
        }
        for (; step < last; step++) {
            newAt[size] = at[step];
            now = level[step] + quantity;
            newLevel[size++] = now;
        }
        if (to != Seconds.FOREVER) {
            boolean there = last < n && at[last] == to;
            int then = there ? level[last] : level(last - 1);
            if (then != now) {
                newAt[size] = to;
                newLevel[size++] = then;
            }
            if (there) step++;
        }
        System.arraycopy(at, step, newAt, size, n - step);
        System.arraycopy(level, step, newLevel, size, n - step);
        size += n - step;
        return new Profile(before, Arrays.copyOf(newAt, size), Arrays.copyOf(newLevel, size));
    }

    /** Bytes of its arrays. */
    long bytes() {
        return 8L * at.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Profile p
                && before == p.before
                && Arrays.equals(at, p.at)
                && Arrays.equals(level, p.level);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(at) + Arrays.hashCode(level) + before;
    }

    @Override
    public String toString() {
        var text = new StringBuilder().append(before);
        for (int i = 0; i < at.length; i++)
            text.append(" @").append(at[i]).append(' ').append(level[i]);
        return text.toString();
    }
}
