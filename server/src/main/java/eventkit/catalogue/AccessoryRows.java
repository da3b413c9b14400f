package eventkit.catalogue;

import static eventkit.catalogue.db.Tables.ACCESSORY;
import static eventkit.catalogue.db.Tables.ALTERNATIVE;
import static eventkit.catalogue.db.Tables.KIT_COMPONENT;
import static eventkit.catalogue.db.Tables.PRODUCT;

import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** All SQL of what goes with, or stands in for, a product. */
@Component
class AccessoryRows {
    private final DSLContext db;

    AccessoryRows(DSLContext db) {
        this.db = db;
    }

    void lockAll() {
        db.execute("select pg_advisory_xact_lock(hashtext('catalogue.accessory'))");
    }

    List<Accessory> of(ProductId id) {
        return db.select(ACCESSORY.ACCESSORY_ID, PRODUCT.NAME, ACCESSORY.QUANTITY, ACCESSORY.MODE)
                .from(ACCESSORY)
                .join(PRODUCT)
                .on(PRODUCT.ID.eq(ACCESSORY.ACCESSORY_ID))
                .where(ACCESSORY.PRODUCT_ID.eq(id.value()))
                .orderBy(ACCESSORY.POSITION, ACCESSORY.ACCESSORY_ID)
                .fetch(row -> new Accessory(
                        new ProductId(row.value1()), row.value2(), row.value3(), Accessory.Mode.valueOf(row.value4())));
    }

    /** All that come along by themselves, of every product. */
    List<Assembly.Part> automatic() {
        return db.select(ACCESSORY.PRODUCT_ID, ACCESSORY.ACCESSORY_ID, ACCESSORY.QUANTITY)
                .from(ACCESSORY)
                .where(ACCESSORY.MODE.eq(Accessory.Mode.AUTOMATIC.name()))
                .orderBy(ACCESSORY.PRODUCT_ID, ACCESSORY.POSITION)
                .fetch(row -> new Assembly.Part(row.value1(), row.value2(), row.value3(), false));
    }

    void replace(ProductId id, List<Accessory.Line> lines) {
        db.deleteFrom(ACCESSORY).where(ACCESSORY.PRODUCT_ID.eq(id.value())).execute();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            db.insertInto(ACCESSORY)
                    .set(ACCESSORY.PRODUCT_ID, id.value())
                    .set(ACCESSORY.ACCESSORY_ID, line.productId().value())
                    .set(ACCESSORY.QUANTITY, line.quantity())
                    .set(ACCESSORY.MODE, line.mode().name())
                    .set(ACCESSORY.POSITION, i)
                    .execute();
        }
    }

    List<ProductId> alternativesOf(ProductId id) {
        return db.select(ALTERNATIVE.ALTERNATIVE_ID)
                .from(ALTERNATIVE)
                .where(ALTERNATIVE.PRODUCT_ID.eq(id.value()))
                .orderBy(ALTERNATIVE.POSITION, ALTERNATIVE.ALTERNATIVE_ID)
                .fetch(row -> new ProductId(row.value1()));
    }

    /** On both sides: who is taken off the list loses this product from its own, who is put on it gets it as its last. */
    void replaceAlternatives(ProductId id, List<ProductId> alternatives) {
        var wanted = alternatives.stream().map(ProductId::value).toList();
        db.deleteFrom(ALTERNATIVE)
                .where(ALTERNATIVE.PRODUCT_ID.eq(id.value()))
                .or(ALTERNATIVE.ALTERNATIVE_ID.eq(id.value()).and(ALTERNATIVE.PRODUCT_ID.notIn(wanted)))
                .execute();
        for (int i = 0; i < wanted.size(); i++) {
            var other = wanted.get(i);
            db.insertInto(ALTERNATIVE, ALTERNATIVE.PRODUCT_ID, ALTERNATIVE.ALTERNATIVE_ID, ALTERNATIVE.POSITION)
                    .values(id.value(), other, i)
                    .execute();
            var theirs = ALTERNATIVE.as("theirs");
            var last =
                    DSL.field(DSL.select(DSL.coalesce(DSL.max(theirs.POSITION).plus(1), 0))
                            .from(theirs)
                            .where(theirs.PRODUCT_ID.eq(other)));
            db.insertInto(ALTERNATIVE, ALTERNATIVE.PRODUCT_ID, ALTERNATIVE.ALTERNATIVE_ID, ALTERNATIVE.POSITION)
                    .values(DSL.val(other), DSL.val(id.value()), last)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    /** What in this module refers to the product, in words. */
    List<String> usesOf(ProductId id) {
        var uses = new ArrayList<String>();
        int kits = db.fetchCount(DSL.selectDistinct(KIT_COMPONENT.KIT_ID)
                .from(KIT_COMPONENT)
                .where(KIT_COMPONENT.PRODUCT_ID.eq(id.value())));
        if (kits > 0) uses.add(kits == 1 ? "1 kit" : kits + " kits");
        int products = db.fetchCount(ACCESSORY, ACCESSORY.ACCESSORY_ID.eq(id.value()));
        if (products > 0) uses.add("accessory of " + (products == 1 ? "1 product" : products + " products"));
        return uses;
    }
}
