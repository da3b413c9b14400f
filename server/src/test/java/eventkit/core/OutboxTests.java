package eventkit.core;

import static eventkit.core.db.Tables.EVENT_PUBLICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.testing.ServerTest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What the outbox promises: a reaction for each event, once in effect, whatever fails and however many servers work. */
@ServerTest
class OutboxTests {
    record LampWentOut(UUID lamp) implements DomainEvent {}

    record FuseBlew(UUID fuse) implements DomainEvent {}

    /** Reacts to lamps always, to fuses when told to. */
    static class Electrician {
        final Map<UUID, AtomicInteger> lamps = new ConcurrentHashMap<>();
        final List<Caller> as = new ArrayList<>();
        final AtomicInteger fuses = new AtomicInteger();
        volatile boolean refusesFuses;
        volatile DSLContext writes;

        @Reacts("test.changes-lamp")
        void changesLamp(LampWentOut event) {
            lamps.computeIfAbsent(event.lamp(), lamp -> new AtomicInteger()).incrementAndGet();
        }

        @Reacts("test.notes-lamp")
        void notesLamp(LampWentOut event) {
            synchronized (as) {
                as.add(Callers.current());
            }
        }

        @Reacts("test.replaces-fuse")
        void replacesFuse(FuseBlew event) {
            if (writes != null) writes.execute("create table core.half_done (id int)");
            fuses.incrementAndGet();
            if (refusesFuses) throw new IllegalStateException("no fuse at hand");
        }
    }

    private static final Electrician ELECTRICIAN = new Electrician();
    private final Events events;
    private final Outbox outbox;
    private final Reactions reactions;
    private final DSLContext db;
    private final Clock clock;
    private final JsonMapper json;
    private final PlatformTransactionManager transactions;

    OutboxTests(
            Events events,
            Outbox outbox,
            Reactions reactions,
            DSLContext db,
            Clock clock,
            JsonMapper json,
            PlatformTransactionManager transactions) {
        this.events = events;
        this.outbox = outbox;
        this.reactions = reactions;
        this.db = db;
        this.clock = clock;
        this.json = json;
        this.transactions = transactions;
    }

    @BeforeEach
    void theElectricianIsOnCall() {
        reactions.postProcessAfterInitialization(ELECTRICIAN, "electrician");
        outbox.drain();
        ELECTRICIAN.lamps.clear();
        ELECTRICIAN.as.clear();
        ELECTRICIAN.fuses.set(0);
        ELECTRICIAN.refusesFuses = false;
        ELECTRICIAN.writes = null;
    }

    @Test
    void runsEveryListenerOnceAfterTheCommit() {
        var lamp = UUID.randomUUID();
        commit(new LampWentOut(lamp));
        assertThat(ELECTRICIAN.lamps).isEmpty();
        assertThat(outbox.drain()).isEqualTo(2);
        assertThat(ELECTRICIAN.lamps.get(lamp)).hasValue(1);
        assertThat(ELECTRICIAN.as)
                .singleElement()
                .satisfies(c -> assertThat(c.via()).isEqualTo(Caller.Via.SYSTEM));
        assertThat(outbox.drain()).isZero();
        assertThat(owed("test.%")).isZero();
    }

    @Test
    void forgetsWhatWasRolledBack() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            events.announce(new LampWentOut(UUID.randomUUID()));
            status.setRollbackOnly();
        });
        assertThat(outbox.drain()).isZero();
        assertThat(ELECTRICIAN.lamps).isEmpty();
    }

    @Test
    void refusesAnEventOutsideATransaction() {
        assertThatThrownBy(() -> events.announce(new LampWentOut(UUID.randomUUID())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void triesAFailingListenerAgainLaterAndParksItInTheEnd() {
        ELECTRICIAN.refusesFuses = true;
        commit(new FuseBlew(UUID.randomUUID()));
        for (int attempt = 1; attempt <= Outbox.ATTEMPTS_MAX; attempt++) {
            assertThat(outbox.drain()).isEqualTo(1);
            var row = db.selectFrom(EVENT_PUBLICATION)
                    .where(EVENT_PUBLICATION.LISTENER.eq("test.replaces-fuse"))
                    .fetchSingle();
            assertThat(row.getAttempts()).isEqualTo(attempt);
            assertThat(row.getLastError()).isEqualTo("no fuse at hand");
            assertThat(row.getParked()).isEqualTo(attempt == Outbox.ATTEMPTS_MAX);
            assertThat(row.getNotBefore())
                    .isAfter(clock.instant().plusSeconds(Math.min(3600, 1L << attempt) - 2))
                    .isBefore(clock.instant().plusSeconds(Math.min(3600, 1L << attempt) + 2));
            assertThat(outbox.drain()).as("not before its time").isZero();
            letTimePass();
        }
        assertThat(outbox.drain()).as("parked").isZero();
        assertThat(ELECTRICIAN.fuses).hasValue(Outbox.ATTEMPTS_MAX);
        db.deleteFrom(EVENT_PUBLICATION)
                .where(EVENT_PUBLICATION.LISTENER.eq("test.replaces-fuse"))
                .execute();
    }

    @Test
    void aListenerThatFailsLeavesNothingBehindAndHoldsUpNobody() {
        ELECTRICIAN.refusesFuses = true;
        ELECTRICIAN.writes = db;
        var lamp = UUID.randomUUID();
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        s -> events.announceAll(List.of(new FuseBlew(UUID.randomUUID()), new LampWentOut(lamp))));
        assertThat(outbox.drain()).isEqualTo(3);
        assertThat(ELECTRICIAN.lamps.get(lamp)).hasValue(1);
        assertThat(db.fetchValue("select to_regclass('core.half_done')")).isNull();
        ELECTRICIAN.refusesFuses = false;
        ELECTRICIAN.writes = null;
        letTimePass();
        assertThat(outbox.drain()).isEqualTo(1);
        assertThat(owed("test.%")).isZero();
    }

    @Test
    void keepsWhatNobodyReactsToAnyMore() {
        var id = UUID.randomUUID();
        db.insertInto(EVENT_PUBLICATION)
                .set(EVENT_PUBLICATION.EVENT_ID, id)
                .set(EVENT_PUBLICATION.LISTENER, "test.listener-of-an-older-release")
                .set(EVENT_PUBLICATION.TYPE, "core.FuseBlew")
                .set(EVENT_PUBLICATION.PAYLOAD, org.jooq.JSONB.valueOf("{}"))
                .set(EVENT_PUBLICATION.ANNOUNCED_AT, clock.instant())
                .set(EVENT_PUBLICATION.NOT_BEFORE, clock.instant())
                .execute();
        outbox.drain();
        assertThat(owed("test.listener-of-an-older-release")).isEqualTo(1);
        db.deleteFrom(EVENT_PUBLICATION)
                .where(EVENT_PUBLICATION.EVENT_ID.eq(id))
                .execute();
    }

    @Test
    void twoServersAtOnceDoEachReactionOnce() throws Exception {
        int many = 400;
        var lamps = java.util.stream.Stream.generate(() -> new LampWentOut(UUID.randomUUID()))
                .limit(many)
                .toList();
        new TransactionTemplate(transactions).executeWithoutResult(s -> events.announceAll(lamps));
        var other = new Outbox(db, clock, json, reactions, transactions, new SimpleMeterRegistry(), false);
        var together = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ran = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (var server : List.of(outbox, other, outbox, other)) {
                ran.add(threads.submit(() -> {
                    together.await();
                    return server.drain();
                }));
            }
            together.countDown();
            int sum = 0;
            for (var future : ran) sum += future.get();
            assertThat(sum).isEqualTo(2 * many);
        }
        assertThat(ELECTRICIAN.lamps).hasSize(many);
        assertThat(ELECTRICIAN.lamps.values())
                .allSatisfy(times -> assertThat(times).hasValue(1));
        assertThat(ELECTRICIAN.as).hasSize(many);
    }

    private void commit(DomainEvent event) {
        new TransactionTemplate(transactions).executeWithoutResult(s -> events.announce(event));
    }

    private void letTimePass() {
        db.update(EVENT_PUBLICATION)
                .set(EVENT_PUBLICATION.NOT_BEFORE, clock.instant().minusSeconds(1))
                .execute();
    }

    private int owed(String listeners) {
        return db.fetchCount(EVENT_PUBLICATION, EVENT_PUBLICATION.LISTENER.like(listeners));
    }
}
