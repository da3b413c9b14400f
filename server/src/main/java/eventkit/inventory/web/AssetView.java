package eventkit.inventory.web;

import eventkit.core.Money;
import eventkit.inventory.Alias;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetSheet;
import eventkit.inventory.AssetStatus;
import eventkit.inventory.Depreciation;
import eventkit.inventory.LocationRef;
import eventkit.inventory.ProductRef;
import eventkit.inventory.UnfitReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An asset as the API shows it by itself. Amounts, and how it depreciates, are empty for whoever may not see costs. */
record AssetView(
        AssetId id,
        String number,
        @Nullable String serial,
        ProductRef product,
        AssetStatus status,
        Instant statusSince,
        String condition,
        @Nullable LocationRef location,
        @Nullable LocationRef homeLocation,
        @Nullable LocalDate purchaseDate,
        @Nullable String supplier,
        @Nullable Money purchaseCost,
        @Nullable Money insuranceValue,
        @Nullable Money bookValue,
        Depreciation depreciation,
        @Nullable Integer usefulLifeMonths,
        @Nullable Money residualValue,
        @Nullable BigDecimal decliningPercent,
        @Nullable String firmware,
        @Nullable String notes,
        Map<String, JsonNode> custom,
        boolean quarantined,
        @Nullable Instant quarantinedAt,
        @Nullable String quarantineReason,
        boolean fit,
        List<UnfitReason> unfitReasons,
        @Nullable String outFor,
        @Nullable Instant lostAt,
        @Nullable Instant disposedAt,
        @Nullable String disposedTo,
        @Nullable Money disposalPrice,
        @Nullable String disposalReason,
        List<Alias> aliases,
        List<String> nextActions,
        long version,
        Instant createdAt) {

    static AssetView of(AssetSheet sheet) {
        var a = sheet.asset();
        var line = sheet.line();
        return new AssetView(
                a.id(),
                a.number(),
                a.serial(),
                line.product(),
                a.status(),
                a.statusSince(),
                a.condition(),
                line.location(),
                sheet.homeLocation(),
                a.purchaseDate(),
                a.supplier(),
                a.purchaseCost(),
                a.insuranceValue(),
                line.bookValue(),
                a.depreciation(),
                a.usefulLifeMonths(),
                a.residualValue(),
                a.decliningPercent(),
                a.firmware(),
                a.notes(),
                a.custom(),
                a.quarantinedAt() != null,
                a.quarantinedAt(),
                a.quarantineReason(),
                line.fit(),
                line.unfitReasons(),
                a.outFor(),
                a.lostAt(),
                a.disposedAt(),
                a.disposedTo(),
                a.disposalPrice(),
                a.disposalReason(),
                sheet.aliases(),
                sheet.nextActions(),
                a.version(),
                a.createdAt());
    }
}
