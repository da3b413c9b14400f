package eventkit.inventory;

import eventkit.core.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the asset list.
 *
 * @param purchaseCost as the other amounts null for whoever may not see costs
 * @param bookValue today
 * @param fit whether it may go on a job; {@code unfitReasons} says why not
 */
public record AssetLine(
        AssetId id,
        String number,
        @Nullable String serial,
        ProductRef product,
        AssetStatus status,
        Instant statusSince,
        String condition,
        @Nullable LocationRef location,
        @Nullable LocalDate purchaseDate,
        @Nullable String supplier,
        @Nullable Money purchaseCost,
        @Nullable Money insuranceValue,
        @Nullable Money bookValue,
        @Nullable String firmware,
        boolean quarantined,
        boolean fit,
        List<UnfitReason> unfitReasons,
        @Nullable String outFor,
        long version,
        Instant createdAt) {}
