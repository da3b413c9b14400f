package eventkit.quoting;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What things are hired for, to some clients, at some time.
 *
 * @param clientTags for clients with any of these tags; empty: for everybody
 * @param validFrom with {@code validTo}, for hires that begin in this time
 * @param discountPercent what a quote for these clients takes off to begin with
 * @param prices how many
 */
public record PriceList(
        UUID id,
        String name,
        String currency,
        List<String> clientTags,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        @Nullable BigDecimal discountPercent,
        int prices,
        @Nullable Instant archivedAt,
        long version) {
    public PriceList {
        clientTags = List.copyOf(clientTags);
    }
}
