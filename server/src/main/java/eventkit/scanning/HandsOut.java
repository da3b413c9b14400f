package eventkit.scanning;

import eventkit.core.Callers;
import eventkit.core.Together;
import eventkit.inventory.AssetMoves;
import eventkit.scanning.Deed.Pieces;
import eventkit.scanning.Deed.Taken;
import eventkit.scanning.Doing.Item;
import eventkit.scanning.HoldRows.By;
import eventkit.scanning.HoldRows.Stocks;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes ready for an event, lets go for it, and takes both back. */
@Component
class HandsOut {
    private final HoldRows holds;
    private final AssetMoves moves;
    private final LoosePieces pieces;
    private final NeedTally tally;

    HandsOut(HoldRows holds, AssetMoves moves, LoosePieces pieces, NeedTally tally) {
        this.holds = holds;
        this.moves = moves;
        this.pieces = pieces;
        this.tally = tally;
    }

    void pick(List<Item> items, Stand stand) {
        var free = Items.references(Items.assets(items), t -> !t.status().equals("RESERVED"));
        if (!free.isEmpty()) moves.reserve(free);
        var go = new Together();
        hold(items, false, go);
        tally.count(items, stand, go);
        for (var item : items) for (var p : item.deed().pieces()) holds.hold(p, false, p.quantity());
        holds.uncheck(stand.unchecked);
    }

    void unpick(List<Item> items, Stand stand) {
        var reserved = Items.ids(Items.assets(items), t -> t.status().equals("RESERVED"));
        if (!reserved.isEmpty()) moves.releaseReservation(reserved, null);
        var go = new Together();
        holds.release(Items.assets(items), Items.flightCases(items), go);
        tally.count(items, stand, go);
        for (var item : items) for (var p : item.deed().pieces()) holds.hold(p, false, -p.quantity());
        holds.uncheck(stand.unchecked);
    }

    void leave(List<Item> items, Stand stand, Outside outside) {
        var leaving = Items.references(Items.assets(items), t -> true);
        if (!leaving.isEmpty()) moves.checkOut(leaving);
        var go = new Together();
        var stocks = hold(items, true, go);
        tally.count(items, stand, go);
        var counted = holds.countedByThemselves(Items.casesOfPieces(items));
        for (var item : items) {
            var told = new ArrayList<Pieces>();
            for (var p : item.deed().pieces()) {
                if (p.loose() > 0) holds.hold(p.lying(), false, -p.loose());
                if (p.picked() > p.loose()) holds.hold(p, false, p.loose() - p.picked());
                var out = p.caseId() == null || counted.contains(p.caseId()) ? p : p.uncounted();
                holds.hold(out, true, out.quantity());
                told.add(out);
            }
            pieces.loose(item.deed(), stand, true);
            outside.went(item.deed(), stocks, told, stand);
        }
    }

    void stay(List<Item> items, Stand stand, Outside outside) {
        var go = new Together();
        for (var item : items) {
            var deed = item.deed();
            var told = new ToldBefore(items, holds);
            outside.stayed(told.of(deed), told.stocks, stand);
            var back = Items.ids(deed.assets(), t -> true);
            if (!back.isEmpty()) moves.checkIn(back, null, Callers.current().words("Taken back", "Zurückgenommen"));
            var picked = deed.assets().stream().filter(Taken::picked).toList();
            var free = Items.ids(deed.assets(), t -> !t.picked());
            if (!picked.isEmpty()) moves.reserve(Items.references(picked, t -> true));
            if (!free.isEmpty()) moves.shelve(free, null);
            holds.release(
                    deed.assets().stream().filter(t -> !t.picked()).toList(),
                    deed.cases().stream().filter(t -> !t.picked()).toList(),
                    go);
            var pickedCases = deed.cases().stream().filter(Taken::picked).toList();
            holds.hold(picked, by(picked, item), pickedCases, by(pickedCases, item), false, go);
            for (var p : deed.pieces()) {
                holds.hold(p, true, -p.quantity());
                if (p.picked() > 0) holds.hold(p, false, p.picked());
            }
            pieces.loose(deed, stand, false);
        }
        tally.count(items, stand, go);
    }

    private static List<By> by(List<Taken> taken, Item item) {
        return taken.stream().map(t -> item.by()).toList();
    }

    private Stocks hold(List<Item> items, boolean gone, Together go) {
        var assets = new ArrayList<Taken>();
        var assetsBy = new ArrayList<By>();
        var inCases = new ArrayList<Taken>();
        var casesBy = new ArrayList<By>();
        for (var item : items) {
            for (var t : item.deed().assets()) {
                assets.add(t);
                assetsBy.add(item.by());
            }
            for (var t : item.deed().cases()) {
                inCases.add(t);
                casesBy.add(item.by());
            }
        }
        return holds.hold(assets, assetsBy, inCases, casesBy, gone, go);
    }
}
