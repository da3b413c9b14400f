package eventkit.core;

import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Announces an event and asks for a job when the server starts with {@code --crash.announce}; reacts by writing a line, and with
 * {@code --crash.die} takes the whole process down, as a power cut would, before that line is committed.
 */
@Component
@Profile("crash")
class CrashingBetweenCommitAndReaction implements ApplicationRunner, JobHandler<CrashingBetweenCommitAndReaction.MainsFailed> {
    record MainsFailed(UUID id) implements DomainEvent {}

    private final Events events;
    private final org.springframework.beans.factory.ObjectProvider<Jobs> jobs;
    private final DSLContext db;
    private final TransactionTemplate transaction;
    private volatile @Nullable String dies;

    CrashingBetweenCommitAndReaction(
            Events events,
            org.springframework.beans.factory.ObjectProvider<Jobs> jobs,
            DSLContext db,
            PlatformTransactionManager transactions,
            org.springframework.core.env.Environment environment) {
        this.events = events;
        this.jobs = jobs;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.dies = environment.getProperty("crash.die");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (arguments.containsOption("crash.announce")) {
            transaction.executeWithoutResult(s -> {
                line("change", UUID.randomUUID());
                events.announce(new MainsFailed(UUID.randomUUID()));
            });
        }
        if (arguments.containsOption("crash.request")) {
            Callers.runAs(Caller.system(), () -> jobs.getObject().request(kind(), "Fails with the mains", new MainsFailed(UUID.randomUUID())));
        }
    }

    @Reacts("test.writes-down-that-the-mains-failed")
    void writesDown(MainsFailed event) {
        line("reaction", event.id());
        if ("reaction".equals(dies)) Runtime.getRuntime().halt(99);
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
            if ("job".equals(dies)) Runtime.getRuntime().halt(99);
        });
        return null;
    }

    private void line(String what, UUID id) {
        db.execute("insert into core.crash_line (what, id) values (?, ?)", what, id);
    }
}
