package eventkit.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;

/** Several sides of one measurement, each for a moment and then the next, so that what disturbs one disturbs all. */
final class Turns {
    /** One of them, by one client: how long each call took, and what it cost the processors. */
    static final class Side {
        private final Callable<?> work;
        private final LongSupplier cpuNanos;
        private final double turnSeconds;
        private final List<Double> millis = new ArrayList<>();
        private long cpu;

        /** @param cpuNanos so far, of all who work for this side */
        Side(Callable<?> work, LongSupplier cpuNanos, double turnSeconds) {
            this.work = work;
            this.cpuNanos = cpuNanos;
            this.turnSeconds = turnSeconds;
        }

        private void turn(boolean counts) throws Exception {
            long before = cpuNanos.getAsLong();
            long begun = System.nanoTime();
            long end = begun + (long) (turnSeconds * 1e9);
            do {
                long start = System.nanoTime();
                work.call();
                if (counts) millis.add((System.nanoTime() - start) / 1e6);
            } while (System.nanoTime() < end);
            if (counts) cpu += cpuNanos.getAsLong() - before;
        }

        double median() {
            var sorted = millis.stream().mapToDouble(m -> m).toArray();
            Arrays.sort(sorted);
            return sorted[sorted.length / 2];
        }

        double cpuMillis() {
            return cpu / 1e6 / millis.size();
        }

        /** What a call costs on the clock and on the processors. */
        String both() {
            return Figure.number(median()) + " ms, CPU " + Figure.number(cpuMillis()) + " ms";
        }
    }

    private Turns() {}

    static void run(double warmUpSeconds, double seconds, Side... sides) throws Exception {
        for (long end = end(warmUpSeconds); System.nanoTime() < end; ) {
            for (var side : sides) side.turn(false);
        }
        for (long end = end(seconds); System.nanoTime() < end; ) {
            for (var side : sides) side.turn(true);
        }
    }

    private static long end(double seconds) {
        return System.nanoTime() + (long) (seconds * 1e9);
    }
}
