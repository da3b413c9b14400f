package eventkit.availability;

import java.util.Arrays;
import java.util.Map;

/** All timelines after one change of the order. Immutable: a reader that holds one sees one moment of all stock. */
final class Image {
    private final long seq;
    private final Timeline[] timelines;

    private Image(long seq, Timeline[] timelines) {
        this.seq = seq;
        this.timelines = timelines;
    }

    /** @param timelines by the number of the stock; the array is kept */
    static Image of(long seq, Timeline[] timelines) {
        return new Image(seq, timelines);
    }

    long seq() {
        return seq;
    }

    int size() {
        return timelines.length;
    }

    Timeline timeline(int stock) {
        return stock < timelines.length ? timelines[stock] : Timeline.EMPTY;
    }

    Image with(long seq, Map<Integer, Timeline> changed) {
        if (changed.isEmpty()) return new Image(seq, timelines);
        int size = Math.max(
                timelines.length,
                1 + changed.keySet().stream().mapToInt(n -> n).max().orElse(0));
        var next = Arrays.copyOf(timelines, size);
        Arrays.fill(next, timelines.length, size, Timeline.EMPTY);
        changed.forEach((stock, timeline) -> next[stock] = timeline);
        return new Image(seq, next);
    }
}
