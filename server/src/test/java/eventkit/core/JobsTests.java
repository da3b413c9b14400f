package eventkit.core;

import static eventkit.core.db.Tables.AUDIT_ENTRY;
import static eventkit.core.db.Tables.JOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.core.Jobs.State;
import eventkit.testing.ServerTest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.core.ResolvableType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What background work promises: visible, cancellable, tried again, done as the one who asked. */
@ServerTest
class JobsTests {
    record Load(String name, int crates) {}

    interface Work {
        @Nullable
        Object run(Load load, JobRun run) throws Exception;
    }

    /** Does what the test says. */
    static final class Loader implements JobHandler<Load> {
        Work work = (load, run) -> null;
        Consumer<Load> follows = load -> {};
        final AtomicInteger runs = new AtomicInteger();

        @Override
        public String kind() {
            return "test.load-truck";
        }

        @Override
        public Class<Load> argsType() {
            return Load.class;
        }

        @Override
        public @Nullable Object run(Load load, JobRun run) throws Exception {
            runs.incrementAndGet();
            return work.run(load, run);
        }

        @Override
        public void failed(Load load) {
            follows.accept(load);
        }
    }

    private static final Caller ANA = new Caller(
            UUID.randomUUID(),
            "Ana",
            EnumSet.of(Permission.MOVE),
            Caller.Via.WEB,
            "192.0.2.7",
            null,
            "Europe/Berlin",
            "de");
    private final Loader loader = new Loader();
    private final Jobs jobs;
    private final DSLContext db;
    private final Audit audit;
    private final TransactionTemplate transaction;

    JobsTests(
            DSLContext db,
            Ids ids,
            Clock clock,
            JsonMapper json,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Audit audit) {
        this.db = db;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        var beans = new StaticListableBeanFactory(Map.of("loader", loader));
        this.jobs = new Jobs(
                db,
                ids,
                clock,
                json,
                dataSource,
                transactions,
                beans.getBeanProvider(ResolvableType.forClass(JobHandler.class)),
                beans.getBeanProvider(RecurringWork.class),
                false);
    }

    @Test
    void showsHowFarItIsAndWhatItYielded() {
        loader.work = (load, run) -> {
            run.progress(3, (long) load.crates(), "loading " + load.name());
            var during = Callers.as(ANA, () -> jobs.get(run.id()));
            assertThat(during.state()).isEqualTo(State.RUNNING);
            assertThat(during.done()).isEqualTo(3);
            assertThat(during.total()).isEqualTo(12);
            assertThat(during.message()).isEqualTo("loading Aurora");
            return Map.of("loaded", 12);
        };
        var id = request();
        assertThat(get(id).state()).isEqualTo(State.QUEUED);
        jobs.runQueued();
        var done = get(id);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.endedAt()).isNotNull();
        assertThat(done.result()).isNotNull();
        assertThat(String.valueOf(done.result())).isEqualTo("{\"loaded\":12}");
    }

    @Test
    void runsAsWhoeverAsked() {
        loader.work = (load, run) -> {
            var caller = Callers.current();
            assertThat(caller.userId()).isEqualTo(ANA.userId());
            assertThat(caller.permissions()).containsExactly(Permission.MOVE);
            assertThat(caller.via()).isEqualTo(Caller.Via.JOB);
            caller.mustHave(Permission.STOCK_ADJUST);
            return null;
        };
        var id = request();
        jobs.runQueued();
        assertThat(get(id).state()).isEqualTo(State.FAILED);
        assertThat(String.valueOf(get(id).result())).contains("not-permitted");
    }

    @Test
    void triesAgainWhatFailed() {
        loader.work = (load, run) -> {
            if (loader.runs.get() < 3) throw new IllegalStateException("flat tyre");
            return null;
        };
        var id = request();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(jobs::runQueued).hasRootCauseMessage("flat tyre");
            assertThat(get(id).state()).isEqualTo(State.QUEUED);
        }
        jobs.runQueued();
        assertThat(get(id).state()).isEqualTo(State.DONE);
        assertThat(loader.runs).hasValue(3);
    }

    @Test
    void givesUpAfterItsAttemptsAndTellsNothingInside() {
        loader.work = (load, run) -> {
            throw new IllegalStateException("password of the database is 1234");
        };
        var id = request();
        for (int i = 0; i < 2; i++) assertThatThrownBy(jobs::runQueued).isInstanceOf(IllegalStateException.class);
        jobs.runQueued();
        assertThat(get(id).state()).isEqualTo(State.FAILED);
        assertThat(get(id).message()).doesNotContain("1234").isNotBlank();
        jobs.runQueued();
        assertThat(loader.runs).hasValue(3);
    }

    @Test
    void doesNotRepeatWhatIsRefused() {
        loader.work = (load, run) -> {
            throw new Refusal("busy", Refusal.Kind.UNAVAILABLE, "The gate is shut.", Map.of("gate", 4));
        };
        var id = request();
        jobs.runQueued();
        assertThat(get(id).state()).isEqualTo(State.FAILED);
        assertThat(get(id).message()).isEqualTo("The gate is shut.");
        assertThat(String.valueOf(get(id).result())).contains("\"gate\":4");
        assertThat(loader.runs).hasValue(1);
    }

    @Test
    void tellsOnceThatItFailedForGood() {
        var told = new ArrayList<UUID>();
        loader.follows = load -> {
            assertThat(load.name()).isEqualTo("Aurora");
            told.add(Objects.requireNonNull(Callers.current().userId()));
        };
        loader.work = (load, run) -> {
            throw new IllegalStateException("flat tyre");
        };
        var id = request();
        for (int i = 0; i < 2; i++) assertThatThrownBy(jobs::runQueued).isInstanceOf(IllegalStateException.class);
        assertThat(told).isEmpty();
        jobs.runQueued();
        jobs.runQueued();
        assertThat(told).containsExactly(ANA.userId());
        loader.follows = load -> {
            throw new IllegalStateException("nobody listens");
        };
        loader.work = (load, run) -> {
            throw new Refusal("busy", Refusal.Kind.UNAVAILABLE, "The gate is shut.", Map.of());
        };
        var refused = request();
        jobs.runQueued();
        assertThat(List.of(get(id).state(), get(refused).state())).containsOnly(State.FAILED);
        assertThat(get(refused).message()).isEqualTo("The gate is shut.");
    }

    @Test
    void aQueuedJobIsCancelledAtOnce() {
        var id = request();
        assertThat(Callers.as(ANA, () -> jobs.cancel(id)).state()).isEqualTo(State.CANCELLED);
        jobs.runQueued();
        assertThat(loader.runs).hasValue(0);
        assertThat(Callers.as(ANA, () -> jobs.cancel(id)).state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void aRunningJobIsCancelledAtItsNextStepAndTheStepIsUndone() {
        var truck = UUID.randomUUID();
        loader.work = (load, run) -> {
            run.progress(1, 2L, null);
            Callers.as(ANA, () -> jobs.cancel(run.id()));
            transaction.executeWithoutResult(s -> {
                audit.created(new Subject("truck", truck, "Truck"), load);
                run.progress(2, 2L, null);
            });
            throw new AssertionError("went on after it was cancelled");
        };
        var id = request();
        jobs.runQueued();
        assertThat(get(id).state()).isEqualTo(State.CANCELLED);
        assertThat(get(id).cancelRequested()).isTrue();
        assertThat(db.fetchCount(AUDIT_ENTRY, AUDIT_ENTRY.SUBJECT_ID.eq(truck))).isZero();
    }

    @Test
    void aJobThatTookItsServerDownRunsAgainButNotForever() {
        var told = new AtomicInteger();
        loader.follows = load -> told.incrementAndGet();
        var id = request();
        for (int attempt = 1; attempt <= 3; attempt++) {
            db.update(JOB)
                    .set(JOB.STATE, State.RUNNING.name())
                    .set(JOB.STARTED_AT, JOB.CREATED_AT)
                    .set(JOB.ATTEMPTS, attempt)
                    .where(JOB.ID.eq(id))
                    .execute();
            if (attempt == 1) continue;
            jobs.runAgain(id);
            assertThat(get(id).state()).isEqualTo(attempt < 3 ? State.DONE : State.FAILED);
            assertThat(told).hasValue(attempt < 3 ? 0 : 1);
            db.update(JOB)
                    .set(JOB.ENDED_AT, (java.time.Instant) null)
                    .set(JOB.STATE, State.QUEUED.name())
                    .where(JOB.ID.eq(id))
                    .execute();
        }
        assertThat(loader.runs).hasValue(1);
        db.deleteFrom(JOB).where(JOB.ID.eq(id)).execute();
    }

    @Test
    void otherPeoplesJobsAreNotThereExceptForWhoManagesThem() {
        var id = request();
        var ben = new Caller(UUID.randomUUID(), "Ben", Set.of(), Caller.Via.WEB, null, null, "UTC", "en");
        assertThatThrownBy(() -> Callers.as(ben, () -> jobs.get(id))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Callers.as(ben, () -> jobs.cancel(id))).isInstanceOf(NotFound.class);
        assertThat(Callers.as(ben, () -> jobs.list(ListQuery.first(10))).items())
                .isEmpty();
        var boss = new Caller(
                UUID.randomUUID(), "Cem", Set.of(Permission.JOB_MANAGE), Caller.Via.WEB, null, null, "UTC", "en");
        assertThat(Callers.as(boss, () -> jobs.get(id)).title()).isEqualTo("Load the truck");
        assertThatThrownBy(() -> jobs.get(id)).as("nobody signed in").isInstanceOf(SignInRequired.class);
        jobs.runQueued();
    }

    @Test
    void aJobAskedForInARolledBackChangeNeverRuns() {
        transaction.executeWithoutResult(s -> {
            request();
            s.setRollbackOnly();
        });
        jobs.runQueued();
        assertThat(loader.runs).hasValue(0);
    }

    private UUID request() {
        return Callers.as(ANA, () -> jobs.request("test.load-truck", "Load the truck", new Load("Aurora", 12)));
    }

    private Jobs.JobView get(UUID id) {
        return Callers.as(ANA, () -> jobs.get(id));
    }
}
