package eventkit.insight;

import eventkit.availability.Availability;
import eventkit.availability.StockKey;
import eventkit.core.Caller;
import eventkit.core.Permission;
import eventkit.insight.Content.ShortEvent;
import eventkit.insight.Content.Shortages;
import eventkit.insight.Content.StockAlerts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What equipment wants somebody's attention: what lacks, what runs low, what should be back, what is to be inspected. */
@Component
class StockWidget {
    private static final int NAMED = 4;
    private static final String OVERDUE = "returns-overdue";
    private final DSLContext db;
    private final Availability availability;
    private final HomeDesk home;
    private final Clock clock;

    StockWidget(DSLContext db, Availability availability, HomeDesk home, Clock clock) {
        this.db = db;
        this.availability = availability;
        this.home = home;
        this.clock = clock;
    }

    StockAlerts read(Caller caller) {
        var alerts = new ArrayList<Home.Alert>();
        if (caller.may(Permission.EVENT_READ)) {
            long late = overdue();
            if (late > 0)
                alerts.add(new Home.Alert(OVERDUE, late, "/events?phase=LOAD_OUT&phase=ON_SITE&phase=LOAD_IN"));
        }
        alerts.addAll(home.attention(caller));
        return new StockAlerts(
                caller.may(Permission.ASSET_READ) && caller.may(Permission.EVENT_READ) ? shortages() : null, alerts);
    }

    private long overdue() {
        return Objects.requireNonNull(db.resultQuery(
                        "select count(*) from insight.event_late where occupied_to < ?::timestamptz",
                        clock.instant().toString())
                .fetchSingle()
                .get(0, Long.class));
    }

    private Shortages shortages() {
        var stocks = db.resultQuery("select product_id, case_id, warehouse_id from insight.stock_key")
                .fetch(StockWidget::key);
        var byEvent = new HashMap<UUID, Set<UUID>>();
        var items = new HashSet<UUID>();
        for (var lack : availability.lacking(stocks)) {
            byEvent.computeIfAbsent(lack.owner(), id -> new HashSet<>())
                    .add(lack.stock().item());
            items.add(lack.stock().item());
        }
        if (byEvent.isEmpty()) return new Shortages(0, 0, List.of());
        var soonest = db.resultQuery("""
                        select a.id, a.number, a.name, a.from_at
                          from unnest(?::uuid[]) o (id) join insight.event_ahead a on a.id = o.id
                         order by a.from_at, a.id limit ?
                        """, byEvent.keySet().toArray(UUID[]::new), NAMED)
                .fetch(r -> new ShortEvent(
                        r.get("id", UUID.class),
                        r.get("number", String.class),
                        r.get("name", String.class),
                        r.get("from_at", Instant.class),
                        byEvent.getOrDefault(r.get("id", UUID.class), Set.of()).size()));
        return new Shortages(byEvent.size(), items.size(), soonest);
    }

    static StockKey key(Record row) {
        @Nullable UUID product = row.get("product_id", UUID.class);
        var warehouse = row.get("warehouse_id", UUID.class);
        return product == null
                ? StockKey.unit(row.get("case_id", UUID.class), warehouse)
                : StockKey.product(product, warehouse);
    }
}
