package eventkit.maintenance;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was found on a day; never changed, cancelled where it was wrong.
 *
 * @param inspector by name; {@code inspectorId} where it is somebody with an account
 * @param validUntil what the certificate says, where that is sooner than the interval
 * @param nextDue as it was worked out on recording; null after a failure
 * @param job the repair that a failure opened
 */
public record Inspection(
        UUID id,
        Named plan,
        InspectionPlan.Kind kind,
        Named asset,
        Named product,
        LocalDate inspectedOn,
        String inspector,
        @Nullable UUID inspectorId,
        Result result,
        @Nullable String remarks,
        List<Answer> answers,
        @Nullable LocalDate validUntil,
        @Nullable LocalDate nextDue,
        @Nullable Named job,
        Instant recordedAt,
        String recordedByName,
        @Nullable Instant cancelledAt,
        @Nullable String cancelReason,
        long version) {
    public enum Result {
        PASS,
        PASS_WITH_REMARKS,
        FAIL
    }

    /** One item of the checklist as it was on that day, and what was found. @param value what was measured */
    public record Answer(
            String item,
            String text,
            boolean passed,
            @Nullable BigDecimal value,
            @Nullable String unit,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable String note) {}
}
