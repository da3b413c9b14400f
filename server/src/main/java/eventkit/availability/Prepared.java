package eventkit.availability;

import eventkit.core.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A claim down to stocks: kits exploded, assets under their products, periods in seconds.
 *
 * @param itemByItem lines of kits that go out with what there is of them (rule 7)
 */
record Prepared(Claim claim, List<Part> parts, Set<UUID> itemByItem) {
    Prepared(Claim claim, List<Part> parts) {
        this(claim, parts, Set.of());
    }

    /** @param to {@link Seconds#FOREVER} for what is used up */
    record Part(
            UUID line,
            StockKey stock,
            int quantity,
            int from,
            int to,
            @Nullable UUID asset) {
        static Part of(
                UUID line, StockKey stock, int quantity, Period occupancy, boolean usedUp, @Nullable UUID asset) {
            return new Part(
                    line,
                    stock,
                    quantity,
                    Seconds.from(occupancy),
                    usedUp ? Seconds.FOREVER : Seconds.to(occupancy),
                    asset);
        }
    }

    UUID owner() {
        return claim.owner().id();
    }

    Set<StockKey> stocks() {
        return parts.stream().map(Part::stock).collect(Collectors.toSet());
    }
}
