package eventkit.inventory;

import eventkit.core.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the audit trail says of an asset, in words that stay readable when places are renamed. Costs are a subject of their own. */
record AssetFacts(
        String number,
        @Nullable String serial,
        AssetStatus status,
        String condition,
        @Nullable String location,
        @Nullable String homeLocation,
        @Nullable LocalDate purchaseDate,
        @Nullable String supplier,
        @Nullable String firmware,
        @Nullable String notes,
        Map<String, JsonNode> custom,
        @Nullable String quarantineReason,
        @Nullable String outFor,
        @Nullable String disposedTo,
        @Nullable String disposalReason) {

    /** The audit trail's name for the costs of an asset: read only by who may see costs. */
    static final String COSTS = "asset-cost";

    record Costs(
            @Nullable Money purchaseCost,
            @Nullable Money insuranceValue,
            Depreciation depreciation,
            @Nullable Integer usefulLifeMonths,
            @Nullable Money residualValue,
            @Nullable BigDecimal decliningPercent,
            @Nullable Money disposalPrice,
            @Nullable Instant disposedAt) {
        static Costs of(Asset a) {
            return new Costs(
                    a.purchaseCost(),
                    a.insuranceValue(),
                    a.depreciation(),
                    a.usefulLifeMonths(),
                    a.residualValue(),
                    a.decliningPercent(),
                    a.disposalPrice(),
                    a.disposalPrice() == null ? null : a.disposedAt());
        }

        boolean empty() {
            return purchaseCost == null
                    && insuranceValue == null
                    && residualValue == null
                    && disposalPrice == null
                    && depreciation == Depreciation.NONE;
        }
    }

    static AssetFacts of(Asset a, Map<LocationId, LocationRef> places) {
        return new AssetFacts(
                a.number(),
                a.serial(),
                a.status(),
                a.condition(),
                label(a.locationId(), places),
                label(a.homeLocationId(), places),
                a.purchaseDate(),
                a.supplier(),
                a.firmware(),
                a.notes(),
                a.custom(),
                a.quarantineReason(),
                a.outFor(),
                a.disposedTo(),
                a.disposalReason());
    }

    private static @Nullable String label(@Nullable LocationId id, Map<LocationId, LocationRef> places) {
        if (id == null) return null;
        var ref = places.get(id);
        return ref == null ? id.toString() : String.join(" / ", ref.path());
    }
}
