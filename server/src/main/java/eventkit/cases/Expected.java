package eventkit.cases;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of what belongs in a case: so many of a product, or this very asset, or this very case.
 *
 * @param label what people call it
 * @param productOfAsset the product of the asset, where the line names one
 */
public record Expected(
        @Nullable UUID productId,
        @Nullable UUID assetId,
        @Nullable UUID caseId,
        long quantity,
        String label,
        @Nullable UUID productOfAsset,
        @Nullable String note) {}
