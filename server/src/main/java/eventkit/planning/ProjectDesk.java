package eventkit.planning;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.documents.Documents;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ProjectDesk implements Projects {
    private final ProjectRows rows;
    private final SettingsDesk numbers;
    private final Known known;
    private final Documents documents;
    private final Audit audit;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    ProjectDesk(
            ProjectRows rows,
            SettingsDesk numbers,
            Known known,
            Documents documents,
            Audit audit,
            AuditTrail trail,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.numbers = numbers;
        this.known = known;
        this.documents = documents;
        this.audit = audit;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("project_has_events", ProjectHasEvents::new);
    }

    @Override
    public Page<Project> list(Filter filter, ListQuery query) {
        return rows.list(filter, query);
    }

    @Override
    public Project get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    @Transactional
    public Project create(Details details) {
        var d = tidy(details);
        var id = ids.next();
        rows.insert(id, numbers.nextProject(), d, clock.instant());
        var made = get(id);
        audit.created(made.subject(), Details.of(made));
        return made;
    }

    @Override
    @Transactional
    public Project change(UUID id, Details details, IfMatch ifMatch) {
        var before = lock(id);
        ifMatch.require(before.version(), audit, KIND, id);
        var d = tidy(details);
        if (d.equals(Details.of(before))) return before;
        rows.update(id, d, clock.instant());
        var after = get(id);
        audit.changed(after.subject(), after.version(), Details.of(before), Details.of(after));
        return after;
    }

    @Override
    @Transactional
    public Project archive(UUID id) {
        var before = lock(id);
        return before.archivedAt() != null ? before : archived(before, clock.instant(), "archived");
    }

    @Override
    @Transactional
    public Project restore(UUID id) {
        var before = lock(id);
        return before.archivedAt() == null ? before : archived(before, null, "restored");
    }

    private Project archived(Project before, @Nullable Instant at, String action) {
        rows.archive(before.id(), at, clock.instant());
        var after = get(before.id());
        audit.record(
                after.subject(),
                action,
                after.version(),
                List.of(audit.change("archivedAt", before.archivedAt(), after.archivedAt())));
        return after;
    }

    @Override
    @Transactional
    public void remove(UUID id, IfMatch ifMatch) {
        var before = lock(id);
        ifMatch.require(before.version(), audit, KIND, id);
        rows.delete(id);
        documents.removeAllOf(KIND, id);
        audit.removed(before.subject(), before.version() + 1, Details.of(before));
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        get(id);
        return trail.history(KIND, id, query);
    }

    private Project lock(UUID id) {
        rows.lock(id);
        return get(id);
    }

    private Details tidy(Details d) {
        var check = new Check()
                .required(d.name(), "name")
                .line(d.name(), "name", 200)
                .required(d.kind(), "kind")
                .text(d.notes(), "notes", 10_000);
        Texts.colour(check, d.colour(), "colour");
        check.orThrow();
        known.client(check, d.clientId());
        check.orThrow();
        return new Details(
                d.name().strip(), d.kind(), d.clientId(), Texts.colour(d.colour()), Texts.blankToNull(d.notes()));
    }
}
