package eventkit.timeline;

import eventkit.availability.StockKey;
import eventkit.timeline.Timelines.By;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which stocks a row counts, and how many pieces there are. */
@Component
class StockSources {
    /** So many pieces more over a time; null is since always, or for good. */
    record Pieces(@Nullable Instant from, @Nullable Instant to, int pieces) {}

    private static final String ROWS_OF_PRODUCTS = "join unnest({0}) r (id) on r.id = s.product_id";
    private static final String ROWS_OF_CATEGORIES =
            "join timeline.within w on w.product_id = s.product_id join unnest({0}) r (id) on r.id = w.category_id";
    private static final String ROWS_OF_WAREHOUSES = "join unnest({0}) r (id) on r.id = s.warehouse_id";
    private static final String STOCKS = """
            select r.id as row_id, s.product_id, s.warehouse_id from timeline.stock s %s
             where (cardinality({1}) = 0 or s.warehouse_id = any ({1}))
               and (not {2} or s.product_id in (select n.id from timeline.numbered_product n))
            """;
    private static final String SUPPLY = """
            select r.id as row_id, s.begins, s.ends, sum(s.firm)::int as pieces from timeline.supply s %s
             where (cardinality({1}) = 0 or s.warehouse_id = any ({1}))
               and (not {2} or s.product_id in (select n.id from timeline.numbered_product n))
             group by r.id, s.begins, s.ends
            """;

    private final DSLContext db;

    StockSources(DSLContext db) {
        this.db = db;
    }

    /** @param numbered only pieces that have a number of their own */
    Map<UUID, List<StockKey>> stocks(By by, Collection<UUID> rows, Set<UUID> warehouses, boolean numbered) {
        var result = new HashMap<UUID, List<StockKey>>();
        for (var row : db.resultQuery(
                        STOCKS.formatted(join(by)),
                        BarSources.ids(rows),
                        BarSources.ids(warehouses),
                        DSL.inline(numbered))
                .fetch())
            result.computeIfAbsent(row.get(0, UUID.class), id -> new ArrayList<>())
                    .add(StockKey.product(row.get(1, UUID.class), row.get(2, UUID.class)));
        return result;
    }

    /** @param numbered as of {@link #stocks} */
    Map<UUID, List<Pieces>> supply(By by, Collection<UUID> rows, Set<UUID> warehouses, boolean numbered) {
        var result = new HashMap<UUID, List<Pieces>>();
        for (var row : db.resultQuery(
                        SUPPLY.formatted(join(by)),
                        BarSources.ids(rows),
                        BarSources.ids(warehouses),
                        DSL.inline(numbered))
                .fetch())
            result.computeIfAbsent(row.get(0, UUID.class), id -> new ArrayList<>())
                    .add(new Pieces(row.get(1, Instant.class), row.get(2, Instant.class), row.get(3, Integer.class)));
        return result;
    }

    /** What events have been promised. */
    List<StockKey> promised(Collection<UUID> events) {
        return db.resultQuery("""
                        select distinct b.product_id, b.case_id, b.warehouse_id from timeline.booking b
                         where b.owner_id = any ({0}) and b.held and b.standing = 'CONFIRMED'
                        """, BarSources.ids(events)).fetch(row -> {
            var product = row.get(0, UUID.class);
            var warehouse = row.get(2, UUID.class);
            return product == null
                    ? StockKey.unit(row.get(1, UUID.class), warehouse)
                    : StockKey.product(product, warehouse);
        });
    }

    private static String join(By by) {
        return switch (by) {
            case PRODUCT -> ROWS_OF_PRODUCTS;
            case CATEGORY -> ROWS_OF_CATEGORIES;
            case WAREHOUSE -> ROWS_OF_WAREHOUSES;
            case ASSET, EVENT -> throw new IllegalArgumentException(by + " is not counted");
        };
    }
}
