package eventkit.maintenance.web;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.maintenance.MaintenanceJob;
import eventkit.maintenance.MaintenanceJobState;
import eventkit.maintenance.Repairs;
import eventkit.maintenance.Severity;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Repairs: reported, started, repaired, returned. */
@RestController
@RequestMapping("/api/v1/maintenance-jobs")
class RepairsResource {
    private final Repairs repairs;
    private final MergePatch patches;

    RepairsResource(Repairs repairs, MergePatch patches) {
        this.repairs = repairs;
        this.patches = patches;
    }

    @GetMapping
    @Needs(Permission.MAINTENANCE_READ)
    Page<MaintenanceJob> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<MaintenanceJobState> state,
            @RequestParam(required = false) @Nullable List<Severity> severity,
            @RequestParam(required = false) @Nullable List<UUID> asset,
            @RequestParam(required = false) @Nullable List<UUID> product,
            @RequestParam(required = false) @Nullable List<UUID> assignedTo,
            @RequestParam(required = false) @Nullable List<UUID> repairShop,
            @RequestParam(required = false) @Nullable List<String> faultCategory,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable Boolean overdue) {
        return repairs.list(
                new Repairs.Filter(
                        state, severity, asset, product, assignedTo, repairShop, faultCategory, open, overdue),
                query);
    }

    @PostMapping
    @Needs(Permission.MAINTENANCE_EDIT)
    ResponseEntity<MaintenanceJob> report(@RequestBody Repairs.NewJob job) {
        var reported = repairs.report(job);
        return Versioned.created("/maintenance-jobs/" + reported.id(), reported, reported.version());
    }

    @GetMapping("/fault-categories")
    @Needs(Permission.MAINTENANCE_READ)
    Page<String> faultCategories() {
        return Page.of(repairs.faultCategories());
    }

    @GetMapping("/{id}")
    @Needs(Permission.MAINTENANCE_READ)
    ResponseEntity<MaintenanceJob> get(@PathVariable UUID id) {
        return tagged(repairs.get(id));
    }

    @PatchMapping("/{id}")
    @Needs(Permission.MAINTENANCE_EDIT)
    ResponseEntity<MaintenanceJob> change(
            @PathVariable UUID id, @RequestBody @PatchOf(Repairs.Details.class) JsonNode patch, IfMatch ifMatch) {
        var now = Repairs.Details.of(repairs.get(id));
        return tagged(repairs.change(id, patches.apply(now, patch, Repairs.Details.class), ifMatch));
    }

    @PostMapping("/{id}/start")
    @Needs(Permission.MAINTENANCE_EDIT)
    ResponseEntity<MaintenanceJob> start(
            @PathVariable UUID id, @RequestBody(required = false) Repairs.@Nullable Start start) {
        return tagged(repairs.start(id, start == null ? new Repairs.Start(null, null, null) : start));
    }

    @PostMapping("/{id}/completion")
    @Needs(Permission.MAINTENANCE_EDIT)
    ResponseEntity<MaintenanceJob> complete(
            @PathVariable UUID id, @RequestBody(required = false) Repairs.@Nullable Completion completion) {
        return tagged(repairs.complete(id, completion == null ? new Repairs.Completion(null) : completion));
    }

    @PostMapping("/{id}/return")
    @Needs(Permission.MAINTENANCE_EDIT)
    ResponseEntity<MaintenanceJob> giveBack(@PathVariable UUID id, @RequestBody Repairs.Return back) {
        return tagged(repairs.giveBack(id, back));
    }

    @PostMapping("/{id}/cancellation")
    @Needs(Permission.MAINTENANCE_EDIT)
    ResponseEntity<MaintenanceJob> cancel(@PathVariable UUID id, @RequestBody Repairs.Cancellation cancellation) {
        return tagged(repairs.cancel(id, cancellation));
    }

    @PostMapping("/{id}/write-off")
    @Needs(Permission.MAINTENANCE_EDIT)
    ResponseEntity<MaintenanceJob> giveUp(@PathVariable UUID id, @RequestBody Repairs.GivingUp givingUp) {
        return tagged(repairs.giveUp(id, givingUp));
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.MAINTENANCE_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return repairs.history(id, query);
    }

    private static ResponseEntity<MaintenanceJob> tagged(MaintenanceJob job) {
        return Versioned.ok(job, job.version());
    }
}
