package eventkit.maintenance;

import eventkit.core.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One repair, of one asset or of some pieces of a counted product.
 *
 * @param number RJ-0001
 * @param asset by its number; null for counted pieces
 * @param stockLocation where counted pieces were taken from; null for an asset
 * @param reportedById null where the system did
 * @param repairShop a location of kind REPAIR_SHOP, own or outside
 * @param overdue it is open and was expected back before today
 * @param endNote why it was cancelled or given up, or what was said at its return
 * @param totalCost null without cost lines
 * @param downtimeMinutes from the report to the end, or to now
 */
public record MaintenanceJob(
        UUID id,
        String number,
        MaintenanceJobState state,
        @Nullable Named asset,
        Named product,
        long quantity,
        @Nullable Named stockLocation,
        Severity severity,
        @Nullable String faultCategory,
        String description,
        Instant reportedAt,
        @Nullable UUID reportedById,
        String reportedByName,
        @Nullable Named assignedTo,
        @Nullable Named repairShop,
        @Nullable LocalDate expectedBack,
        boolean overdue,
        @Nullable String workDone,
        @Nullable Instant startedAt,
        @Nullable Instant repairedAt,
        @Nullable Instant endedAt,
        @Nullable String endNote,
        @Nullable Named returnedTo,
        List<CostLine> lines,
        @Nullable Money totalCost,
        long downtimeMinutes,
        long version) {

    /** What the audit trail keeps: nothing that changes by itself with time. */
    record Facts(
            MaintenanceJobState state,
            @Nullable Named asset,
            Named product,
            long quantity,
            @Nullable Named stockLocation,
            Severity severity,
            @Nullable String faultCategory,
            String description,
            @Nullable Named assignedTo,
            @Nullable Named repairShop,
            @Nullable LocalDate expectedBack,
            @Nullable String workDone,
            @Nullable String endNote,
            @Nullable Named returnedTo,
            List<CostLine> lines) {}

    Facts facts() {
        return new Facts(
                state,
                asset,
                product,
                quantity,
                stockLocation,
                severity,
                faultCategory,
                description,
                assignedTo,
                repairShop,
                expectedBack,
                workDone,
                endNote,
                returnedTo,
                lines);
    }

    static long minutes(Instant from, @Nullable Instant to, Instant now) {
        return Math.max(0, Duration.between(from, to == null ? now : to).toMinutes());
    }

    /** What it repairs, as people say it: {@code SM58-001 Shure SM58}, {@code 4 × Cable 10 m}. */
    public String item() {
        return asset != null ? asset.name() + " " + product.name() : quantity + " × " + product.name();
    }
}
