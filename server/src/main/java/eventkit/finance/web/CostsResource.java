package eventkit.finance.web;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.Versioned;
import eventkit.finance.Cost;
import eventkit.finance.Costs;
import eventkit.finance.Invoice;
import eventkit.finance.ProfitGroup;
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

/** What events cost and earn, and what is to be done before one is closed. */
@RestController
@RequestMapping("/api/v1")
class CostsResource {
    private final Costs costs;

    CostsResource(Costs costs) {
        this.costs = costs;
    }

    @GetMapping("/costs")
    @Needs(Permission.COST_READ)
    Page<Cost> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<UUID> event,
            @RequestParam(required = false) @Nullable List<ProfitGroup> group,
            @RequestParam(required = false) @Nullable Boolean planned,
            @RequestParam(required = false) @Nullable Boolean charge,
            @RequestParam(required = false) @Nullable Boolean takenBack) {
        return costs.list(
                new Costs.Filter(
                        event == null ? List.of() : event,
                        group == null ? List.of() : group,
                        planned,
                        charge,
                        takenBack),
                query);
    }

    /** One that is not planned is posted at once. */
    @PostMapping("/costs")
    @Needs(Permission.COST_EDIT)
    ResponseEntity<Cost> create(@RequestBody Costs.Details details) {
        var made = costs.create(details);
        return Versioned.created("/costs/" + made.id(), made, made.version());
    }

    @GetMapping("/costs/{id}")
    @Needs(Permission.COST_READ)
    ResponseEntity<Cost> get(@PathVariable UUID id) {
        return tagged(costs.get(id));
    }

    /** @param charge whether the client is to pay it */
    record Charge(boolean charge) {}

    @PostMapping("/costs/{id}/charge")
    @Needs(Permission.COST_EDIT)
    ResponseEntity<Cost> charge(@PathVariable UUID id, @RequestBody Charge charge, IfMatch ifMatch) {
        return tagged(costs.charge(id, charge.charge(), ifMatch));
    }

    /** It counts no more; what was posted for it is reversed. */
    @PostMapping("/costs/{id}/withdrawal")
    @Needs(Permission.COST_EDIT)
    ResponseEntity<Cost> takeBack(@PathVariable UUID id, @RequestBody Costs.Withdrawal withdrawal, IfMatch ifMatch) {
        return tagged(costs.takeBack(id, withdrawal, ifMatch));
    }

    @GetMapping("/costs/{id}/history")
    @Needs(Permission.COST_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return costs.history(id, query);
    }

    /** Takes over what other rooms know by now; what changed since is posted anew. */
    @PostMapping("/events/{id}/gathered-costs")
    @Needs(Permission.COST_EDIT)
    Page<Cost> gather(@PathVariable UUID id) {
        return Page.of(costs.gather(id));
    }

    /** Profit and loss of an event, planned against actual. */
    @GetMapping("/events/{id}/profit")
    @Needs(Permission.COST_READ)
    Costs.Profit profit(@PathVariable UUID id) {
        return costs.profit(id);
    }

    /** What is missing, came back damaged, and is to be charged on. */
    @GetMapping("/events/{id}/close-out")
    @Needs(Permission.COST_READ)
    Costs.CloseOut closeOut(@PathVariable UUID id) {
        return costs.closeOut(id);
    }

    /** The draft of an invoice over what the client is to pay besides. */
    @PostMapping("/events/{id}/charged-costs")
    @Needs(Permission.INVOICE_EDIT)
    ResponseEntity<Invoice> chargeOn(@PathVariable UUID id) {
        var made = costs.chargeOn(id);
        return Versioned.created("/invoices/" + made.id(), made, made.version());
    }

    private static ResponseEntity<Cost> tagged(Cost c) {
        return Versioned.ok(c, c.version());
    }
}
