package eventkit.maintenance;

import eventkit.inventory.AssetStatus;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One asset under one plan.
 *
 * @param dueOn the last day on which it is in date
 * @param lastOn null where it was never inspected
 */
public record DueInspection(
        UUID id,
        Named asset,
        AssetStatus assetStatus,
        Named product,
        @Nullable Named location,
        Named plan,
        InspectionPlan.Kind kind,
        boolean blocksDispatch,
        LocalDate dueOn,
        State state,
        @Nullable LocalDate lastOn,
        Inspection.@Nullable Result lastResult,
        @Nullable UUID lastInspectionId) {
    public enum State {
        FAILED,
        OVERDUE,
        DUE_SOON,
        IN_DATE
    }

    static State state(LocalDate dueOn, int leadDays, Inspection.@Nullable Result last, LocalDate today) {
        if (last == Inspection.Result.FAIL) return State.FAILED;
        if (dueOn.isBefore(today)) return State.OVERDUE;
        return dueOn.minusDays(leadDays).isAfter(today) ? State.IN_DATE : State.DUE_SOON;
    }
}
