package eventkit.labels;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/** The dark and light modules of a code, without its quiet zone; x to the right, y downwards. */
public final class CodeMatrix {

    private final int width;
    private final int height;
    private final BitSet dark;

    /** @param darkAt asked for every {@code y * width + x} */
    CodeMatrix(int width, int height, IntPredicate darkAt) {
        this.width = width;
        this.height = height;
        this.dark = new BitSet(width * height);
        for (int i = 0; i < width * height; i++) {
            if (darkAt.test(i)) {
                dark.set(i);
            }
        }
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Outside the matrix everything is light. */
    public boolean dark(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height && dark.get(y * width + x);
    }

    /**
     * The outlines of all dark areas as closed polygons {@code x0, y0, x1, y1, …} along module edges, to be filled by the
     * even-odd or the non-zero rule. One outline per area rather than a square per module, because renderers leave
     * hairline seams between touching squares and a page of squares is ten times the size.
     */
    public List<int[]> outlines() {
        int across = width + 1;
        BitSet[] edges = {new BitSet(), new BitSet(), new BitSet(), new BitSet()};
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (!dark(x, y)) {
                    continue;
                }
                if (!dark(x, y - 1)) {
                    edges[EAST].set(y * across + x);
                }
                if (!dark(x + 1, y)) {
                    edges[SOUTH].set(y * across + x + 1);
                }
                if (!dark(x, y + 1)) {
                    edges[WEST].set((y + 1) * across + x + 1);
                }
                if (!dark(x - 1, y)) {
                    edges[NORTH].set((y + 1) * across + x);
                }
            }
        }
        List<int[]> outlines = new ArrayList<>();
        int[] step = {1, across, -1, -across};
        for (int start = edges[EAST].nextSetBit(0); start >= 0; start = edges[EAST].nextSetBit(start)) {
            outlines.add(walk(edges, step, start, across));
        }
        return outlines;
    }

    private static final int EAST = 0;
    private static final int SOUTH = 1;
    private static final int WEST = 2;
    private static final int NORTH = 3;

    /** Follows one outline clockwise, dark on the right hand, taking its edges away; corners only. */
    private static int[] walk(BitSet[] edges, int[] step, int start, int across) {
        int[] corners = new int[16];
        int used = 0;
        int at = start;
        int heading = EAST;
        int before = -1;
        do {
            if (heading != before) {
                if (used + 2 > corners.length) {
                    corners = java.util.Arrays.copyOf(corners, corners.length * 2);
                }
                corners[used++] = at % across;
                corners[used++] = at / across;
            }
            edges[heading].clear(at);
            at += step[heading];
            before = heading;
            int right = (heading + 1) % 4;
            int left = (heading + 3) % 4;
            // A right turn first: areas that touch only at a corner stay two outlines.
            heading = edges[right].get(at) ? right : edges[heading].get(at) ? heading : left;
        } while (at != start || edges[heading].get(at));
        return java.util.Arrays.copyOf(corners, used);
    }
}
