package eventkit.timeline;

import static eventkit.timeline.db.Tables.ASSET;
import static eventkit.timeline.db.Tables.CATEGORY;
import static eventkit.timeline.db.Tables.CATEGORY_ROW;
import static eventkit.timeline.db.Tables.EVENT;
import static eventkit.timeline.db.Tables.PRODUCT;
import static eventkit.timeline.db.Tables.STOCK;
import static eventkit.timeline.db.Tables.WAREHOUSE;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.timeline.Timelines.By;
import eventkit.timeline.Timelines.Filter;
import eventkit.timeline.Timelines.Row;
import java.util.ArrayList;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The rows of the timeline, in the order they are drawn in. */
@Component
class RowSources {
    private static final Listing PRODUCTS = Listing.by(PRODUCT.ID, "place").sort("place", PRODUCT.SORT_KEY);
    private static final Listing CATEGORIES =
            Listing.by(CATEGORY_ROW.ID, "place").sort("place", CATEGORY_ROW.SORT_KEY);
    private static final Listing ASSETS = Listing.by(ASSET.ID, "place").sort("place", ASSET.PRODUCT_KEY);
    private static final Listing EVENTS = Listing.by(EVENT.ID, "place").sort("place", EVENT.OCCUPIED_FROM);
    private static final Listing WAREHOUSES = Listing.by(WAREHOUSE.ID, "place").sort("place", WAREHOUSE.SORT_KEY);
    private final DSLContext db;

    RowSources(DSLContext db) {
        this.db = db;
    }

    Page<Row> page(By by, Filter filter, ListQuery query) {
        return switch (by) {
            case PRODUCT -> products(filter, query);
            case CATEGORY -> categories(filter, query);
            case ASSET -> assets(filter, query);
            case EVENT -> events(filter, query);
            case WAREHOUSE -> warehouses(filter, query);
        };
    }

    private Page<Row> products(Filter filter, ListQuery query) {
        var wanted = new ArrayList<Condition>();
        wanted.add(Listing.words(query.text(), PRODUCT.WORDS));
        if (filter.category() != null) wanted.add(below(filter.category(), PRODUCT.CATEGORIES));
        if (!filter.warehouses().isEmpty()) wanted.add(PRODUCT.ID.in(inStock(filter)));
        return PRODUCTS.page(
                db,
                query,
                PRODUCT,
                DSL.and(wanted),
                found -> db.selectFrom(PRODUCT).where(PRODUCT.ID.in(found)),
                r -> r.getId(),
                r -> new Row(r.getId(), r.getName(), r.getCategoryName(), r.getCategoryPath(), 0));
    }

    private org.jooq.Select<? extends org.jooq.Record1<UUID>> inStock(Filter filter) {
        return db.select(STOCK.PRODUCT_ID).from(STOCK).where(STOCK.WAREHOUSE_ID.in(filter.warehouses()));
    }

    private Page<Row> categories(Filter filter, ListQuery query) {
        var wanted = new ArrayList<Condition>();
        wanted.add(Listing.words(query.text(), CATEGORY_ROW.NAME));
        if (filter.category() != null) wanted.add(below(filter.category(), CATEGORY_ROW.ABOVE));
        return CATEGORIES.page(
                db,
                query,
                CATEGORY_ROW,
                DSL.and(wanted),
                found -> db.selectFrom(CATEGORY_ROW).where(CATEGORY_ROW.ID.in(found)),
                r -> r.getId(),
                r -> new Row(r.getId(), r.getName(), r.getPath().isEmpty() ? null : r.getPath(), null, r.getDepth()));
    }

    private Page<Row> assets(Filter filter, ListQuery query) {
        var wanted = new ArrayList<Condition>();
        wanted.add(Listing.words(query.text(), DSL.concat(ASSET.NUMBER, DSL.inline(" "), ASSET.PRODUCT_NAME)));
        if (filter.category() != null)
            wanted.add(ASSET.CATEGORY_ID.in(
                    db.select(CATEGORY.ID).from(CATEGORY).where(below(filter.category(), CATEGORY.ABOVE))));
        if (!filter.warehouses().isEmpty())
            wanted.add(ASSET.HERE_ID.in(filter.warehouses()).or(ASSET.HOME_ID.in(filter.warehouses())));
        return ASSETS.page(
                db,
                query,
                ASSET,
                DSL.and(wanted),
                found -> db.selectFrom(ASSET).where(ASSET.ID.in(found)),
                r -> r.getId(),
                r -> new Row(r.getId(), r.getNumber(), r.getProductName(), r.getProductName(), 0));
    }

    private Page<Row> events(Filter filter, ListQuery query) {
        var wanted = new ArrayList<Condition>();
        var period = filter.period();
        if (period != null) {
            wanted.add(EVENT.OCCUPIED_TO.gt(period.from()));
            wanted.add(EVENT.OCCUPIED_FROM.lt(period.to()));
        }
        if (!filter.warehouses().isEmpty()) wanted.add(EVENT.WAREHOUSE_ID.in(filter.warehouses()));
        var empty = DSL.inline("");
        wanted.add(Listing.words(
                query.text(),
                DSL.concat(
                        DSL.coalesce(EVENT.NUMBER, empty),
                        DSL.inline(" "),
                        EVENT.NAME,
                        DSL.inline(" "),
                        DSL.coalesce(EVENT.CLIENT_NAME, empty),
                        DSL.inline(" "),
                        DSL.coalesce(EVENT.VENUE_NAME, empty))));
        return EVENTS.page(
                db,
                query,
                EVENT,
                DSL.and(wanted),
                found -> db.selectFrom(EVENT).where(EVENT.ID.in(found)),
                r -> r.getId(),
                r -> new Row(
                        r.getId(),
                        r.getName(),
                        r.getVenueName() == null ? r.getNumber() : r.getNumber() + " · " + r.getVenueName(),
                        null,
                        0));
    }

    private Page<Row> warehouses(Filter filter, ListQuery query) {
        var wanted = Listing.words(query.text(), WAREHOUSE.NAME);
        if (!filter.warehouses().isEmpty()) wanted = wanted.and(WAREHOUSE.ID.in(filter.warehouses()));
        return WAREHOUSES.page(
                db,
                query,
                WAREHOUSE,
                wanted,
                found -> db.selectFrom(WAREHOUSE).where(WAREHOUSE.ID.in(found)),
                r -> r.getId(),
                r -> new Row(r.getId(), r.getName(), null, null, 0));
    }

    private static Condition below(UUID category, Field<UUID[]> above) {
        return DSL.condition("{0} = any ({1})", DSL.val(category), above);
    }
}
