package eventkit.scanning;

import eventkit.core.Callers;
import eventkit.core.IfMatch;
import eventkit.inventory.LocationId;
import eventkit.inventory.LocationKind;
import eventkit.inventory.LocationTree;
import eventkit.scanning.Deed.Pieces;
import eventkit.scanning.Deed.Taken;
import eventkit.stock.Stock;
import eventkit.stock.StockEntry;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counted pieces in no case: between their shelves and the place where a warehouse counts what it has on jobs. */
@Component
class LoosePieces {
    private static final String ON_JOBS = "On jobs";
    private final HoldRows holds;
    private final Stock stock;
    private final LocationTree locations;

    LoosePieces(HoldRows holds, Stock stock, LocationTree locations) {
        this.holds = holds;
        this.stock = stock;
        this.locations = locations;
    }

    /** Loose pieces go from their shelf to where those on jobs are counted, or come from there; what is used up is booked as such. */
    void loose(Deed deed, Stand stand, boolean out) {
        var lines = new ArrayList<Stock.MoveLine>();
        var used = new ArrayList<Stock.Amount>();
        for (var p : deed.pieces()) {
            if (p.caseId() != null || p.locationId() == null || p.warehouseId() == null) continue;
            if (usedUp(p, stand)) used.add(new Stock.Amount(p.productId(), p.locationId(), p.quantity()));
            else if (out)
                lines.add(new Stock.MoveLine(p.productId(), p.locationId(), onJobs(p.warehouseId()), p.quantity()));
            else lines.add(new Stock.MoveLine(p.productId(), onJobs(p.warehouseId()), p.locationId(), p.quantity()));
        }
        var event = deed.pieces().isEmpty() ? null : deed.pieces().getFirst().eventId();
        var job = event == null ? null : stand.events.get(event);
        if (!lines.isEmpty())
            stock.move(
                    new Stock.Moves(lines, null),
                    job == null ? null : new StockEntry.Ref("event", job.id(), job.number()));
        if (used.isEmpty()) return;
        var note = job == null ? null : job.number() + " " + job.name();
        if (out) stock.consume(new Stock.Amounts(used, note));
        else stock.receive(new Stock.Amounts(used, note));
    }

    void writeOff(Deed deed, Stand stand) {
        for (var p : deed.pieces()) {
            if (p.caseId() != null || p.warehouseId() == null || usedUp(p, stand)) continue;
            writeOff(p.productId(), onJobs(p.warehouseId()), p.quantity(), deed.note());
        }
    }

    /** What a case held when it got lost, unpacked where the case belongs. */
    void writeOff(UUID product, Taken flightCase, long quantity, @Nullable String note) {
        if (flightCase.locationId() != null) writeOff(product, flightCase.locationId(), quantity, note);
    }

    private void writeOff(UUID product, UUID location, long quantity, @Nullable String note) {
        stock.adjust(new Stock.Adjustment(
                product,
                location,
                -quantity,
                StockEntry.Reason.LOST,
                note == null || note.isBlank() ? missing() : note));
    }

    static boolean usedUp(Pieces p, Stand stand) {
        var product = stand.products.get(p.productId());
        return product != null && product.kind().equals("CONSUMABLE");
    }

    /** In the warehouse's own tree, because availability counts what it owns by that. */
    private UUID onJobs(UUID warehouse) {
        var there = holds.onJobs(warehouse).or(() -> {
            holds.lockOnJobs();
            return holds.onJobs(warehouse);
        });
        if (there.isEmpty()) {
            var name = holds.freeName(warehouse, ON_JOBS);
            var made = locations.create(
                    new LocationTree.NewLocation(LocationKind.ZONE, name, null, warehouse, null, null));
            holds.onJobs(warehouse, made.id().value());
            return made.id().value();
        }
        var place = there.get();
        if (place.archived()) locations.restore(new LocationId(place.id()), IfMatch.ANY);
        return place.id();
    }

    static String missing() {
        return Callers.current().words("Did not come back", "Nicht zurückgekommen");
    }
}
