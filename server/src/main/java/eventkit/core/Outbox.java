package eventkit.core;

import static eventkit.core.db.Tables.EVENT_PUBLICATION;

import eventkit.core.db.tables.records.EventPublicationRecord;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works off what {@link Events} wrote: claims a batch with {@code for update skip locked}, runs each reaction under a savepoint and
 * crosses it off in the same transaction. Several servers may do so at once. A reaction that fails is tried again with growing
 * pauses; after {@link #ATTEMPTS_MAX} it is parked, counted and logged, never dropped.
 */
@Component
public class Outbox implements SmartLifecycle {
    static final int ATTEMPTS_MAX = 12;
    private static final int BATCH = 50;
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Logger log = LoggerFactory.getLogger(Outbox.class);
    private final DSLContext db;
    private final Clock clock;
    private final JsonMapper json;
    private final Reactions reactions;
    private final TransactionTemplate batch;
    private final TransactionTemplate each;
    private final MeterRegistry meters;
    private final boolean automatic;
    private final Semaphore signal = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread worker = Thread.currentThread();

    Outbox(
            DSLContext db,
            Clock clock,
            JsonMapper json,
            @Lazy Reactions reactions,
            PlatformTransactionManager transactions,
            MeterRegistry meters,
            @Value("${eventkit.outbox.automatic:true}") boolean automatic) {
        this.db = db;
        this.clock = clock;
        this.json = json;
        this.reactions = reactions;
        this.meters = meters;
        this.automatic = automatic;
        this.batch = new TransactionTemplate(transactions);
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    void wake() {
        signal.release();
    }

    /** Works off everything due and returns how many reactions ran; for tests and for the shutdown. */
    public int drain() {
        int ran = 0;
        for (int n = runBatch(); n > 0; n = runBatch()) ran += n;
        return ran;
    }

    private int runBatch() {
        Integer done = batch.execute(status -> {
            var rows = db.selectFrom(EVENT_PUBLICATION)
                    .where(EVENT_PUBLICATION.NOT_BEFORE.le(clock.instant()))
                    .and(EVENT_PUBLICATION.PARKED.isFalse())
                    .orderBy(EVENT_PUBLICATION.NOT_BEFORE, EVENT_PUBLICATION.EVENT_ID)
                    .limit(BATCH)
                    .forUpdate()
                    .skipLocked()
                    .fetch();
            if (rows.isEmpty()) return 0;
            finished(together(rows) ? rows : oneByOne(rows));
            return rows.size();
        });
        return done == null ? 0 : done;
    }

    /** Most of the time none of them fails. */
    private boolean together(List<EventPublicationRecord> rows) {
        if (rows.size() == 1) return false;
        try {
            each.executeWithoutResult(s -> rows.forEach(this::react));
            return true;
        } catch (RuntimeException e) {
            log.debug("one of {} reactions failed; each is tried by itself", rows.size(), e);
            return false;
        }
    }

    private List<EventPublicationRecord> oneByOne(List<EventPublicationRecord> rows) {
        var finished = new ArrayList<EventPublicationRecord>();
        for (var row : rows) {
            try {
                each.executeWithoutResult(s -> react(row));
                finished.add(row);
            } catch (RuntimeException e) {
                postpone(row, e);
            }
        }
        return finished;
    }

    private void finished(List<EventPublicationRecord> rows) {
        if (rows.isEmpty()) return;
        db.execute(
                """
                delete from core.event_publication p using unnest(?::uuid[], ?::text[]) as f (event_id, listener)
                 where p.event_id = f.event_id and p.listener = f.listener
                """,
                Columns.column(rows, UUID.class, EventPublicationRecord::getEventId),
                Columns.column(rows, String.class, EventPublicationRecord::getListener));
        for (var row : rows)
            meters.counter("eventkit.reactions", "listener", row.getListener(), "outcome", "done")
                    .increment();
    }

    private void react(EventPublicationRecord row) {
        var listener = row.getListener();
        var payload = row.getPayload().data();
        var reaction = reactions.named(listener);
        if (reaction == null) throw new IllegalStateException("no reaction is called " + listener);
        var event = json.readValue(payload, reaction.eventType());
        Callers.runAs(Caller.system(), () -> {
            try {
                reaction.run(event);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private void postpone(EventPublicationRecord row, RuntimeException cause) {
        int attempts = row.getAttempts() + 1;
        boolean parked = attempts >= ATTEMPTS_MAX;
        log.atWarn()
                .setCause(cause)
                .log("reaction {} failed, attempt {}{}", row.getListener(), attempts, parked ? ", parked" : "");
        meters.counter("eventkit.reactions", "listener", row.getListener(), "outcome", parked ? "parked" : "failed")
                .increment();
        db.update(EVENT_PUBLICATION)
                .set(EVENT_PUBLICATION.ATTEMPTS, attempts)
                .set(EVENT_PUBLICATION.PARKED, parked)
                .set(EVENT_PUBLICATION.LAST_ERROR, String.valueOf(cause.getMessage()))
                .set(EVENT_PUBLICATION.NOT_BEFORE, clock.instant().plusSeconds(Math.min(3600, 1L << attempts)))
                .where(EVENT_PUBLICATION.EVENT_ID.eq(row.getEventId()))
                .and(EVENT_PUBLICATION.LISTENER.eq(row.getListener()))
                .execute();
    }

    private void loop() {
        while (running) {
            try {
                signal.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
                signal.drainPermits();
                drain();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.error("the outbox could not be worked off; trying again", e);
                try {
                    Thread.sleep(POLL);
                } catch (InterruptedException interrupted) {
                    return;
                }
            }
        }
    }

    @Override
    public void start() {
        running = true;
        if (automatic) worker = Thread.ofVirtual().name("outbox").start(this::loop);
    }

    @Override
    public void stop() {
        running = false;
        if (automatic) worker.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
