package eventkit.scanning;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.IfMatch;
import eventkit.core.Subject;
import eventkit.scanning.Doing.Item;
import eventkit.scanning.SheetRows.Found;
import eventkit.transfers.TransferLine;
import eventkit.transfers.Transfers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does what was ticked off: written down beside a count or an arrival, put on a transfer. */
@Component
class Ticking {
    static final String STOCKTAKE = "stocktake";
    static final String ARRIVAL = "transfer-arrival";
    private final SheetRows sheets;
    private final Transfers transfers;
    private final Audit audit;

    Ticking(SheetRows sheets, Transfers transfers, Audit audit) {
        this.sheets = sheets;
        this.transfers = transfers;
        this.audit = audit;
    }

    /** All of one sheet and alike. */
    void apply(List<Item> items, Stand stand) {
        var first = items.getFirst().deed();
        var sheet = Stand.there(stand.sheets, Objects.requireNonNull(first.sheetId()));
        switch (first.act()) {
            case TICK -> {
                var found = new ArrayList<Found>();
                for (var item : items) found.addAll(found(item));
                sheets.tick(sheet.id, found);
            }
            case UNTICK -> {
                for (var item : items) {
                    var things = new ArrayList<UUID>();
                    var pieces = new ArrayList<Found>();
                    for (var f : found(item)) {
                        if (f.kind() == ThingKind.PRODUCT) pieces.add(f);
                        else things.add(f.subjectId());
                    }
                    sheets.untick(sheet.id, things, pieces);
                }
            }
            case LOAD -> items.forEach(i -> load(sheet.id, i.deed()));
            case UNLOAD -> items.forEach(i -> unload(sheet.id, i.deed()));
            case PICK,
                    UNPICK,
                    OUT,
                    STAY,
                    BACK_GOOD,
                    BACK_DAMAGED,
                    BACK_MISSING,
                    OUT_AGAIN,
                    MOVE,
                    PACK_IN,
                    PACK_OUT,
                    CASE_OPEN,
                    CASE_CLOSE,
                    BIND,
                    UNBIND -> throw new IllegalStateException("not on a sheet: " + first.act());
        }
        record(sheet, first.act(), items, stand);
    }

    private static List<Found> found(Item item) {
        var deed = item.deed();
        var all = new ArrayList<Found>();
        for (var t : deed.cases())
            all.add(new Found(ThingKind.CASE, t.id(), deed.locationId(), null, 1, t.along(), item.by()));
        for (var t : deed.assets())
            all.add(new Found(ThingKind.ASSET, t.id(), deed.locationId(), null, 1, t.along(), item.by()));
        for (var p : deed.pieces())
            all.add(new Found(
                    ThingKind.PRODUCT, p.productId(), p.locationId(), p.caseId(), p.quantity(), p.along(), item.by()));
        return all;
    }

    private void load(UUID transfer, Deed deed) {
        transfers.add(
                transfer,
                new Transfers.NewLines(
                        deed.assets().stream().map(Deed.Taken::id).toList(),
                        deed.cases().stream().map(Deed.Taken::id).toList(),
                        deed.pieces().stream()
                                .map(p -> new Transfers.Pieces(
                                        p.productId(), Objects.requireNonNull(p.locationId()), p.quantity()))
                                .toList(),
                        null));
    }

    private void unload(UUID transfer, Deed deed) {
        var lines = transfers.lines(transfer);
        for (var t : deed.assets()) takeOff(transfer, lines, t.id(), null);
        for (var t : deed.cases()) takeOff(transfer, lines, t.id(), null);
        for (var p : deed.pieces()) {
            long had = takeOff(transfer, lines, p.productId(), p.locationId());
            if (had > p.quantity())
                transfers.add(
                        transfer,
                        new Transfers.NewLines(
                                null,
                                null,
                                List.of(new Transfers.Pieces(
                                        p.productId(), Objects.requireNonNull(p.locationId()), had - p.quantity())),
                                null));
        }
    }

    private long takeOff(UUID transfer, List<TransferLine> lines, UUID item, @Nullable UUID from) {
        for (var line : lines) {
            if (!line.itemId().equals(item)) continue;
            if (from != null
                    && (line.fromLocation() == null || !line.fromLocation().id().equals(from))) continue;
            transfers.takeOff(transfer, line.id(), IfMatch.ANY);
            return line.quantity();
        }
        return 0;
    }

    /** What its screens follow; a transfer that is loaded tells of itself. */
    private void record(Sheet sheet, Deed.Act act, List<Item> items, Stand stand) {
        if (sheet.kind == Sheet.Kind.LOAD) return;
        boolean counts = sheet.kind == Sheet.Kind.COUNT;
        if (counts)
            sheets.countedBy(
                    sheet.id, Callers.current().user(), Callers.current().name());
        var names = new ArrayList<String>();
        for (var item : items) {
            var deed = item.deed();
            for (var t : deed.cases()) if (!t.along()) names.add(Stand.there(stand.cases, t.id()).number);
            for (var t : deed.assets()) if (!t.along()) names.add(Stand.there(stand.assets, t.id()).number);
            for (var p : deed.pieces()) if (!p.along()) names.add(p.quantity() + " × " + stand.product(p.productId()));
        }
        boolean found = act == Deed.Act.TICK;
        audit.record(
                new Subject(counts ? STOCKTAKE : ARRIVAL, sheet.id, sheet.number),
                counts ? found ? "counted" : "uncounted" : found ? "arrival-scanned" : "arrival-unscanned",
                1,
                List.of(audit.change("things", null, names)));
    }
}
