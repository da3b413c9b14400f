package eventkit.availability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A number of pieces over time that changes in steps. Immutable, so that readers need no lock. The steps, sorted by time, stand
 * in {@link Block}s of 32-bit numbers; no two neighbours are equal. What changes copies the blocks in which it begins and ends and those between them,
 * and shares the rest, so that a product with many bookings is claimed as quickly as one with few.
 */
final class Profile {
    static final Profile ZERO = new Profile(0, Block.NONE, null);

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
        var all = new ArrayList<int[]>();
        Block.cut(Block.of(at, level, size), all);
        return of(before, all);
    }

    private static long change(int second, int change) {
        return ((long) second << 32) | (change & 0xffff_ffffL);
    }

    private static Profile of(int before, List<int[]> blocks) {
        return switch (blocks.size()) {
            case 0 -> before == 0 ? ZERO : new Profile(before, Block.NONE, null);
            case 1 -> new Profile(before, blocks.getFirst(), null);
            default -> new Profile(before, blocks.getFirst(), blocks.toArray(int[][]::new));
        };
    }

    private int count() {
        return blocks == null ? 1 : blocks.length;
    }

    private int[] block(int number) {
        return blocks == null ? first : blocks[number];
    }

    boolean isZero() {
        return first == Block.NONE && before == 0;
    }

    /** Whether it is the same at all times. */
    boolean isFlat() {
        return first == Block.NONE;
    }

    /** The second of the first step; of none where it is flat. */
    int begins() {
        return Block.first(first);
    }

    /** From when on it stays as it is; of none where it is flat. */
    int ends() {
        return Block.last(block(count() - 1));
    }

    /** What it is after all steps. */
    int afterwards() {
        return isFlat() ? before : Block.afterwards(block(count() - 1));
    }

    /** The last block that begins at or before the second, or the first of all. */
    private int blockAt(int second) {
        if (blocks == null) return 0;
        int low = 1;
        int high = blocks.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Block.first(blocks[middle]) <= second) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }

    /** Goes through the steps in the order of time. Stands on one, or before the first. */
    static final class Cursor {
        private final Profile profile;
        private int number;
        private int[] block;
        /** Where in the block its step stands; before the block's first where it stands before the first step of all. */
        private int here;

        private Cursor(Profile profile, int number, int step) {
            this.profile = profile;
            this.number = number;
            stand(profile.block(number), step);
        }

        private void stand(int[] block, int step) {
            this.block = block;
            here = Block.steps(block[0]) + 2 * step;
        }

        /** The pieces from here to the next step. */
        int level() {
            return here < Block.steps(block[0]) ? profile.before : block[here + 1];
        }

        /** When the next step is; {@code until} where that is not before it. */
        int next(int until) {
            if (here + 2 < block.length) return Math.min(block[here + 2], until);
            return number + 1 < profile.count() ? Math.min(Block.first(profile.block(number + 1)), until) : until;
        }

        /** Goes on to the next step if that is at this second. */
        void passTo(int second) {
            if (here + 2 < block.length) {
                if (block[here + 2] == second) here += 2;
            } else if (number + 1 < profile.count() && Block.first(profile.block(number + 1)) == second) {
                enterNext();
            }
        }

        private void enterNext() {
            stand(profile.block(++number), 0);
        }

        /** The least there is from here up to {@code until}, after which it stands on what holds there. */
        int leastUntil(int until) {
            int least = level();
            while (true) {
                int next = here + 2;
                while (next < block.length && block[next] < until) {
                    least = Math.min(least, block[next + 1]);
                    next += 2;
                }
                if (next < block.length) {
                    here = block[next] == until ? next : next - 2;
                    return least;
                }
                here = block.length - 2;
                if (next(Seconds.FOREVER) > until || number + 1 >= profile.count()) return least;
                enterNext();
                if (block[here] == until) return least;
                least = Math.min(least, block[here + 1]);
            }
        }
    }

    Cursor from(int second) {
        int number = blockAt(second);
        return new Cursor(this, number, Block.search(block(number), second));
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
        return blocks == null
                ? Block.least(first, before, from, to)
                : from(from).leastUntil(to);
    }

    /** Has the processor fetch the beginning of its first block; the answer of this and the next two means nothing. */
    int fetch() {
        return first.length;
    }

    /** Then the drawer of that second, where it is but one block. */
    int fetchDrawer(int second) {
        return Block.fetchDrawer(first, second);
    }

    /** And the first step in it. */
    int fetchStep(int second) {
        return Block.fetchStep(first, second);
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
        while (high + 1 < count() && steps(low, high) < Block.MOST / 4) high++;
        while (low > 0 && steps(low, high) < Block.MOST / 4) low--;
        int was = low == 0 ? before : Block.afterwards(block(low - 1));
        var there = low == high ? block(low) : Block.joined(List.of(blocks()).subList(low, high + 1));
        var changed = Block.plus(there, was, from, to, quantity);
        return replaced(always ? before + quantity : before, low, high, changed);
    }

    int[][] blocks() {
        return blocks == null ? new int[][] {first} : blocks;
    }

    private int steps(int low, int high) {
        int steps = 0;
        for (int i = low; i <= high; i++) steps += Block.size(block(i));
        return steps;
    }

    private Profile replaced(int before, int low, int high, int[] changed) {
        int size = Block.size(changed);
        if (blocks == null && size > 0 && size <= Block.MOST) return new Profile(before, changed, null);
        var all = new ArrayList<int[]>(count() + 1);
        for (int i = 0; i < low; i++) all.add(block(i));
        Block.cut(changed, all);
        for (int i = high + 1; i < count(); i++) all.add(block(i));
        return of(before, all);
    }

    /** Bytes of its steps. */
    long bytes() {
        return 8L * steps(0, count() - 1);
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
        var steps = new int[2 * steps(0, count() - 1)];
        int to = 0;
        for (var block : blocks()) {
            int n = 2 * Block.size(block);
            System.arraycopy(block, Block.steps(Block.size(block)), steps, to, n);
            to += n;
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
