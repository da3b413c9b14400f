package eventkit.inventory;

import static eventkit.inventory.db.Tables.CATEGORY_SEEN;
import static eventkit.inventory.db.Tables.PRODUCT_SEEN;

import eventkit.catalogue.ProductId;
import eventkit.core.Listing;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What this module reads of the catalogue, through views of its own schema. */
@Component
class ProductsSeen {
    /** @param prefix its own, or null */
    record Seen(ProductRef ref, String kind, @Nullable String prefix, boolean archived) {
        String numberPrefix() {
            return Numbering.prefix(prefix, ref.model(), ref.name());
        }
    }

    private final DSLContext db;

    ProductsSeen(DSLContext db) {
        this.db = db;
    }

    Map<UUID, Seen> all(Collection<UUID> ids) {
        var result = new LinkedHashMap<UUID, Seen>();
        if (ids.isEmpty()) return result;
        db.select(
                        PRODUCT_SEEN.ID,
                        PRODUCT_SEEN.NAME,
                        PRODUCT_SEEN.MANUFACTURER,
                        PRODUCT_SEEN.MODEL,
                        PRODUCT_SEEN.CATEGORY_ID,
                        CATEGORY_SEEN.NAME,
                        PRODUCT_SEEN.KIND,
                        PRODUCT_SEEN.NUMBER_PREFIX,
                        PRODUCT_SEEN.ARCHIVED_AT)
                .from(PRODUCT_SEEN)
                .leftJoin(CATEGORY_SEEN)
                .on(CATEGORY_SEEN.ID.eq(PRODUCT_SEEN.CATEGORY_ID))
                .where(PRODUCT_SEEN.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .forEach(r -> result.put(
                        r.value1(),
                        new Seen(
                                new ProductRef(
                                        new ProductId(r.value1()),
                                        r.value2(),
                                        r.value3(),
                                        r.value4(),
                                        r.value5(),
                                        r.value6()),
                                r.value7(),
                                r.value8(),
                                r.value9() != null)));
        return result;
    }

    /** Products in these categories and all below them. */
    Select<Record1<UUID>> inCategories(Collection<UUID> categories) {
        var below = db.fetchValues(
                DSL.resultQuery("""
                with recursive below (id) as (
                  select id from inventory.category_seen where id = any({0})
                  union
                  select c.id from below b join inventory.category_seen c on c.parent_id = b.id)
                select id from below
                """, DSL.val(categories.toArray(UUID[]::new))).coerce(CATEGORY_SEEN.ID));
        return DSL.select(PRODUCT_SEEN.ID).from(PRODUCT_SEEN).where(PRODUCT_SEEN.CATEGORY_ID.in(below));
    }

    /** Products of which every word is in the name, the manufacturer or the model. */
    Select<Record1<UUID>> named(String text) {
        var where = Listing.words(text, PRODUCT_SEEN.NAME, PRODUCT_SEEN.MANUFACTURER, PRODUCT_SEEN.MODEL);
        return DSL.select(PRODUCT_SEEN.ID).from(PRODUCT_SEEN).where(where);
    }
}
