package eventkit.scanning;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Permission;
import eventkit.core.Subject;
import eventkit.identity.CompanyProfile;
import eventkit.scanning.Sheet.Tick;
import eventkit.transfers.Transfer;
import eventkit.transfers.TransferLine;
import eventkit.transfers.Transfers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Service
class ScanSheetDesk implements ScanSheets {
    private final SheetCopies copies;
    private final SheetRows sheets;
    private final Stocktakes stocktakes;
    private final Transfers transfers;
    private final CompanyProfile company;
    private final Audit audit;
    private final Clock clock;

    ScanSheetDesk(
            SheetCopies copies,
            SheetRows sheets,
            Stocktakes stocktakes,
            Transfers transfers,
            CompanyProfile company,
            Audit audit,
            Clock clock) {
        this.copies = copies;
        this.sheets = sheets;
        this.stocktakes = stocktakes;
        this.transfers = transfers;
        this.company = company;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ScanSheet ofStocktake(UUID id, String origin) {
        Callers.current().mustHave(Permission.ASSET_READ);
        stocktakes.get(id);
        return copy(id, origin);
    }

    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ScanSheet ofTransfer(UUID id, String origin) {
        Callers.current().mustHave(Permission.ASSET_READ);
        transfers.get(id);
        return copy(id, origin);
    }

    private ScanSheet copy(UUID id, String origin) {
        var now = clock.instant();
        return copies.of(
                id,
                String.valueOf(now.toEpochMilli()),
                List.copyOf(company.addresses(origin)),
                LocalDate.ofInstant(now, company.zone()));
    }

    @Override
    @Transactional
    public Transfer receive(UUID id, Arrival arrival) {
        var before = transfers.hold(id);
        boolean complete = Boolean.TRUE.equals(arrival.complete());
        var ticks = sheets.ticks(id);
        var booked = new HashSet<UUID>();
        var lines = new ArrayList<Transfers.Arrived>();
        var open = transfers.lines(id).stream()
                .filter(l -> l.outcome() == TransferLine.Outcome.PENDING)
                .toList();
        var things = new LinkedHashMap<UUID, Tick>();
        var pieces = new LinkedHashMap<UUID, List<Tick>>();
        for (var t : ticks) {
            if (t.kind == ThingKind.PRODUCT)
                pieces.computeIfAbsent(t.subjectId, p -> new ArrayList<>()).add(t);
            else things.put(t.subjectId, t);
        }
        var listed = new HashSet<UUID>();
        for (var l : open) {
            listed.add(l.itemId());
            var tick = things.get(l.itemId());
            if (tick != null) {
                lines.add(new Transfers.Arrived(l.id(), 1L, tick.locationId, null));
                booked.add(l.itemId());
            }
        }
        pieces.forEach((product, found) -> {
            if (pieces(open, product, found, complete, lines)) booked.add(product);
        });
        var surplus = surplus(things, pieces, listed, booked);
        var after = transfers.receive(id, new Transfers.Receipt(null, lines, surplus, complete));
        sheets.forget(id, complete ? all(ticks) : booked);
        audit.record(
                new Subject(Ticking.ARRIVAL, id, before.number()),
                "arrival-booked",
                after.version(),
                List.of(audit.change("things", null, lines.size() + surplus.size())));
        return after;
    }

    private static Set<UUID> all(List<Tick> ticks) {
        var all = new HashSet<UUID>();
        ticks.forEach(t -> all.add(t.subjectId));
        return all;
    }

    /** Over the product's lines in their order, what is more with the last; false where they wait for the rest. */
    private static boolean pieces(
            List<TransferLine> open, UUID product, List<Tick> found, boolean complete, List<Transfers.Arrived> lines) {
        var own = open.stream().filter(l -> l.itemId().equals(product)).toList();
        if (own.isEmpty()) return true;
        long left = found.stream().mapToLong(t -> t.quantity).sum();
        long sent = own.stream().mapToLong(TransferLine::quantity).sum();
        if (left < sent && !complete) return false;
        var place = most(found);
        for (int i = 0; i < own.size(); i++) {
            long n = i == own.size() - 1 ? left : Math.min(left, own.get(i).quantity());
            lines.add(new Transfers.Arrived(own.get(i).id(), n, place, null));
            left -= n;
        }
        return true;
    }

    private static @Nullable UUID most(List<Tick> found) {
        var best = found.getFirst();
        for (var t : found) if (t.quantity > best.quantity) best = t;
        return best.locationId;
    }

    /** What came without having been sent. */
    private static List<Transfers.Surplus> surplus(
            Map<UUID, Tick> things, Map<UUID, List<Tick>> pieces, Set<UUID> listed, Set<UUID> booked) {
        var surplus = new ArrayList<Transfers.Surplus>();
        things.forEach((id, t) -> {
            if (listed.contains(id) || t.kind != ThingKind.ASSET) return;
            surplus.add(new Transfers.Surplus(id, null, null, null, null));
            booked.add(id);
        });
        pieces.forEach((product, found) -> {
            if (listed.contains(product)) return;
            long quantity = found.stream().mapToLong(t -> t.quantity).sum();
            surplus.add(new Transfers.Surplus(null, product, quantity, null, null));
        });
        return surplus;
    }
}
