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
import eventkit.maintenance.InspectionPlan;
import eventkit.maintenance.InspectionPlans;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What is inspected how often. */
@RestController
@RequestMapping("/api/v1/inspection-plans")
class InspectionPlansResource {
    private final InspectionPlans plans;
    private final MergePatch patches;

    InspectionPlansResource(InspectionPlans plans, MergePatch patches) {
        this.plans = plans;
        this.patches = patches;
    }

    @GetMapping
    @Needs(Permission.MAINTENANCE_READ)
    Page<InspectionPlan> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<InspectionPlan.Kind> kind,
            @RequestParam(required = false) @Nullable List<UUID> product,
            @RequestParam(required = false) @Nullable List<UUID> category,
            @RequestParam(required = false) @Nullable Boolean archived) {
        return plans.list(new InspectionPlans.Filter(kind, product, category, archived), query);
    }

    @PostMapping
    @Needs(Permission.MAINTENANCE_PLAN)
    ResponseEntity<InspectionPlan> create(@RequestBody InspectionPlans.Details details) {
        var plan = plans.create(details);
        return Versioned.created("/inspection-plans/" + plan.id(), plan, plan.version());
    }

    @GetMapping("/{id}")
    @Needs(Permission.MAINTENANCE_READ)
    ResponseEntity<InspectionPlan> get(@PathVariable UUID id) {
        return tagged(plans.get(id));
    }

    @PatchMapping("/{id}")
    @Needs(Permission.MAINTENANCE_PLAN)
    ResponseEntity<InspectionPlan> change(
            @PathVariable UUID id,
            @RequestBody @PatchOf(InspectionPlans.Details.class) JsonNode patch,
            IfMatch ifMatch) {
        var now = InspectionPlans.Details.of(plans.get(id));
        return tagged(plans.change(id, patches.apply(now, patch, InspectionPlans.Details.class), ifMatch));
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.MAINTENANCE_PLAN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        plans.remove(id, ifMatch);
    }

    @PostMapping("/{id}/archival")
    @Needs(Permission.MAINTENANCE_PLAN)
    ResponseEntity<InspectionPlan> archive(@PathVariable UUID id) {
        return tagged(plans.archive(id));
    }

    @PostMapping("/{id}/restoration")
    @Needs(Permission.MAINTENANCE_PLAN)
    ResponseEntity<InspectionPlan> restore(@PathVariable UUID id) {
        return tagged(plans.restore(id));
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.MAINTENANCE_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return plans.history(id, query);
    }

    private static ResponseEntity<InspectionPlan> tagged(InspectionPlan plan) {
        return Versioned.ok(plan, plan.version());
    }
}
