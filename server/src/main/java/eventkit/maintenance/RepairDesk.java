package eventkit.maintenance;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Subject;
import eventkit.inventory.AssetStatus;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class RepairDesk implements Repairs {
    private static final String KIND = "maintenance-job";
    private final MaintenanceJobs jobs;
    private final Floor floor;
    private final Audit audit;
    private final AuditTrail trail;
    private final Events events;
    private final Ids ids;
    private final Clock clock;
    private final Today today;

    RepairDesk(
            MaintenanceJobs jobs,
            Floor floor,
            Audit audit,
            AuditTrail trail,
            Events events,
            Ids ids,
            Clock clock,
            Today today) {
        this.jobs = jobs;
        this.floor = floor;
        this.audit = audit;
        this.trail = trail;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        this.today = today;
        Constraints.mean("job_open_of_asset", RepairAlreadyOpen::new);
    }

    @Override
    public Page<MaintenanceJob> list(Filter filter, ListQuery query) {
        return jobs.list(filter, query, clock.instant(), today.date());
    }

    @Override
    public MaintenanceJob get(UUID id) {
        return jobs.find(id, clock.instant(), today.date()).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    public List<String> faultCategories() {
        return jobs.faultCategories();
    }

    @Override
    @Transactional
    public MaintenanceJob report(NewJob job) {
        var check = new Check();
        boolean asset = job.assetId() != null;
        check.that(
                asset
                        ? job.productId() == null && job.quantity() == null && job.locationId() == null
                        : job.productId() != null,
                "assetId",
                "asset-or-product",
                "Name either an asset, or a counted product with quantity and location.");
        if (!asset) {
            check.required(job.quantity(), "quantity")
                    .between(job.quantity(), "quantity", 1, 1_000_000)
                    .required(job.locationId(), "locationId");
        }
        describe(check, job.description(), job.faultCategory());
        check.date(job.expectedBack(), "expectedBack");
        hands(check, job.assignedToId(), job.repairShopId());
        check.orThrow();
        UUID productId = asset ? repairable(Objects.requireNonNull(job.assetId())) : counted(job);
        var id = ids.next();
        var caller = Callers.current();
        jobs.insert(id, jobs.nextNumber(), job, productId, clock.instant(), caller.userId(), caller.name());
        var reported = get(id);
        audit.created(subject(reported), reported.facts());
        if (reported.asset() != null) floor.reported(reported, status(reported));
        events.announce(new RepairReported(
                id,
                reported.number(),
                job.assetId(),
                productId,
                reported.item(),
                reported.severity(),
                caller.userId(),
                reported.reportedAt()));
        return reported;
    }

    @Override
    @Transactional
    public MaintenanceJob change(UUID id, Details details, IfMatch ifMatch) {
        var before = lock(id);
        ifMatch.require(before.version(), audit, KIND, id);
        var check = new Check().required(details.severity(), "severity");
        describe(check, details.description(), details.faultCategory());
        check.date(details.expectedBack(), "expectedBack").text(details.workDone(), "workDone", 5000);
        CostLine.check(check, details.lines(), "lines");
        var was = Details.of(before);
        hands(
                check,
                Objects.equals(was.assignedToId(), details.assignedToId()) ? null : details.assignedToId(),
                Objects.equals(was.repairShopId(), details.repairShopId()) ? null : details.repairShopId());
        check.orThrow();
        if (!before.state().open()) settled(before, was, details);
        // Counted pieces lie where the repair shop is; they go elsewhere only by starting again.
        boolean elsewhere = !Objects.equals(was.repairShopId(), details.repairShopId());
        if (elsewhere && before.state().away()) throw new RepairClosed(before.number(), "repairShopId");
        jobs.update(
                id,
                details,
                details.lines() == null
                        ? List.of()
                        : details.lines().stream().map(CostLine.Entry::line).toList());
        return changed(before, "changed");
    }

    @Override
    @Transactional
    public MaintenanceJob start(UUID id, Start start) {
        var before = lock(id);
        to(before, MaintenanceJobState.IN_REPAIR);
        var check = new Check().date(start.expectedBack(), "expectedBack");
        hands(check, start.assignedToId(), start.repairShopId());
        UUID shop = start.repairShopId() != null
                ? start.repairShopId()
                : before.repairShop() == null ? null : before.repairShop().id();
        check.that(
                before.asset() != null || shop != null,
                "repairShopId",
                "required",
                "Say which repair shop the pieces go to, so that they no longer count as free.");
        check.orThrow();
        floor.started(before, before.asset() == null ? null : status(before), shop);
        jobs.start(
                id,
                clock.instant(),
                shop,
                start.assignedToId() != null
                        ? start.assignedToId()
                        : before.assignedTo() == null
                                ? null
                                : before.assignedTo().id(),
                start.expectedBack() != null ? start.expectedBack() : before.expectedBack());
        return changed(before, "started");
    }

    @Override
    @Transactional
    public MaintenanceJob complete(UUID id, Completion completion) {
        var before = lock(id);
        to(before, MaintenanceJobState.REPAIRED);
        new Check().text(completion.workDone(), "workDone", 5000).orThrow();
        var workDone = ChecklistItem.blankToNull(completion.workDone());
        jobs.complete(id, clock.instant(), workDone != null ? workDone : before.workDone());
        return changed(before, "repaired");
    }

    @Override
    @Transactional
    public MaintenanceJob giveBack(UUID id, Return back) {
        var before = lock(id);
        to(before, MaintenanceJobState.RETURNED);
        var check = new Check()
                .required(back.locationId(), "locationId")
                .line(back.condition(), "condition", 40)
                .text(back.note(), "note", 2000);
        if (back.locationId() != null) place(check, back.locationId(), "locationId");
        check.orThrow();
        floor.returned(before, back.locationId(), ChecklistItem.blankToNull(back.condition()));
        jobs.end(
                id,
                MaintenanceJobState.RETURNED,
                clock.instant(),
                ChecklistItem.blankToNull(back.note()),
                back.locationId());
        return ended(before, "returned");
    }

    @Override
    @Transactional
    public MaintenanceJob cancel(UUID id, Cancellation cancellation) {
        var before = lock(id);
        to(before, MaintenanceJobState.CANCELLED);
        var reason = reason(cancellation.reason());
        floor.cancelled(
                before,
                before.asset() == null ? null : status(before),
                Boolean.TRUE.equals(cancellation.noFault()),
                reason);
        jobs.end(id, MaintenanceJobState.CANCELLED, clock.instant(), reason, null);
        return ended(before, "cancelled");
    }

    @Override
    @Transactional
    public MaintenanceJob giveUp(UUID id, GivingUp givingUp) {
        var before = lock(id);
        to(before, MaintenanceJobState.BEYOND_REPAIR);
        var reason = reason(givingUp.reason());
        floor.givenUp(before, before.asset() == null ? null : status(before), reason);
        jobs.end(id, MaintenanceJobState.BEYOND_REPAIR, clock.instant(), reason, null);
        return ended(before, "given up");
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        get(id);
        return trail.history(KIND, id, query);
    }

    private MaintenanceJob lock(UUID id) {
        jobs.lock(id);
        return get(id);
    }

    private static void to(MaintenanceJob job, MaintenanceJobState next) {
        if (!job.state().successors().contains(next)) throw new IllegalRepairMove(job.number(), job.state(), next);
    }

    private MaintenanceJob changed(MaintenanceJob before, String action) {
        var after = get(before.id());
        audit.changed(subject(after), action, after.version(), before.facts(), after.facts());
        return after;
    }

    private MaintenanceJob ended(MaintenanceJob before, String action) {
        var after = changed(before, action);
        events.announce(new RepairEnded(
                after.id(),
                after.number(),
                after.asset() == null ? null : after.asset().id(),
                after.product().id(),
                after.state(),
                after.totalCost(),
                clock.instant()));
        return after;
    }

    private static void settled(MaintenanceJob job, Details was, Details now) {
        if (was.severity() != now.severity()) throw new RepairClosed(job.number(), "severity");
        if (!Objects.equals(was.faultCategory(), now.faultCategory()))
            throw new RepairClosed(job.number(), "faultCategory");
        if (!was.description().equals(now.description())) throw new RepairClosed(job.number(), "description");
        if (!Objects.equals(was.assignedToId(), now.assignedToId()))
            throw new RepairClosed(job.number(), "assignedToId");
        if (!Objects.equals(was.repairShopId(), now.repairShopId()))
            throw new RepairClosed(job.number(), "repairShopId");
        if (!Objects.equals(was.expectedBack(), now.expectedBack()))
            throw new RepairClosed(job.number(), "expectedBack");
    }

    private static void describe(Check check, @Nullable String description, @Nullable String faultCategory) {
        check.required(description, "description")
                .text(description, "description", 5000)
                .line(faultCategory, "faultCategory", 100);
    }

    private static String reason(@Nullable String reason) {
        new Check().required(reason, "reason").text(reason, "reason", 2000).orThrow();
        return Objects.requireNonNull(reason).strip();
    }

    private void hands(Check check, @Nullable UUID assignedTo, @Nullable UUID shop) {
        if (assignedTo != null) {
            var person = jobs.person(assignedTo);
            check.that(person.isPresent(), "assignedToId", "unknown", "There is no such person.");
            check.that(
                    person.isEmpty() || person.get().getState().equals("ACTIVE"),
                    "assignedToId",
                    "suspended",
                    "This person's account is suspended.");
        }
        if (shop == null) return;
        place(check, shop, "repairShopId");
        var place = jobs.place(shop);
        check.that(
                place.isEmpty() || place.get().getKind().equals("REPAIR_SHOP"),
                "repairShopId",
                "not-a-repair-shop",
                "Choose a location of the kind repair shop.");
    }

    private void place(Check check, UUID id, String field) {
        var place = jobs.place(id);
        check.that(place.isPresent(), field, "unknown", "There is no such location.");
        check.that(place.isEmpty() || !place.get().getArchived(), field, "archived", "This location is archived.");
    }

    private UUID repairable(UUID assetId) {
        var asset = jobs.asset(assetId).orElseThrow(() -> new NotFound("asset", assetId));
        var status = AssetStatus.valueOf(asset.getStatus());
        if (status.gone() || status == AssetStatus.LOST) {
            throw new NotRepairable(asset.getNumber() + " is " + status + ": there is nothing to repair.");
        }
        return asset.getProductId();
    }

    private UUID counted(NewJob job) {
        var productId = Objects.requireNonNull(job.productId());
        var product = jobs.product(productId).orElseThrow(() -> new NotFound("product", productId));
        var check = new Check();
        place(check, Objects.requireNonNull(job.locationId()), "locationId");
        check.orThrow();
        if (product.getKind().equals("SERIALISED"))
            throw new NotRepairable("Each " + product.getName() + " has a number of its own. Name the asset.");
        return productId;
    }

    private AssetStatus status(MaintenanceJob job) {
        var asset = Objects.requireNonNull(job.asset());
        return jobs.asset(asset.id())
                .map(a -> AssetStatus.valueOf(a.getStatus()))
                .orElseThrow(() -> new NotFound("asset", asset.id()));
    }

    private static Subject subject(MaintenanceJob job) {
        return new Subject(KIND, job.id(), job.number() + " " + job.item());
    }
}
