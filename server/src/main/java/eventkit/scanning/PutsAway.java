package eventkit.scanning;

import eventkit.cases.CaseStatus;
import eventkit.cases.Cases;
import eventkit.cases.Packing;
import eventkit.inventory.AssetMoves;
import eventkit.inventory.LocationId;
import eventkit.stock.Stock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts things to a place, into a case and out of one. */
@Component
class PutsAway {
    private final AssetMoves moves;
    private final Cases cases;
    private final Packing packing;
    private final Stock stock;

    PutsAway(AssetMoves moves, Cases cases, Packing packing, Stock stock) {
        this.moves = moves;
        this.cases = cases;
        this.packing = packing;
        this.stock = stock;
    }

    void move(Deed deed) {
        var to = Objects.requireNonNull(deed.locationId(), "a move goes somewhere");
        var place = new LocationId(to);
        var packed = new HashSet<UUID>();
        if (!deed.cases().isEmpty()) {
            cases.move(deed.cases().getFirst().id(), to, null);
            deed.assets().forEach(t -> packed.add(t.id()));
        }
        var back = Items.ids(deed.assets(), t -> t.status().equals("CHECKED_IN"));
        if (!back.isEmpty()) moves.shelve(back, packed.isEmpty() ? place : null);
        var others = Items.ids(deed.assets(), t -> !t.status().equals("CHECKED_IN") && !packed.contains(t.id()));
        if (!others.isEmpty()) moves.move(others, place, null, null);
        var lines = deed.pieces().stream()
                .map(p -> new Stock.MoveLine(
                        p.productId(), Objects.requireNonNull(deed.fromLocationId()), to, p.quantity()))
                .toList();
        if (!lines.isEmpty()) stock.move(new Stock.Moves(lines, null), null);
    }

    void pack(Deed deed) {
        var items = new ArrayList<Packing.Item>();
        for (var t : deed.assets()) items.add(new Packing.Item(t.id(), null, null, null, null));
        for (var t : deed.cases()) items.add(new Packing.Item(null, null, null, t.id(), null));
        for (var p : deed.pieces())
            items.add(new Packing.Item(null, p.productId(), p.quantity(), null, p.locationId()));
        packing.pack(Objects.requireNonNull(deed.caseId()), items);
    }

    void unpack(Deed deed) {
        var items = new ArrayList<Packing.UnpackItem>();
        for (var t : deed.assets()) items.add(new Packing.UnpackItem(t.id(), null, null, null));
        for (var t : deed.cases()) items.add(new Packing.UnpackItem(null, null, null, t.id()));
        UUID to = null;
        for (var p : deed.pieces()) {
            items.add(new Packing.UnpackItem(null, p.productId(), p.quantity(), null));
            to = p.locationId();
        }
        packing.unpack(Objects.requireNonNull(deed.caseId()), new Packing.Unpack(items, to));
    }

    void lockNesting() {
        packing.lockNesting();
    }

    void status(Deed deed, CaseStatus status) {
        deed.cases().forEach(c -> cases.to(status, c.id(), null));
    }
}
