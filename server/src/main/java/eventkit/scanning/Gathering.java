package eventkit.scanning;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Answers together what is asked at the same time: whoever comes while nobody is at work does it for all that wait by then, the others wait for their
 * answer. What fails together is tried again one by one, so that nobody suffers for another. Nobody holds a connection while waiting.
 */
final class Gathering<A, B> {
    private static final class Waiting<A, B> {
        private final A asked;

        /** Counted down when it was answered, or is to do the work. */
        private final CountDownLatch called = new CountDownLatch(1);

        private @Nullable B answer;
        private @Nullable Throwable failure;

        Waiting(A asked) {
            this.asked = asked;
        }

        boolean done() {
            return answer != null || failure != null;
        }

        B answer() {
            if (failure instanceof RuntimeException e) throw e;
            if (failure instanceof Error e) throw e;
            if (answer == null) throw new IllegalStateException("nobody answered");
            return answer;
        }
    }

    /** Short beside what an answer takes: for so long is waited for the next one to come. */
    private static final Duration PATIENCE = Duration.ofMillis(5);

    /** For so long is waited for all of them. */
    private static final Duration PATIENCE_MAX = Duration.ofMillis(20);

    private static final int IN_VAIN_MAX = 3;
    private static final int TRIED_AGAIN = 16;

    private final Deque<Waiting<A, B>> queue = new ArrayDeque<>();
    private final BiPredicate<A, A> together;
    private final ToIntFunction<A> weight;
    private final int most;
    private final Function<List<A>, List<B>> work;
    private boolean busy;
    private long came;
    private long cameLast = System.nanoTime();
    /** How many were answered together last, when that was, and how many had come by then. */
    private int answered;

    private long answeredAt = System.nanoTime();
    private long cameBefore;
    /** How often nobody came that was waited for; only whoever works knows. */
    private int inVain;

    /**
     * @param together whether the second may be answered with the first
     * @param most how much weight is answered at once, unless one alone weighs more
     * @param work answers all in their order, or none
     */
    Gathering(BiPredicate<A, A> together, ToIntFunction<A> weight, int most, Function<List<A>, List<B>> work) {
        this.together = together;
        this.weight = weight;
        this.most = most;
        this.work = work;
    }

    B answer(A asked) {
        var mine = new Waiting<A, B>(asked);
        boolean first;
        synchronized (queue) {
            queue.add(mine);
            came++;
            cameLast = System.nanoTime();
            first = !busy;
            busy = true;
        }
        if (!first) await(mine.called);
        if (!mine.done()) {
            try {
                while (!mine.done()) answer(next());
            } finally {
                handOver(mine);
            }
        }
        return mine.answer();
    }

    /** Who waits longest works next; those who were answered are gone by then. */
    private void handOver(Waiting<A, B> mine) {
        synchronized (queue) {
            queue.remove(mine); // whatever came between, it is not left to be waited for
            var next = queue.peek();
            if (next == null) busy = false;
            else next.called.countDown();
        }
    }

    private static void await(CountDownLatch called) {
        boolean interrupted = false;
        while (true) {
            try {
                called.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true; // its scans are under way all the same
            }
        }
        if (interrupted) Thread.currentThread().interrupt();
    }

    /** How many wait and are not being answered yet. */
    int waiting() {
        synchronized (queue) {
            return queue.size();
        }
    }

    /**
     * Those who were answered together last ask again at the same time, if they do. Otherwise whoever came meanwhile would be answered without them, and
     * they without those, time and again.
     */
    private void gather() {
        // People do not come back so soon: then it is tried only now and then.
        if (inVain > IN_VAIN_MAX && ++inVain % TRIED_AGAIN != 0) return;
        long before = came();
        boolean waited = false;
        while (awaited()) {
            waited = true;
            LockSupport.parkNanos(PATIENCE.toNanos() / 8);
        }
        if (came() > before) inVain = 0;
        else if (waited) inVain++;
    }

    private long came() {
        synchronized (queue) {
            return came;
        }
    }

    private boolean awaited() {
        synchronized (queue) {
            long now = System.nanoTime();
            return came - cameBefore < answered
                    && now - Math.max(answeredAt, cameLast) < PATIENCE.toNanos()
                    && now - answeredAt < PATIENCE_MAX.toNanos();
        }
    }

    private void answeredTogether(int count) {
        synchronized (queue) {
            answered = count;
            answeredAt = System.nanoTime();
            cameBefore = came;
        }
    }

    private List<Waiting<A, B>> next() {
        gather();
        synchronized (queue) {
            var next = new ArrayList<Waiting<A, B>>();
            var first = queue.remove();
            next.add(first);
            int sum = weight.applyAsInt(first.asked);
            while (!queue.isEmpty()) {
                var more = queue.element().asked;
                sum += weight.applyAsInt(more);
                if (sum > most || !together.test(first.asked, more)) break;
                next.add(queue.remove());
            }
            return next;
        }
    }

    private void answer(List<Waiting<A, B>> all) {
        try {
            var answers = work.apply(all.stream().map(w -> w.asked).toList());
            answeredTogether(all.size());
            for (int i = 0; i < all.size(); i++) {
                all.get(i).answer = answers.get(i);
                all.get(i).called.countDown();
            }
        } catch (RuntimeException | Error e) {
            if (all.size() > 1) {
                all.forEach(one -> answer(List.of(one)));
                return;
            }
            all.getFirst().failure = e;
            all.getFirst().called.countDown();
        }
    }
}
