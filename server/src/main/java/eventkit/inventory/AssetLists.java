package eventkit.inventory;

import static eventkit.inventory.db.Tables.ASSET;
import static eventkit.inventory.db.Tables.ASSET_ALIAS;
import static eventkit.inventory.db.Tables.ASSET_MOVEMENT;
import static eventkit.inventory.db.Tables.LOCATION;

import eventkit.core.Callers;
import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All SQL that lists assets. Every sort has an index of its key and the id, so that the thousandth page costs what the first does; what a row shows of
 * products, places and fitness is fetched for the page alone.
 */
@Component
class AssetLists {
    private static final Field<LocalDate> BOUGHT = DSL.coalesce(ASSET.PURCHASE_DATE, DSL.inline(LocalDate.of(1, 1, 1)));
    /** Behind every text that begins so, in the order of code points. */
    private static final String LAST = new String(Character.toChars(Character.MAX_CODE_POINT));

    private final DSLContext db;
    private final Assets assets;
    private final ProductsSeen products;
    private final Places places;
    private final Fitness fitness;
    private final CompanyDay day;

    AssetLists(DSLContext db, Assets assets, ProductsSeen products, Places places, Fitness fitness, CompanyDay day) {
        this.db = db;
        this.assets = assets;
        this.products = products;
        this.places = places;
        this.fitness = fitness;
        this.day = day;
    }

    private static Listing listing() {
        return Listing.by(ASSET.ID, "number")
                .sort("number", ASSET.NUMBER_KEY)
                .sort("product", ASSET.PRODUCT_KEY)
                .sort("status", ASSET.STATUS)
                .sort("location", ASSET.LOCATION_KEY)
                .sort("purchaseDate", BOUGHT)
                .sort("createdAt", ASSET.CREATED_AT)
                .sort("serial", ASSET.SERIAL_KEY);
    }

    Page<AssetLine> page(AssetFilter filter, ListQuery query) {
        var page = listing()
                .page(
                        db,
                        query,
                        ASSET,
                        where(filter, query.text()),
                        ids -> db.selectFrom(ASSET).where(ASSET.ID.eq(DSL.any(ids.toArray(UUID[]::new)))),
                        row -> row.getId(),
                        assets::map);
        return new Page<>(lines(page.items()), page.total(), page.next());
    }

    List<UUID> ids(AssetFilter filter, int max) {
        return listing().ids(db, null, ASSET, where(filter, null), max);
    }

    long count(AssetFilter filter) {
        return db.fetchCount(ASSET, where(filter, null));
    }

    /** In the order given. */
    List<AssetLine> lines(Collection<Asset> page) {
        var productIds = new HashSet<UUID>();
        var locationIds = new HashSet<LocationId>();
        for (var asset : page) {
            productIds.add(asset.productId().value());
            if (asset.locationId() != null) locationIds.add(asset.locationId());
        }
        var seen = products.all(productIds);
        var refs = places.refs(locationIds);
        var unfit = fitness.reasons(page);
        var books = Callers.current().may(Permission.ASSET_COST_READ) ? day.now() : null;
        var lines = new ArrayList<AssetLine>();
        for (var asset : page) {
            var product = seen.get(asset.productId().value());
            if (product == null) continue;
            lines.add(line(asset, product.ref(), refs, unfit.getOrDefault(asset.id(), List.of()), books));
        }
        return lines;
    }

    private AssetLine line(
            Asset a,
            ProductRef product,
            Map<LocationId, LocationRef> refs,
            List<UnfitReason> unfit,
            CompanyDay.@Nullable Books books) {
        return new AssetLine(
                a.id(),
                a.number(),
                a.serial(),
                product,
                a.status(),
                a.statusSince(),
                a.condition(),
                a.locationId() == null ? null : refs.get(a.locationId()),
                a.purchaseDate(),
                a.supplier(),
                books != null ? a.purchaseCost() : null,
                books != null ? a.insuranceValue() : null,
                books != null ? books.value(a) : null,
                a.firmware(),
                a.quarantinedAt() != null,
                unfit.isEmpty(),
                unfit,
                a.outFor(),
                a.version(),
                a.createdAt());
    }

    Condition where(AssetFilter f, @Nullable String listText) {
        Condition where = DSL.noCondition();
        if (!f.product().isEmpty())
            where = where.and(ASSET.PRODUCT_ID.eq(DSL.any(f.product().toArray(UUID[]::new))));
        if (!f.category().isEmpty()) where = where.and(ASSET.PRODUCT_ID.eq(any(products.inCategories(f.category()))));
        if (!f.status().isEmpty())
            where = where.and(
                    ASSET.STATUS.in(f.status().stream().map(Enum::name).toList()));
        if (!f.condition().isEmpty()) where = where.and(ASSET.CONDITION.in(f.condition()));
        if (!f.location().isEmpty()) where = where.and(ASSET.LOCATION_ID.eq(any(Places.under(f.location()))));
        if (!f.warehouse().isEmpty()) {
            where = where.and(ASSET.LOCATION_ID.eq(
                    any(DSL.select(LOCATION.ID).from(LOCATION).where(LOCATION.WAREHOUSE_ID.in(f.warehouse())))));
        }
        if (f.fit() != null) where = where.and(f.fit() ? DSL.not(fitness.unfit()) : fitness.unfit());
        if (f.quarantined() != null)
            where = where.and(f.quarantined() ? ASSET.QUARANTINED_AT.isNotNull() : ASSET.QUARANTINED_AT.isNull());
        if (f.purchasedFrom() != null) where = where.and(ASSET.PURCHASE_DATE.ge(f.purchasedFrom()));
        if (f.purchasedTo() != null) where = where.and(ASSET.PURCHASE_DATE.le(f.purchasedTo()));
        for (var text : new String[] {f.q(), listText}) {
            if (text != null && !text.isBlank()) where = where.and(matches(text.strip()));
        }
        return where;
    }

    private Condition matches(String text) {
        var begin = text.toUpperCase(Locale.ROOT);
        var end = begin + LAST;
        return ASSET.NUMBER_KEY
                .ge(begin)
                .and(ASSET.NUMBER_KEY.lt(end))
                .or(ASSET.SERIAL_KEY.ge(begin).and(ASSET.SERIAL_KEY.lt(end)))
                .or(ASSET.ID.eq(any(DSL.select(ASSET_ALIAS.ASSET_ID)
                        .from(ASSET_ALIAS)
                        .where(ASSET_ALIAS.CODE.ge(begin))
                        .and(ASSET_ALIAS.CODE.lt(end)))))
                .or(ASSET.PRODUCT_ID.eq(any(products.named(text))));
    }

    Page<AssetMoves.Movement> movements(AssetId id, ListQuery query) {
        var page = Listing.by(ASSET_MOVEMENT.ID, "-at")
                .sort("at", ASSET_MOVEMENT.AT)
                .page(
                        db,
                        query,
                        ASSET_MOVEMENT,
                        ASSET_MOVEMENT.ASSET_ID.eq(id.value()),
                        ids -> db.selectFrom(ASSET_MOVEMENT).where(ASSET_MOVEMENT.ID.in(ids)),
                        row -> row.getId(),
                        row -> row);
        var ids = new HashSet<LocationId>();
        for (var row : page.items()) {
            if (row.getFromLocationId() != null) ids.add(new LocationId(row.getFromLocationId()));
            if (row.getToLocationId() != null) ids.add(new LocationId(row.getToLocationId()));
        }
        var refs = new HashMap<>(places.refs(ids));
        var items = page.items().stream()
                .map(row -> new AssetMoves.Movement(
                        row.getAt(),
                        row.getActorName(),
                        row.getFromLocationId() == null ? null : refs.get(new LocationId(row.getFromLocationId())),
                        row.getToLocationId() == null ? null : refs.get(new LocationId(row.getToLocationId())),
                        row.getFromStatus() == null ? null : AssetStatus.valueOf(row.getFromStatus()),
                        AssetStatus.valueOf(row.getToStatus()),
                        row.getReason(),
                        row.getReference()))
                .toList();
        return new Page<>(items, page.total(), page.next());
    }

    /** As an array made once, so that an index on the column serves, also within an "or". */
    private static Field<UUID> any(Select<Record1<UUID>> ids) {
        return DSL.field("any(array({0}))", UUID.class, ids);
    }
}
