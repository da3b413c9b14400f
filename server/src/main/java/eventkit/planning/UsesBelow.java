package eventkit.planning;

import static eventkit.planning.db.Tables.PULL_LINE;

import eventkit.catalogue.ProductId;
import eventkit.catalogue.ProductUse;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** What planning tells the catalogue: products on pull lists are archived, not removed. */
@Component("planningUsesBelow")
class UsesBelow implements ProductUse {
    private final DSLContext db;

    UsesBelow(DSLContext db) {
        this.db = db;
    }

    @Override
    public Optional<String> of(ProductId product) {
        int lists = db.fetchCount(db.select(DSL.val(1))
                .from(PULL_LINE)
                .where(PULL_LINE.PRODUCT_ID.eq(product.value()))
                .groupBy(PULL_LINE.LIST_ID));
        return lists == 0 ? Optional.empty() : Optional.of(lists == 1 ? "1 pull list" : lists + " pull lists");
    }
}
