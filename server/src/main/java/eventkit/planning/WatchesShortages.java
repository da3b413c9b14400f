package eventkit.planning;

import static eventkit.planning.db.Tables.SHORTAGE_TOLD;

import eventkit.core.Events;
import eventkit.core.RecurringWork;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Says which confirmed events run short, whatever the reason: a loss, a late return, a repair, somebody who was put before them (rules 2, 4 and 5). Each
 * lack is told once, and again only when it grows.
 */
@Component
class WatchesShortages implements RecurringWork {
    /** Of one thing in one warehouse. */
    private record Lack(UUID event, UUID item, UUID warehouse) {}

    private record Told(int quantity, String words) {}

    private final DSLContext db;
    private final TransactionTemplate transaction;
    private final EventRows events;
    private final Reservations reservations;
    private final Events announcements;
    private final Clock clock;

    WatchesShortages(
            DSLContext db,
            PlatformTransactionManager transactions,
            EventRows events,
            Reservations reservations,
            Events announcements,
            Clock clock) {
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.reservations = reservations;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "planning.watches-shortages";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        var now = new LinkedHashMap<Lack, Told>();
        for (var each : reservations.shortfalls()) {
            var s = each.shortage();
            now.merge(
                    new Lack(each.owner().id(), s.stock().item(), s.stock().warehouse()),
                    new Told(s.quantity(), s.item()),
                    (one, other) -> one.quantity() >= other.quantity() ? one : other);
        }
        transaction.executeWithoutResult(status -> tell(now));
    }

    private void tell(Map<Lack, Told> now) {
        Map<Lack, Integer> told = new HashMap<>();
        db.selectFrom(SHORTAGE_TOLD)
                .forEach(r -> told.put(new Lack(r.getEventId(), r.getItemId(), r.getWarehouseId()), r.getQuantity()));
        Map<UUID, List<String>> news = new LinkedHashMap<>();
        now.forEach((lack, is) -> {
            if (is.quantity() <= told.getOrDefault(lack, 0)) return;
            news.computeIfAbsent(lack.event(), id -> new ArrayList<>()).add(is.quantity() + " × " + is.words());
        });
        told.forEach((lack, quantity) -> {
            if (!now.containsKey(lack)) keep(lack, 0);
        });
        now.forEach((lack, is) -> {
            if (is.quantity() != told.getOrDefault(lack, 0)) keep(lack, is.quantity());
        });
        for (var event : events.find(news.keySet()))
            announcements.announce(new EventRanShort(
                    event.id(),
                    event.label(),
                    event.name(),
                    event.plannerId(),
                    news.getOrDefault(event.id(), List.of()),
                    clock.instant()));
    }

    /** Only of events that there are: another may have gone in the meantime. */
    private void keep(Lack lack, int quantity) {
        db.deleteFrom(SHORTAGE_TOLD)
                .where(SHORTAGE_TOLD.EVENT_ID.eq(lack.event()))
                .and(SHORTAGE_TOLD.ITEM_ID.eq(lack.item()))
                .and(SHORTAGE_TOLD.WAREHOUSE_ID.eq(lack.warehouse()))
                .execute();
        if (quantity == 0) return;
        db.execute("""
                insert into planning.shortage_told (event_id, item_id, warehouse_id, quantity)
                select e.id, ?, ?, ? from planning.event e where e.id = ?
                """, lack.item(), lack.warehouse(), quantity, lack.event());
    }
}
