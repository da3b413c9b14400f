package eventkit.finance;

import eventkit.core.Subject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of the chart.
 *
 * @param code a number or short text of the company's own, unique
 * @param profitGroup only of revenue and cost
 * @param standard postings of its class and group go here
 */
public record Account(
        UUID id,
        String code,
        String name,
        AccountClass accountClass,
        @Nullable ProfitGroup profitGroup,
        boolean standard,
        @Nullable Instant archivedAt,
        long version) {
    Subject subject() {
        return new Subject(Chart.KIND, id, code + " " + name);
    }
}
