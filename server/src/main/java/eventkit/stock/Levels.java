package eventkit.stock;

import static eventkit.stock.db.Tables.CATEGORY_UNDER;
import static eventkit.stock.db.Tables.ENTRY_LINE;
import static eventkit.stock.db.Tables.LEVEL;
import static eventkit.stock.db.Tables.LEVEL_LINE;
import static eventkit.stock.db.Tables.PRODUCT_LINE;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.inventory.LocationId;
import eventkit.stock.db.tables.records.LevelLineRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All SQL that reads levels. */
@Component
class Levels {
    private final DSLContext db;
    private final StockPlaces places;
    private final ObjectProvider<PackedStock> containers;

    Levels(DSLContext db, StockPlaces places, ObjectProvider<PackedStock> containers) {
        this.db = db;
        this.places = places;
        this.containers = containers;
    }

    Page<StockLevel> list(Stock.Filter filter, ListQuery query) {
        return Listing.by(LEVEL_LINE.ID, "product")
                .sort("product", DSL.lower(LEVEL_LINE.PRODUCT_NAME))
                .sort("location", DSL.lower(LEVEL_LINE.LOCATION_NAME))
                .sort("quantity", LEVEL_LINE.QUANTITY)
                .sort("changedAt", LEVEL_LINE.CHANGED_AT)
                .page(
                        db,
                        query,
                        LEVEL_LINE,
                        where(filter, query),
                        found -> db.selectFrom(LEVEL_LINE).where(LEVEL_LINE.ID.in(found)),
                        r -> r.getId(),
                        Levels::map);
    }

    Optional<StockLevel> find(UUID id) {
        return db.selectFrom(LEVEL_LINE).where(LEVEL_LINE.ID.eq(id)).fetchOptional(Levels::map);
    }

    /** How many products lie at each, however many pieces; locations with none are left out. */
    Map<LocationId, Long> kindsAt(java.util.Collection<UUID> locationIds) {
        return db.select(LEVEL.LOCATION_ID, DSL.count().cast(Long.class))
                .from(LEVEL)
                .where(LEVEL.LOCATION_ID.in(locationIds))
                .and(LEVEL.QUANTITY.gt(0L))
                .groupBy(LEVEL.LOCATION_ID)
                .fetchMap(r -> new LocationId(r.value1()), r -> r.value2());
    }

    /** Throws {@link NotFound}. */
    StockTotals totals(UUID productId) {
        var name = db.select(PRODUCT_LINE.NAME)
                .from(PRODUCT_LINE)
                .where(PRODUCT_LINE.ID.eq(productId))
                .fetchOptional(PRODUCT_LINE.NAME)
                .orElseThrow(() -> new NotFound("product", productId));
        var loose = new HashMap<UUID, Long>();
        db.select(LEVEL.LOCATION_ID, LEVEL.QUANTITY)
                .from(LEVEL)
                .where(LEVEL.PRODUCT_ID.eq(productId))
                .and(LEVEL.QUANTITY.gt(0L))
                .forEach(r -> loose.merge(r.value1(), r.value2(), Long::sum));
        var packed = new HashMap<UUID, Long>();
        containers
                .orderedStream()
                .flatMap(c -> c.packed(productId).stream())
                .forEach(p -> packed.merge(p.locationId(), p.quantity(), Long::sum));
        return totals(productId, name, loose, packed);
    }

    Condition where(Stock.EntryFilter filter, ListQuery query) {
        var wanted = new ArrayList<Condition>();
        if (!filter.productIds().isEmpty()) wanted.add(ENTRY_LINE.PRODUCT_ID.in(filter.productIds()));
        if (!filter.locationIds().isEmpty()) wanted.add(ENTRY_LINE.LOCATION_ID.in(places.under(filter.locationIds())));
        if (!filter.kinds().isEmpty()) wanted.add(ENTRY_LINE.KIND.in(names(filter.kinds())));
        if (!filter.reasons().isEmpty()) wanted.add(ENTRY_LINE.REASON.in(names(filter.reasons())));
        if (filter.byId() != null) wanted.add(ENTRY_LINE.BY_ID.eq(filter.byId()));
        if (filter.operationId() != null) wanted.add(ENTRY_LINE.OPERATION_ID.eq(filter.operationId()));
        if (filter.refId() != null) wanted.add(ENTRY_LINE.REF_ID.eq(filter.refId()));
        if (filter.from() != null) wanted.add(ENTRY_LINE.AT.ge(filter.from()));
        if (filter.to() != null) wanted.add(ENTRY_LINE.AT.lt(filter.to()));
        wanted.add(Listing.words(
                query.text(),
                ENTRY_LINE.PRODUCT_NAME,
                ENTRY_LINE.LOCATION_NAME,
                ENTRY_LINE.NOTE,
                ENTRY_LINE.REF_LABEL,
                ENTRY_LINE.BY_NAME));
        return DSL.and(wanted);
    }

    private Condition where(Stock.Filter filter, ListQuery query) {
        var wanted = new ArrayList<Condition>();
        if (!filter.productIds().isEmpty()) wanted.add(LEVEL_LINE.PRODUCT_ID.in(filter.productIds()));
        if (!filter.locationIds().isEmpty()) wanted.add(LEVEL_LINE.LOCATION_ID.in(places.under(filter.locationIds())));
        if (!filter.warehouseIds().isEmpty())
            wanted.add(LEVEL_LINE.LOCATION_ID.in(places.under(filter.warehouseIds())));
        if (!filter.categoryIds().isEmpty()) {
            wanted.add(LEVEL_LINE.CATEGORY_ID.in(DSL.select(CATEGORY_UNDER.CATEGORY_ID)
                    .from(CATEGORY_UNDER)
                    .where(CATEGORY_UNDER.ANCESTOR_ID.in(filter.categoryIds()))));
        }
        if (!filter.kinds().isEmpty()) wanted.add(LEVEL_LINE.PRODUCT_KIND.in(filter.kinds()));
        if (filter.empty() != null)
            wanted.add(filter.empty() ? LEVEL_LINE.QUANTITY.eq(0L) : LEVEL_LINE.QUANTITY.gt(0L));
        wanted.add(Listing.words(
                query.text(),
                LEVEL_LINE.PRODUCT_NAME,
                LEVEL_LINE.MANUFACTURER,
                LEVEL_LINE.MODEL,
                LEVEL_LINE.LOCATION_NAME));
        return DSL.and(wanted);
    }

    private static java.util.List<String> names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toList();
    }

    private StockTotals totals(UUID productId, String name, Map<UUID, Long> loose, Map<UUID, Long> packed) {
        var locations = new HashSet<>(loose.keySet());
        locations.addAll(packed.keySet());
        var places = this.places.sites(locations);
        var sites = new HashMap<StockPlaces.Site, long[]>();
        for (var location : locations) {
            var at = places.get(location);
            if (at == null) continue;
            var sum = sites.computeIfAbsent(at, site -> new long[2]);
            sum[0] += loose.getOrDefault(location, 0L);
            sum[1] += packed.getOrDefault(location, 0L);
        }
        var lines = sites.entrySet().stream()
                .map(e -> new StockTotals.Site(
                        e.getKey().id(), e.getKey().name(), e.getKey().kind(), e.getValue()[0], e.getValue()[1]))
                .sorted(java.util.Comparator.comparing(StockTotals.Site::locationName))
                .toList();
        long looseInAll = lines.stream().mapToLong(StockTotals.Site::loose).sum();
        long packedInAll = lines.stream().mapToLong(StockTotals.Site::packed).sum();
        return new StockTotals(productId, name, looseInAll + packedInAll, looseInAll, packedInAll, lines);
    }

    private static StockLevel map(LevelLineRecord r) {
        return new StockLevel(
                r.getId(),
                r.getProductId(),
                r.getProductName(),
                r.getProductKind(),
                r.getCategoryId(),
                r.getLocationId(),
                r.getLocationName(),
                java.util.List.of(r.getLocationPath()),
                r.getQuantity(),
                r.getCountedAt(),
                r.getChangedAt(),
                r.getVersion());
    }
}
