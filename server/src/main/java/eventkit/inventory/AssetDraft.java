package eventkit.inventory;

import eventkit.catalogue.ProductId;
import eventkit.core.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An asset while a rule works on it. */
final class AssetDraft {
    private final AssetId id;
    private final ProductId productId;
    private final long version;
    private final Instant createdAt;
    String number;

    @Nullable
    String serial;

    AssetStatus status;
    Instant statusSince;
    String condition;

    @Nullable
    LocationId locationId;

    @Nullable
    LocationId homeLocationId;

    @Nullable
    LocalDate purchaseDate;

    @Nullable
    String supplier;

    @Nullable
    Money purchaseCost;

    @Nullable
    Money insuranceValue;

    Depreciation depreciation;

    @Nullable
    Integer usefulLifeMonths;

    @Nullable
    Money residualValue;

    @Nullable
    BigDecimal decliningPercent;

    @Nullable
    String firmware;

    @Nullable
    String notes;

    Map<String, JsonNode> custom;

    @Nullable
    Instant quarantinedAt;

    @Nullable
    String quarantineReason;

    @Nullable
    String outFor;

    @Nullable
    Instant lostAt;

    @Nullable
    Instant disposedAt;

    @Nullable
    String disposedTo;

    @Nullable
    Money disposalPrice;

    @Nullable
    String disposalReason;

    AssetDraft(Asset a) {
        id = a.id();
        productId = a.productId();
        version = a.version();
        createdAt = a.createdAt();
        number = a.number();
        serial = a.serial();
        status = a.status();
        statusSince = a.statusSince();
        condition = a.condition();
        locationId = a.locationId();
        homeLocationId = a.homeLocationId();
        purchaseDate = a.purchaseDate();
        supplier = a.supplier();
        purchaseCost = a.purchaseCost();
        insuranceValue = a.insuranceValue();
        depreciation = a.depreciation();
        usefulLifeMonths = a.usefulLifeMonths();
        residualValue = a.residualValue();
        decliningPercent = a.decliningPercent();
        firmware = a.firmware();
        notes = a.notes();
        custom = a.custom();
        quarantinedAt = a.quarantinedAt();
        quarantineReason = a.quarantineReason();
        outFor = a.outFor();
        lostAt = a.lostAt();
        disposedAt = a.disposedAt();
        disposedTo = a.disposedTo();
        disposalPrice = a.disposalPrice();
        disposalReason = a.disposalReason();
    }

    /** The same version: whoever saves it counts on. */
    Asset done() {
        return with(version);
    }

    Asset with(long newVersion) {
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
                purchaseCost,
                insuranceValue,
                depreciation,
                usefulLifeMonths,
                residualValue,
                decliningPercent,
                firmware,
                notes,
                custom,
                quarantinedAt,
                quarantineReason,
                outFor,
                lostAt,
                disposedAt,
                disposedTo,
                disposalPrice,
                disposalReason,
                newVersion,
                createdAt);
    }
}
