package eventkit.crm.web;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.crm.Deal;
import eventkit.crm.DealState;
import eventkit.crm.Deals;
import eventkit.crm.Pipeline;
import eventkit.crm.Pipelines;
import java.time.Instant;
import java.time.LocalDate;
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

/** Deals, the pipelines they go through, and what they may bring. */
@RestController
@RequestMapping("/api/v1")
class DealsResource {
    private final Deals deals;
    private final Pipelines pipelines;
    private final MergePatch patches;

    DealsResource(Deals deals, Pipelines pipelines, MergePatch patches) {
        this.deals = deals;
        this.pipelines = pipelines;
        this.patches = patches;
    }

    /** By number, name, client, venue and competitor. */
    @GetMapping("/deals")
    @Needs(Permission.DEAL_READ)
    Page<Deal> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<UUID> client,
            @RequestParam(required = false) @Nullable List<UUID> pipeline,
            @RequestParam(required = false) @Nullable List<UUID> stage,
            @RequestParam(required = false) @Nullable List<DealState> state,
            @RequestParam(required = false) @Nullable List<UUID> owner,
            @RequestParam(required = false) @Nullable List<UUID> event,
            @RequestParam(required = false) @Nullable LocalDate closeFrom,
            @RequestParam(required = false) @Nullable LocalDate closeTo,
            @RequestParam(required = false) @Nullable Instant closedFrom,
            @RequestParam(required = false) @Nullable Instant closedTo,
            @RequestParam(required = false) @Nullable String reason) {
        return deals.list(
                new Deals.Filter(
                        all(client),
                        all(pipeline),
                        all(stage),
                        all(state),
                        all(owner),
                        all(event),
                        closeFrom,
                        closeTo,
                        closedFrom,
                        closedTo,
                        reason),
                query);
    }

    /** The stages of a pipeline with their deals, the soonest to close first; of closed ones those of the last ninety days. */
    @GetMapping("/deals/board")
    @Needs(Permission.DEAL_READ)
    Deals.Board board(
            @RequestParam(required = false) @Nullable UUID pipeline,
            @RequestParam(required = false) @Nullable List<UUID> owner) {
        return deals.board(pipeline, all(owner));
    }

    /** What each month may bring, weighted by the chance of each deal, and what was won in it. */
    @GetMapping("/deals/forecast")
    @Needs(Permission.DEAL_READ)
    Page<Deals.Month> forecast(
            @RequestParam(required = false) @Nullable UUID pipeline,
            @RequestParam(required = false) @Nullable List<UUID> owner) {
        return Page.of(deals.forecast(pipeline, all(owner)));
    }

    @PostMapping("/deals")
    @Needs(Permission.DEAL_EDIT)
    ResponseEntity<Deal> create(@RequestBody Deals.Details details) {
        var made = deals.create(details);
        return Versioned.created("/deals/" + made.id(), made, made.version());
    }

    @GetMapping("/deals/{id}")
    @Needs(Permission.DEAL_READ)
    ResponseEntity<Deal> get(@PathVariable UUID id) {
        return tagged(deals.get(id));
    }

    @PatchMapping("/deals/{id}")
    @Needs(Permission.DEAL_EDIT)
    ResponseEntity<Deal> change(
            @PathVariable UUID id, @RequestBody @PatchOf(Deals.Details.class) JsonNode patch, IfMatch ifMatch) {
        var now = Deals.Details.of(deals.get(id));
        return tagged(deals.change(id, patches.apply(now, patch, Deals.Details.class), ifMatch));
    }

    /** To another stage, of this or another pipeline. A lost deal says why. */
    @PostMapping("/deals/{id}/stage")
    @Needs(Permission.DEAL_EDIT)
    ResponseEntity<Deal> move(@PathVariable UUID id, @RequestBody Deals.Move move, IfMatch ifMatch) {
        return tagged(deals.move(id, move, ifMatch));
    }

    @GetMapping("/deals/{id}/history")
    @Needs(Permission.DEAL_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return deals.history(id, query);
    }

    /** The standard one first. */
    @GetMapping("/pipelines")
    @Needs(Permission.DEAL_READ)
    Page<Pipeline> pipelines() {
        return Page.of(pipelines.all());
    }

    @PostMapping("/pipelines")
    @Needs(Permission.PIPELINE_EDIT)
    ResponseEntity<Pipeline> createPipeline(@RequestBody Pipelines.Details details) {
        var made = pipelines.create(details);
        return Versioned.created("/pipelines/" + made.id(), made, made.version());
    }

    @GetMapping("/pipelines/{id}")
    @Needs(Permission.DEAL_READ)
    ResponseEntity<Pipeline> pipeline(@PathVariable UUID id) {
        return tagged(pipelines.get(id));
    }

    /** Stages are given all together: those with their id stay, those without are new, those left out are removed. */
    @PatchMapping("/pipelines/{id}")
    @Needs(Permission.PIPELINE_EDIT)
    ResponseEntity<Pipeline> changePipeline(
            @PathVariable UUID id, @RequestBody @PatchOf(Pipelines.Details.class) JsonNode patch, IfMatch ifMatch) {
        var now = Pipelines.Details.of(pipelines.get(id));
        return tagged(pipelines.change(id, patches.apply(now, patch, Pipelines.Details.class), ifMatch));
    }

    @PostMapping("/pipelines/{id}/archive")
    @Needs(Permission.PIPELINE_EDIT)
    ResponseEntity<Pipeline> archive(@PathVariable UUID id) {
        return tagged(pipelines.archive(id));
    }

    @PostMapping("/pipelines/{id}/restore")
    @Needs(Permission.PIPELINE_EDIT)
    ResponseEntity<Pipeline> restore(@PathVariable UUID id) {
        return tagged(pipelines.restore(id));
    }

    @GetMapping("/pipelines/{id}/history")
    @Needs(Permission.DEAL_READ)
    Page<AuditTrail.Entry> pipelineHistory(@PathVariable UUID id, ListQuery query) {
        return pipelines.history(id, query);
    }

    private static <T> List<T> all(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    private static ResponseEntity<Deal> tagged(Deal d) {
        return Versioned.ok(d, d.version());
    }

    private static ResponseEntity<Pipeline> tagged(Pipeline p) {
        return Versioned.ok(p, p.version());
    }
}
