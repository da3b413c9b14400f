package eventkit.transfers;

import eventkit.core.ListQuery;
import eventkit.inventory.AssetFilter;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetRegister;
import eventkit.inventory.AssetStatus;
import eventkit.inventory.AssetUse;
import eventkit.stock.Stock;
import eventkit.transfers.Transfers.NewLines;
import eventkit.transfers.Transfers.NewTransfer;
import eventkit.transfers.Transfers.Pieces;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class GatheringDesk implements Gathering {
    private static final String NO_TRANSFER_YET = "transfer:new";
    private static final UUID NO_ID_YET = new UUID(0, 0);
    private final Transfers transfers;
    private final Journeys journeys;
    private final AssetRegister assets;
    private final Stock stock;
    private final ObjectProvider<AssetUse> uses;

    GatheringDesk(
            Transfers transfers, Journeys journeys, AssetRegister assets, Stock stock, ObjectProvider<AssetUse> uses) {
        this.transfers = transfers;
        this.journeys = journeys;
        this.assets = assets;
        this.stock = stock;
        this.uses = uses;
    }

    @Override
    public long ready(UUID productId, UUID warehouseId) {
        return numbered(productId)
                ? assets(productId, warehouseId).size()
                : pieces(productId, warehouseId, Long.MAX_VALUE).stream()
                        .mapToLong(Pieces::quantity)
                        .sum();
    }

    @Override
    @Transactional
    public Transfer gather(Wanted w) {
        var draft = transfers.create(
                new NewTransfer(w.fromId(), w.toId(), w.plannedOn(), w.arrivesOn(), w.note(), null, null));
        var lines = numbered(w.productId())
                ? new NewLines(
                        assets(w.productId(), w.fromId()).stream()
                                .limit(w.quantity())
                                .toList(),
                        null,
                        null,
                        null)
                : new NewLines(null, null, pieces(w.productId(), w.fromId(), w.quantity()), null);
        return transfers.add(draft.id(), lines);
    }

    private boolean numbered(UUID product) {
        var known = journeys.products(List.of(product)).get(product);
        return known != null && known.getKind().equals("SERIALISED");
    }

    /** By number. */
    private List<UUID> assets(UUID product, UUID warehouse) {
        var filter = new AssetFilter(
                List.of(product),
                List.of(),
                List.of(AssetStatus.AVAILABLE),
                List.of(),
                List.of(),
                List.of(warehouse),
                true,
                false,
                null,
                null,
                null);
        var there = assets.list(filter, new ListQuery(null, "number", ListQuery.LIMIT_MAX, null, 0)).items().stream()
                .map(line -> line.id())
                .toList();
        var ids = there.stream().map(AssetId::value).toList();
        var kept = new HashSet<>(journeys.onOtherLists(NO_ID_YET, ids).keySet());
        uses.orderedStream()
                .forEach(use -> use.holds(there, NO_TRANSFER_YET).keySet().forEach(id -> kept.add(id.value())));
        return ids.stream().filter(id -> !kept.contains(id)).toList();
    }

    /** Place by place, so many at most; what is on other lists is theirs. Making a transfer waits for whoever makes one, so two lists never count on the same pieces. */
    private List<Pieces> pieces(UUID product, UUID warehouse, long most) {
        var filter = new Stock.Filter(Set.of(product), Set.of(), Set.of(warehouse), Set.of(), Set.of(), false);
        var found = new ArrayList<Pieces>();
        long left = most;
        var kept = journeys.onLists(product);
        for (var level :
                stock.levels(filter, ListQuery.first(ListQuery.LIMIT_MAX)).items()) {
            long taken = Math.min(left, level.quantity() - kept.getOrDefault(level.locationId(), 0L));
            if (taken <= 0) continue;
            found.add(new Pieces(product, level.locationId(), taken));
            left -= taken;
        }
        return found;
    }
}
