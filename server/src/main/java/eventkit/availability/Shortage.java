package eventkit.availability;

import eventkit.core.Period;
import java.util.List;
import java.util.UUID;

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
    /** @param quantity the most it holds at one moment of the period */
    public record Holder(UUID owner, String label, int quantity) {}

    public Shortage {
        lines = List.copyOf(lines);
        holders = List.copyOf(holders);
    }
}
