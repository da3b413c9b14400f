package eventkit.scanning;

import eventkit.availability.Availability.Moved;
import eventkit.availability.Movements;
import eventkit.availability.Owner;
import eventkit.availability.StockKey;
import eventkit.scanning.Deed.Pieces;
import eventkit.scanning.Deed.Taken;
import eventkit.scanning.HoldRows.Stocks;
import eventkit.scanning.Stand.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/**
 * What a request is to tell availability. Told at its end, because from then on all other changes of stock wait for this one, and outside anything that
 * may still be taken back.
 */
final class Outside {
    private enum Way {
        OUT,
        /** Free again when it has been looked after. */
        BACK,
        /** From now on its register says why it can not be had, or it is used up. */
        BACK_AT_ONCE,
        OUT_UNDONE,
        BACK_UNDONE
    }

    private record Told(Way way, UUID event, List<Moved> moved) {}

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
    void went(Deed deed, Stocks stocks, List<Pieces> pieces, Stand stand) {
        boolean again = deed.act() == Deed.Act.OUT_AGAIN;
        things(again ? Way.BACK_UNDONE : Way.OUT, deed, stocks, stand);
        for (var p : pieces) {
            if (!LoosePieces.usedUp(p, stand)) {
                pieces(again ? Way.BACK_UNDONE : Way.OUT, p);
            } else if (!again) {
                // What is used up does not come back: its booking has served, and the stock is less.
                pieces(Way.OUT, p);
                pieces(Way.BACK_AT_ONCE, p);
            }
        }
    }

    void stayed(Deed deed, Stocks stocks, Stand stand) {
        things(Way.OUT_UNDONE, deed, stocks, stand);
        for (var p : deed.pieces()) {
            if (LoosePieces.usedUp(p, stand)) pieces(Way.BACK_UNDONE, p);
            pieces(Way.OUT_UNDONE, p);
        }
    }

    void cameBack(Deed deed, Stocks stocks, Stand stand) {
        var way = deed.act() == Deed.Act.BACK_GOOD ? Way.BACK : Way.BACK_AT_ONCE;
        things(way, deed, stocks, stand);
        for (var p : deed.pieces()) if (!LoosePieces.usedUp(p, stand)) pieces(way, p);
    }

    private void things(Way way, Deed deed, Stocks stocks, Stand stand) {
        for (var t : deed.cases()) {
            var warehouse = stocks.cases().get(t.id());
            if (warehouse != null && t.eventId() != null)
                tell(way, t.eventId(), new Moved(t.lineId(), StockKey.unit(t.id(), warehouse), 1));
        }
        for (Taken t : deed.assets()) {
            var warehouse = stocks.assets().get(t.id());
            var product = Stand.there(stand.assets, t.id()).productId;
            if (warehouse != null && t.eventId() != null)
                tell(way, t.eventId(), Moved.of(t.lineId(), StockKey.product(product, warehouse), t.id()));
        }
    }

    private void pieces(Way way, Pieces p) {
        if (p.warehouseId() == null || p.eventId() == null || p.quantity() == 0) return;
        tell(way, p.eventId(), new Moved(p.lineId(), StockKey.product(p.productId(), p.warehouseId()), (int)
                p.quantity()));
    }

    /** All that was kept so far; what comes after is told by another call. */
    void tell(Movements movements, Stand stand, Instant at) {
        if (told.isEmpty()) return;
        movements.happened(inFew().stream()
                .map(each -> step(each, Stand.there(stand.times, each.event()), at))
                .toList());
        told.clear();
    }

    /** What is said of one event in the same way is said at once, unless something else is said of it between. */
    private List<Told> inFew() {
        var last = new HashMap<UUID, Told>();
        var few = new ArrayList<Told>();
        for (var each : told) {
            var before = last.get(each.event());
            if (before != null && before.way() == each.way()) {
                before.moved().addAll(each.moved());
                continue;
            }
            var first = new Told(each.way(), each.event(), new ArrayList<>(each.moved()));
            last.put(each.event(), first);
            few.add(first);
        }
        return few;
    }

    private static Movements.Step step(Told told, Times times, Instant at) {
        var owner = new Owner("event", told.event(), times.label());
        return switch (told.way()) {
            case OUT -> new Movements.WentOut(owner, told.moved(), at, times.occupiedTo());
            case BACK -> new Movements.CameBack(told.event(), told.moved(), at.plus(times.turnaround()));
            case BACK_AT_ONCE -> new Movements.CameBack(told.event(), told.moved(), at);
            case OUT_UNDONE -> new Movements.DidNotGoOut(owner, told.moved());
            case BACK_UNDONE -> new Movements.DidNotComeBack(told.event(), told.moved());
        };
    }
}
