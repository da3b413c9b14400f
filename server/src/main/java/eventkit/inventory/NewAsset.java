package eventkit.inventory;

import eventkit.catalogue.ProductId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An asset to be registered.
 *
 * @param locationId where it is; null where nobody has said yet
 * @param aliases its other codes
 */
public record NewAsset(
        ProductId productId, @Nullable LocationId locationId, AssetDetails details, List<NewAlias> aliases) {
    public record NewAlias(
            String code,
            @Nullable Symbology symbology,
            @Nullable String note) {}
}
