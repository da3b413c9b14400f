package eventkit.inventory;

import eventkit.core.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What people may write about an asset. Where it is and its status change by moves only.
 *
 * @param number null at registration: the next running number; an existing asset keeps its number then
 * @param condition name of a {@link Condition}; null means GOOD
 * @param depreciation null means NONE
 * @param decliningPercent a year, of what is left
 * @param custom up to 50 own fields: text, numbers, yes or no
 */
public record AssetDetails(
        @Nullable String number,
        @Nullable String serial,
        @Nullable String condition,
        @Nullable UUID homeLocationId,
        @Nullable LocalDate purchaseDate,
        @Nullable String supplier,
        @Nullable Money purchaseCost,
        @Nullable Money insuranceValue,
        @Nullable Depreciation depreciation,
        @Nullable Integer usefulLifeMonths,
        @Nullable Money residualValue,
        @Nullable BigDecimal decliningPercent,
        @Nullable String firmware,
        @Nullable String notes,
        @Nullable Map<String, JsonNode> custom) {

    public static final AssetDetails NONE =
            new AssetDetails(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    public static AssetDetails of(Asset a) {
        return new AssetDetails(
                a.number(),
                a.serial(),
                a.condition(),
                a.homeLocationId() == null ? null : a.homeLocationId().value(),
                a.purchaseDate(),
                a.supplier(),
                a.purchaseCost(),
                a.insuranceValue(),
                a.depreciation(),
                a.usefulLifeMonths(),
                a.residualValue(),
                a.decliningPercent(),
                a.firmware(),
                a.notes(),
                a.custom());
    }

    /** The same asset with this number and serial: one of many registered alike. */
    public AssetDetails numbered(@Nullable String newNumber, @Nullable String newSerial) {
        return new AssetDetails(
                newNumber,
                newSerial,
                condition,
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
                custom);
    }

    /** Whether anything of it needs the right to see costs. */
    boolean tellsCosts() {
        return purchaseCost != null
                || insuranceValue != null
                || residualValue != null
                || usefulLifeMonths != null
                || decliningPercent != null
                || (depreciation != null && depreciation != Depreciation.NONE);
    }
}
