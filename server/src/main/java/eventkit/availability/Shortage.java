package eventkit.availability;

import eventkit.core.Period;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is lacking, when, and who has it.
 *
 * @param lines of the claim that want it
 * @param quantity at the worst moment of the period
 */
public record Shortage(
        StockKey stock,
        String item,
        String warehouse,
        int quantity,
        Period period,
        List<UUID> lines,
        List<Holder> holders) {
    /**
     * @param kind what the owner is: {@code event}, {@code sub-hire}
     * @param label its number and name
     * @param quantity the most it holds at one moment of the period
     * @param since from when it has, or is to have, the first of them
     * @param dueBack when some of that was to be back, and is not; none where nothing is late
     */
    public record Holder(
            UUID owner,
            String kind,
            String label,
            int quantity,
            Instant since,
            @Nullable Instant dueBack) {}

    public Shortage {
        lines = List.copyOf(lines);
        holders = List.copyOf(holders);
    }
}
