package eventkit.inventory;

import eventkit.catalogue.ProductId;
import eventkit.core.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One physical item, as it is now.
 *
 * @param statusSince when it came into this status
 * @param condition name of a {@link Condition}
 * @param purchaseCost as all amounts here null for whoever may not see costs
 * @param outFor what it is reserved or out for, in the words of the module that sent it: {@code event:<uuid>}
 * @param custom the company's own fields
 */
public record Asset(
        AssetId id,
        ProductId productId,
        String number,
        @Nullable String serial,
        AssetStatus status,
        Instant statusSince,
        String condition,
        @Nullable LocationId locationId,
        @Nullable LocationId homeLocationId,
        @Nullable LocalDate purchaseDate,
        @Nullable String supplier,
        @Nullable Money purchaseCost,
        @Nullable Money insuranceValue,
        Depreciation depreciation,
        @Nullable Integer usefulLifeMonths,
        @Nullable Money residualValue,
        @Nullable BigDecimal decliningPercent,
        @Nullable String firmware,
        @Nullable String notes,
        Map<String, JsonNode> custom,
        @Nullable Instant quarantinedAt,
        @Nullable String quarantineReason,
        @Nullable String outFor,
        @Nullable Instant lostAt,
        @Nullable Instant disposedAt,
        @Nullable String disposedTo,
        @Nullable Money disposalPrice,
        @Nullable String disposalReason,
        long version,
        Instant createdAt) {

    Asset withoutCosts() {
        return new Asset(
                id,
                productId,
                number,
                serial,
                status,
                statusSince,
                condition,
                locationId,
                homeLocationId,
                purchaseDate,
                supplier,
                null,
                null,
                Depreciation.NONE,
                null,
                null,
                null,
                firmware,
                notes,
                custom,
                quarantinedAt,
                quarantineReason,
                outFor,
                lostAt,
                disposedAt,
                disposedTo,
                null,
                disposalReason,
                version,
                createdAt);
    }
}
