package eventkit.core;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Announces an event when the server starts with {@code crash.announce}, asks for a job with {@code crash.request}; reacts by writing a line, and
 * with {@code crash.die} takes the whole process down, as a power cut would, before that line is committed.
 */
@Component
@Profile("crash")
class CrashingBetweenCommitAndReaction
        implements ApplicationRunner, JobHandler<CrashingBetweenCommitAndReaction.MainsFailed> {
    record MainsFailed(UUID id) implements DomainEvent {}

    private final Events events;
    private final ObjectProvider<Jobs> jobs;
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final Environment environment;

    CrashingBetweenCommitAndReaction(
            Events events,
            ObjectProvider<Jobs> jobs,
            DSLContext db,
            PlatformTransactionManager transactions,
            Environment environment) {
        this.events = events;
        this.jobs = jobs;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.environment = environment;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (environment.containsProperty("crash.announce")) {
            transaction.executeWithoutResult(s -> {
                line("change", UUID.randomUUID());
                events.announce(new MainsFailed(UUID.randomUUID()));
            });
        }
        if (environment.containsProperty("crash.request")) {
            Callers.runAs(
                    Caller.system(),
                    () -> jobs.getObject().request(kind(), "Fails with the mains", new MainsFailed(UUID.randomUUID())));
        }
    }

    @Reacts("test.writes-down-that-the-mains-failed")
    void writesDown(MainsFailed event) {
        line("reaction", event.id());
        if ("reaction".equals(environment.getProperty("crash.die")))
            Runtime.getRuntime().halt(99);
    }

    @Override
    public String kind() {
        return "test.mains-failed";
    }

    @Override
    public Class<MainsFailed> argsType() {
        return MainsFailed.class;
    }

    @Override
    public @Nullable Object run(MainsFailed args, JobRun run) {
        transaction.executeWithoutResult(s -> {
            line("job", args.id());
            if ("job".equals(environment.getProperty("crash.die")))
                Runtime.getRuntime().halt(99);
        });
        return null;
    }

    private void line(String what, UUID id) {
        db.execute("insert into core.crash_line (what, id) values (?, ?)", what, id);
    }
}
