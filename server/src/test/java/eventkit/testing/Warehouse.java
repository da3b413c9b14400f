package eventkit.testing;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Products, locations and assets for tests of the rooms above them: written straight, without a form's ceremony. */
@Component
public class Warehouse {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private final DSLContext db;

    public Warehouse(DSLContext db) {
        this.db = db;
    }

    public static int running() {
        return COUNT.incrementAndGet();
    }

    /** @param kind SERIALISED, BULK or CONSUMABLE */
    public UUID product(String kind, String name, @Nullable Long weightGrams) {
        var id = UUID.randomUUID();
        db.execute(
                "insert into catalogue.product (id, kind, name, weight_grams, currency, created_at) values (?, ?, ?, ?, 'EUR', now())",
                id,
                kind,
                name + " " + running(),
                weightGrams);
        return id;
    }

    public UUID cable() {
        return product("BULK", "Cable", 500L);
    }

    public UUID tape() {
        return product("CONSUMABLE", "Tape", 300L);
    }

    public UUID location(String kind, @Nullable UUID parent) {
        var id = UUID.randomUUID();
        db.execute(
                """
                insert into inventory.location (id, parent_id, kind, name, path, warehouse_id)
                select {0}, p.id, {1}, {2}, coalesce(p.path, '{}') || {0}, coalesce(p.warehouse_id, {0})
                  from (select 1) as one left join inventory.location p on p.id = {3}
                """,
                org.jooq.impl.DSL.val(id),
                org.jooq.impl.DSL.val(kind),
                org.jooq.impl.DSL.val(kind + " " + running()),
                org.jooq.impl.DSL.val(parent, UUID.class));
        return id;
    }

    public UUID hall() {
        return location("WAREHOUSE", null);
    }

    public UUID shelf(UUID hall) {
        return location("SHELF", hall);
    }

    public UUID asset(UUID product, @Nullable UUID location) {
        var id = UUID.randomUUID();
        db.execute(
                "insert into inventory.asset (id, product_id, number, status, location_id, currency, created_at) values (?, ?, ?, 'AVAILABLE', ?, 'EUR', now())",
                id,
                product,
                "T-" + running(),
                location);
        return id;
    }

    public @Nullable UUID locationOf(UUID asset) {
        return db.fetchSingle("select location_id from inventory.asset where id = ?", asset)
                .get(0, UUID.class);
    }

    public String numberOf(UUID asset) {
        return db.fetchSingle("select number from inventory.asset where id = ?", asset)
                .get(0, String.class);
    }

    /** Levels that are not what their ledger says; empty where the books are right. */
    public org.jooq.Result<?> wrongLevels() {
        return db.fetch("""
                select l.product_id, l.location_id, l.quantity, coalesce(sum(e.delta), 0) as ledger
                  from stock.level l left join stock.entry e using (product_id, location_id)
                 group by l.id having l.quantity <> coalesce(sum(e.delta), 0)
                """);
    }
}
