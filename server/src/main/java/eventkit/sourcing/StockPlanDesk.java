package eventkit.sourcing;

import eventkit.availability.Availability;
import eventkit.availability.Offer;
import eventkit.catalogue.ProductId;
import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Subject;
import eventkit.identity.CompanyProfile;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Service
class StockPlanDesk implements PlannedStock {
    private static final LocalDate LATEST = LocalDate.of(2067, 12, 30);
    private final StockPlanRows rows;
    private final SourcingRows common;
    private final Availability availability;
    private final CompanyProfile company;
    private final Audit audit;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    StockPlanDesk(
            StockPlanRows rows,
            SourcingRows common,
            Availability availability,
            CompanyProfile company,
            Audit audit,
            AuditTrail trail,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.common = common;
        this.availability = availability;
        this.company = company;
        this.audit = audit;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    private record State(StockPlan.State state) {}

    @Override
    public Page<StockPlan> list(Filter filter, ListQuery query) {
        return rows.list(filter, query);
    }

    @Override
    public StockPlan get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public StockPlan hold(UUID id) {
        rows.lock(id);
        return get(id);
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        get(id);
        return trail.history(KIND, id, query);
    }

    @Override
    @Transactional
    public StockPlan create(Details given) {
        var details = checked(given);
        var id = ids.next();
        rows.insert(
                id,
                common.nextPlan(),
                details,
                clock.instant(),
                Callers.current().name());
        var made = get(id);
        audit.created(subject(made), Details.of(made));
        follow(made);
        return made;
    }

    @Override
    @Transactional
    public StockPlan change(UUID id, Details given, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        var details = checked(given);
        if (before.state() != StockPlan.State.PLANNED) throw new StockPlanOver(before);
        if (details.equals(Details.of(before))) return before;
        new Check()
                .that(details.kind() == before.kind(), "kind", "fixed", "A purchase can not become a sale.")
                .orThrow();
        rows.update(id, details, clock.instant());
        var after = get(id);
        audit.changed(subject(after), "changed", after.version(), Details.of(before), Details.of(after));
        follow(after);
        return after;
    }

    @Override
    @Transactional
    public StockPlan move(UUID id, Move move, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        new Check().required(move.state(), "state").orThrow();
        if (move.state() == before.state()) return before;
        rows.move(id, move.state(), clock.instant());
        var after = get(id);
        audit.changed(
                subject(after), "state-changed", after.version(), new State(before.state()), new State(after.state()));
        follow(after);
        return after;
    }

    private void follow(StockPlan p) {
        if (p.state() != StockPlan.State.PLANNED) {
            availability.withdraw(p.id());
            return;
        }
        boolean purchase = p.kind() == StockPlan.Kind.PURCHASE;
        availability.offer(new Offer(
                p.id(),
                Offer.Kind.PLANNED,
                p.partner() == null
                        ? p.number()
                        : p.number() + " " + p.partner().name(),
                new ProductId(p.product().id()),
                p.warehouse().id(),
                purchase ? p.quantity() : -p.quantity(),
                p.dueOn().atStartOfDay(company.zone()).toInstant(),
                null,
                !purchase,
                purchase,
                null));
    }

    private Details checked(Details given) {
        var check = new Check()
                .required(given.kind(), "kind")
                .required(given.dueOn(), "dueOn")
                .date(given.dueOn(), "dueOn")
                .text(given.note(), "note", 2_000);
        check.that(
                given.dueOn() == null || given.dueOn().isBefore(LATEST),
                "dueOn",
                "out-of-reach",
                "Nothing is planned after the year 2067.");
        common.partner(check, given.partnerId());
        common.pieces(check, given.productId(), given.warehouseId(), given.quantity());
        check.money(given.unitCost(), "unitCost");
        check.orThrow();
        return new Details(
                given.kind(),
                given.productId(),
                given.warehouseId(),
                given.quantity(),
                given.dueOn(),
                given.partnerId(),
                given.unitCost(),
                SourcingRows.blankToNull(given.note()));
    }

    private StockPlan lock(UUID id, IfMatch ifMatch) {
        var plan = hold(id);
        ifMatch.require(plan.version(), audit, KIND, id);
        return plan;
    }

    private static Subject subject(StockPlan p) {
        return new Subject(KIND, p.id(), p.number() + " " + p.product().name());
    }
}
