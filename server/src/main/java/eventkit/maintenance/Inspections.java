package eventkit.maintenance;

import eventkit.core.AuditTrail;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was inspected, and what is due. */
public interface Inspections {
    int AT_ONCE_MAX = 1_000;

    /** @param passed of a check; @param value of what is measured, judged by the item's limits */
    record AnswerEntry(
            String item,
            @Nullable Boolean passed,
            @Nullable BigDecimal value,
            @Nullable String note) {}

    /**
     * @param inspector null: the caller
     * @param result null: what the answers say
     * @param openRepair whether a failure reports a repair
     */
    record NewInspection(
            UUID assetId,
            UUID planId,
            LocalDate inspectedOn,
            @Nullable String inspector,
            Inspection.@Nullable Result result,
            @Nullable String remarks,
            @Nullable List<AnswerEntry> answers,
            @Nullable LocalDate validUntil,
            @Nullable Boolean openRepair) {}

    /** One of many; what is null is as for all. */
    record Item(
            UUID assetId,
            Inspection.@Nullable Result result,
            @Nullable String remarks,
            @Nullable List<AnswerEntry> answers) {}

    enum Mode {
        ALL,
        EACH
    }

    /** @param mode null for ALL: one that can not be recorded refuses the rest */
    record NewInspections(
            UUID planId,
            LocalDate inspectedOn,
            @Nullable String inspector,
            Inspection.@Nullable Result result,
            @Nullable String remarks,
            @Nullable LocalDate validUntil,
            @Nullable Boolean openRepair,
            List<Item> items,
            @Nullable Mode mode) {}

    /** @param inspectionId null where refused, code and message say why */
    record BulkLine(
            UUID assetId,
            @Nullable UUID inspectionId,
            @Nullable String code,
            @Nullable String message) {}

    record BulkAnswer(int recorded, int refused, List<BulkLine> lines) {}

    /** Every part may be null: not filtered by it. Cancelled ones show only when asked for. */
    record Filter(
            @Nullable Collection<UUID> assetIds,
            @Nullable Collection<UUID> planIds,
            @Nullable Collection<UUID> productIds,
            @Nullable Collection<Inspection.Result> results,
            @Nullable Collection<InspectionPlan.Kind> kinds,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Boolean cancelled) {}

    /**
     * Every part may be null: not filtered by it.
     *
     * @param within days from today; null: overdue, due soon by the plan's own lead, or failed
     * @param categoryIds these and everything beneath them
     * @param locationId it and everything beneath it
     * @param never whether it was never inspected
     */
    record DueFilter(
            @Nullable Integer within,
            @Nullable Collection<UUID> assetIds,
            @Nullable Collection<UUID> planIds,
            @Nullable Collection<UUID> productIds,
            @Nullable Collection<UUID> categoryIds,
            @Nullable Collection<InspectionPlan.Kind> kinds,
            @Nullable UUID locationId,
            @Nullable Boolean overdue,
            @Nullable Boolean failed,
            @Nullable Boolean never) {}

    record DueCount(long overdue, long dueSoon, long failed) {}

    /** Sorts: inspectedOn, asset, plan. */
    @Needs(Permission.MAINTENANCE_READ)
    Page<Inspection> list(Filter filter, ListQuery query);

    @Needs(Permission.MAINTENANCE_READ)
    Inspection get(UUID id);

    /** Throws {@link PlanNotForAsset}, {@link PlanArchived}, {@link eventkit.core.Invalid} where answers and result contradict each other. */
    @Needs(Permission.MAINTENANCE_EDIT)
    Inspection record(NewInspection inspection);

    /** Throws {@link InspectionsRefused} in mode ALL. */
    @Needs(Permission.MAINTENANCE_EDIT)
    BulkAnswer recordMany(NewInspections inspections);

    /** It was recorded wrongly and does not count. Throws {@link InspectionCancelled}. */
    @Needs(Permission.MAINTENANCE_EDIT)
    Inspection cancel(UUID id, String reason);

    /** Sorts: dueOn, asset, plan, product. */
    @Needs(Permission.MAINTENANCE_READ)
    Page<DueInspection> due(DueFilter filter, ListQuery query);

    @Needs(Permission.MAINTENANCE_READ)
    DueCount countDue();

    @Needs(Permission.MAINTENANCE_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);
}
