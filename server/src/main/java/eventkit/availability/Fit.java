package eventkit.availability;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a claim fits into what is free for its owner: without what the owner itself holds, and, where the owner is confirmed, without what others
 * confirmed later (rule 4).
 *
 * @param shortages for the claim as a whole, the soonest first; lines that share stock are short together
 * @param untold what begins later than all of these and is not told; null where this is all
 */
public record Fit(List<Line> lines, List<Shortage> shortages, ShortStretches.@Nullable Untold untold) {
    /**
     * @param free for this line, in its own units: kits where it wants kits
     * @param lacking of those; 0 where there is enough for all lines
     */
    public record Line(UUID line, int wanted, Free free, int lacking) {}

    public Fit {
        lines = List.copyOf(lines);
        shortages = List.copyOf(shortages);
    }
}
