package eventkit.inventory.web;

import eventkit.catalogue.ProductId;
import eventkit.core.Check;
import eventkit.core.Money;
import eventkit.inventory.AssetDetails;
import eventkit.inventory.AssetRegister;
import eventkit.inventory.Depreciation;
import eventkit.inventory.LocationId;
import eventkit.inventory.NewAsset;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is registered: one asset, or many alike.
 *
 * @param number of one asset; null for the next running number
 * @param serial of one asset, as aliases are
 * @param quantity of many, null where numbers or serials say how many
 * @param numbers of many, where they have their own
 * @param serials of many, in the same order
 */
record Registration(
        UUID productId,
        @Nullable UUID locationId,
        @Nullable String number,
        @Nullable String serial,
        @Nullable List<NewAsset.NewAlias> aliases,
        @Nullable Integer quantity,
        @Nullable List<String> numbers,
        @Nullable List<String> serials,
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

    NewAsset one() {
        new Check()
                .required(productId, "productId")
                .that(
                        quantity == null && numbers == null && serials == null,
                        "quantity",
                        "not-for-one",
                        "Register many at registrations.")
                .orThrow();
        return asset(number, serial, aliases == null ? List.of() : aliases);
    }

    List<NewAsset> many() {
        var check = new Check()
                .required(productId, "productId")
                .that(number == null, "number", "not-for-many", "Give numbers, one for each.")
                .that(serial == null, "serial", "not-for-many", "Give serials, one for each.")
                .that(aliases == null || aliases.isEmpty(), "aliases", "not-for-many", "Add aliases to each by itself.")
                .between(quantity, "quantity", 1, AssetRegister.AT_ONCE_MAX)
                .size(numbers, "numbers", AssetRegister.AT_ONCE_MAX)
                .size(serials, "serials", AssetRegister.AT_ONCE_MAX);
        int count =
                quantity != null ? quantity : numbers != null ? numbers.size() : serials != null ? serials.size() : 0;
        check.that(count > 0, "quantity", "required", "Say how many.")
                .that(
                        numbers == null || numbers.size() == count,
                        "numbers",
                        "other-quantity",
                        "Give one for each asset.")
                .that(
                        serials == null || serials.size() == count,
                        "serials",
                        "other-quantity",
                        "Give one for each asset.")
                .orThrow();
        var assets = new ArrayList<NewAsset>();
        for (int i = 0; i < count; i++) {
            assets.add(
                    asset(numbers == null ? null : numbers.get(i), serials == null ? null : serials.get(i), List.of()));
        }
        return assets;
    }

    private NewAsset asset(@Nullable String itsNumber, @Nullable String itsSerial, List<NewAsset.NewAlias> codes) {
        var details = new AssetDetails(
                itsNumber,
                itsSerial,
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
        return new NewAsset(
                new ProductId(productId), locationId == null ? null : new LocationId(locationId), details, codes);
    }
}
