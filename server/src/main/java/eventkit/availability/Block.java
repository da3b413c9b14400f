package eventkit.availability;

import java.util.List;

/**
 * A run of steps of a {@link Profile} in one array: how many; how wide a drawer is; the first second; what steps there are before each drawer; then, step by
 * step, its second and what it is from then on. A drawer holds the steps of a stretch of time, so that whoever looks for a second finds the drawer by its
 * number and looks at the few steps in it: that is three of the processor's cache lines and hardly a branch, where a search through all seconds takes
 * six lines and as many branches as nobody can foresee. Where the steps are not spread evenly, the search goes on within the drawer.
 */
final class Block {
    /** So many steps a block has at most, where there are several. */
    static final int MOST = 512;

    /** Where the drawers stand, behind the size, the width and the first second. */
    private static final int DRAWERS = 3;

    /** Of a profile that is the same at all times. */
    static final int[] NONE = new int[DRAWERS];

    /** A drawer for so many steps, as a power of two. */
    private static final int STEPS_OF_A_DRAWER = 2;

    /** Up to so many steps are looked at one after the other. */
    private static final int FEW = 16;

    private Block() {}

    static int size(int[] block) {
        return block[0];
    }

    /** Where the steps stand in a block of so many: a second and a level each. */
    static int steps(int size) {
        return DRAWERS + (size >> STEPS_OF_A_DRAWER);
    }

    static int first(int[] block) {
        return block[2];
    }

    static int last(int[] block) {
        return block[block.length - 2];
    }

    /** What it is after all steps. */
    static int afterwards(int[] block) {
        return block[block.length - 1];
    }

    private static int[] blank(int size) {
        var block = new int[steps(size) + 2 * size];
        block[0] = size;
        return block;
    }

    /** With its drawers. */
    private static int[] filled(int[] block) {
        int size = block[0];
        if (size == 0) return block;
        int steps = steps(size);
        int first = block[steps];
        block[2] = first;
        int drawers = steps - DRAWERS;
        if (drawers == 0) return block;
        int span = last(block) - first; // as a number without sign
        int width = 1;
        while (span >>> width >= drawers) width++;
        block[1] = width;
        int drawer = 0;
        for (int step = 0; step < size; step++) {
            int end = (block[steps + 2 * step] - first) >>> width;
            while (drawer <= end) block[DRAWERS + drawer++] = step;
        }
        while (drawer < drawers) block[DRAWERS + drawer++] = size;
        return block;
    }

    /** The first so many of these steps. */
    static int[] of(int[] at, int[] level, int size) {
        var block = blank(size);
        int to = steps(size);
        for (int i = 0; i < size; i++) {
            block[to++] = at[i];
            block[to++] = level[i];
        }
        return filled(block);
    }

    /** The last step at or before the second; -1 before the first. */
    static int search(int[] block, int second) {
        int size = block[0];
        if (size == 0 || second < block[2]) return -1;
        int steps = steps(size);
        int drawers = steps - DRAWERS;
        int low = 1;
        int high = size;
        if (drawers > 0) {
            int drawer = Math.min((second - block[2]) >>> block[1], drawers - 1);
            low = block[DRAWERS + drawer];
            if (drawer + 1 < drawers) high = block[DRAWERS + drawer + 1];
        }
        while (high - low > FEW) {
            int middle = (low + high) >>> 1;
            if (block[steps + 2 * middle] <= second) low = middle + 1;
            else high = middle;
        }
        while (low < high && block[steps + 2 * low] <= second) low++;
        return low - 1;
    }

    /** Looks at the drawer {@link #search} will look into, without a branch on what may not be there yet. */
    static int fetchDrawer(int[] block, int second) {
        int drawers = block[0] >> STEPS_OF_A_DRAWER;
        if (drawers == 0) return 0;
        return block[DRAWERS + Math.clamp((second - block[2]) >> block[1], 0, drawers - 1)];
    }

    /** Looks at the first step in that drawer. */
    static int fetchStep(int[] block, int second) {
        int size = block[0];
        return size == 0 ? 0 : block[steps(size) + 2 * Math.min(fetchDrawer(block, second), size - 1)];
    }

    /** The least there is at any moment of {@code [from, to)}; {@code before} is what there is before the first step. */
    static int least(int[] block, int before, int from, int to) {
        int first = steps(block[0]);
        int at = first + 2 * search(block, from);
        int least = at < first ? before : block[at + 1];
        for (at += 2; at < block.length && block[at] < to; at += 2) if (block[at + 1] < least) least = block[at + 1];
        return least;
    }

    /** The steps of some that follow each other. */
    static int[] joined(List<int[]> blocks) {
        int size = 0;
        for (var block : blocks) size += block[0];
        var all = blank(size);
        int at = steps(size);
        for (var block : blocks) {
            System.arraycopy(block, steps(block[0]), all, at, 2 * block[0]);
            at += 2 * block[0];
        }
        return filled(all);
    }

    /** The same in blocks with room to grow, where it takes several. */
    static void cut(int[] block, List<int[]> into) {
        int size = block[0];
        if (size == 0) return;
        if (size <= MOST) {
            into.add(block);
            return;
        }
        int parts = (size + MOST / 2) / (MOST * 3 / 4) + 1;
        for (int part = 0; part < parts; part++) {
            int from = (int) ((long) size * part / parts);
            int n = (int) ((long) size * (part + 1) / parts) - from;
            var next = blank(n);
            System.arraycopy(block, steps(size) + 2 * from, next, steps(n), 2 * n);
            into.add(filled(next));
        }
    }

    /** Its steps with {@code quantity} more over {@code [from, to)}; {@code before} is what it was before them. */
    static int[] plus(int[] block, int before, int from, int to, int quantity) {
        int n = block[0];
        int at = steps(n);
        boolean always = from == Seconds.ALWAYS;
        boolean forever = to == Seconds.FOREVER;
        int first = always ? 0 : search(block, from - 1) + 1; // the first step at or after the beginning
        int last = forever ? n : search(block, to - 1) + 1; // the first step at or after the end
        // A step at the beginning, and one at the end, where the number changes there: made, kept or taken away.
        int was = first == 0 ? before : level(block, first - 1);
        boolean beginsOnStep = !always && first < last && second(block, first) == from;
        int begun = (beginsOnStep ? level(block, first) : was) + quantity;
        boolean stepAtBegin = !always && begun != was;
        int wasLast = last == 0 ? before : level(block, last - 1);
        boolean endsOnStep = !forever && last < n && second(block, last) == to;
        int ended = endsOnStep ? level(block, last) : wasLast;
        boolean stepAtEnd = !forever && ended != wasLast + quantity;
        int inside = first + (beginsOnStep ? 1 : 0);
        int after = last + (endsOnStep ? 1 : 0);
        int size = first + (stepAtBegin ? 1 : 0) + (last - inside) + (stepAtEnd ? 1 : 0) + (n - after);
        var next = blank(size);
        int step = steps(size);
        System.arraycopy(block, at, next, step, 2 * first);
        step += 2 * first;
        if (stepAtBegin) {
            next[step++] = from;
            next[step++] = begun;
        }
        for (int i = at + 2 * inside; i < at + 2 * last; i += 2) {
            next[step++] = block[i];
            next[step++] = block[i + 1] + quantity;
        }
        if (stepAtEnd) {
            next[step++] = to;
            next[step++] = ended;
        }
        System.arraycopy(block, at + 2 * after, next, step, 2 * (n - after));
        return filled(next);
    }

    private static int second(int[] block, int step) {
        return block[steps(block[0]) + 2 * step];
    }

    private static int level(int[] block, int step) {
        return block[steps(block[0]) + 2 * step + 1];
    }
}
