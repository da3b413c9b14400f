package eventkit.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/** So many clients at once, for so long or so often; each finishes its request before it makes the next. */
final class Load {
    /** @param latenciesNanos sorted */
    record Result(long[] latenciesNanos, double seconds) {
        double perSecond() {
            return latenciesNanos.length / seconds;
        }

        double millisAt(double quantile) {
            return latenciesNanos[(int) Math.min(latenciesNanos.length - 1, (long) (latenciesNanos.length * quantile))]
                    / 1e6;
        }
    }

    private Load() {}

    /** @param work given the client's number, what it does again and again */
    static Result run(int clients, double seconds, IntFunction<Callable<?>> work) throws Exception {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        return run(clients, n -> System.nanoTime() < end, (long) seconds + 120, work);
    }

    /** So many requests of each client, however long they take; an hour at most. */
    static Result times(int clients, int each, IntFunction<Callable<?>> work) throws Exception {
        return run(clients, n -> n < each, 3600, work);
    }

    private static Result run(int clients, IntPredicate goOn, long secondsMax, IntFunction<Callable<?>> work)
            throws Exception {
        long start = System.nanoTime();
        try (var pool = Executors.newFixedThreadPool(clients)) {
            List<Future<long[]>> all = new ArrayList<>();
            for (int c = 0; c < clients; c++) {
                var task = work.apply(c);
                all.add(pool.submit(() -> {
                    var times = new long[1024];
                    int n = 0;
                    while (goOn.test(n)) {
                        long t = System.nanoTime();
                        task.call();
                        if (n == times.length) times = Arrays.copyOf(times, n * 2);
                        times[n++] = System.nanoTime() - t;
                    }
                    return Arrays.copyOf(times, n);
                }));
            }
            var merged = new ArrayList<long[]>();
            int total = 0;
            for (var one : all) {
                merged.add(one.get(secondsMax, TimeUnit.SECONDS));
                total += merged.getLast().length;
            }
            double took = (System.nanoTime() - start) / 1e9;
            var latencies = new long[total];
            int at = 0;
            for (var one : merged) {
                System.arraycopy(one, 0, latencies, at, one.length);
                at += one.length;
            }
            Arrays.sort(latencies);
            return new Result(latencies, took);
        }
    }
}
