package eventkit.availability;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Which products have stock in which warehouse, kept in memory: stocks are made under the order's lock and never change. */
@Component
final class Catalogue {
    record Product(UUID id, int stock) {}

    private record Known(int newest, Map<UUID, List<Product>> byWarehouse) {}

    private final DSLContext db;
    private volatile Known known = new Known(0, Map.of());

    Catalogue(DSLContext db) {
        this.db = db;
    }

    /** @param size above every stock's number that matters */
    List<Product> of(UUID warehouse, int size) {
        if (known.newest < size - 1) read();
        return known.byWarehouse.getOrDefault(warehouse, List.of());
    }

    private synchronized void read() {
        int newest = known.newest;
        Map<UUID, List<Product>> all = new HashMap<>();
        known.byWarehouse.forEach((warehouse, products) -> all.put(warehouse, new ArrayList<>(products)));
        for (var row : db.fetch(
                "select id, product_id, warehouse_id from availability.stock where id > ? order by id", newest)) {
            newest = row.get(0, Integer.class);
            var product = row.get(1, UUID.class);
            if (product == null) continue;
            all.computeIfAbsent(row.get(2, UUID.class), warehouse -> new ArrayList<>())
                    .add(new Product(product, newest));
        }
        known = new Known(newest, all);
    }
}
