package eventkit.maintenance;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Subject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PlanDesk implements InspectionPlans {
    private static final String KIND = "inspection-plan";
    private final PlanBook book;
    private final Audit audit;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    PlanDesk(PlanBook book, Audit audit, AuditTrail trail, Ids ids, Clock clock) {
        this.book = book;
        this.audit = audit;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("plan_name_taken", PlanNameTaken::new);
    }

    @Override
    public Page<InspectionPlan> list(Filter filter, ListQuery query) {
        return book.list(filter, query);
    }

    @Override
    public InspectionPlan get(UUID id) {
        return book.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    @Transactional
    public InspectionPlan create(Details details) {
        check(details);
        var id = ids.next();
        book.insert(id, details, clock.instant());
        var plan = get(id);
        audit.created(subject(plan), Details.of(plan));
        return plan;
    }

    @Override
    @Transactional
    public InspectionPlan change(UUID id, Details details, IfMatch ifMatch) {
        var before = lock(id);
        ifMatch.require(before.version(), audit, KIND, id);
        check(details);
        book.update(id, details, before.version() + 1);
        return changed(before, "changed");
    }

    @Override
    @Transactional
    public InspectionPlan archive(UUID id) {
        var before = lock(id);
        if (before.archivedAt() != null) return before;
        book.archived(id, clock.instant());
        return changed(before, "archived");
    }

    @Override
    @Transactional
    public InspectionPlan restore(UUID id) {
        var before = lock(id);
        if (before.archivedAt() == null) return before;
        book.archived(id, null);
        return changed(before, "restored");
    }

    @Override
    @Transactional
    public void remove(UUID id, IfMatch ifMatch) {
        var before = lock(id);
        ifMatch.require(before.version(), audit, KIND, id);
        if (book.hasInspections(id)) throw new PlanInUse(before.name());
        book.delete(id);
        audit.removed(subject(before), before.version() + 1, Details.of(before));
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        get(id);
        return trail.history(KIND, id, query);
    }

    private InspectionPlan lock(UUID id) {
        book.lock(id);
        return get(id);
    }

    private InspectionPlan changed(InspectionPlan before, String action) {
        var after = get(before.id());
        if (action.equals("changed"))
            audit.changed(subject(after), after.version(), Details.of(before), Details.of(after));
        else {
            var change = audit.change("archivedAt", before.archivedAt(), after.archivedAt());
            audit.record(subject(after), action, after.version(), List.of(change));
        }
        return after;
    }

    private void check(Details d) {
        var check = new Check()
                .required(d.name(), "name")
                .line(d.name(), "name", 200)
                .required(d.kind(), "kind")
                .that(
                        (d.productId() == null) != (d.categoryId() == null),
                        "productId",
                        "product-or-category",
                        "Name either a product or a category.")
                .that(
                        (d.intervalMonths() == null) != (d.intervalDays() == null),
                        "intervalMonths",
                        "months-or-days",
                        "Give the interval either in months or in days.")
                .between(d.intervalMonths(), "intervalMonths", 1, 240)
                .between(d.intervalDays(), "intervalDays", 1, 7300)
                .between(d.leadDays(), "leadDays", 0, 365)
                .text(d.instructions(), "instructions", 10_000);
        ChecklistItem.check(check, d.checklist(), "checklist");
        if (d.productId() != null) {
            boolean exists = book.productExists(d.productId());
            check.that(exists, "productId", "unknown", "There is no such product.");
            check.that(
                    !exists || book.productIsSerialised(d.productId()),
                    "productId",
                    "not-serialised",
                    "Only products whose pieces have numbers of their own are inspected one by one.");
        }
        if (d.categoryId() != null)
            check.that(book.categoryExists(d.categoryId()), "categoryId", "unknown", "There is no such category.");
        check.orThrow();
    }

    private static Subject subject(InspectionPlan plan) {
        return new Subject(KIND, plan.id(), plan.name());
    }
}
