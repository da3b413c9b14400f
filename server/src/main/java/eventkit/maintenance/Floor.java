package eventkit.maintenance;

import eventkit.core.Callers;
import eventkit.core.Permission;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetMoves;
import eventkit.inventory.AssetStatus;
import eventkit.inventory.LocationId;
import eventkit.stock.Stock;
import eventkit.stock.StockEntry;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a repair does to the things themselves, through the faces of the modules that own them. Whoever may repair may do this much with them,
 * and no more, so the permissions of those faces are lent for exactly these calls.
 */
@Component
class Floor {
    private final AssetMoves assets;
    private final Stock stock;

    Floor(AssetMoves assets, Stock stock) {
        this.assets = assets;
        this.stock = stock;
    }

    void reported(MaintenanceJob job, AssetStatus status) {
        if (job.asset() == null || !status.mayBecome(AssetStatus.DAMAGED) || status == AssetStatus.IN_REPAIR) return;
        lent(() -> assets.reportDamaged(List.of(asset(job)), null, job.number() + ": " + clip(job.description())));
    }

    /** @param shop null: it is repaired where it stands; counted pieces need one, or they would still count as free */
    void started(MaintenanceJob job, @Nullable AssetStatus status, @Nullable UUID shop) {
        if (job.asset() != null) {
            if (status == AssetStatus.IN_REPAIR) {
                if (shop != null)
                    lent(() -> assets.move(List.of(asset(job)), new LocationId(shop), job.number(), reference(job)));
                return;
            }
            lent(() -> assets.sendToRepair(
                    List.of(asset(job)), shop == null ? null : new LocationId(shop), job.number(), reference(job)));
            return;
        }
        var from = job.state() == MaintenanceJobState.REPORTED || job.repairShop() == null
                ? place(job)
                : job.repairShop().id();
        if (shop != null && !shop.equals(from)) move(job, from, shop);
    }

    void returned(MaintenanceJob job, UUID to, @Nullable String condition) {
        if (job.asset() != null) {
            lent(() -> assets.returnFromRepair(
                    List.of(asset(job)), true, condition, new LocationId(to), job.number(), reference(job)));
        } else if (!away(job).equals(to)) {
            move(job, away(job), to);
        }
    }

    /** Nothing was done, or nothing was wrong. */
    void cancelled(MaintenanceJob job, @Nullable AssetStatus status, boolean noFault, String reason) {
        if (job.asset() == null) {
            if (job.state().away() && !away(job).equals(place(job))) move(job, away(job), place(job));
            return;
        }
        var note = job.number() + ": " + clip(reason);
        if (status == AssetStatus.IN_REPAIR) {
            lent(() -> assets.returnFromRepair(List.of(asset(job)), noFault, null, null, note, reference(job)));
        } else if (status == AssetStatus.DAMAGED && noFault) {
            lent(() -> assets.clearDamage(List.of(asset(job)), null, note));
        }
    }

    void givenUp(MaintenanceJob job, @Nullable AssetStatus status, String reason) {
        var note = job.number() + ": " + clip(reason);
        if (job.asset() == null) {
            var where = job.state().away() ? away(job) : place(job);
            var loss =
                    new Stock.Adjustment(job.product().id(), where, -job.quantity(), StockEntry.Reason.DAMAGED, note);
            lent(() -> stock.adjust(loss));
            return;
        }
        var ids = List.of(asset(job));
        if (status != AssetStatus.IN_REPAIR) lent(() -> assets.sendToRepair(ids, null, note, reference(job)));
        lent(() -> assets.returnFromRepair(ids, false, "WRITTEN_OFF", null, note, reference(job)));
    }

    static String reference(MaintenanceJob job) {
        return "maintenance-job:" + job.id();
    }

    private void move(MaintenanceJob job, UUID from, UUID to) {
        var moves = new Stock.Moves(
                List.of(new Stock.MoveLine(job.product().id(), from, to, job.quantity())), job.number());
        lent(() -> stock.move(moves, new StockEntry.Ref("maintenance-job", job.id(), job.number())));
    }

    private static UUID place(MaintenanceJob job) {
        if (job.stockLocation() == null) throw new IllegalStateException(job.number() + " is for an asset");
        return job.stockLocation().id();
    }

    private static UUID away(MaintenanceJob job) {
        return job.repairShop() == null ? place(job) : job.repairShop().id();
    }

    private static AssetId asset(MaintenanceJob job) {
        if (job.asset() == null) throw new IllegalStateException(job.number() + " is for counted pieces");
        return new AssetId(job.asset().id());
    }

    private static String clip(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= 200
                ? line
                : line.substring(0, line.offsetByCodePoints(0, Math.min(199, line.codePointCount(0, 199)))) + "…";
    }

    private static void lent(Runnable work) {
        var caller = Callers.current().allowing(Permission.ASSET_EDIT, Permission.MOVE, Permission.STOCK_ADJUST);
        Callers.runAs(caller, work);
    }
}
