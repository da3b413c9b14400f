package eventkit.inventory;

import static eventkit.inventory.db.Tables.ASSET;

import eventkit.catalogue.ProductId;
import eventkit.catalogue.ProductUse;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** A product with assets stays. */
@Component
class InventoryUse implements ProductUse {
    private final DSLContext db;

    InventoryUse(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<String> of(ProductId product) {
        int n = db.fetchCount(ASSET, ASSET.PRODUCT_ID.eq(product.value()));
        return n == 0 ? Optional.empty() : Optional.of(n == 1 ? "1 asset" : n + " assets");
    }
}
