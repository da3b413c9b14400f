package eventkit.transfers.web;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.transfers.Transfer;
import eventkit.transfers.TransferLine;
import eventkit.transfers.TransferState;
import eventkit.transfers.Transfers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Transfers between warehouses. */
@RestController
@RequestMapping("/api/v1/transfers")
class TransfersResource {
    private final Transfers transfers;
    private final MergePatch patches;

    TransfersResource(Transfers transfers, MergePatch patches) {
        this.transfers = transfers;
        this.patches = patches;
    }

    @GetMapping
    @Needs(Permission.ASSET_READ)
    Page<Transfer> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<TransferState> state,
            @RequestParam(required = false) @Nullable List<UUID> from,
            @RequestParam(required = false) @Nullable List<UUID> to,
            @RequestParam(required = false) @Nullable UUID asset,
            @RequestParam(required = false) @Nullable UUID flightCase,
            @RequestParam(required = false) @Nullable UUID product) {
        return transfers.list(new Transfers.Filter(state, from, to, asset, flightCase, product), query);
    }

    @PostMapping
    @Needs(Permission.MOVE)
    ResponseEntity<Transfer> create(@RequestBody Transfers.NewTransfer transfer) {
        var created = transfers.create(transfer);
        return Versioned.created("/transfers/" + created.id(), created, created.version());
    }

    @GetMapping("/{id}")
    @Needs(Permission.ASSET_READ)
    ResponseEntity<Transfer> get(@PathVariable UUID id) {
        return tagged(transfers.get(id));
    }

    @PatchMapping("/{id}")
    @Needs(Permission.MOVE)
    ResponseEntity<Transfer> change(
            @PathVariable UUID id, @RequestBody @PatchOf(Transfers.Details.class) JsonNode patch, IfMatch ifMatch) {
        var now = Transfers.Details.of(transfers.get(id));
        return tagged(transfers.change(id, patches.apply(now, patch, Transfers.Details.class), ifMatch));
    }

    @GetMapping("/{id}/lines")
    @Needs(Permission.ASSET_READ)
    Page<TransferLine> lines(@PathVariable UUID id) {
        return Page.of(transfers.lines(id));
    }

    @PostMapping("/{id}/lines")
    @Needs(Permission.MOVE)
    ResponseEntity<Transfer> add(@PathVariable UUID id, @RequestBody Transfers.NewLines lines) {
        return tagged(transfers.add(id, lines));
    }

    /** With the version of the transfer. */
    @DeleteMapping("/{id}/lines/{lineId}")
    @Needs(Permission.MOVE)
    ResponseEntity<Transfer> takeOff(@PathVariable UUID id, @PathVariable UUID lineId, IfMatch ifMatch) {
        return tagged(transfers.takeOff(id, lineId, ifMatch));
    }

    @PostMapping("/{id}/dispatch")
    @Needs(Permission.MOVE)
    ResponseEntity<Transfer> dispatch(@PathVariable UUID id) {
        return tagged(transfers.dispatch(id));
    }

    @PostMapping("/{id}/receipt")
    @Needs(Permission.MOVE)
    ResponseEntity<Transfer> receive(@PathVariable UUID id, @RequestBody Transfers.Receipt receipt) {
        return tagged(transfers.receive(id, receipt));
    }

    @PostMapping("/{id}/cancellation")
    @Needs(Permission.MOVE)
    ResponseEntity<Transfer> cancel(@PathVariable UUID id, @RequestBody Transfers.Cancellation cancellation) {
        return tagged(transfers.cancel(id, cancellation));
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.ASSET_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return transfers.history(id, query);
    }

    private static ResponseEntity<Transfer> tagged(Transfer transfer) {
        return Versioned.ok(transfer, transfer.version());
    }
}
