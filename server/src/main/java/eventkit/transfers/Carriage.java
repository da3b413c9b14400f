package eventkit.transfers;

import eventkit.cases.Cases;
import eventkit.core.Callers;
import eventkit.core.ListQuery;
import eventkit.core.Permission;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetMoves;
import eventkit.inventory.LocationId;
import eventkit.inventory.LocationKind;
import eventkit.inventory.LocationTree;
import eventkit.stock.Stock;
import eventkit.stock.StockEntry;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Moves the things themselves, through the faces of the modules that own them. Whoever may move equipment may also say that it did not arrive,
 * so the permissions for that are lent for exactly these calls.
 */
@Component
class Carriage {
    private final AssetMoves assets;
    private final Cases cases;
    private final Stock stock;
    private final LocationTree locations;
    private final Journeys journeys;

    Carriage(AssetMoves assets, Cases cases, Stock stock, LocationTree locations, Journeys journeys) {
        this.assets = assets;
        this.cases = cases;
        this.stock = stock;
        this.locations = locations;
        this.journeys = journeys;
    }

    /** One place for everything on the way; made when it is first needed. */
    UUID transit() {
        var there = journeys.transitPlace();
        if (there.isPresent()) return there.get();
        var caller = Callers.current().allowing(Permission.LOCATION_EDIT);
        return Callers.as(
                caller,
                () -> locations
                        .create(new LocationTree.NewLocation(
                                LocationKind.TRANSIT, "In transit", null, null, null, null))
                        .id()
                        .value());
    }

    void assets(Transfer transfer, List<UUID> ids, UUID to) {
        if (ids.isEmpty()) return;
        assets.move(
                ids.stream().map(AssetId::new).toList(), new LocationId(to), transfer.number(), reference(transfer));
    }

    void flightCase(Transfer transfer, UUID id, UUID to) {
        cases.move(id, to, transfer.number());
    }

    void pieces(Transfer transfer, List<Stock.MoveLine> lines) {
        for (int from = 0; from < lines.size(); from += Stock.LINES_MAX) {
            var part = lines.subList(from, Math.min(lines.size(), from + Stock.LINES_MAX));
            stock.move(new Stock.Moves(part, transfer.number()), ref(transfer));
        }
    }

    void lost(Transfer transfer, List<UUID> ids) {
        if (ids.isEmpty()) return;
        var caller = Callers.current().allowing(Permission.ASSET_EDIT);
        Callers.runAs(
                caller, () -> assets.reportLost(ids.stream().map(AssetId::new).toList(), missing(transfer)));
    }

    void lost(Transfer transfer, UUID productId, UUID transit, long quantity) {
        adjust(productId, transit, -quantity, StockEntry.Reason.LOST, missing(transfer));
    }

    void found(Transfer transfer, UUID productId, UUID at, long quantity) {
        adjust(
                productId,
                at,
                quantity,
                StockEntry.Reason.FOUND,
                Callers.current()
                        .words("Arrived with %s without being on its list.", "Kam mit %s an, ohne darauf zu stehen.")
                        .formatted(transfer.number()));
    }

    private static String missing(Transfer transfer) {
        return Callers.current()
                .words("Did not arrive with %s.", "Kam mit %s nicht an.")
                .formatted(transfer.number());
    }

    /** How many lie there, loose. */
    long loose(UUID productId, UUID locationId) {
        var filter = new Stock.Filter(Set.of(productId), Set.of(locationId), Set.of(), Set.of(), Set.of(), null);
        return stock.levels(filter, ListQuery.first(ListQuery.LIMIT_MAX)).items().stream()
                .filter(level -> level.locationId().equals(locationId))
                .mapToLong(level -> level.quantity())
                .sum();
    }

    private void adjust(UUID productId, UUID locationId, long delta, StockEntry.Reason reason, String note) {
        var caller = Callers.current().allowing(Permission.STOCK_ADJUST);
        Callers.runAs(caller, () -> stock.adjust(new Stock.Adjustment(productId, locationId, delta, reason, note)));
    }

    static String reference(Transfer transfer) {
        return "transfer:" + transfer.id();
    }

    private static StockEntry.Ref ref(Transfer transfer) {
        return new StockEntry.Ref("transfer", transfer.id(), transfer.number());
    }
}
