package eventkit.availability;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which products have stock in which warehouse, kept in memory: stocks are made under the order's lock and never change. */
@Component
final class Catalogue {
    /** Products, and the number of each one's stock. */
    record Stocks(UUID[] products, int[] numbers) {
        private static final Stocks NONE = new Stocks(new UUID[0], new int[0]);

        private static Stocks of(List<Row> rows) {
            return new Stocks(
                    rows.stream().map(Row::product).toArray(UUID[]::new),
                    rows.stream().mapToInt(Row::number).toArray());
        }

        private Stocks and(Stocks more) {
            int size = products.length;
            var all = new Stocks(
                    Arrays.copyOf(products, size + more.products.length),
                    Arrays.copyOf(numbers, size + more.numbers.length));
            System.arraycopy(more.products, 0, all.products, size, more.products.length);
            System.arraycopy(more.numbers, 0, all.numbers, size, more.numbers.length);
            return all;
        }
    }

    private record Row(int number, @Nullable UUID product, UUID warehouse) {}

    private record Known(int newest, Map<UUID, Stocks> byWarehouse) {}

    private final DSLContext db;
    private volatile Known known = new Known(0, Map.of());

    Catalogue(DSLContext db) {
        this.db = db;
    }

    /** @param size above every stock's number that matters */
    Stocks of(UUID warehouse, int size) {
        if (known.newest < size - 1) read();
        return known.byWarehouse.getOrDefault(warehouse, Stocks.NONE);
    }

    private synchronized void read() {
        var rows = db.fetch(
                        "select id, product_id, warehouse_id from availability.stock where id > ? order by id",
                        known.newest)
                .map(r -> new Row(r.get(0, Integer.class), r.get(1, UUID.class), r.get(2, UUID.class)));
        if (rows.isEmpty()) return;
        var all = new HashMap<>(known.byWarehouse);
        rows.stream()
                .filter(row -> row.product() != null)
                .collect(Collectors.groupingBy(Row::warehouse))
                .forEach((warehouse, theirs) -> all.merge(warehouse, Stocks.of(theirs), Stocks::and));
        known = new Known(rows.getLast().number(), all);
    }
}
