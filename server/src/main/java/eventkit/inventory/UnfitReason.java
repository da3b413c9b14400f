package eventkit.inventory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why an asset should not go on a job.
 *
 * @param code kebab-case, what programs and translations go by: {@code inspection-overdue}, {@code quarantined}
 * @param text a sentence in English with the particulars
 * @param since when it became so, where known
 */
public record UnfitReason(
        String code, String text, @Nullable Instant since) {}
