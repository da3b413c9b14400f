package eventkit.stock;

import static eventkit.stock.db.Tables.CATEGORY_UNDER;
import static eventkit.stock.db.Tables.CONSUMABLE_LINE;
import static eventkit.stock.db.Tables.LEVEL;
import static eventkit.stock.db.Tables.REORDER;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.stock.db.tables.records.ConsumableLineRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of reorder settings and of the list of consumables. */
@Component
class Reorders {
    /** @param low whether it was announced already that the stock is low */
    record Point(
            UUID productId,
            @Nullable Long reorderPoint,
            @Nullable Long reorderQuantity,
            @Nullable String supplier,
            boolean low) {}

    private final DSLContext db;

    Reorders(DSLContext db) {
        this.db = db;
    }

    /** Always in the order of products. */
    List<Point> lock(Collection<UUID> productIds) {
        return db.selectFrom(REORDER)
                .where(REORDER.PRODUCT_ID.in(productIds))
                .orderBy(REORDER.PRODUCT_ID)
                .forUpdate()
                .fetch(r -> new Point(
                        r.getProductId(),
                        r.getReorderPoint(),
                        r.getReorderQuantity(),
                        r.getSupplier(),
                        r.getLowSince() != null));
    }

    long loose(UUID productId) {
        Long sum = db.select(DSL.coalesce(DSL.sum(LEVEL.QUANTITY).cast(Long.class), DSL.inline(0L)))
                .from(LEVEL)
                .where(LEVEL.PRODUCT_ID.eq(productId))
                .fetchSingle()
                .value1();
        return sum == null ? 0 : sum;
    }

    void setLow(UUID productId, @Nullable Instant since) {
        db.update(REORDER)
                .set(REORDER.LOW_SINCE, since)
                .where(REORDER.PRODUCT_ID.eq(productId))
                .execute();
    }

    void set(UUID productId, Stock.ReorderLevels levels, long version) {
        db.insertInto(REORDER)
                .set(REORDER.PRODUCT_ID, productId)
                .set(REORDER.PAR_LEVEL, levels.parLevel())
                .set(REORDER.REORDER_POINT, levels.reorderPoint())
                .set(REORDER.REORDER_QUANTITY, levels.reorderQuantity())
                .set(REORDER.SUPPLIER, levels.supplier())
                .set(REORDER.VERSION, version)
                .onConflict(REORDER.PRODUCT_ID)
                .doUpdate()
                .set(REORDER.PAR_LEVEL, levels.parLevel())
                .set(REORDER.REORDER_POINT, levels.reorderPoint())
                .set(REORDER.REORDER_QUANTITY, levels.reorderQuantity())
                .set(REORDER.SUPPLIER, levels.supplier())
                .set(REORDER.LOW_SINCE, levels.reorderPoint() == null ? DSL.inline((Instant) null) : REORDER.LOW_SINCE)
                .set(REORDER.VERSION, version)
                .execute();
    }

    Optional<Consumable> find(UUID productId) {
        return db.selectFrom(CONSUMABLE_LINE)
                .where(CONSUMABLE_LINE.PRODUCT_ID.eq(productId))
                .fetchOptional(Reorders::map);
    }

    Page<Consumable> list(
            Set<UUID> categoryIds, Set<Consumable.Status> statuses, @Nullable Boolean low, ListQuery query) {
        var wanted = new ArrayList<org.jooq.Condition>();
        if (!categoryIds.isEmpty()) {
            wanted.add(CONSUMABLE_LINE.CATEGORY_ID.in(DSL.select(CATEGORY_UNDER.CATEGORY_ID)
                    .from(CATEGORY_UNDER)
                    .where(CATEGORY_UNDER.ANCESTOR_ID.in(categoryIds))));
        }
        if (!statuses.isEmpty())
            wanted.add(
                    CONSUMABLE_LINE.STATUS.in(statuses.stream().map(Enum::name).toList()));
        if (low != null) {
            var ok = CONSUMABLE_LINE.STATUS.eq(Consumable.Status.OK.name());
            wanted.add(low ? ok.not() : ok);
        }
        wanted.add(Listing.words(
                query.text(),
                CONSUMABLE_LINE.PRODUCT_NAME,
                CONSUMABLE_LINE.MANUFACTURER,
                CONSUMABLE_LINE.MODEL,
                CONSUMABLE_LINE.SUPPLIER));
        return Listing.by(CONSUMABLE_LINE.PRODUCT_ID, "product")
                .sort("product", DSL.lower(CONSUMABLE_LINE.PRODUCT_NAME))
                .sort("stock", CONSUMABLE_LINE.QUANTITY)
                .sort("status", CONSUMABLE_LINE.STATUS)
                .sort("supplier", DSL.lower(DSL.coalesce(CONSUMABLE_LINE.SUPPLIER, "")))
                .page(
                        db,
                        query,
                        CONSUMABLE_LINE,
                        DSL.and(wanted),
                        found -> db.selectFrom(CONSUMABLE_LINE).where(CONSUMABLE_LINE.PRODUCT_ID.in(found)),
                        r -> r.getProductId(),
                        Reorders::map);
    }

    private static Consumable map(ConsumableLineRecord r) {
        var status = Consumable.Status.valueOf(r.getStatus());
        return new Consumable(
                r.getProductId(),
                r.getProductName(),
                r.getCategoryId(),
                r.getQuantity(),
                r.getParLevel(),
                r.getReorderPoint(),
                r.getReorderQuantity(),
                r.getSupplier(),
                status,
                Consumable.toOrder(r.getQuantity(), status, r.getParLevel(), r.getReorderQuantity()),
                r.getLowSince(),
                r.getVersion());
    }
}
