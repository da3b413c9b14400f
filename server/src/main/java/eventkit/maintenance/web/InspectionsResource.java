package eventkit.maintenance.web;

import eventkit.core.AuditTrail;
import eventkit.core.Check;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.Versioned;
import eventkit.inventory.AssetId;
import eventkit.inventory.UnfitReason;
import eventkit.maintenance.DueInspection;
import eventkit.maintenance.Fitness;
import eventkit.maintenance.Inspection;
import eventkit.maintenance.InspectionPlan;
import eventkit.maintenance.Inspections;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was inspected, what is due, and who will still be fit. */
@RestController
@RequestMapping("/api/v1/inspections")
class InspectionsResource {
    private static final int FITNESS_MAX = 500;
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    record Cancelling(String reason) {}

    record Unfit(UUID assetId, List<UnfitReason> reasons) {}

    private final Inspections inspections;
    private final Fitness fitness;

    InspectionsResource(Inspections inspections, Fitness fitness) {
        this.inspections = inspections;
        this.fitness = fitness;
    }

    @GetMapping
    @Needs(Permission.MAINTENANCE_READ)
    Page<Inspection> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<UUID> asset,
            @RequestParam(required = false) @Nullable List<UUID> plan,
            @RequestParam(required = false) @Nullable List<UUID> product,
            @RequestParam(required = false) @Nullable List<Inspection.Result> result,
            @RequestParam(required = false) @Nullable List<InspectionPlan.Kind> kind,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Boolean cancelled) {
        new Check().date(from, "from").date(to, "to").orThrow();
        return inspections.list(new Inspections.Filter(asset, plan, product, result, kind, from, to, cancelled), query);
    }

    @PostMapping
    @Needs(Permission.MAINTENANCE_EDIT)
    ResponseEntity<Inspection> record(@RequestBody Inspections.NewInspection inspection) {
        var recorded = inspections.record(inspection);
        return Versioned.created("/inspections/" + recorded.id(), recorded, recorded.version());
    }

    @PostMapping("/bulk")
    @Needs(Permission.MAINTENANCE_EDIT)
    Inspections.BulkAnswer recordMany(@RequestBody Inspections.NewInspections many) {
        return inspections.recordMany(many);
    }

    /** Overdue, due soon by each plan's own lead, or failed; with {@code within} everything due in so many days. */
    @GetMapping("/due")
    @Needs(Permission.MAINTENANCE_READ)
    Page<DueInspection> due(
            ListQuery query,
            @RequestParam(required = false) @Nullable Integer within,
            @RequestParam(required = false) @Nullable List<UUID> asset,
            @RequestParam(required = false) @Nullable List<UUID> plan,
            @RequestParam(required = false) @Nullable List<UUID> product,
            @RequestParam(required = false) @Nullable List<UUID> category,
            @RequestParam(required = false) @Nullable List<InspectionPlan.Kind> kind,
            @RequestParam(required = false) @Nullable UUID location,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable Boolean failed,
            @RequestParam(required = false) @Nullable Boolean never) {
        return inspections.due(
                new Inspections.DueFilter(
                        within, asset, plan, product, category, kind, location, overdue, failed, never),
                query);
    }

    @GetMapping("/due/count")
    @Needs(Permission.MAINTENANCE_READ)
    Inspections.DueCount countDue() {
        return inspections.countDue();
    }

    /** Which of these assets are unfit, or will be before {@code until}. */
    @GetMapping("/unfit")
    @Needs(Permission.ASSET_READ)
    Page<Unfit> unfit(@RequestParam List<UUID> asset, @RequestParam Instant until) {
        new Check()
                .size(asset, "asset", FITNESS_MAX)
                .that(
                        until.isAfter(Instant.EPOCH) && until.isBefore(LAST),
                        "until",
                        "date-out-of-range",
                        "Use a time between 1970 and 2199.")
                .orThrow();
        var found = fitness.fitUntil(asset.stream().distinct().map(AssetId::new).toList(), until);
        return Page.of(found.entrySet().stream()
                .map(e -> new Unfit(e.getKey().value(), e.getValue()))
                .toList());
    }

    @GetMapping("/{id}")
    @Needs(Permission.MAINTENANCE_READ)
    ResponseEntity<Inspection> get(@PathVariable UUID id) {
        var inspection = inspections.get(id);
        return Versioned.ok(inspection, inspection.version());
    }

    @PostMapping("/{id}/cancellation")
    @Needs(Permission.MAINTENANCE_EDIT)
    ResponseEntity<Inspection> cancel(@PathVariable UUID id, @RequestBody Cancelling cancelling) {
        var inspection = inspections.cancel(id, cancelling.reason());
        return Versioned.ok(inspection, inspection.version());
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.MAINTENANCE_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return inspections.history(id, query);
    }
}
