package eventkit.catalogue;

import eventkit.core.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A type of equipment, as {@link ProductDetails} enters it.
 *
 * @param manufacturer empty where unknown
 * @param model empty where unknown
 * @param mainPhotoId the file shown for it, null without photos
 * @param archivedAt null while it is in use
 */
public record Product(
        ProductId id,
        ProductKind kind,
        String name,
        String manufacturer,
        String model,
        @Nullable CategoryId categoryId,
        @Nullable String categoryName,
        @Nullable String numberPrefix,
        List<String> barcodes,
        @Nullable Long weightGrams,
        @Nullable Integer widthMillimetres,
        @Nullable Integer heightMillimetres,
        @Nullable Integer depthMillimetres,
        @Nullable BigDecimal powerWatts,
        List<Connector> connectors,
        @Nullable Money replacementValue,
        @Nullable Money hirePrice,
        @Nullable String countryOfOrigin,
        Map<String, JsonNode> attributes,
        @Nullable String manualUrl,
        @Nullable String productUrl,
        @Nullable String notes,
        @Nullable UUID mainPhotoId,
        @Nullable Instant archivedAt,
        Instant createdAt,
        long version) {

    /** What of it a person may change. */
    public ProductDetails details() {
        return new ProductDetails(
                kind,
                name,
                manufacturer.isEmpty() ? null : manufacturer,
                model.isEmpty() ? null : model,
                categoryId,
                numberPrefix,
                barcodes,
                weightGrams,
                widthMillimetres,
                heightMillimetres,
                depthMillimetres,
                powerWatts,
                connectors,
                replacementValue,
                hirePrice,
                countryOfOrigin,
                attributes,
                manualUrl,
                productUrl,
                notes);
    }
}
