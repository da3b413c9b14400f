package eventkit.stock;

import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.stock.StockEntry.Kind;
import eventkit.stock.Tally.Posting;
import eventkit.stock.Tally.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns what people ask for into postings; {@link Bookkeeper} writes them. */
@Service
class StockDesk implements Stock {
    private static final long PIECES_MAX = 1_000_000_000L;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final String YEARS = "Use a time between 1900 and 2199.";
    private final Levels levels;
    private final Ledger ledger;
    private final Bookkeeper books;
    private final ReorderDesk reorders;
    private final Ids ids;

    StockDesk(Levels levels, Ledger ledger, Bookkeeper books, ReorderDesk reorders, Ids ids) {
        this.levels = levels;
        this.ledger = ledger;
        this.books = books;
        this.reorders = reorders;
        this.ids = ids;
        Constraints.mean("stock_entry_reversed_once", EntryAlreadyReversed::new);
        Constraints.mean("level_product_id_fkey", () -> new NotFound("product", ""));
        Constraints.mean("level_location_id_fkey", () -> new NotFound("location", ""));
    }

    @Override
    public Page<StockLevel> levels(Filter filter, ListQuery query) {
        return levels.list(filter, query);
    }

    @Override
    public StockLevel level(UUID id) {
        return levels.find(id).orElseThrow(() -> new NotFound("stock", id));
    }

    @Override
    public StockTotals totals(UUID productId) {
        return levels.totals(productId);
    }

    @Override
    public Page<StockEntry> entries(EntryFilter filter, ListQuery query) {
        new Check()
                .that(within(filter.from()), "from", "out-of-range", YEARS)
                .that(within(filter.to()), "to", "out-of-range", YEARS)
                .orThrow();
        return ledger.list(levels.where(filter, query), query);
    }

    @Override
    public StockEntry entry(UUID id) {
        return ledger.entry(id).orElseThrow(() -> new NotFound("stock entry", id));
    }

    @Override
    @Transactional
    public StockEntry adjust(Adjustment a) {
        new Check()
                .required(a.productId(), "productId")
                .required(a.locationId(), "locationId")
                .required(a.delta(), "delta")
                .between(a.delta(), "delta", -PIECES_MAX, PIECES_MAX)
                .that(a.delta() == null || a.delta() != 0, "delta", "zero", "Say how many pieces to add or take away.")
                .required(a.reason(), "reason")
                .required(a.note(), "note")
                .text(a.note(), "note", 2000)
                .orThrow();
        var slot = new Slot(a.productId(), a.locationId());
        var posting = new Posting(
                slot, Kind.ADJUSTMENT, a.delta(), null, a.reason(), a.note().strip(), null, null, "delta");
        return books.post(List.of(posting), null).getFirst();
    }

    @Override
    @Transactional
    public List<StockEntry> count(CountSheet sheet) {
        var check = note(lines(new Check(), sheet.lines()), sheet.note());
        var seen = new HashSet<Slot>();
        var postings = new ArrayList<Posting>();
        for (int i = 0; i < size(sheet.lines()); i++) {
            var at = "lines[" + i + "].";
            var line = sheet.lines().get(i);
            if (line == null) continue;
            boolean whole = place(check, line.productId(), line.locationId(), at);
            check.required(line.quantity(), at + "quantity").between(line.quantity(), at + "quantity", 0, PIECES_MAX);
            check.between(line.expectedQuantity(), at + "expectedQuantity", 0, Tally.QUANTITY_MAX);
            if (!whole || line.quantity() == null) continue;
            var slot = new Slot(line.productId(), line.locationId());
            check.that(
                    seen.add(slot),
                    at + "productId",
                    "counted-twice",
                    "This product at this location is on another line of the sheet.");
            postings.add(new Posting(
                    slot,
                    Kind.COUNT,
                    line.quantity(),
                    line.expectedQuantity(),
                    null,
                    blankToNull(sheet.note()),
                    null,
                    null,
                    at + "expectedQuantity"));
        }
        check.orThrow();
        return books.post(postings, null);
    }

    @Override
    @Transactional
    public List<StockEntry> receive(Amounts amounts) {
        return books.post(postings(amounts.lines(), amounts.note(), Kind.RECEIPT, 1), null);
    }

    @Override
    @Transactional
    public List<StockEntry> consume(Amounts amounts) {
        return books.post(postings(amounts.lines(), amounts.note(), Kind.CONSUMED, -1), null);
    }

    @Override
    @Transactional
    public List<StockEntry> move(Moves moves, StockEntry.@Nullable Ref ref) {
        var check = note(lines(new Check(), moves.lines()), moves.note());
        var postings = new ArrayList<Posting>();
        for (int i = 0; i < size(moves.lines()); i++) {
            var at = "lines[" + i + "].";
            var line = moves.lines().get(i);
            if (line == null) continue;
            check.required(line.productId(), at + "productId")
                    .required(line.fromLocationId(), at + "fromLocationId")
                    .required(line.toLocationId(), at + "toLocationId");
            boolean amount = amount(check, line.quantity(), at);
            if (!amount || line.productId() == null || line.fromLocationId() == null || line.toLocationId() == null)
                continue;
            check.that(
                    !line.fromLocationId().equals(line.toLocationId()),
                    at + "toLocationId",
                    "same-location",
                    "Choose another location than it comes from.");
            var pair = ids.next();
            var field = at + "quantity";
            postings.add(
                    Posting.of(new Slot(line.productId(), line.fromLocationId()), Kind.MOVE, -line.quantity(), field)
                            .paired(pair)
                            .noted(blankToNull(moves.note())));
            postings.add(Posting.of(new Slot(line.productId(), line.toLocationId()), Kind.MOVE, line.quantity(), field)
                    .paired(pair)
                    .noted(blankToNull(moves.note())));
        }
        check.orThrow();
        return books.post(postings, ref);
    }

    @Override
    @Transactional
    public List<StockEntry> reverse(UUID entryId, @Nullable String note) {
        var entry = entry(entryId);
        note(new Check(), note).orThrow();
        if (!entry.kind().reversible() || entry.delta() == 0) throw new EntryNotReversible(entry.kind());
        var entries = entry.pairId() == null ? List.of(entry) : ledger.pair(entry.pairId());
        if (entries.stream().anyMatch(e -> e.reversedById() != null)) throw new EntryAlreadyReversed();
        var postings = entries.stream()
                .map(e -> new Posting(
                        new Slot(e.productId(), e.locationId()),
                        Kind.REVERSAL,
                        -e.delta(),
                        null,
                        null,
                        blankToNull(note),
                        e.pairId(),
                        e.id(),
                        "quantity"))
                .toList();
        return books.post(postings, null);
    }

    @Override
    @Transactional
    public List<StockEntry> pack(List<Amount> amounts, StockEntry.Ref holder) {
        return books.post(postings(amounts, null, Kind.PACK, -1), holder);
    }

    @Override
    @Transactional
    public List<StockEntry> unpack(List<Amount> amounts, StockEntry.Ref holder) {
        return books.post(postings(amounts, null, Kind.UNPACK, 1), holder);
    }

    @Override
    public Page<Consumable> consumables(
            Set<UUID> categoryIds, Set<Consumable.Status> statuses, @Nullable Boolean low, ListQuery query) {
        return reorders.list(categoryIds, statuses, low, query);
    }

    @Override
    public Consumable consumable(UUID productId) {
        return reorders.get(productId);
    }

    @Override
    @Transactional
    public Consumable setLevels(UUID productId, ReorderLevels levels, IfMatch ifMatch) {
        return reorders.set(productId, levels, ifMatch);
    }

    private static List<Posting> postings(List<Amount> amounts, @Nullable String note, Kind kind, int sign) {
        var check = note(lines(new Check(), amounts), note);
        var postings = new ArrayList<Posting>();
        for (int i = 0; i < size(amounts); i++) {
            var at = "lines[" + i + "].";
            var line = amounts.get(i);
            if (line == null) continue;
            boolean whole = place(check, line.productId(), line.locationId(), at) & amount(check, line.quantity(), at);
            if (!whole) continue;
            var slot = new Slot(line.productId(), line.locationId());
            postings.add(Posting.of(slot, kind, sign * line.quantity(), at + "quantity")
                    .noted(blankToNull(note)));
        }
        check.orThrow();
        return postings;
    }

    /** What the database can compare with. */
    private static boolean within(@Nullable Instant instant) {
        return instant == null || (instant.isAfter(EARLIEST) && instant.isBefore(LATEST));
    }

    private static int size(@Nullable List<?> lines) {
        return lines == null ? 0 : Math.min(lines.size(), LINES_MAX);
    }

    private static Check lines(Check check, @Nullable List<?> lines) {
        check.required(lines, "lines").size(lines, "lines", LINES_MAX);
        if (lines == null) return check;
        check.that(!lines.isEmpty(), "lines", "required", "Add at least one line.");
        for (int i = 0; i < size(lines); i++) check.required(lines.get(i), "lines[" + i + "]");
        return check;
    }

    private static boolean place(Check check, @Nullable UUID productId, @Nullable UUID locationId, String at) {
        check.required(productId, at + "productId").required(locationId, at + "locationId");
        return productId != null && locationId != null;
    }

    private static boolean amount(Check check, @Nullable Long quantity, String at) {
        check.required(quantity, at + "quantity").between(quantity, at + "quantity", 1, PIECES_MAX);
        return quantity != null;
    }

    private static Check note(Check check, @Nullable String note) {
        return check.text(note, "note", 2000);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
