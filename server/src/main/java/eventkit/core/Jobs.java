package eventkit.core;

import static eventkit.core.db.Tables.JOB;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import eventkit.core.db.tables.records.JobRecord;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Long work on the same database: asked for in a transaction, run by one of the servers, tried again with growing pauses, visible while it runs,
 * cancellable. It runs as the caller that asked.
 */
@Component
public class Jobs implements SmartLifecycle {
    /** @param total null while nobody knows; @param result null until done; @param message what is being done, or why it failed */
    public record JobView(
            UUID id,
            String kind,
            String title,
            State state,
            long done,
            @Nullable Long total,
            @Nullable String message,
            @Nullable JsonNode result,
            boolean cancelRequested,
            @Nullable UUID requestedBy,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}

    public enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        Set<State> successors() {
            return switch (this) {
                case QUEUED -> EnumSet.of(RUNNING, CANCELLED);
                case RUNNING -> EnumSet.of(QUEUED, DONE, FAILED, CANCELLED);
                case DONE, FAILED, CANCELLED -> EnumSet.noneOf(State.class);
            };
        }
    }

    private static final Logger log = LoggerFactory.getLogger(Jobs.class);
    private static final String TASK = "eventkit-job";
    private final DSLContext db;
    private final Ids ids;
    private final Clock clock;
    private final JsonMapper json;
    private final ObjectProvider<JobHandler<?>> handlerBeans;
    private final Map<String, JobHandler<?>> handlers = new ConcurrentHashMap<>();
    private final TransactionTemplate apart;
    private final OneTimeTask<Void> task;
    private final ObjectProvider<RecurringWork> recurring;
    private final DataSource dataSource;
    private @Nullable Scheduler scheduler;
    private final boolean automatic;
    private volatile boolean running;

    Jobs(
            DSLContext db,
            Ids ids,
            Clock clock,
            JsonMapper json,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ObjectProvider<JobHandler<?>> handlerBeans,
            ObjectProvider<RecurringWork> recurring,
            @Value("${eventkit.jobs.automatic:true}") boolean automatic) {
        this.db = db;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
        this.handlerBeans = handlerBeans;
        this.automatic = automatic;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.task = Tasks.oneTime(TASK, Void.class)
                .onFailure(new FailureHandler.ExponentialBackoffFailureHandler<>(Duration.ofSeconds(2)))
                .execute((instance, context) -> run(UUID.fromString(instance.getId())));
        this.recurring = recurring;
        this.dataSource = dataSource;
    }

    /** Made when first needed: work that recurs may itself ask for jobs. */
    private synchronized Scheduler scheduler() {
        if (scheduler != null) return scheduler;
        var rounds = recurring.stream().map(Jobs::round).toList();
        scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(dataSource), task)
                .startTasks(rounds)
                .tableName("core.scheduled_tasks")
                .pollingInterval(Duration.ofSeconds(2))
                .heartbeatInterval(Duration.ofSeconds(20))
                .threads(2)
                .shutdownMaxWait(Duration.ofSeconds(10))
                .enableImmediateExecution()
                .build();
        return scheduler;
    }

    /** Asks for a job in the caller's transaction; it starts after the commit. */
    @Transactional
    public UUID request(String kind, String title, Object args) {
        var caller = Callers.current();
        var id = ids.next();
        db.insertInto(JOB)
                .set(JOB.ID, id)
                .set(JOB.KIND, handler(kind).kind())
                .set(JOB.TITLE, title)
                .set(JOB.STATE, State.QUEUED.name())
                .set(JOB.ARGS, JSONB.valueOf(json.writeValueAsString(args)))
                .set(JOB.REQUESTED_BY, caller.userId())
                .set(JOB.CALLER, JSONB.valueOf(json.writeValueAsString(caller.via(Caller.Via.JOB))))
                .set(JOB.CREATED_AT, clock.instant())
                .execute();
        scheduler().schedule(task.instance(id.toString()), clock.instant());
        return id;
    }

    /** The caller's own jobs; all of them with {@link Permission#JOB_MANAGE}. */
    public Page<JobView> list(ListQuery query) {
        return Listing.by(JOB.ID, "-createdAt")
                .sort("createdAt", JOB.CREATED_AT)
                .page(
                        db,
                        query,
                        JOB,
                        visible(),
                        found -> db.selectFrom(JOB).where(JOB.ID.in(found)),
                        row -> row.getId(),
                        this::view);
    }

    /** Throws {@link NotFound}, also for other people's jobs. */
    public JobView get(UUID id) {
        return db.selectFrom(JOB)
                .where(JOB.ID.eq(id))
                .and(visible())
                .fetchOptional(this::view)
                .orElseThrow(() -> new NotFound("job", id));
    }

    /** A queued job ends at once, a running one at its next step; an ended one stays as it is. */
    @Transactional
    public JobView cancel(UUID id) {
        get(id);
        db.update(JOB).set(JOB.CANCEL_REQUESTED, true).where(JOB.ID.eq(id)).execute();
        db.update(JOB)
                .set(JOB.STATE, State.CANCELLED.name())
                .set(JOB.ENDED_AT, clock.instant())
                .where(JOB.ID.eq(id))
                .and(JOB.STATE.eq(State.QUEUED.name()))
                .execute();
        return get(id);
    }

    /** Runs what is queued now on this thread; for tests, where nothing runs by itself. */
    public void runQueued() {
        db.select(JOB.ID)
                .from(JOB)
                .where(JOB.STATE.eq(State.QUEUED.name()))
                .orderBy(JOB.CREATED_AT, JOB.ID)
                .fetch(JOB.ID)
                .forEach(this::run);
    }

    /** As a scheduler does with a job whose server died; for tests. */
    void runAgain(UUID id) {
        run(id);
    }

    private static RecurringTask<Void> round(RecurringWork work) {
        return Tasks.recurring(work.name(), FixedDelay.of(work.every()))
                .execute((instance, context) -> Callers.runAs(Caller.system(), work::run));
    }

    private Condition visible() {
        var caller = Callers.current();
        return caller.may(Permission.JOB_MANAGE) ? DSL.noCondition() : JOB.REQUESTED_BY.eq(caller.user());
    }

    private void run(UUID id) {
        var job = apart.execute(status -> {
            var row = db.selectFrom(JOB).where(JOB.ID.eq(id)).forUpdate().fetchOne();
            if (row == null
                    || !Set.of(State.QUEUED.name(), State.RUNNING.name()).contains(row.getState())) return null;
            row.setState(State.RUNNING.name());
            row.setAttempts(row.getAttempts() + 1);
            row.setStartedAt(clock.instant());
            row.store();
            return row;
        });
        if (job == null) return;
        // A job that takes its server down with it is not tried for ever.
        if (job.getAttempts() > handler(job.getKind()).attemptsMax()) {
            log.error("job {} {} took its server down each time", job.getKind(), id);
            failed(job, "The server stopped each time it did this.", null);
            return;
        }
        var caller = json.readValue(job.getCaller().data(), Caller.class);
        var handler = handler(job.getKind());
        MDC.put("jobId", id.toString());
        try {
            Object result = Callers.as(caller, () -> call(handler, job.getArgs().data(), new Run(id)));
            end(id, State.DONE, null, result);
        } catch (JobRun.JobCancelled e) {
            end(id, State.CANCELLED, null, null);
        } catch (Refusal e) {
            failed(job, e.explanation(), Map.of("code", e.code(), "facts", e.facts(), "errors", e.errors()));
        } catch (Exception e) {
            if (job.getAttempts() >= handler.attemptsMax()) {
                log.error("job {} {} failed for good", job.getKind(), id, e);
                failed(
                        job,
                        "Something went wrong on our side. The log of the server says more under this job's id.",
                        null);
                return;
            }
            log.warn("job {} {} failed, attempt {}", job.getKind(), id, job.getAttempts(), e);
            apart.executeWithoutResult(s -> db.update(JOB)
                    .set(JOB.STATE, State.QUEUED.name())
                    .where(JOB.ID.eq(id))
                    .execute());
            throw new IllegalStateException(e);
        } finally {
            MDC.remove("jobId");
        }
    }

    private <A> @Nullable Object call(JobHandler<A> handler, String args, JobRun run) throws Exception {
        return handler.run(json.readValue(args, handler.argsType()), run);
    }

    private void end(UUID id, State state, @Nullable String message, @Nullable Object result) {
        apart.executeWithoutResult(s -> store(id, state, message, result));
    }

    private void store(UUID id, State state, @Nullable String message, @Nullable Object result) {
        var update = db.update(JOB).set(JOB.STATE, state.name()).set(JOB.ENDED_AT, clock.instant());
        if (message != null) update = update.set(JOB.MESSAGE, message);
        if (result != null) update = update.set(JOB.RESULT, JSONB.valueOf(json.writeValueAsString(result)));
        update.where(JOB.ID.eq(id)).execute();
    }

    /** Where what follows from it breaks as well, the job has failed all the same. */
    private void failed(JobRecord job, String message, @Nullable Object result) {
        try {
            apart.executeWithoutResult(s -> {
                store(job.getId(), State.FAILED, message, result);
                Callers.runAs(
                        json.readValue(job.getCaller().data(), Caller.class),
                        () -> follow(handler(job.getKind()), job.getArgs().data()));
            });
        } catch (RuntimeException e) {
            log.error("nothing follows from job {} {} that failed", job.getKind(), job.getId(), e);
            end(job.getId(), State.FAILED, message, result);
        }
    }

    private <A> void follow(JobHandler<A> handler, String args) {
        handler.failed(json.readValue(args, handler.argsType()));
    }

    private JobHandler<?> handler(String kind) {
        if (handlers.isEmpty()) handlerBeans.forEach(h -> handlers.put(h.kind(), h));
        var handler = handlers.get(kind);
        if (handler == null) throw new IllegalStateException("nobody does jobs of kind " + kind);
        return handler;
    }

    private JobView view(JobRecord row) {
        return new JobView(
                row.getId(),
                row.getKind(),
                row.getTitle(),
                State.valueOf(row.getState()),
                row.getDone(),
                row.getTotal(),
                row.getMessage(),
                row.getResult() == null ? null : json.readTree(row.getResult().data()),
                row.getCancelRequested(),
                row.getRequestedBy(),
                row.getCreatedAt(),
                row.getStartedAt(),
                row.getEndedAt());
    }

    private final class Run implements JobRun {
        private final UUID id;

        Run(UUID id) {
            this.id = id;
        }

        @Override
        public UUID id() {
            return id;
        }

        @Override
        public void progress(long done, @Nullable Long total, @Nullable String message) {
            Boolean cancelled = apart.execute(s -> db.update(JOB)
                    .set(JOB.DONE, done)
                    .set(JOB.TOTAL, total)
                    .set(JOB.MESSAGE, message)
                    .where(JOB.ID.eq(id))
                    .returning(JOB.CANCEL_REQUESTED)
                    .fetchSingle()
                    .getCancelRequested());
            if (Boolean.TRUE.equals(cancelled)) throw new JobCancelled();
        }
    }

    @Override
    public void start() {
        running = true;
        if (automatic) scheduler().start();
    }

    @Override
    public void stop() {
        running = false;
        if (automatic) scheduler().stop();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
