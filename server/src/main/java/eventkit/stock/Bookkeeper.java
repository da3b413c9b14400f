package eventkit.stock;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.NotFound;
import eventkit.core.Subject;
import eventkit.inventory.LocationArchived;
import eventkit.inventory.LocationId;
import eventkit.stock.StockEntry.Kind;
import eventkit.stock.Tally.Line;
import eventkit.stock.Tally.Posting;
import eventkit.stock.Tally.Slot;
import eventkit.stock.Tally.Standing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Posts to the ledger: locks, tallies, writes, audits, announces. Runs in the transaction of whoever asks. */
@Component
class Bookkeeper {
    private final Ledger ledger;
    private final StockPlaces places;
    private final ReorderDesk reorders;
    private final Audit audit;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    Bookkeeper(
            Ledger ledger, StockPlaces places, ReorderDesk reorders, Audit audit, Events events, Ids ids, Clock clock) {
        this.ledger = ledger;
        this.places = places;
        this.reorders = reorders;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    List<StockEntry> post(List<Posting> postings, StockEntry.@Nullable Ref ref) {
        if (postings.isEmpty()) return List.of();
        var slots = new TreeSet<Slot>();
        postings.forEach(p -> slots.add(p.slot()));
        var products = products(slots);
        var locations =
                places.names(slots.stream().map(Slot::locationId).distinct().toList());
        var closed = places.archived(locations.keySet());
        for (var p : postings) {
            if (closed.contains(p.slot().locationId()) && p.amount() > 0) {
                throw new LocationArchived(new LocationId(p.slot().locationId()));
            }
        }
        var fresh = new HashMap<Slot, UUID>();
        slots.forEach(slot -> fresh.put(slot, ids.next()));
        var now = clock.instant();
        var locked = ledger.lock(slots, fresh, now);
        var standings = new HashMap<Slot, Standing>();
        locked.forEach((slot, level) -> standings.put(slot, level.standing()));
        var lines = Tally.apply(standings, postings, id -> name(products, id), id -> locations.getOrDefault(id, ""));
        var entryIds = lines.stream().map(l -> ids.next()).toList();
        var caller = Callers.current();
        ledger.write(lines, entryIds, new Ledger.Stamp(ids.next(), ref, now, caller.userId(), caller.name()));
        reorders.review(products.keySet(), now);
        var announcements = new ArrayList<StockChanged>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var slot = line.posting().slot();
            var level = locked.get(slot);
            if (level == null) throw new IllegalStateException("a level was changed that was not locked");
            audit(
                    level.levelId(),
                    name(products, slot.productId()) + " @ " + locations.get(slot.locationId()),
                    line,
                    ref);
            if (line.delta() != 0) {
                announcements.add(new StockChanged(
                        slot.productId(),
                        slot.locationId(),
                        line.posting().kind(),
                        line.delta(),
                        line.resulting(),
                        entryIds.get(i),
                        now));
            }
        }
        events.announceAll(announcements);
        return ledger.entries(entryIds);
    }

    /** Throws {@link NotFound}, and {@link ProductNotCounted} for serialised products. */
    private Map<UUID, Ledger.Product> products(TreeSet<Slot> slots) {
        var wanted = new HashSet<UUID>();
        slots.forEach(s -> wanted.add(s.productId()));
        var found = ledger.products(wanted);
        for (var id : wanted) {
            var product = found.get(id);
            if (product == null) throw new NotFound("product", id);
            if (product.kind().equals("SERIALISED")) throw new ProductNotCounted(product.name(), id);
        }
        return found;
    }

    private void audit(UUID levelId, String label, Line line, StockEntry.@Nullable Ref ref) {
        var p = line.posting();
        var changes = new ArrayList<Audit.Change>();
        changes.add(audit.change("quantity", line.resulting() - line.delta(), line.resulting()));
        if (p.reason() != null) changes.add(audit.change("reason", null, p.reason()));
        if (p.note() != null) changes.add(audit.change("note", null, p.note()));
        if (ref != null) changes.add(audit.change(ref.kind(), null, ref.label()));
        audit.record(new Subject("stock", levelId, label), action(p.kind()), line.sequence(), changes);
    }

    private static String action(Kind kind) {
        return switch (kind) {
            case COUNT -> "counted";
            case ADJUSTMENT -> "adjusted";
            case RECEIPT -> "received";
            case ISSUE -> "issued";
            case CONSUMED -> "consumed";
            case MOVE -> "moved";
            case PACK -> "packed";
            case UNPACK -> "unpacked";
            case REVERSAL -> "reversed";
        };
    }

    private static String name(Map<UUID, Ledger.Product> products, UUID id) {
        var product = products.get(id);
        return product == null ? "" : product.name();
    }
}
