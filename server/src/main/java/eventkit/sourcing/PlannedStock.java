package eventkit.sourcing;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be bought and sold, and when. */
public interface PlannedStock {
    String KIND = "stock-plan";

    /** Empty: not filtered by it. */
    record Filter(List<StockPlan.Kind> kinds, List<StockPlan.State> states, List<UUID> products) {
        public static final Filter NONE = new Filter(List.of(), List.of(), List.of());
    }

    /** @param kind can not be changed afterwards */
    record Details(
            StockPlan.Kind kind,
            UUID productId,
            UUID warehouseId,
            Integer quantity,
            LocalDate dueOn,
            @Nullable UUID partnerId,
            @Nullable Money unitCost,
            @Nullable String note) {
        public static Details of(StockPlan p) {
            return new Details(
                    p.kind(),
                    p.product().id(),
                    p.warehouse().id(),
                    p.quantity(),
                    p.dueOn(),
                    p.partner() == null ? null : p.partner().id(),
                    p.unitCost(),
                    p.note());
        }
    }

    record Move(StockPlan.State state) {}

    /** Sorts: dueOn, number, changedAt. */
    @Needs(Permission.SOURCE_READ)
    Page<StockPlan> list(Filter filter, ListQuery query);

    @Needs(Permission.SOURCE_READ)
    StockPlan get(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Needs(Permission.SOURCE_READ)
    StockPlan hold(UUID id);

    @Needs(Permission.SOURCE_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);

    @Needs(Permission.SOURCE_EDIT)
    StockPlan create(Details details);

    /** Throws {@link StockPlanOver}. */
    @Needs(Permission.SOURCE_EDIT)
    StockPlan change(UUID id, Details details, IfMatch ifMatch);

    /** Any state follows any other: whoever took a step by mistake takes it back. */
    @Needs(Permission.SOURCE_EDIT)
    StockPlan move(UUID id, Move move, IfMatch ifMatch);
}
