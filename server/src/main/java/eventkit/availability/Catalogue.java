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
    record Stocks(Products products, int[] numbers) {
        private static final Stocks NONE = new Stocks(Products.NONE, new int[0]);

        private static Stocks of(List<Row> rows) {
            return new Stocks(
                    new Products(rows.stream().map(Row::product).toArray(UUID[]::new)),
                    rows.stream().mapToInt(Row::number).toArray());
        }

        private Stocks and(Stocks more) {
            var all = Arrays.copyOf(numbers, numbers.length + more.numbers.length);
            System.arraycopy(more.numbers, 0, all, numbers.length, more.numbers.length);
            return new Stocks(products.and(more.products), all);
        }
    }

    private record Row(int number, @Nullable UUID product, UUID warehouse) {}

    /** @param stocking of the image for which it was read: with another one, stocks are gone */
    private record Known(long stocking, int newest, Map<UUID, Stocks> byWarehouse) {}

    private volatile Known known = new Known(0, 0, Map.of());

    /** Those of which the image tells. */
    Stocks of(DSLContext db, UUID warehouse, Image image) {
        var known = this.known;
        if (known.stocking != image.stocking() || known.newest < image.size() - 1) known = read(db, image);
        return known.byWarehouse.getOrDefault(warehouse, Stocks.NONE);
    }

    private synchronized Known read(DSLContext db, Image image) {
        var before = known.stocking == image.stocking() ? known : new Known(image.stocking(), 0, Map.of());
        var rows = db.fetch(
                        "select id, product_id, warehouse_id from availability.stock where id > ? order by id",
                        before.newest)
                .map(r -> new Row(r.get(0, Integer.class), r.get(1, UUID.class), r.get(2, UUID.class)));
        var all = new HashMap<>(before.byWarehouse);
        rows.stream()
                .filter(row -> row.product() != null)
                .collect(Collectors.groupingBy(Row::warehouse))
                .forEach((warehouse, theirs) -> all.merge(warehouse, Stocks.of(theirs), Stocks::and));
        int newest = rows.isEmpty() ? before.newest : rows.getLast().number();
        var read = new Known(image.stocking(), newest, all);
        if (!ChangeOrder.insideAChange()) known = read; // or it may never be so
        return read;
    }
}
