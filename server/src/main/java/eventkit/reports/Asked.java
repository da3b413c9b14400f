package eventkit.reports;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question with everything in it that it left open.
 *
 * @param currency of the books: sums are in it, and what is in another is left out and said
 * @param most rows that are shown; totals are of all there are
 */
record Asked(
        ReportKind kind,
        By by,
        Days days,
        List<UUID> clients,
        List<UUID> categories,
        List<UUID> products,
        List<UUID> warehouses,
        List<UUID> eventTypes,
        List<Wanted> wanted,
        @Nullable UUID template,
        LocalDate today,
        ZoneId zone,
        Currency currency,
        int most) {
    /** @param kit else a product */
    record Wanted(boolean kit, UUID id, int quantity) {}

    /** Narrowed down by something that only events have. */
    boolean byEvents() {
        return !warehouses.isEmpty() || !eventTypes.isEmpty();
    }

    Asked over(Days other) {
        return new Asked(
                kind,
                by,
                other,
                clients,
                categories,
                products,
                warehouses,
                eventTypes,
                wanted,
                template,
                today,
                zone,
                currency,
                most);
    }
}
