package eventkit.scanning;

import eventkit.availability.Availability.Moved;
import eventkit.availability.Movements;
import eventkit.availability.Owner;
import eventkit.availability.StockKey;
import eventkit.scanning.Deed.Pieces;
import eventkit.scanning.Deed.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * What a request is to tell availability. Told at its end, because from then on all other changes of stock wait for this one, and outside anything that
 * may still be taken back.
 */
final class Outside {
    private enum Way {
        OUT,
        BACK
    }

    private record Told(Way way, UUID event, List<Moved> moved) {}

    private record Times(Owner owner, Instant dueBack, Duration turnaround) {}

    private final List<Told> told = new ArrayList<>();

    private boolean closed;

    /** How much there is to tell so far. */
    int mark() {
        closed = true;
        return told.size();
    }

    /** What came after the mark was taken back. */
    void forget(int mark) {
        told.subList(mark, told.size()).clear();
    }

    private void tell(Way way, UUID event, Moved moved) {
        if (!told.isEmpty() && !closed) {
            var last = told.getLast();
            if (last.way() == way && last.event().equals(event)) {
                last.moved().add(moved);
                return;
            }
        }
        closed = false;
        told.add(new Told(way, event, new ArrayList<>(List.of(moved))));
    }

    /** @param pieces those of the deed, as they were written down */
    void went(Deed deed, Map<UUID, UUID> assetStock, Map<UUID, UUID> unitStock, List<Pieces> pieces, Stand stand) {
        things(Way.OUT, deed, assetStock, unitStock, stand);
        for (var p : pieces) {
            pieces(Way.OUT, p);
            // What is used up does not come back: its booking has served, and the stock is less.
            if (Doing.usedUp(p, stand)) pieces(Way.BACK, p);
        }
    }

    void stayed(Deed deed, Map<UUID, UUID> assetStock, Map<UUID, UUID> unitStock, Stand stand) {
        cameBack(deed, assetStock, unitStock, stand);
    }

    void cameBack(Deed deed, Map<UUID, UUID> assetStock, Map<UUID, UUID> unitStock, Stand stand) {
        things(Way.BACK, deed, assetStock, unitStock, stand);
        for (var p : deed.pieces()) if (!Doing.usedUp(p, stand)) pieces(Way.BACK, p);
    }

    private void things(Way way, Deed deed, Map<UUID, UUID> assetStock, Map<UUID, UUID> unitStock, Stand stand) {
        for (var t : deed.cases()) {
            var warehouse = unitStock.get(t.id());
            if (warehouse != null && t.eventId() != null)
                tell(way, t.eventId(), new Moved(t.lineId(), StockKey.unit(t.id(), warehouse), 1));
        }
        for (Taken t : deed.assets()) {
            var warehouse = assetStock.get(t.id());
            var product = Stand.there(stand.assets, t.id()).productId;
            if (warehouse != null && t.eventId() != null)
                tell(way, t.eventId(), new Moved(t.lineId(), StockKey.product(product, warehouse), 1));
        }
    }

    private void pieces(Way way, Pieces p) {
        if (p.warehouseId() == null || p.eventId() == null) return;
        tell(way, p.eventId(), new Moved(p.lineId(), StockKey.product(p.productId(), p.warehouseId()), (int)
                p.quantity()));
    }

    void tell(Movements movements, DSLContext db, Instant at) {
        for (var each : told) {
            var times = times(db, each.event());
            switch (each.way()) {
                case OUT -> movements.wentOut(times.owner(), each.moved(), at, times.dueBack());
                case BACK -> movements.cameBack(each.event(), each.moved(), at.plus(times.turnaround()));
            }
        }
    }

    private static Times times(DSLContext db, UUID event) {
        var row = db.fetchSingle(
                "select number, name, occupied_to, turnaround_minutes from scanning.event_seen where id = ?", event);
        var label = row.get(0, String.class) + " " + row.get(1, String.class);
        return new Times(
                new Owner("event", event, label),
                row.get(2, Instant.class),
                Duration.ofMinutes(row.get(3, Integer.class)));
    }
}
