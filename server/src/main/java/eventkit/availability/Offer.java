package eventkit.availability;

import eventkit.catalogue.ProductId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stock that is to come, or to go, and is in no register (rules 5 and 6).
 *
 * @param label what people call it
 * @param quantity pieces; below zero for what is to go
 * @param to null: for good
 * @param certain without it the worst case does not count on it
 * @param awaited it is not there yet, and late when {@code from} has passed
 * @param keptFor the only owner that may have it; null: everybody
 */
public record Offer(
        UUID id,
        Kind kind,
        String label,
        ProductId product,
        UUID warehouse,
        int quantity,
        Instant from,
        @Nullable Instant to,
        boolean certain,
        boolean awaited,
        @Nullable UUID keptFor) {
    public enum Kind {
        SUB_HIRE,
        PLANNED
    }

    StockKey stock() {
        return StockKey.product(product.value(), warehouse);
    }

    int begin() {
        return Seconds.beginning(from);
    }

    int end() {
        return to == null ? Seconds.FOREVER : Seconds.end(to);
    }

    /** What it says for everybody. */
    List<Fact> facts() {
        return keptFor == null ? List.of(fact(begin(), end(), quantity)) : List.of();
    }

    /** So many of its pieces over a part of its time. */
    Fact fact(int begin, int end, int pieces) {
        boolean late = awaited && pieces > 0;
        return new Fact(
                stock(),
                kind == Kind.SUB_HIRE ? Reason.SUB_HIRE_IN : Reason.PLANNED,
                kind == Kind.SUB_HIRE ? Fact.SubjectKind.SUB_HIRE : Fact.SubjectKind.PLANNED,
                id,
                label,
                begin,
                end,
                certain ? Weight.stock(pieces) : Weight.promised(pieces),
                late ? pieces : 0,
                late ? begin : 0,
                keptFor);
    }
}
