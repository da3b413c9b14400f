package eventkit.inventory.web;

import eventkit.core.Check;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.core.web.Versioned;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetMoves;
import eventkit.inventory.AssetRegister;
import eventkit.inventory.LocationId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What people do with one asset; each answers with the asset as it is then. {@code nextActions} of an asset names what is possible now. */
@RestController
@RequestMapping("/api/v1/assets/{id}")
class AssetActionsResource {
    /** @param locationId null: nobody knows where, or where it is */
    record Move(@Nullable UUID locationId, @Nullable String reason) {}

    record Shelving(@Nullable UUID locationId) {}

    record Damage(@Nullable String condition, String reason) {}

    record Clearance(@Nullable String condition, @Nullable String reason) {}

    record Reason(@Nullable String reason) {}

    record Quarantine(String reason) {}

    record Finding(
            @Nullable UUID locationId,
            @Nullable Boolean damaged,
            @Nullable String reason) {}

    record RepairReturn(
            @Nullable Boolean mended,
            @Nullable String condition,
            @Nullable UUID locationId,
            @Nullable String reason) {}

    record Retirement(@Nullable Boolean writeOff, @Nullable String reason) {}

    record Sale(String to, Money price, @Nullable String reason) {}

    record OwnershipTransfer(String to, @Nullable String reason) {}

    private final AssetMoves moves;
    private final AssetRegister register;

    AssetActionsResource(AssetMoves moves, AssetRegister register) {
        this.moves = moves;
        this.register = register;
    }

    @PostMapping("/moves")
    @Needs(Permission.MOVE)
    ResponseEntity<AssetView> move(@PathVariable UUID id, @RequestBody Move m) {
        moves.move(one(id), place(m.locationId()), m.reason(), null);
        return now(id);
    }

    @PostMapping("/check-in")
    @Needs(Permission.MOVE)
    ResponseEntity<AssetView> checkIn(@PathVariable UUID id, @RequestBody Move m) {
        moves.checkIn(one(id), place(m.locationId()), m.reason());
        return now(id);
    }

    @PostMapping("/shelving")
    @Needs(Permission.MOVE)
    ResponseEntity<AssetView> shelve(@PathVariable UUID id, @RequestBody Shelving s) {
        moves.shelve(one(id), place(s.locationId()));
        return now(id);
    }

    @PostMapping("/damage")
    @Needs(Permission.ASSET_EDIT)
    ResponseEntity<AssetView> damage(@PathVariable UUID id, @RequestBody Damage d) {
        moves.reportDamaged(one(id), d.condition(), d.reason());
        return now(id);
    }

    @PostMapping("/clearance")
    @Needs(Permission.ASSET_EDIT)
    ResponseEntity<AssetView> clearDamage(@PathVariable UUID id, @RequestBody Clearance c) {
        moves.clearDamage(one(id), c.condition(), c.reason());
        return now(id);
    }

    @PostMapping("/loss")
    @Needs(Permission.ASSET_EDIT)
    ResponseEntity<AssetView> lose(@PathVariable UUID id, @RequestBody Reason r) {
        moves.reportLost(one(id), r.reason());
        return now(id);
    }

    @PostMapping("/finding")
    @Needs(Permission.ASSET_EDIT)
    ResponseEntity<AssetView> find(@PathVariable UUID id, @RequestBody Finding f) {
        moves.reportFound(one(id), place(f.locationId()), Boolean.TRUE.equals(f.damaged()), f.reason());
        return now(id);
    }

    @PostMapping("/repair")
    @Needs(Permission.MAINTENANCE_EDIT)
    ResponseEntity<AssetView> sendToRepair(@PathVariable UUID id, @RequestBody Move m) {
        moves.sendToRepair(one(id), place(m.locationId()), m.reason(), null);
        return now(id);
    }

    @PostMapping("/repair-return")
    @Needs(Permission.MAINTENANCE_EDIT)
    ResponseEntity<AssetView> returnFromRepair(@PathVariable UUID id, @RequestBody RepairReturn r) {
        new Check().required(r.mended(), "mended").orThrow();
        moves.returnFromRepair(
                one(id), Boolean.TRUE.equals(r.mended()), r.condition(), place(r.locationId()), r.reason(), null);
        return now(id);
    }

    @PostMapping("/retirement")
    @Needs(Permission.ASSET_DISPOSE)
    ResponseEntity<AssetView> retire(@PathVariable UUID id, @RequestBody Retirement r) {
        moves.retire(one(id), Boolean.TRUE.equals(r.writeOff()), r.reason());
        return now(id);
    }

    @PostMapping("/sale")
    @Needs(Permission.ASSET_DISPOSE)
    ResponseEntity<AssetView> sell(@PathVariable UUID id, @RequestBody Sale s) {
        moves.sell(one(id), s.to(), s.price(), s.reason());
        return now(id);
    }

    @PostMapping("/ownership-transfer")
    @Needs(Permission.ASSET_DISPOSE)
    ResponseEntity<AssetView> transferOwnership(@PathVariable UUID id, @RequestBody OwnershipTransfer t) {
        moves.transferOwnership(one(id), t.to(), t.reason());
        return now(id);
    }

    @PostMapping("/reinstatement")
    @Needs(Permission.ASSET_DISPOSE)
    ResponseEntity<AssetView> reinstate(@PathVariable UUID id, @RequestBody Move m) {
        moves.reinstate(one(id), place(m.locationId()), m.reason());
        return now(id);
    }

    @PostMapping("/quarantine")
    @Needs(Permission.ASSET_EDIT)
    ResponseEntity<AssetView> quarantine(@PathVariable UUID id, @RequestBody Quarantine q) {
        register.quarantine(new AssetId(id), q.reason());
        return now(id);
    }

    @PostMapping("/quarantine-release")
    @Needs(Permission.ASSET_EDIT)
    ResponseEntity<AssetView> release(@PathVariable UUID id) {
        register.releaseFromQuarantine(new AssetId(id));
        return now(id);
    }

    private static List<AssetId> one(UUID id) {
        return List.of(new AssetId(id));
    }

    private static @Nullable LocationId place(@Nullable UUID id) {
        return id == null ? null : new LocationId(id);
    }

    private ResponseEntity<AssetView> now(UUID id) {
        var view = AssetView.of(register.sheet(new AssetId(id)));
        return Versioned.ok(view, view.version());
    }
}
