package eventkit.maintenance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is inspected how often.
 *
 * @param product either this or the category, with everything below it
 * @param intervalMonths either this or the days
 * @param leadDays from how many days before it is due soon
 * @param blocksDispatch whether an asset that is overdue may not go on a job; one that failed never may
 * @param assets how many it applies to now
 */
public record InspectionPlan(
        UUID id,
        String name,
        Kind kind,
        @Nullable Named product,
        @Nullable Named category,
        @Nullable Integer intervalMonths,
        @Nullable Integer intervalDays,
        FirstDue firstDue,
        int leadDays,
        boolean blocksDispatch,
        @Nullable String instructions,
        List<ChecklistItem> checklist,
        @Nullable Instant archivedAt,
        long assets,
        Instant createdAt,
        long version) {
    /** Portable appliance testing, lifting equipment, work equipment, or the company's own. */
    public enum Kind {
        PAT,
        LOLER,
        PUWER,
        OWN
    }

    /** When an asset that was never inspected is due: an interval after its purchase (or registration), or from that day on. */
    public enum FirstDue {
        AFTER_INTERVAL,
        AT_ONCE
    }

    /** @param validUntil where the certificate says sooner, null where it does not */
    LocalDate nextDue(LocalDate inspectedOn, @Nullable LocalDate validUntil) {
        var due = intervalMonths != null
                ? inspectedOn.plusMonths(intervalMonths)
                : inspectedOn.plusDays(intervalDays == null ? 0 : intervalDays);
        return validUntil != null && validUntil.isBefore(due) ? validUntil : due;
    }
}
