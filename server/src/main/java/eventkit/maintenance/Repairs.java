package eventkit.maintenance;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Repairs from the report to the return. The status of the asset follows in the same transaction. */
public interface Repairs {
    /**
     * @param assetId either this, or product, quantity and location of counted pieces
     * @param locationId where the counted pieces lie
     * @param severity null for MEDIUM
     */
    record NewJob(
            @Nullable UUID assetId,
            @Nullable UUID productId,
            @Nullable Long quantity,
            @Nullable UUID locationId,
            @Nullable Severity severity,
            @Nullable String faultCategory,
            String description,
            @Nullable UUID assignedToId,
            @Nullable UUID repairShopId,
            @Nullable LocalDate expectedBack) {}

    /** What a person may change while it is open; afterwards only the cost lines and the work done, because bills come late. */
    record Details(
            Severity severity,
            @Nullable String faultCategory,
            String description,
            @Nullable UUID assignedToId,
            @Nullable UUID repairShopId,
            @Nullable LocalDate expectedBack,
            @Nullable String workDone,
            @Nullable List<CostLine.Entry> lines) {
        public static Details of(MaintenanceJob j) {
            return new Details(
                    j.severity(),
                    j.faultCategory(),
                    j.description(),
                    j.assignedTo() == null ? null : j.assignedTo().id(),
                    j.repairShop() == null ? null : j.repairShop().id(),
                    j.expectedBack(),
                    j.workDone(),
                    j.lines().stream().map(CostLine::entry).toList());
        }
    }

    /** Each part null: as it is. */
    record Start(
            @Nullable UUID repairShopId,
            @Nullable UUID assignedToId,
            @Nullable LocalDate expectedBack) {}

    /** @param workDone null: as it is */
    record Completion(@Nullable String workDone) {}

    /** @param condition one that is usable; null for GOOD */
    record Return(
            UUID locationId,
            @Nullable String condition,
            @Nullable String note) {}

    /** @param noFault there was nothing wrong with it: the asset is free again; false: it stays damaged */
    record Cancellation(String reason, @Nullable Boolean noFault) {}

    record GivingUp(String reason) {}

    /** Every part may be null: not filtered by it. @param overdue open and expected back before today */
    record Filter(
            @Nullable Collection<MaintenanceJobState> states,
            @Nullable Collection<Severity> severities,
            @Nullable Collection<UUID> assetIds,
            @Nullable Collection<UUID> productIds,
            @Nullable Collection<UUID> assignedToIds,
            @Nullable Collection<UUID> repairShopIds,
            @Nullable Collection<String> faultCategories,
            @Nullable Boolean open,
            @Nullable Boolean overdue) {
        public static final Filter NONE = new Filter(null, null, null, null, null, null, null, null, null);
    }

    /** Sorts: number, reportedAt, severity, state, expectedBack, asset. */
    @Needs(Permission.MAINTENANCE_READ)
    Page<MaintenanceJob> list(Filter filter, ListQuery query);

    @Needs(Permission.MAINTENANCE_READ)
    MaintenanceJob get(UUID id);

    /** Those entered so far, for suggestions. */
    @Needs(Permission.MAINTENANCE_READ)
    List<String> faultCategories();

    /** Throws {@link RepairAlreadyOpen}, {@link NotRepairable}. */
    @Needs(Permission.MAINTENANCE_EDIT)
    MaintenanceJob report(NewJob job);

    /** Throws {@link RepairClosed} for what may not change any more. */
    @Needs(Permission.MAINTENANCE_EDIT)
    MaintenanceJob change(UUID id, Details details, IfMatch ifMatch);

    /** Also again, where what was repaired turns out not to be. Throws {@link IllegalRepairMove}, as all below. */
    @Needs(Permission.MAINTENANCE_EDIT)
    MaintenanceJob start(UUID id, Start start);

    @Needs(Permission.MAINTENANCE_EDIT)
    MaintenanceJob complete(UUID id, Completion completion);

    @Needs(Permission.MAINTENANCE_EDIT)
    MaintenanceJob giveBack(UUID id, Return back);

    @Needs(Permission.MAINTENANCE_EDIT)
    MaintenanceJob cancel(UUID id, Cancellation cancellation);

    /** The asset stays damaged and its condition is written off, counted pieces are written off the stock. */
    @Needs(Permission.MAINTENANCE_EDIT)
    MaintenanceJob giveUp(UUID id, GivingUp givingUp);

    @Needs(Permission.MAINTENANCE_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);
}
