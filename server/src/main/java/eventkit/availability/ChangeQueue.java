package eventkit.availability;

import eventkit.availability.ChangeOrder.Unsure;
import eventkit.availability.ChangeOrder.Waiting;
import eventkit.core.Refusal;
import eventkit.core.Together;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes that stand alone wait here. One thread takes all that wait, decides one after the other and commits once for all of them: either in its turn,
 * under the lock of the order; or, when many want something, ahead of it, on what the changes before leave while those are still being written. What
 * was decided ahead is written by another thread, and counts only if, under the lock, nothing has come between; otherwise it is decided again in its
 * turn. So nothing is ever committed that was not decided on all that was committed before it.
 */
final class ChangeQueue implements AutoCloseable {
    /** So many are decided and committed together at most. */
    private static final int BATCH_MAX = 64;

    /** So many batches are written at once: what two processors can do. */
    static final int WRITERS = 2;

    private static final Duration POLL = Duration.ofSeconds(1);

    /** Others are at work: for so long everything waits for its turn. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** For so long is waited until as many want something as are on their way, so that the batches are alike. */
    private static final Duration GATHERING = Duration.ofMillis(1);

    private static final Logger log = LoggerFactory.getLogger(ChangeQueue.class);

    private final ChangeOrder order;
    private final Newest newest;
    private final DSLContext db;
    private final Clock clock;
    private final Changes changes;
    private final Bookings bookings;
    private final LinkedBlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
    private final Deque<Ahead> onTheWay = new ArrayDeque<>();
    private final ExecutorService writers = Executors.newFixedThreadPool(
            WRITERS,
            Thread.ofPlatform().daemon().name("availability-writer-", 1).factory());
    private final Thread worker;
    private long pausedUntil = System.nanoTime();
    private volatile boolean stopped;

    ChangeQueue(ChangeOrder order, Newest newest, DSLContext db, Clock clock, Changes changes, Bookings bookings) {
        this.order = order;
        this.newest = newest;
        this.db = db;
        this.clock = clock;
        this.changes = changes;
        this.bookings = bookings;
        this.worker = Thread.ofPlatform().daemon().name("availability").unstarted(this::work);
    }

    void start() {
        worker.start();
    }

    void add(Waiting<?> waiting) {
        queue.add(waiting);
    }

    @Override
    public void close() {
        worker.interrupt();
        writers.shutdown();
    }

    private void work() {
        Deque<Waiting<?>> left = new ArrayDeque<>();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                var next = left.isEmpty() ? queue.poll(POLL.toMillis(), TimeUnit.MILLISECONDS) : null;
                if (next != null) left.add(next);
                queue.drainTo(left);
                if (left.isEmpty()) {
                    order.keepUp();
                } else if (!ahead(left)) {
                    awaitAll();
                    inTurn(left);
                }
            } catch (InterruptedException e) {
                break;
            }
        }
        stopped = true;
        left.forEach(ChangeQueue::turnAway);
        for (var waiting = queue.poll(); waiting != null; waiting = queue.poll()) turnAway(waiting);
    }

    private static void turnAway(Waiting<?> waiting) {
        waiting.answer().completeExceptionally(new IllegalStateException("the server stops"));
    }

    /** It was decided ahead in vain, and waits for its turn. */
    private void again(Waiting<?> waiting) {
        var overtaken = waiting.overtaken();
        queue.add(overtaken);
        if (stopped && queue.remove(overtaken)) turnAway(overtaken);
    }

    /** As many as go together: each owner once, because what it holds is read before the turn. */
    private static List<Waiting<?>> batch(Deque<Waiting<?>> left) {
        var batch = new ArrayList<Waiting<?>>();
        var owners = new HashSet<UUID>();
        while (!left.isEmpty() && batch.size() < BATCH_MAX) {
            var next = left.element();
            if (next.change().owners().stream().anyMatch(owners::contains)) break;
            owners.addAll(next.change().owners());
            batch.add(left.remove());
        }
        return batch;
    }

    /**
     * All who wait when it is our turn. When they fail together, each is tried alone, so that one can not spoil the others; not where they may have come
     * through.
     */
    private void inTurn(Deque<Waiting<?>> left) {
        var batch = new ArrayList<Waiting<?>>();
        try {
            order.inTurn(() -> {
                queue.drainTo(left);
                batch.addAll(batch(left));
                return batch;
            });
        } catch (RuntimeException | Error e) {
            if (batch.isEmpty()) batch.addAll(batch(left));
            if (batch.size() > 1 && !(e instanceof Unsure)) batch.forEach(this::alone);
            else fail(batch, e);
        }
    }

    private static void fail(List<Waiting<?>> batch, Throwable cause) {
        batch.forEach(waiting -> waiting.answer().completeExceptionally(cause));
    }

    private void alone(Waiting<?> waiting) {
        try {
            order.inTurn(() -> List.of(waiting));
        } catch (RuntimeException | Error e) {
            waiting.answer().completeExceptionally(e);
        }
    }

    // ---- ahead of the turn

    /** Something came between. */
    private static final class Overtaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * A batch that was decided ahead.
     *
     * @param before whether what has to come through first did so, none where that is what is committed
     * @param transaction its number, once all is written
     * @param came whether others may count on it
     */
    private record Ahead(
            List<Waiting<?>> batch,
            Set<UUID> owners,
            Turn turn,
            Image next,
            Horizon horizon,
            List<Runnable> answers,
            @Nullable CompletableFuture<Boolean> before,
            AtomicReference<@Nullable String> transaction,
            CompletableFuture<Boolean> came) {}

    private void awaitAll() {
        while (!onTheWay.isEmpty()) forget(onTheWay.remove());
    }

    /** Waits for it; after one that did not come through, everybody takes turns for a while. */
    private void forget(Ahead first) {
        if (!first.came.join()) pausedUntil = System.nanoTime() + PAUSE.toNanos();
    }

    /** Decides as many as make sense, and lets them be written; false where the first has to wait for its turn. */
    private boolean ahead(Deque<Waiting<?>> left) throws InterruptedException {
        while (onTheWay.size() >= WRITERS
                || !onTheWay.isEmpty() && onTheWay.element().came.isDone()) forget(onTheWay.remove());
        if (System.nanoTime() - pausedUntil < 0 || left.size() == 1 && onTheWay.isEmpty()) return false;
        int others = onTheWay.stream().mapToInt(one -> one.batch.size()).sum();
        gather(left, others);
        var now = clock.instant();
        var state = state(now);
        if (state == null) return false;
        var before = onTheWay.peekLast();
        if (state.marked() || state.keeps() || before != null && state.seq() > before.next.seq()) return false;
        var batch = new ArrayList<Waiting<?>>();
        var owners = new HashSet<UUID>();
        int most = Math.min(BATCH_MAX, (others + left.size() + 1) / WRITERS);
        while (!left.isEmpty() && batch.size() < most && goes(left.element(), owners)) {
            owners.addAll(left.element().change().owners());
            batch.add(left.remove());
        }
        if (batch.isEmpty()) return false;
        try {
            write(decided(batch, owners, state, now, before));
        } catch (RuntimeException | Error e) {
            log.debug("nothing could be decided ahead", e);
            batch.forEach(this::again);
        }
        return true;
    }

    private Changes.@Nullable State state(Instant now) {
        try {
            return changes.state(db, now);
        } catch (RuntimeException e) {
            log.debug("how things stand could not be asked", e);
            return null;
        }
    }

    private void gather(Deque<Waiting<?>> left, int others) throws InterruptedException {
        long until = System.nanoTime() + GATHERING.toNanos();
        for (long rest = GATHERING.toNanos(); left.size() < others && rest > 0; rest = until - System.nanoTime()) {
            var next = queue.poll(rest, TimeUnit.NANOSECONDS);
            if (next != null) left.add(next);
        }
    }

    private boolean goes(Waiting<?> next, Set<UUID> owners) {
        var change = next.change();
        return !next.wasOvertaken()
                && change.owners().stream()
                        .noneMatch(owner ->
                                owners.contains(owner) || onTheWay.stream().anyMatch(one -> one.owners.contains(owner)))
                && newest.knows(change.stocks());
    }

    /** Who is refused is asked again in its turn: what it lacks may be promised to somebody who does not come through. */
    private Ahead decided(
            List<Waiting<?>> batch, Set<UUID> owners, Changes.State state, Instant now, @Nullable Ahead before) {
        var base = before == null ? newest.after(db, state.seq()) : before.next;
        var at = before == null ? state.next(now) : Changes.after(before.turn.now(), state.next(now));
        var turn = new Turn(
                db, base, at, Moment.of(now, state.horizon()), newest.numbers(), bookings.of(db, owners), Keeping.NONE);
        var answers = new ArrayList<Runnable>();
        var decided = new ArrayList<Waiting<?>>();
        var refused = new ArrayList<Waiting<?>>();
        for (var each : batch) {
            try {
                answers.add(each.decided(turn));
                decided.add(each);
            } catch (Refusal e) {
                turn.drop();
                refused.add(each);
            }
        }
        var ahead = new Ahead(
                decided,
                owners,
                turn,
                turn.changesNothing() ? base : turn.image(base.seq() + 1),
                state.horizon(),
                answers,
                before == null ? null : before.came,
                new AtomicReference<>(),
                new CompletableFuture<>());
        refused.forEach(this::again);
        return ahead;
    }

    private void write(Ahead ahead) {
        if (ahead.batch.isEmpty()) return;
        writers.execute(() -> {
            try {
                db.transaction(tx -> write(tx.dsl(), ahead));
                came(ahead);
            } catch (RuntimeException | Error e) {
                log.debug("what was decided ahead did not come through; each waits for its turn", e);
                failed(ahead);
            }
        });
        onTheWay.add(ahead); // not before: what is not taken never comes
    }

    private void came(Ahead ahead) {
        newest.publish(ahead.next);
        ahead.came.complete(true);
        ahead.answers.forEach(Runnable::run);
    }

    /** Whoever builds on it lets go of its rows at once: we may wait for the lock, and whoever has that for one of those rows. */
    private void failed(Ahead ahead) {
        ahead.came.complete(false);
        try {
            if (order.cameThrough(ahead.transaction.get())) came(ahead);
            else ahead.batch.forEach(this::again);
        } catch (RuntimeException | Error e) {
            fail(ahead.batch, e);
        }
    }

    private void write(DSLContext tx, Ahead ahead) {
        var turn = ahead.turn;
        // Whoever has the lock may wait for a row of ours, and must never wait for long: we give way.
        tx.execute("set local lock_timeout = '300ms'");
        order.writeRows(tx, turn);
        if (ahead.before != null && !ahead.before.join()) throw new Overtaken();
        var state = changes.lockAndState(tx, clock.instant());
        long expected = turn.changesNothing() ? ahead.next.seq() : ahead.next.seq() - 1;
        if (state.seq() != expected
                || state.marked()
                || state.keeps()
                || !state.horizon().equals(ahead.horizon)) throw new Overtaken();
        if (!turn.changesNothing())
            ahead.transaction.set(changes.write(tx, ahead.next.seq(), turn.now(), turn.effects(), new Together()));
    }
}
