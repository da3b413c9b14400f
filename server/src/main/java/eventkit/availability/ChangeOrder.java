package eventkit.availability;

import eventkit.core.Refusal;
import eventkit.core.Together;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The one order in which stock changes, over all servers of a database (rule 9). Whoever changes takes its lock, reads what others did meanwhile, works
 * off what the registers say of supply, decides in memory, writes all rows with a few statements and commits; only then anybody sees it. What fails
 * leaves the image as it was, and a crash leaves the rows, from which it is read again.
 *
 * <p>A change that is part of a larger transaction takes its turn in that transaction and holds the lock until it ends. Changes that stand alone wait in
 * the {@link ChangeQueue}.
 */
final class ChangeOrder implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ChangeOrder.class);

    /** So often is asked what became of a commit, before that is left open. */
    private static final int ASKED_MAX = 5;

    private static final Duration FEW_FOR = Duration.ofMillis(200);

    /**
     * What somebody wants to do to stock. May be tried several times, and touches only the turn.
     *
     * @param owners whose bookings it needs to know
     * @param stocks what it asks about or touches
     * @param assets by owner, of which it says itself whether they are out for that owner
     */
    record Change<T>(Set<UUID> owners, Set<StockKey> stocks, Map<UUID, Set<UUID>> assets, Function<Turn, T> decide) {
        static final Change<Boolean> NOTHING = new Change<>(Set.of(), Set.of(), turn -> true);

        Change(Set<UUID> owners, Set<StockKey> stocks, Function<Turn, T> decide) {
            this(owners, stocks, Map.of(), decide);
        }

        boolean tells(Bookings.Returned returned) {
            return assets.getOrDefault(returned.owner(), Set.of()).contains(returned.asset());
        }
    }

    /** All stock at a moment, and how what is late counts at that moment. */
    record Now(Image image, Moment moment) {
        /** @param stock none where nothing was ever said about it */
        Timeline timeline(@Nullable Integer stock) {
            return stock == null ? Timeline.EMPTY : image.timeline(stock);
        }
    }

    /**
     * @param wasOvertaken it was decided ahead of its turn, in vain
     */
    record Waiting<T>(Change<T> change, CompletableFuture<T> answer, boolean wasOvertaken) {
        Waiting(Change<T> change) {
            this(change, new CompletableFuture<>(), false);
        }

        Waiting<T> overtaken() {
            return new Waiting<>(change, answer, true);
        }

        /** Decides, or throws its refusal; the answer is given only after the commit. */
        Runnable decided(Turn turn) {
            var decided = change.decide().apply(turn);
            turn.keep();
            return () -> answer.complete(decided);
        }

        /** Decides; the answer, or the refusal, is given only after the commit. */
        Runnable decide(Turn turn) {
            try {
                return decided(turn);
            } catch (Refusal refused) {
                turn.drop();
                return () -> answer.completeExceptionally(refused);
            }
        }
    }

    private volatile long fewFoundNanos = System.nanoTime() - FEW_FOR.toNanos();
    private final DSLContext apart;
    private final DSLContext joined;
    private final Clock clock;
    private final Changes changes;
    private final Bookings bookings;
    private final Facts facts;
    private final Supply supply;
    private final Newest newest;
    private final ChangeQueue queue;

    /**
     * @param apart on connections of its own: whoever waits for the queue may hold all of the others
     * @param joined on the connection of the transaction that is going on
     */
    ChangeOrder(
            DSLContext apart,
            DSLContext joined,
            Clock clock,
            Changes changes,
            Bookings bookings,
            Facts facts,
            Supply supply,
            Recount recount) {
        this.apart = apart;
        this.joined = joined;
        this.clock = clock;
        this.changes = changes;
        this.bookings = bookings;
        this.facts = facts;
        this.supply = supply;
        this.newest = new Newest(apart, changes, recount);
        this.queue = new ChangeQueue(this, newest, apart, clock, changes, bookings);
        queue.start();
    }

    /** Makes the change and returns its answer, or throws its refusal; durable when the transaction around commits, at once where there is none. */
    <T> T make(Change<T> change) {
        if (!insideAChange()) return queue(change);
        settleNowAndThen();
        return join(change);
    }

    /** What the change would answer now. Takes no turn, and nothing of it stays. */
    <T> T look(Change<T> change) {
        var now = now();
        var db = insideAChange() ? joined : apart;
        var numbers = stocks(List.copyOf(change.stocks()));
        int unheardOf = Integer.MAX_VALUE;
        var keeping = supply.keeping(db, change.owners());
        numbers.putAll(stocks(List.copyOf(keeping.stocks())));
        for (var key : change.stocks()) if (!numbers.containsKey(key)) numbers.put(key, unheardOf--);
        for (var key : keeping.stocks()) if (!numbers.containsKey(key)) numbers.put(key, unheardOf--);
        var turn = new Turn(
                db, now.image(), clock.instant(), now.moment(), numbers, bookings.of(db, change.owners()), keeping);
        return change.decide().apply(turn);
    }

    /** All stock as of everything that is committed, and of what the transaction around has done. */
    Now now() {
        boolean inside = insideAChange();
        var db = inside ? joined : apart;
        var now = clock.instant();
        var committed = settle(changes.state(apart, now));
        var state = inside ? changes.state(db, now) : committed;
        if (state.marked()) {
            make(Change.NOTHING); // what the transaction around marked itself
            state = changes.state(db, now);
        }
        var next = newest.after(db, state.seq());
        if (!inside) newest.publish(next);
        return new Now(next, Moment.of(now, state.horizon()));
    }

    /** Answers from the rows and the image of one moment. */
    <T> T read(BiFunction<DSLContext, Now, T> question) {
        var now = now();
        return question.apply(insideAChange() ? joined : apart, now);
    }

    /** Whether anything is booked for it, as committed or as the transaction around has it. */
    boolean holds(UUID owner) {
        return !bookings.of(insideAChange() ? joined : apart, Set.of(owner)).isEmpty();
    }

    /** What is out for it, as committed or as the transaction around has it. */
    List<Movements.Out> out(UUID owner) {
        return bookings.out(insideAChange() ? joined : apart, owner);
    }

    /** The number of a stock, none where nothing was ever said about it. */
    @Nullable
    Integer stock(StockKey key) {
        return stocks(List.of(key)).get(key);
    }

    Map<StockKey, Integer> stocks(List<StockKey> keys) {
        return newest.numbers(insideAChange() ? joined : apart, keys);
    }

    /** A transaction that only reads sees what is committed, as everybody else does. */
    static boolean insideAChange() {
        return TransactionSynchronizationManager.isActualTransactionActive()
                && !TransactionSynchronizationManager.isCurrentTransactionReadOnly();
    }

    @Override
    public void close() {
        queue.close();
    }

    /** Only imports mark many at once: whoever comes a moment after somebody who found few need not look again. */
    private void settleNowAndThen() {
        if (System.nanoTime() - fewFoundNanos < FEW_FOR.toNanos()) return;
        settle(changes.state(apart, clock.instant()));
        fewFoundNanos = System.nanoTime();
    }

    /** Works off what is marked, a part at a time: after an import nobody shall wait for all of it, nor hold it in memory. How things stand then. */
    private Changes.State settle(Changes.State state) {
        if (TransactionSynchronizationManager.hasResource(this))
            return state; // the lock is ours until our transaction ends
        var left = state;
        while (left.marks() >= Changes.MARKS_COUNTED) {
            apart.transactionResult(tx -> turn(tx.dsl(), List.of(), Changes.MARKS_COUNTED))
                    .publish();
            left = changes.state(apart, clock.instant());
        }
        return left;
    }

    private <T> T join(Change<T> change) {
        var waiting = new Waiting<>(change);
        boolean first = !TransactionSynchronizationManager.hasResource(this);
        if (first) TransactionSynchronizationManager.bindResource(this, true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (first) TransactionSynchronizationManager.unbindResourceIfPossible(ChangeOrder.this);
            }
        });
        var done = turn(joined, List.of(waiting), Integer.MAX_VALUE);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            private boolean takenBack;

            /** It may have been made after that savepoint; the rows tell us what is left of it. */
            @Override
            public void savepointRollback(Object savepoint) {
                takenBack = true;
            }

            @Override
            public void afterCommit() {
                if (!takenBack) done.publish();
            }
        });
        done.answers.forEach(Runnable::run);
        return answer(waiting);
    }

    private <T> T queue(Change<T> change) {
        var waiting = new Waiting<>(change);
        queue.add(waiting);
        return answer(waiting);
    }

    private static <T> T answer(Waiting<T> waiting) {
        try {
            return waiting.answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw e;
        }
    }

    /** Nobody asks, but what is believed since when must be true: supply is followed within a second or so. */
    void keepUp() {
        try {
            var state = settle(changes.state(apart, clock.instant()));
            if (state.marked()) {
                apart.transactionResult(tx -> turn(tx.dsl(), List.of(), Changes.MARKS_COUNTED))
                        .publish();
            }
        } catch (RuntimeException e) {
            log.debug("supply could not be followed; trying again", e);
        }
    }

    /**
     * Takes a turn, and answers all.
     *
     * @param whoWaits asked once it is our turn
     */
    void inTurn(Supplier<List<Waiting<?>>> whoWaits) {
        settle(changes.state(apart, clock.instant()));
        var decided = new AtomicReference<@Nullable Done>();
        try {
            apart.transaction(tx -> {
                var state = changes.lockAndState(tx.dsl(), clock.instant());
                decided.set(turnOf(tx.dsl(), state, whoWaits.get(), Integer.MAX_VALUE, Held.UNREAD));
            });
        } catch (RuntimeException | Error e) {
            var done = decided.get();
            if (done == null || !cameThrough(done.transaction)) throw e;
        }
        var done = Objects.requireNonNull(decided.get());
        done.publish();
        done.answers.forEach(Runnable::run);
    }

    /** Nobody can say whether it was committed: it must not be tried again, or it may happen twice. */
    static final class Unsure extends IllegalStateException {
        private static final long serialVersionUID = 1L;

        Unsure(RuntimeException cause) {
            super("the database was lost while it committed; whether the change was made is not known", cause);
        }
    }

    /**
     * Whether a transaction that failed is committed all the same, because only its answer was lost. Throws {@link Unsure}.
     *
     * @param transaction none where it wrote nothing, or never came to its commit
     */
    boolean cameThrough(@Nullable String transaction) {
        if (transaction == null) return false;
        for (int asked = 1; ; asked++) {
            try {
                return apart.transactionResult(tx -> changes.committed(tx.dsl(), transaction));
            } catch (RuntimeException e) {
                if (asked == ASKED_MAX) throw new Unsure(e);
            }
        }
    }

    private final class Done {
        private final Image next;
        private final Map<StockKey, Integer> numbers;
        private final Set<Integer> gone;
        private final List<Runnable> answers;
        /** None where nothing was changed. */
        private final @Nullable String transaction;

        private Done(
                Image next,
                Map<StockKey, Integer> numbers,
                Set<Integer> gone,
                List<Runnable> answers,
                @Nullable String transaction) {
            this.next = next;
            this.numbers = numbers;
            this.gone = gone;
            this.answers = answers;
            this.transaction = transaction;
        }

        private void publish() {
            newest.learn(numbers);
            newest.forget(gone);
            newest.publish(next);
        }
    }

    private Done turn(DSLContext db, List<Waiting<?>> batch, int marksMax) {
        var owners = owners(batch);
        var then = new Together();
        var held = Bookings.of(owners, then);
        return turnOf(db, changes.lockAndState(db, clock.instant(), then), batch, marksMax, new Held(owners, held));
    }

    private static Set<UUID> owners(List<Waiting<?>> batch) {
        var owners = new HashSet<UUID>();
        for (var each : batch) owners.addAll(each.change.owners());
        return owners;
    }

    /** What owners hold, read under the lock. */
    private record Held(Set<UUID> owners, Map<UUID, List<Turn.Stored<Booking>>> bookings) {
        static final Held UNREAD = new Held(Set.of(), Map.of());
    }

    /** Under the lock, since when it stands so. */
    private Done turnOf(DSLContext db, Changes.State state, List<Waiting<?>> batch, int marksMax, Held read) {
        var now = clock.instant();
        var marks = state.marks() > 0 ? supply.takeMarks(db, marksMax) : Supply.Marks.NONE;
        var returned = bookings.returned(db, marks.returned()).stream()
                .filter(asset -> batch.stream().noneMatch(each -> each.change.tells(asset)))
                .toList();
        var moment = Moment.of(now, state.horizon());
        var numbers = new HashMap<StockKey, Integer>();
        var base = newest.after(db, state.seq());
        var at = state.next(now);
        String transaction = null;
        var held = read;
        if (!returned.isEmpty()) {
            held = Held.UNREAD;
            // Before what the registers say of them is compared: from now on nobody has them out.
            var first = returned(db, base, at, moment, returned, numbers);
            transaction = write(db, first, base, List.of(), List.of(), numbers);
            base = first.image(base.seq() + 1);
            at = Changes.after(at, now);
        }
        var marked = supply.difference(db, marks);
        var expired = state.expired() ? bookings.expired(db, now) : List.<Turn.Stored<Booking>>of();
        var owners = owners(batch);
        var keys = new HashSet<StockKey>();
        for (var each : batch) keys.addAll(each.change.stocks());
        for (var fact : marked.begun()) keys.add(fact.stock());
        for (var fact : marked.ended()) keys.add(fact.row().stock());
        owners.addAll(marked.owners());
        boolean keeps = state.keeps() || !marked.owners().isEmpty();
        var keeping = keeps ? supply.keeping(db, owners) : Keeping.NONE;
        keys.addAll(keeping.stocks());
        numbers.putAll(newest.numbersMade(db, keys));
        var theirs = held.owners().equals(owners) ? held.bookings() : bookings.of(db, owners);
        var turn = new Turn(db, base, at, moment, numbers, theirs, keeping);
        for (int stock : marks.gone()) turn.add(new Effect.Gone(stock));
        for (var fact : marked.ended()) {
            fact.row().end(turn.stock(fact.row().stock())).forEach(turn::add);
        }
        for (var fact : marked.begun()) fact.begin(turn.stock(fact.stock())).forEach(turn::add);
        for (var option : expired) turn.close(option);
        for (var owner : marked.owners()) turn.cover(owner, turn.held(owner));
        turn.keep();
        var answers = new ArrayList<Runnable>();
        for (var each : batch) answers.add(each.decide(turn));
        var written = write(db, turn, base, marked.ended(), marked.begun(), numbers);
        if (written == null) return new Done(base, numbers, marks.gone(), answers, transaction);
        return new Done(turn.image(base.seq() + 1), numbers, marks.gone(), answers, written);
    }

    /** What was taken back by hand is back from then on. */
    private Turn returned(
            DSLContext db,
            Image base,
            Instant at,
            Moment moment,
            List<Bookings.Returned> returned,
            Map<StockKey, Integer> numbers) {
        var owners = new HashSet<UUID>();
        for (var each : returned) owners.add(each.owner());
        var keeping = supply.keeping(db, owners);
        numbers.putAll(newest.numbersMade(db, keeping.stocks()));
        var turn = new Turn(db, base, at, moment, numbers, bookings.of(db, owners), keeping);
        for (var each : returned)
            for (var stored : turn.bookings(each.owner())) {
                if (stored.id() != each.booking()) continue;
                turn.close(stored);
                turn.open(stored.row().back(Seconds.end(each.since())));
            }
        for (var owner : owners) turn.cover(owner, turn.held(owner));
        return turn;
    }

    /** All rows of a turn; the transaction's number, none where nothing was changed. */
    private @Nullable String write(
            DSLContext db,
            Turn turn,
            Image base,
            List<Turn.Stored<Fact>> ended,
            List<Fact> begun,
            Map<StockKey, Integer> numbers) {
        facts.end(db, turn.now(), ended);
        facts.end(db, turn.now(), turn.uncovered());
        facts.begin(db, turn.now(), begun, numbers);
        facts.begin(db, turn.now(), turn.covered(), numbers);
        var go = rows(db, turn); // an owner may have got another name, though it wants what it wanted
        if (!turn.changesNothing()) return changes.write(db, base.seq() + 1, turn.now(), turn.effects(), go);
        go.run(db);
        return null;
    }

    /** What is left to be run. */
    private static Together rows(DSLContext db, Turn turn) {
        var go = new Together();
        Bookings.name(turn.owners(), go);
        Bookings.close(turn.now(), turn.closed(), go);
        Bookings.open(db, turn.now(), turn.opened(), go);
        return go;
    }

    void writeRows(DSLContext db, Turn turn) {
        rows(db, turn).run(db);
    }
}
