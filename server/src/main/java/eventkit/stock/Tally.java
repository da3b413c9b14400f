package eventkit.stock;

import eventkit.core.Invalid;
import eventkit.core.Refusal.FieldError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a list of postings makes of the levels as they stand; knows no database. */
final class Tally {
    static final long QUANTITY_MAX = 1_000_000_000_000L;

    /** A product at a location; in the order in which levels are locked. */
    record Slot(UUID productId, UUID locationId) implements Comparable<Slot> {
        private static final Comparator<Slot> ORDER =
                Comparator.comparing(Slot::productId).thenComparing(Slot::locationId);

        @Override
        public int compareTo(Slot other) {
            return ORDER.compare(this, other);
        }
    }

    /** @param version how many entries made this quantity */
    record Standing(long quantity, long version) {}

    /**
     * @param amount pieces to add, or for a count what was counted
     * @param expected what whoever counts last read; null where that does not matter
     * @param field where the request said it, for naming what is wrong
     */
    record Posting(
            Slot slot,
            StockEntry.Kind kind,
            long amount,
            @Nullable Long expected,
            StockEntry.@Nullable Reason reason,
            @Nullable String note,
            @Nullable UUID pairId,
            @Nullable UUID reversesId,
            String field) {

        static Posting of(Slot slot, StockEntry.Kind kind, long delta, String field) {
            return new Posting(slot, kind, delta, null, null, null, null, null, field);
        }

        Posting paired(UUID pair) {
            return new Posting(slot, kind, amount, expected, reason, note, pair, reversesId, field);
        }

        Posting noted(@Nullable String text) {
            return new Posting(slot, kind, amount, expected, reason, text, pairId, reversesId, field);
        }
    }

    record Line(Posting posting, long delta, long resulting, long sequence) {}

    private Tally() {}

    /**
     * In the order given. Throws {@link StockTooLow} at the first posting that would take more than is there, {@link StockChangedSince} naming
     * every count whose expectation no longer holds.
     */
    static List<Line> apply(
            Map<Slot, Standing> standings,
            List<Posting> postings,
            Function<UUID, String> productName,
            Function<UUID, String> locationName) {
        var now = new HashMap<>(standings);
        var lines = new ArrayList<Line>();
        var surprises = new ArrayList<FieldError>();
        for (var posting : postings) {
            var slot = posting.slot();
            var before = now.getOrDefault(slot, new Standing(0, 0));
            if (posting.expected() != null && posting.expected() != before.quantity()) {
                surprises.add(new FieldError(
                        posting.field(),
                        "stock-changed",
                        "There are %d now, not %d.".formatted(before.quantity(), posting.expected())));
                continue;
            }
            boolean counted = posting.kind() == StockEntry.Kind.COUNT;
            long resulting = counted ? posting.amount() : before.quantity() + posting.amount();
            if (resulting < 0) {
                throw new StockTooLow(
                        productName.apply(slot.productId()),
                        slot.productId(),
                        locationName.apply(slot.locationId()),
                        slot.locationId(),
                        before.quantity(),
                        -posting.amount());
            }
            if (resulting > QUANTITY_MAX) {
                throw new Invalid(
                        posting.field(), "out-of-range", "No location holds more than " + QUANTITY_MAX + " pieces.");
            }
            var after = new Standing(resulting, before.version() + 1);
            lines.add(new Line(posting, resulting - before.quantity(), resulting, after.version()));
            now.put(slot, after);
        }
        if (!surprises.isEmpty()) throw new StockChangedSince(surprises);
        return lines;
    }
}
