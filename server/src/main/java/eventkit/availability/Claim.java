package eventkit.availability;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that an owner wants, in place of all it wanted before.
 *
 * @param chancePercent how probable the job is, 0 to 100
 * @param optionUntil when an option ends by itself
 * @param despite why it is held though there is not enough; null refuses what is short
 */
public record Claim(
        Owner owner,
        Standing standing,
        @Nullable Integer chancePercent,
        @Nullable Instant optionUntil,
        List<ClaimLine> lines,
        @Nullable String despite) {
    public Claim {
        lines = List.copyOf(lines);
    }

    public static Claim confirmed(Owner owner, List<ClaimLine> lines) {
        return new Claim(owner, Standing.CONFIRMED, null, null, lines, null);
    }
}
