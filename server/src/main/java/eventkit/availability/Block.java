package eventkit.availability;

import java.util.List;

/**
 * A run of steps of a {@link Profile} in one array: how many; how wide a drawer is; what steps there are before each drawer; all seconds, sorted; and what
 * it is from each of them on. A drawer holds the steps of a stretch of time, so that whoever looks for a second finds the drawer by its number and
 * looks at the few steps in it: that is two or three of the processor's cache lines and hardly a branch, where a search through all seconds takes six lines
 * and as many branches as nobody can foresee. Where the steps are not spread evenly, the search goes on within the drawer.
 */
final class Block {
    /** So many steps a block has at most, where there are several. */
    static final int MOST = 512;

    /** Of a profile that is the same at all times. */
    static final int[] NONE = {0, 0};

    /** Where the drawers stand, behind the size and the width. */
    private static final int DRAWERS = 2;

    /** A drawer for so many steps, as a power of two. */
    private static final int STEPS_OF_A_DRAWER = 2;

    /** Up to so many steps are looked at one after the other. */
    private static final int FEW = 16;

    private Block() {}

    static int size(int[] block) {
        return block[0];
    }

    /** Where the seconds stand in a block of so many steps; what it is from then on stands {@code size} behind. */
    static int seconds(int size) {
        return DRAWERS + (size >> STEPS_OF_A_DRAWER);
    }

    static int first(int[] block) {
        return block[seconds(block[0])];
    }

    static int last(int[] block) {
        return block[seconds(block[0]) + block[0] - 1];
    }

    /** What it is after all steps. */
    static int afterwards(int[] block) {
        return block[block.length - 1];
    }

    private static int[] blank(int size) {
        var block = new int[seconds(size) + 2 * size];
        block[0] = size;
        return block;
    }

    /** With its drawers. */
    private static int[] filled(int[] block) {
        int size = block[0];
        int seconds = seconds(size);
        int drawers = seconds - DRAWERS;
        if (drawers == 0) return block;
        int first = block[seconds];
        int span = block[seconds + size - 1] - first; // as a number without sign
        int width = 1;
        while (span >>> width >= drawers) width++;
        block[1] = width;
        int drawer = 0;
        for (int step = 0; step < size; step++) {
            int end = (block[seconds + step] - first) >>> width;
            while (drawer <= end) block[DRAWERS + drawer++] = step;
        }
        while (drawer < drawers) block[DRAWERS + drawer++] = size;
        return block;
    }

    /** The first so many of these steps. */
    static int[] of(int[] at, int[] level, int size) {
        var block = blank(size);
        System.arraycopy(at, 0, block, seconds(size), size);
        System.arraycopy(level, 0, block, seconds(size) + size, size);
        return filled(block);
    }

    /** The last step at or before the second; -1 before the first. */
    static int search(int[] block, int second) {
        int size = block[0];
        int seconds = seconds(size);
        if (size == 0 || second < block[seconds]) return -1;
        int drawers = seconds - DRAWERS;
        int low = 1;
        int high = size;
        if (drawers > 0) {
            int drawer = Math.min((second - block[seconds]) >>> block[1], drawers - 1);
            low = block[DRAWERS + drawer];
            if (drawer + 1 < drawers) high = block[DRAWERS + drawer + 1];
        }
        low += seconds;
        high += seconds;
        while (high - low > FEW) {
            int middle = (low + high) >>> 1;
            if (block[middle] <= second) low = middle + 1;
            else high = middle;
        }
        while (low < high && block[low] <= second) low++;
        return low - seconds - 1;
    }

    /** Looks at what {@link #least} will most likely begin with, without a branch; the answer means nothing. */
    static int fetch(int[] block, int second) {
        int size = block[0];
        int drawers = size >> STEPS_OF_A_DRAWER;
        if (drawers == 0) return 0;
        int seconds = seconds(size);
        int drawer = Math.clamp((second - block[seconds]) >> block[1], 0, drawers - 1);
        int step = seconds + Math.min(block[DRAWERS + drawer], size - 1);
        return block[step] + block[step + size];
    }

    /** The least there is at any moment of {@code [from, to)}; {@code before} is what there is before the first step. */
    static int least(int[] block, int before, int from, int to) {
        int size = block[0];
        int seconds = seconds(size);
        int step = seconds + search(block, from);
        int least = step < seconds ? before : block[step + size];
        for (step++; step < seconds + size && block[step] < to; step++)
            if (block[step + size] < least) least = block[step + size];
        return least;
    }

    /** The steps of some that follow each other. */
    static int[] joined(List<int[]> blocks) {
        int size = 0;
        for (var block : blocks) size += block[0];
        var all = blank(size);
        int at = seconds(size);
        for (var block : blocks) {
            System.arraycopy(block, seconds(block[0]), all, at, block[0]);
            System.arraycopy(block, seconds(block[0]) + block[0], all, at + size, block[0]);
            at += block[0];
        }
        return filled(all);
    }

    /** The same in blocks with room to grow, where it takes several. */
    static void cut(int[] steps, List<int[]> into) {
        int size = steps[0];
        if (size == 0) return;
        if (size <= MOST) {
            into.add(steps);
            return;
        }
        int parts = (size + MOST / 2) / (MOST * 3 / 4) + 1;
        for (int part = 0; part < parts; part++) {
            int from = seconds(size) + (int) ((long) size * part / parts);
            int n = seconds(size) + (int) ((long) size * (part + 1) / parts) - from;
            var block = blank(n);
            System.arraycopy(steps, from, block, seconds(n), n);
            System.arraycopy(steps, size + from, block, seconds(n) + n, n);
            into.add(filled(block));
        }
    }

    /** Its steps with {@code quantity} more over {@code [from, to)}; {@code before} is what it was before them. */
    static int[] plus(int[] block, int before, int from, int to, int quantity) {
        int n = block[0];
        int at = seconds(n);
        int level = at + n;
        boolean always = from == Seconds.ALWAYS;
        boolean forever = to == Seconds.FOREVER;
        int first = always ? 0 : search(block, from - 1) + 1; // the first step at or after the beginning
        int last = forever ? n : search(block, to - 1) + 1; // the first step at or after the end
        // A step at the beginning, and one at the end, where the number changes there: made, kept or taken away.
        int was = first == 0 ? before : block[level + first - 1];
        boolean beginsOnStep = !always && first < last && block[at + first] == from;
        int begun = (beginsOnStep ? block[level + first] : was) + quantity;
        boolean stepAtBegin = !always && begun != was;
        int wasLast = last == 0 ? before : block[level + last - 1];
        boolean endsOnStep = !forever && last < n && block[at + last] == to;
        int ended = endsOnStep ? block[level + last] : wasLast;
        boolean stepAtEnd = !forever && ended != wasLast + quantity;
        int inside = first + (beginsOnStep ? 1 : 0);
        int after = last + (endsOnStep ? 1 : 0);
        int size = first + (stepAtBegin ? 1 : 0) + (last - inside) + (stepAtEnd ? 1 : 0) + (n - after);
        var next = blank(size);
        int step = seconds(size);
        System.arraycopy(block, at, next, step, first);
        System.arraycopy(block, level, next, step + size, first);
        step += first;
        if (stepAtBegin) {
            next[step] = from;
            next[size + step++] = begun;
        }
        for (int i = inside; i < last; i++) {
            next[step] = block[at + i];
            next[size + step++] = block[level + i] + quantity;
        }
        if (stepAtEnd) {
            next[step] = to;
            next[size + step++] = ended;
        }
        System.arraycopy(block, at + after, next, step, n - after);
        System.arraycopy(block, level + after, next, size + step, n - after);
        return filled(next);
    }
}
