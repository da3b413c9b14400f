package eventkit.maintenance;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is inspected how often. A change of a plan changes at once when everything is due. */
public interface InspectionPlans {
    /**
     * @param productId either this or categoryId
     * @param intervalMonths either this or intervalDays
     * @param firstDue null for AFTER_INTERVAL
     * @param leadDays null for 30
     * @param blocksDispatch null for yes
     */
    record Details(
            String name,
            InspectionPlan.Kind kind,
            @Nullable UUID productId,
            @Nullable UUID categoryId,
            @Nullable Integer intervalMonths,
            @Nullable Integer intervalDays,
            InspectionPlan.@Nullable FirstDue firstDue,
            @Nullable Integer leadDays,
            @Nullable Boolean blocksDispatch,
            @Nullable String instructions,
            @Nullable List<ChecklistItem> checklist) {
        public static Details of(InspectionPlan p) {
            return new Details(
                    p.name(),
                    p.kind(),
                    p.product() == null ? null : p.product().id(),
                    p.category() == null ? null : p.category().id(),
                    p.intervalMonths(),
                    p.intervalDays(),
                    p.firstDue(),
                    p.leadDays(),
                    p.blocksDispatch(),
                    p.instructions(),
                    p.checklist());
        }
    }

    /** Every part may be null: not filtered by it. */
    record Filter(
            @Nullable Collection<InspectionPlan.Kind> kinds,
            @Nullable Collection<UUID> productIds,
            @Nullable Collection<UUID> categoryIds,
            @Nullable Boolean archived) {}

    /** Sorts: name, kind, createdAt. */
    @Needs(Permission.MAINTENANCE_READ)
    Page<InspectionPlan> list(Filter filter, ListQuery query);

    @Needs(Permission.MAINTENANCE_READ)
    InspectionPlan get(UUID id);

    /** Throws {@link PlanNameTaken}. */
    @Needs(Permission.MAINTENANCE_PLAN)
    InspectionPlan create(Details details);

    @Needs(Permission.MAINTENANCE_PLAN)
    InspectionPlan change(UUID id, Details details, IfMatch ifMatch);

    /** Nothing is due under it any more; the inspections stay on record. */
    @Needs(Permission.MAINTENANCE_PLAN)
    InspectionPlan archive(UUID id);

    @Needs(Permission.MAINTENANCE_PLAN)
    InspectionPlan restore(UUID id);

    /** Throws {@link PlanInUse}. */
    @Needs(Permission.MAINTENANCE_PLAN)
    void remove(UUID id, IfMatch ifMatch);

    @Needs(Permission.MAINTENANCE_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);
}
