package eventkit.availability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number of pieces over time that changes in steps. Immutable, so that readers need no lock. The steps stand in blocks of 32-bit numbers: first the
 * seconds at which the number changes, sorted, then what it is from each of them on; no two neighbours are equal. What changes copies the blocks in
 * which it begins and ends and those between them, and shares the rest, so that a product with many bookings is claimed as quickly as one with few.
 */
final class Profile {
    /** So many steps a block has at most. */
    static final int BLOCK = 512;

    private static final int[] NONE = new int[0];
    static final Profile ZERO = new Profile(0, NONE, null);

    private final int before;
    /** The first block: most profiles have no other. */
    private final int[] first;
    /** All blocks, where there are several. */
    private final int @Nullable [][] blocks;

    private Profile(int before, int[] first, int @Nullable [][] blocks) {
        this.before = before;
        this.first = first;
        this.blocks = blocks;
    }

    /** The same in pieces over time as the sum of {@code quantity[i]} over each half-open {@code [from[i], to[i])}; the arrays stay untouched. */
    static Profile sum(int[] from, int[] to, int[] quantity, int count) {
        // A step a number: the second in the upper half, so that sorting numbers sorts steps by time; what changes in
        // the lower.
        var changes = new long[2 * count];
        int n = 0;
        int before = 0;
        for (int i = 0; i < count; i++) {
            if (from[i] >= to[i] || quantity[i] == 0) continue;
            if (from[i] == Seconds.ALWAYS) before += quantity[i];
            else changes[n++] = change(from[i], quantity[i]);
            if (to[i] != Seconds.FOREVER) changes[n++] = change(to[i], -quantity[i]);
        }
        Arrays.sort(changes, 0, n);
        var at = new int[n];
        var level = new int[n];
        int size = 0;
        int now = before;
        for (int i = 0; i < n; ) {
            int second = (int) (changes[i] >> 32);
            int then = now;
            while (i < n && (int) (changes[i] >> 32) == second) then += (int) changes[i++];
            if (then == now) continue;
            at[size] = second;
            level[size++] = then;
            now = then;
        }
        var steps = new int[2 * size];
        System.arraycopy(at, 0, steps, 0, size);
        System.arraycopy(level, 0, steps, size, size);
        var all = new ArrayList<int[]>();
        cut(steps, all);
        return of(before, all);
    }

    private static long change(int second, int change) {
        return ((long) second << 32) | (change & 0xffff_ffffL);
    }

    private static Profile of(int before, List<int[]> blocks) {
        return switch (blocks.size()) {
            case 0 -> before == 0 ? ZERO : new Profile(before, NONE, null);
            case 1 -> new Profile(before, blocks.getFirst(), null);
            default -> new Profile(before, blocks.getFirst(), blocks.toArray(int[][]::new));
        };
    }

    /** As blocks with room to grow, where it takes several. */
    private static void cut(int[] steps, List<int[]> into) {
        int size = steps.length >> 1;
        int parts = size <= BLOCK ? 1 : (size + BLOCK / 2) / (BLOCK * 3 / 4) + 1;
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) size * part / parts);
            int n = (int) ((long) size * (part + 1) / parts) - from;
            if (n == 0) continue;
            var block = new int[2 * n];
            System.arraycopy(steps, from, block, 0, n);
            System.arraycopy(steps, size + from, block, n, n);
            into.add(block);
        }
    }

    private int count() {
        return blocks == null ? 1 : blocks.length;
    }

    private int[] block(int number) {
        return blocks == null ? first : blocks[number];
    }

    boolean isZero() {
        return first.length == 0 && before == 0;
    }

    /** Whether it is the same at all times. */
    boolean isFlat() {
        return first.length == 0;
    }

    /** The second of the first step; of none where it is flat. */
    int begins() {
        return first[0];
    }

    /** From when on it stays as it is. */
    int ends() {
        var last = block(count() - 1);
        return last[last.length / 2 - 1];
    }

    /** What it is after all steps. */
    int afterwards() {
        var last = block(count() - 1);
        return last.length == 0 ? before : last[last.length - 1];
    }

    /** The last block that begins at or before the second, or the first of all. */
    private int blockAt(int second) {
        if (blocks == null) return 0;
        int low = 1;
        int high = blocks.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (blocks[middle][0] <= second) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    /** The last of a block's {@code n} steps at or before the second; -1 before the first. */
    private static int search(int[] block, int n, int second) {
        int low = 0;
        int high = n;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (block[middle] <= second) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    /** Goes through the steps in the order of time. Stands on one, or before the first. */
    static final class Cursor {
        private final Profile profile;
        private int number;
        private int[] block;
        private int n;
        private int step;

        private Cursor(Profile profile, int number, int step) {
            this.profile = profile;
            this.number = number;
            this.block = profile.block(number);
            this.n = block.length >> 1;
            this.step = step;
        }

        /** The pieces from here to the next step. */
        int level() {
            return step < 0 ? profile.before : block[n + step];
        }

        /** When the next step is; {@code end} where that is not before it. */
        int next(int end) {
            if (step + 1 < n) return Math.min(block[step + 1], end);
            return beyond(end);
        }

        private int beyond(int end) {
            return number + 1 < profile.count() ? Math.min(profile.block(number + 1)[0], end) : end;
        }

        /** Goes on to the next step if that is at this second. */
        void passTo(int second) {
            if (step + 1 < n) {
                if (block[step + 1] == second) step++;
            } else if (number + 1 < profile.count() && profile.block(number + 1)[0] == second) {
                enter(number + 1);
            }
        }

        private void enter(int next) {
            number = next;
            block = profile.block(next);
            n = block.length >> 1;
            step = 0;
        }

        /** The least there is from here up to {@code end}, after which it stands on what holds there. */
        int leastUntil(int end) {
            int least = level();
            while (true) {
                for (int next = step + 1; next < n; next++) {
                    if (block[next] >= end) {
                        if (block[next] == end) step = next;
                        return least;
                    }
                    step = next;
                    int there = block[n + next];
                    if (there < least) least = there;
                }
                if (number + 1 >= profile.count() || profile.block(number + 1)[0] > end) return least;
                enter(number + 1);
                if (block[0] == end) return least;
                if (block[n] < least) least = block[n];
            }
        }
    }

    Cursor from(int second) {
        int number = blockAt(second);
        var block = block(number);
        return new Cursor(this, number, search(block, block.length >> 1, second));
    }

    interface Stretch {
        void at(int from, int to, int quantity);
    }

    /** Every stretch of {@code [from, to)} over which it stays the same, in the order of time. */
    private void each(int from, int to, Stretch stretch) {
        var here = from(from);
        for (int second = from; second < to; ) {
            int end = here.next(to);
            stretch.at(second, end, here.level());
            here.passTo(end);
            second = end;
        }
    }

    int at(int second) {
        return from(second).level();
    }

    /** The least there is at any moment of {@code [from, to)}. */
    int minimum(int from, int to) {
        return from(from).leastUntil(to);
    }

    /** The most there is at any moment of {@code [from, to)}. */
    int maximum(int from, int to) {
        var most = new int[] {Integer.MIN_VALUE};
        each(from, to, (begin, end, pieces) -> most[0] = Math.max(most[0], pieces));
        return most[0];
    }

    /** With all of another one, times {@code sign}. */
    Profile plus(Profile other, int sign) {
        var sum = new Profile[] {this};
        other.each(
                Seconds.ALWAYS, Seconds.FOREVER, (from, to, pieces) -> sum[0] = sum[0].plus(from, to, sign * pieces));
        return sum[0];
    }

    /** Less another one, but nowhere below zero; neither is below zero. */
    Profile lessAtMost(Profile other) {
        var left = new Profile[] {this};
        other.each(Seconds.ALWAYS, Seconds.FOREVER, (from, to, pieces) -> {
            if (pieces == 0) return;
            for (var part : atMost(pieces, from, to)) left[0] = left[0].plus(part.from(), part.to(), -part.quantity());
        });
        return left[0];
    }

    record Part(int from, int to, int quantity) {}

    /** Where there is any over {@code [from, to)}, and how much, counted up to a number. */
    List<Part> atMost(int most, int from, int to) {
        var found = new ArrayList<Part>();
        each(from, to, (second, end, there) -> {
            int pieces = Math.min(most, there);
            var last = found.isEmpty() ? null : found.getLast();
            if (last != null && last.to() == second && last.quantity() == pieces)
                found.set(found.size() - 1, new Part(last.from(), end, pieces));
            else if (pieces > 0) found.add(new Part(second, end, pieces));
        });
        return found;
    }

    /** With {@code quantity} more over {@code [from, to)}. */
    Profile plus(int from, int to, int quantity) {
        if (from >= to || quantity == 0) return this;
        boolean always = from == Seconds.ALWAYS;
        // The blocks in which it begins and ends, and those between them; small ones with their neighbours, so that
        // blocks that empty do not stay.
        int low = always ? 0 : blockAt(from);
        int high = to == Seconds.FOREVER ? count() - 1 : blockAt(to);
        while (high + 1 < count() && steps(low, high) < BLOCK / 4) high++;
        while (low > 0 && steps(low, high) < BLOCK / 4) low--;
        int was = low == 0 ? before : levelAfter(low - 1);
        var changed = changed(low == high ? block(low) : joined(low, high), was, from, to, quantity);
        return replaced(always ? before + quantity : before, low, high, changed);
    }

    /** A block's steps with {@code quantity} more over {@code [from, to)}; {@code before} is what it was before them. */
    private static int[] changed(int[] block, int before, int from, int to, int quantity) {
        int n = block.length >> 1;
        boolean always = from == Seconds.ALWAYS;
        boolean forever = to == Seconds.FOREVER;
        int first = always ? 0 : search(block, n, from - 1) + 1; // the first step at or after the beginning
        int last = forever ? n : search(block, n, to - 1) + 1; // the first step at or after the end
        // A step at the beginning, and one at the end, where the number changes there: made, kept or taken away.
        int was = first == 0 ? before : block[n + first - 1];
        boolean beginsOnStep = !always && first < last && block[first] == from;
        int begun = (beginsOnStep ? block[n + first] : was) + quantity;
        boolean stepAtBegin = !always && begun != was;
        int wasLast = last == 0 ? before : block[n + last - 1];
        boolean endsOnStep = !forever && last < n && block[last] == to;
        int ended = endsOnStep ? block[n + last] : wasLast;
        boolean stepAtEnd = !forever && ended != wasLast + quantity;
        int inside = first + (beginsOnStep ? 1 : 0);
        int after = last + (endsOnStep ? 1 : 0);
        int size = first + (stepAtBegin ? 1 : 0) + (last - inside) + (stepAtEnd ? 1 : 0) + (n - after);
        var next = new int[2 * size];
        System.arraycopy(block, 0, next, 0, first);
        System.arraycopy(block, n, next, size, first);
        int step = first;
        if (stepAtBegin) {
            next[step] = from;
            next[size + step++] = begun;
        }
        for (int i = inside; i < last; i++) {
            next[step] = block[i];
            next[size + step++] = block[n + i] + quantity;
        }
        if (stepAtEnd) {
            next[step] = to;
            next[size + step++] = ended;
        }
        System.arraycopy(block, after, next, step, n - after);
        System.arraycopy(block, n + after, next, size + step, n - after);
        return next;
    }

    private int steps(int low, int high) {
        int steps = 0;
        for (int i = low; i <= high; i++) steps += block(i).length >> 1;
        return steps;
    }

    private int[] joined(int low, int high) {
        int size = steps(low, high);
        var all = new int[2 * size];
        int to = 0;
        for (int i = low; i <= high; i++) {
            int n = block(i).length >> 1;
            System.arraycopy(block(i), 0, all, to, n);
            System.arraycopy(block(i), n, all, size + to, n);
            to += n;
        }
        return all;
    }

    private int levelAfter(int block) {
        return block(block)[block(block).length - 1];
    }

    private Profile replaced(int before, int low, int high, int[] changed) {
        if (blocks == null && changed.length <= 2 * BLOCK)
            return changed.length == 0 && before == 0 ? ZERO : new Profile(before, changed, null);
        var all = new ArrayList<int[]>(count() + 1);
        for (int i = 0; i < low; i++) all.add(block(i));
        cut(changed, all);
        for (int i = high + 1; i < count(); i++) all.add(block(i));
        return of(before, all);
    }

    /** Bytes of its steps. */
    long bytes() {
        long bytes = 0;
        for (int i = 0; i < count(); i++) bytes += 4L * block(i).length;
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Profile p && before == p.before && Arrays.equals(steps(), p.steps());
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(steps()) + before;
    }

    /** Each step's second and level, one after the other, however they stand in blocks. */
    private int[] steps() {
        var steps = new int[(int) (bytes() / 4)];
        int to = 0;
        for (int i = 0; i < count(); i++) {
            var block = block(i);
            int n = block.length >> 1;
            for (int step = 0; step < n; step++) {
                steps[to++] = block[step];
                steps[to++] = block[n + step];
            }
        }
        return steps;
    }

    @Override
    public String toString() {
        var text = new StringBuilder().append(before);
        var steps = steps();
        for (int i = 0; i < steps.length; i += 2)
            text.append(" @").append(steps[i]).append(' ').append(steps[i + 1]);
        return text.toString();
    }
}
