package eventkit.availability;

import static eventkit.availability.Depot.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.availability.ChangeOrder.Change;
import eventkit.testing.Patience;
import eventkit.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever becomes of the connection while a batch commits: what is in it happens once, and whoever asked hears what is true. */
@Timeout(60)
class ExactlyOnceTests {
    private static final Depot.Hand CLOCK = new Depot.Hand();
    private static final CutConnections CONNECTIONS =
            new CutConnections(TestDatabase.fresh().source());
    private static final Depot DEPOT = new Depot(CONNECTIONS, CLOCK);

    private final UUID hall = DEPOT.warehouse("Hall");
    private final UUID product = DEPOT.product("SM58");
    private final StockKey mics = StockKey.product(product, hall);

    @AfterAll
    static void close() {
        DEPOT.close();
    }

    private static Instant at(int hour) {
        return DAY.plus(Duration.ofHours(hour));
    }

    private Owner owner(String label, int quantity) {
        var owner = new Owner("event", UUID.randomUUID(), label);
        DEPOT.claim(owner, Standing.CONFIRMED, mics, quantity, at(10), at(18));
        return owner;
    }

    private String rows(Owner owner) {
        return String.join(
                ", ",
                DEPOT.db
                        .fetch(
                                "select sum(quantity) || ' ' || progress from availability.booking where owner_id = ? and known_to is null group by progress order by 1",
                                owner.id())
                        .getValues(0, String.class));
    }

    private Availability.Moved moved(Owner owner, int quantity) {
        return new Availability.Moved(Depot.line(owner), mics, quantity);
    }

    /** In turn because supply has changed meanwhile, or ahead of it; a commit that was lost, or one whose answer was. */
    @ParameterizedTest
    @CsvSource({"true, BEFORE", "true, AFTER", "false, BEFORE", "false, AFTER"})
    void whatWasCommittedIsNotDoneAgainAndWhatWasNotIs(boolean inTurn, CutConnections.When when) throws Exception {
        DEPOT.assets(product, hall, 20);
        var goes = owner("Goes", 4);
        var comes = owner("Comes", 4);
        var first = owner("First", 1);
        var second = owner("Second", 1);
        DEPOT.wentOut(comes, mics, 4, at(9));
        var stays = owner("Stays", 3);
        DEPOT.wentOut(stays, mics, 3, at(9));
        var answers = new ArrayList<FutureTask<Boolean>>();
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var busy = apart(new Change<>(Set.of(), Set.of(), turn -> {
            begun.countDown();
            return awaited(goOn);
        }));
        begun.await();
        var decisions = new AtomicInteger();
        answers.add(apart(change(
                decisions,
                when,
                Set.of(goes),
                turn -> DEPOT.claims.happened(
                        turn, new Movements.WentOut(goes, List.of(moved(goes, 2)), at(9), at(9))))));
        answers.add(apart(change(
                decisions,
                when,
                Set.of(comes),
                turn -> DEPOT.claims.happened(
                        turn, new Movements.CameBack(comes.id(), List.of(moved(comes, 1)), at(12))))));
        answers.add(apart(change(
                decisions,
                when,
                Set.of(stays),
                turn -> DEPOT.claims.happened(turn, new Movements.DidNotGoOut(stays, List.of(moved(stays, 1)))))));
        answers.add(apart(change(
                decisions,
                when,
                Set.of(first, second),
                turn -> DEPOT.claims.prioritise(turn, second.id(), first.id()))));
        if (inTurn) DEPOT.assets(product, hall, 1);
        goOn.countDown();
        busy.get();
        for (var answer : answers) assertThat(answer.get()).isTrue();
        assertThat(CONNECTIONS.left()).as("commits still to be cut").isZero();
        assertThat(rows(goes)).isEqualTo("2 OUT, 2 PLANNED");
        assertThat(rows(comes)).isEqualTo("1 BACK, 3 OUT");
        assertThat(rows(stays)).isEqualTo("1 PLANNED, 2 OUT");
        assertThat(DEPOT.free(mics, at(10), at(12)).firm()).isEqualTo((inTurn ? 21 : 20) - 13);
        assertThat(DEPOT.differences()).isEmpty();
        DEPOT.crash();
        assertThat(DEPOT.free(mics, at(10), at(12)).firm()).isEqualTo((inTurn ? 21 : 20) - 13);
    }

    /** The first of all to be decided lets the commit that follows be cut. */
    private Change<Boolean> change(
            AtomicInteger decisions,
            CutConnections.When when,
            Set<Owner> owners,
            java.util.function.Function<Turn, Boolean> decide) {
        var ids = new HashSet<UUID>();
        for (var owner : owners) ids.add(owner.id());
        return new Change<>(ids, Set.of(mics), turn -> {
            if (decisions.getAndIncrement() == 0) CONNECTIONS.next(1, when);
            return decide.apply(turn);
        });
    }

    private static final class Asking extends FutureTask<Boolean> {
        private final Thread thread = Thread.ofPlatform().unstarted(this);

        Asking(Change<Boolean> change) {
            super(() -> DEPOT.order().make(change));
        }
    }

    private static FutureTask<Boolean> apart(Change<Boolean> change) throws InterruptedException {
        var task = new Asking(change);
        task.thread.start();
        while (task.thread.getState() != Thread.State.WAITING) Thread.sleep(2);
        return task;
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(Patience.SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
