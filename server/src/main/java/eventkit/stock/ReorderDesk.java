package eventkit.stock;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.Events;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When to buy more. */
@Component
class ReorderDesk {
    private static final long PIECES_MAX = 1_000_000_000L;
    private final Reorders reorders;
    private final Ledger ledger;
    private final Audit audit;
    private final Events events;
    private final Clock clock;

    ReorderDesk(Reorders reorders, Ledger ledger, Audit audit, Events events, Clock clock) {
        this.reorders = reorders;
        this.ledger = ledger;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Page<Consumable> list(
            Set<UUID> categoryIds, Set<Consumable.Status> statuses, @Nullable Boolean low, ListQuery query) {
        return reorders.list(categoryIds, statuses, low, query);
    }

    /** Throws {@link NotFound}, and {@link NotAConsumable} for other products. */
    Consumable get(UUID productId) {
        var product = ledger.products(List.of(productId)).get(productId);
        if (product == null) throw new NotFound("product", productId);
        return reorders.find(productId).orElseThrow(() -> new NotAConsumable(product.name(), productId));
    }

    Consumable set(UUID productId, Stock.ReorderLevels levels, IfMatch ifMatch) {
        reorders.lock(List.of(productId));
        var before = get(productId);
        ifMatch.require(before.version(), audit, "consumable", productId);
        new Check()
                .between(levels.parLevel(), "parLevel", 0, PIECES_MAX)
                .between(levels.reorderPoint(), "reorderPoint", 0, PIECES_MAX)
                .between(levels.reorderQuantity(), "reorderQuantity", 1, PIECES_MAX)
                .that(
                        levels.parLevel() == null
                                || levels.reorderPoint() == null
                                || levels.reorderPoint() <= levels.parLevel(),
                        "reorderPoint",
                        "above-par-level",
                        "The reorder point is at most the par level.")
                .line(levels.supplier(), "supplier", 200)
                .orThrow();
        var supplier = levels.supplier() == null || levels.supplier().isBlank()
                ? null
                : levels.supplier().strip();
        var tidy =
                new Stock.ReorderLevels(levels.parLevel(), levels.reorderPoint(), levels.reorderQuantity(), supplier);
        reorders.set(productId, tidy, before.version() + 1);
        review(List.of(productId), clock.instant());
        var after = get(productId);
        audit.changed(
                new Subject("consumable", productId, after.productName()),
                after.version(),
                settings(before),
                settings(after));
        return after;
    }

    /** Announces each product whose loose stock has just reached its reorder point; forgets it for those that rose above. */
    void review(Collection<UUID> productIds, Instant now) {
        var fallen = new ArrayList<StockFellToReorderPoint>();
        for (var point : reorders.lock(productIds)) {
            long loose = reorders.loose(point.productId());
            boolean low = point.reorderPoint() != null && loose <= point.reorderPoint();
            if (low == point.low()) continue;
            reorders.setLow(point.productId(), low ? now : null);
            if (!low || point.reorderPoint() == null) continue;
            var product = ledger.products(List.of(point.productId())).get(point.productId());
            fallen.add(new StockFellToReorderPoint(
                    point.productId(),
                    product == null ? "" : product.name(),
                    loose,
                    point.reorderPoint(),
                    point.reorderQuantity(),
                    point.supplier(),
                    now));
        }
        events.announceAll(fallen);
    }

    private static Stock.ReorderLevels settings(Consumable c) {
        return new Stock.ReorderLevels(c.parLevel(), c.reorderPoint(), c.reorderQuantity(), c.supplier());
    }
}
