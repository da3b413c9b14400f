package eventkit.catalogue;

import eventkit.core.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a person enters about a product; unknown facts stay null.
 *
 * @param numberPrefix begins the numbers of its assets, SM58 in SM58-001; null on a serialised product: made from the model
 * @param barcodes codes on the product itself or its package (EAN, UPC), the same for every piece
 * @param hirePrice for one piece and one day
 * @param attributes values by the keys that the category and those above it define
 */
public record ProductDetails(
        ProductKind kind,
        String name,
        @Nullable String manufacturer,
        @Nullable String model,
        @Nullable CategoryId categoryId,
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
        @Nullable String notes) {

    public ProductDetails {
        barcodes = barcodes == null ? List.of() : List.copyOf(barcodes);
        connectors = connectors == null ? List.of() : List.copyOf(connectors);
        attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    /** A product of which only the name is known. */
    public static ProductDetails named(ProductKind kind, String name) {
        return new ProductDetails(
                kind, name, null, null, null, null, List.of(), null, null, null, null, null, List.of(), null, null,
                null, Map.of(), null, null, null);
    }
}
