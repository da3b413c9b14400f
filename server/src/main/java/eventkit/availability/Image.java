package eventkit.availability;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** All timelines after one change of the order. Immutable: a reader that holds one sees one moment of all stock. */
final class Image {
    /** So many places on each look ahead goes further than the next: more than that, and what was fetched is gone again when its turn comes. */
    private static final int AHEAD = 6;

    private static final AtomicLong STOCKINGS = new AtomicLong();

    private final long seq;
    private final long stocking;
    private final Timeline[] timelines;

    private Image(long seq, long stocking, Timeline[] timelines) {
        this.seq = seq;
        this.stocking = stocking;
        this.timelines = timelines;
    }

    /** @param timelines by the number of the stock; the array is kept */
    static Image of(long seq, Timeline[] timelines) {
        return new Image(seq, STOCKINGS.incrementAndGet(), timelines);
    }

    long seq() {
        return seq;
    }

    /** The same for images between which no stock was removed: what is known of the stocks of one holds for the other, but for those that are new. */
    long stocking() {
        return stocking;
    }

    int size() {
        return timelines.length;
    }

    Timeline timeline(int stock) {
        return stock < timelines.length ? timelines[stock] : Timeline.EMPTY;
    }

    /**
     * What is free of many stocks, in their order, of each the three numbers of {@link Free}. While one is worked out, the processor fetches what those some places on will need: ten thousand
     * profiles are too much for its caches, and whoever follows five references to a step waits for memory five times. So each of them is followed some places ahead of the next.
     */
    int[] free(int[] stocks, int from, int to, Moment moment) {
        var free = new int[3 * stocks.length];
        int fetched = 0;
        int last = stocks.length - 1;
        for (int i = 0; i <= last; i++) {
            fetched += timeline(stocks[Math.min(i + 4 * AHEAD, last)]).away().size();
            fetched += timeline(stocks[Math.min(i + 3 * AHEAD, last)]).firm().fetch();
            fetched += timeline(stocks[Math.min(i + 2 * AHEAD, last)]).firm().fetchDrawer(from);
            fetched += timeline(stocks[Math.min(i + AHEAD, last)]).firm().fetchStep(from);
            timeline(stocks[i]).free(from, to, moment, free, 3 * i);
        }
        if (fetched == Integer.MIN_VALUE) Thread.onSpinWait(); // or the compiler would leave out what is not used
        return free;
    }

    /** @param removed whether there are stocks among the changed that there are no more */
    Image with(long seq, Map<Integer, Timeline> changed, boolean removed) {
        if (changed.isEmpty()) return new Image(seq, stocking, timelines);
        int size = Math.max(
                timelines.length,
                1 + changed.keySet().stream().mapToInt(n -> n).max().orElse(0));
        var next = Arrays.copyOf(timelines, size);
        Arrays.fill(next, timelines.length, size, Timeline.EMPTY);
        changed.forEach((stock, timeline) -> next[stock] = timeline);
        return new Image(seq, removed ? STOCKINGS.incrementAndGet() : stocking, next);
    }
}
