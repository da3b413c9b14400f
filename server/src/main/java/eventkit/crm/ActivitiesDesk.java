package eventkit.crm;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ActivitiesDesk implements Activities {
    /** Whatever is planned or remembered lies within these years around today. */
    private static final Duration REACH = Duration.ofDays(50 * 365L);

    private final ActivityRows rows;
    private final CrmRows common;
    private final Audit audit;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    ActivitiesDesk(ActivityRows rows, CrmRows common, Audit audit, AuditTrail trail, Ids ids, Clock clock) {
        this.rows = rows;
        this.common = common;
        this.audit = audit;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    private record Done(@Nullable Instant doneAt) {}

    @Override
    public Page<Activity> list(Filter filter, ListQuery query) {
        return rows.list(filter, query);
    }

    @Override
    public Activity get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        return trail.history(KIND, get(id).id(), query);
    }

    @Override
    @Transactional
    public Activity create(Details given) {
        return create(given, null);
    }

    /** What stands for an e-mail. */
    Activity wrote(Details given, UUID email) {
        return create(given, email);
    }

    private Activity create(Details given, @Nullable UUID email) {
        var details = checked(given);
        var id = ids.next();
        rows.insert(id, details, email, clock.instant(), Callers.current().name());
        var made = get(id);
        audit.created(made.named(), Details.of(made));
        return made;
    }

    @Override
    @Transactional
    public Activity change(UUID id, Details given, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        var details = checked(given);
        var was = Details.of(before);
        if (details.equals(was)) return before;
        new Check()
                .that(
                        details.clientId().equals(before.client().id()),
                        "clientId",
                        "fixed",
                        "An activity stays with its client. Write another one for the other client.")
                .that(
                        before.doneAt() == null || details.kind() == Activity.Kind.TASK,
                        "kind",
                        "done",
                        "A task that is done stays a task.")
                .orThrow();
        rows.update(id, details, !Objects.equals(details.remindAt(), was.remindAt()), clock.instant());
        var after = get(id);
        audit.changed(after.named(), after.version(), was, Details.of(after));
        return after;
    }

    @Override
    @Transactional
    public Activity done(UUID id, boolean done) {
        var before = lock(id, IfMatch.ANY);
        new Check()
                .that(before.kind() == Activity.Kind.TASK, "kind", "not-a-task", "Only tasks are done.")
                .orThrow();
        if (done == (before.doneAt() != null)) return before;
        rows.done(id, done ? clock.instant() : null, clock.instant());
        var after = get(id);
        audit.changed(
                after.named(),
                done ? "ticked" : "unticked",
                after.version(),
                new Done(before.doneAt()),
                new Done(after.doneAt()));
        return after;
    }

    @Override
    @Transactional
    public void remove(UUID id, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        rows.delete(id);
        audit.removed(before.named(), before.version() + 1, Details.of(before));
    }

    private Details checked(Details d) {
        var details = new Details(
                d.kind(),
                d.subject() == null ? "" : d.subject().strip(),
                CrmRows.blankToNull(d.text()),
                d.clientId(),
                d.dealId(),
                d.contactId(),
                d.at(),
                d.remindAt(),
                d.assigneeId());
        var check = new Check()
                .required(details.kind(), "kind")
                .required(details.subject(), "subject")
                .line(details.subject(), "subject", 200)
                .text(details.text(), "text", 10_000)
                .required(details.clientId(), "clientId")
                .required(details.at(), "at")
                .that(
                        details.remindAt() == null || details.assigneeId() != null,
                        "assigneeId",
                        "required",
                        "Say who is to be reminded.");
        near(check, details.at(), "at");
        near(check, details.remindAt(), "remindAt");
        common.client(check, details.clientId());
        common.contact(check, details.contactId(), details.clientId());
        common.person(check, details.assigneeId(), "assigneeId");
        check.orThrow();
        rows.deal(check, details.dealId(), details.clientId());
        check.orThrow();
        return details;
    }

    private void near(Check check, @Nullable Instant at, String field) {
        check.that(
                at == null || Duration.between(clock.instant(), at).abs().compareTo(REACH) < 0,
                field,
                "out-of-range",
                "Use a time within fifty years.");
    }

    private Activity lock(UUID id, IfMatch ifMatch) {
        rows.lock(id);
        var activity = get(id);
        ifMatch.require(activity.version(), audit, KIND, id);
        return activity;
    }
}
