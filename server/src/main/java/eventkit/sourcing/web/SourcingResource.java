package eventkit.sourcing.web;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.sourcing.PlannedStock;
import eventkit.sourcing.StockPlan;
import eventkit.sourcing.SubHire;
import eventkit.sourcing.SubHireState;
import eventkit.sourcing.SubHires;
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

/** Sub-hires from and to partners, and what is to be bought and sold. */
@RestController
@RequestMapping("/api/v1")
class SourcingResource {
    private final SubHires subHires;
    private final PlannedStock plans;
    private final MergePatch patches;

    SourcingResource(SubHires subHires, PlannedStock plans, MergePatch patches) {
        this.subHires = subHires;
        this.plans = plans;
        this.patches = patches;
    }

    /** By number, product and partner. */
    @GetMapping("/sub-hires")
    @Needs(Permission.SOURCE_READ)
    Page<SubHire> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<SubHire.Direction> direction,
            @RequestParam(required = false) @Nullable List<SubHireState> state,
            @RequestParam(required = false) @Nullable List<UUID> partner,
            @RequestParam(required = false) @Nullable List<UUID> product,
            @RequestParam(required = false) @Nullable List<UUID> event,
            @RequestParam(required = false) @Nullable Boolean open) {
        return subHires.list(
                new SubHires.Filter(all(direction), all(state), all(partner), all(product), all(event), open), query);
    }

    @PostMapping("/sub-hires")
    @Needs(Permission.SOURCE_EDIT)
    ResponseEntity<SubHire> create(@RequestBody SubHires.Details details) {
        var made = subHires.create(details);
        return Versioned.created("/sub-hires/" + made.id(), made, made.version());
    }

    @GetMapping("/sub-hires/{id}")
    @Needs(Permission.SOURCE_READ)
    ResponseEntity<SubHire> get(@PathVariable UUID id) {
        return tagged(subHires.get(id));
    }

    @PatchMapping("/sub-hires/{id}")
    @Needs(Permission.SOURCE_EDIT)
    ResponseEntity<SubHire> change(
            @PathVariable UUID id, @RequestBody @PatchOf(SubHires.Details.class) JsonNode patch, IfMatch ifMatch) {
        var now = SubHires.Details.of(subHires.get(id));
        return tagged(subHires.change(id, patches.apply(now, patch, SubHires.Details.class), ifMatch));
    }

    /** One step on, or a step taken by mistake back; what follows for what is free is one write with it. */
    @PostMapping("/sub-hires/{id}/state")
    @Needs(Permission.SOURCE_EDIT)
    ResponseEntity<SubHire> move(@PathVariable UUID id, @RequestBody SubHires.Move move) {
        return tagged(subHires.move(id, move, IfMatch.ANY));
    }

    @GetMapping("/sub-hires/{id}/history")
    @Needs(Permission.SOURCE_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return subHires.history(id, query);
    }

    /** By number, product and partner. */
    @GetMapping("/planned-stock")
    @Needs(Permission.SOURCE_READ)
    Page<StockPlan> plans(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<StockPlan.Kind> kind,
            @RequestParam(required = false) @Nullable List<StockPlan.State> state,
            @RequestParam(required = false) @Nullable List<UUID> product) {
        return plans.list(new PlannedStock.Filter(all(kind), all(state), all(product)), query);
    }

    @PostMapping("/planned-stock")
    @Needs(Permission.SOURCE_EDIT)
    ResponseEntity<StockPlan> plan(@RequestBody PlannedStock.Details details) {
        var made = plans.create(details);
        return Versioned.created("/planned-stock/" + made.id(), made, made.version());
    }

    @GetMapping("/planned-stock/{id}")
    @Needs(Permission.SOURCE_READ)
    ResponseEntity<StockPlan> getPlan(@PathVariable UUID id) {
        return tagged(plans.get(id));
    }

    @PatchMapping("/planned-stock/{id}")
    @Needs(Permission.SOURCE_EDIT)
    ResponseEntity<StockPlan> changePlan(
            @PathVariable UUID id, @RequestBody @PatchOf(PlannedStock.Details.class) JsonNode patch, IfMatch ifMatch) {
        var now = PlannedStock.Details.of(plans.get(id));
        return tagged(plans.change(id, patches.apply(now, patch, PlannedStock.Details.class), ifMatch));
    }

    /** Done when the registers say what came of it. */
    @PostMapping("/planned-stock/{id}/state")
    @Needs(Permission.SOURCE_EDIT)
    ResponseEntity<StockPlan> movePlan(@PathVariable UUID id, @RequestBody PlannedStock.Move move) {
        return tagged(plans.move(id, move, IfMatch.ANY));
    }

    @GetMapping("/planned-stock/{id}/history")
    @Needs(Permission.SOURCE_READ)
    Page<AuditTrail.Entry> planHistory(@PathVariable UUID id, ListQuery query) {
        return plans.history(id, query);
    }

    private static <T> List<T> all(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    private static ResponseEntity<SubHire> tagged(SubHire s) {
        return Versioned.ok(s, s.version());
    }

    private static ResponseEntity<StockPlan> tagged(StockPlan p) {
        return Versioned.ok(p, p.version());
    }
}
