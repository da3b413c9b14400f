package eventkit.scanning;

import eventkit.core.Callers;
import eventkit.inventory.AssetMoves;
import eventkit.scanning.Deed.Pieces;
import eventkit.scanning.Deed.Taken;
import eventkit.scanning.Doing.Item;
import eventkit.scanning.HoldRows.By;
import eventkit.scanning.HoldRows.Counted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        hold(items, false, Map.of(), Map.of());
        for (var item : items) for (var p : item.deed().pieces()) holds.hold(p, false, p.quantity());
        tally.count(items, stand);
        holds.uncheck(stand.unchecked);
    }

    void unpick(List<Item> items, Stand stand) {
        var reserved = Items.ids(Items.assets(items), t -> t.status().equals("RESERVED"));
        if (!reserved.isEmpty()) moves.releaseReservation(reserved, null);
        holds.release(Items.assets(items), Items.flightCases(items));
        for (var item : items) for (var p : item.deed().pieces()) holds.hold(p, false, -p.quantity());
        tally.count(items, stand);
        holds.uncheck(stand.unchecked);
    }

    void leave(List<Item> items, Stand stand, Outside outside) {
        var leaving = Items.references(Items.assets(items), t -> true);
        if (!leaving.isEmpty()) moves.checkOut(leaving);
        var assetStock = holds.warehouses(
                Counted.ASSETS, Items.assets(items).stream().map(Taken::id).toList());
        var unitStock = holds.warehouses(
                Counted.UNITS, Items.flightCases(items).stream().map(Taken::id).toList());
        hold(items, true, assetStock, unitStock);
        var caseStock = holds.warehouses(Counted.PIECES, Items.casesOfPieces(items));
        for (var item : items) {
            var told = new ArrayList<Pieces>();
            for (var p : item.deed().pieces()) {
                if (p.loose() > 0) holds.hold(p.lying(), false, -p.loose());
                if (p.picked() > p.loose()) holds.hold(p, false, p.loose() - p.picked());
                var out = p.caseId() == null || caseStock.containsKey(p.caseId()) ? p : p.uncounted();
                holds.hold(out, true, out.quantity());
                told.add(out);
            }
            pieces.loose(item.deed(), stand, true);
            outside.went(item.deed(), assetStock, unitStock, told, stand);
        }
        tally.count(items, stand);
    }

    void stay(List<Item> items, Stand stand, Outside outside) {
        for (var item : items) {
            var deed = item.deed();
            var told = new ToldBefore(items, holds);
            outside.stayed(told.of(deed), told.assets, told.cases, stand);
            var back = Items.ids(deed.assets(), t -> true);
            if (!back.isEmpty()) moves.checkIn(back, null, Callers.current().words("Taken back", "Zurückgenommen"));
            var picked = deed.assets().stream().filter(Taken::picked).toList();
            var free = Items.ids(deed.assets(), t -> !t.picked());
            if (!picked.isEmpty()) moves.reserve(Items.references(picked, t -> true));
            if (!free.isEmpty()) moves.shelve(free, null);
            holds.release(
                    deed.assets().stream().filter(t -> !t.picked()).toList(),
                    deed.cases().stream().filter(t -> !t.picked()).toList());
            holdAs("asset", picked, item.by(), false, Map.of());
            holdAs("case", deed.cases().stream().filter(Taken::picked).toList(), item.by(), false, Map.of());
            for (var p : deed.pieces()) {
                holds.hold(p, true, -p.quantity());
                if (p.picked() > 0) holds.hold(p, false, p.picked());
            }
            pieces.loose(deed, stand, false);
        }
        tally.count(items, stand);
    }

    private void hold(List<Item> items, boolean gone, Map<UUID, UUID> assetStock, Map<UUID, UUID> unitStock) {
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
        holds.hold("asset", assets, assetsBy, gone, assetStock);
        holds.hold("case", inCases, casesBy, gone, unitStock);
    }

    private void holdAs(String table, List<Taken> taken, By by, boolean gone, Map<UUID, UUID> stockIds) {
        holds.hold(table, taken, taken.stream().map(t -> by).toList(), gone, stockIds);
    }
}
