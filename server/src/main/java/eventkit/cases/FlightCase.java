package eventkit.cases;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tracked container.
 *
 * @param locationId where it is; for a nested case, where its outermost case is
 * @param locationPath names from the outermost location down to this one
 * @param parentId the case it is packed in, null for an outermost case
 * @param statusNote why it is out of service or retired
 * @param assets how many lie directly in it; {@code pieces} of counted stock and inner {@code cases} likewise
 */
public record FlightCase(
        UUID id,
        String number,
        String name,
        ContentsKind contentsKind,
        @Nullable UUID productId,
        @Nullable String productName,
        @Nullable Long tareWeightGrams,
        @Nullable Integer lengthMillimetres,
        @Nullable Integer widthMillimetres,
        @Nullable Integer heightMillimetres,
        @Nullable Long payloadGramsMax,
        boolean stackable,
        UUID locationId,
        String locationName,
        List<String> locationPath,
        @Nullable UUID parentId,
        @Nullable String parentNumber,
        CaseStatus status,
        @Nullable String statusNote,
        @Nullable String notes,
        List<String> aliases,
        long assets,
        long pieces,
        long cases,
        Instant createdAt,
        Instant changedAt,
        long version) {

    public boolean empty() {
        return assets == 0 && pieces == 0 && cases == 0;
    }

    /** Outer volume; null where a dimension is missing. */
    @Nullable
    Long volumeCubicMillimetres() {
        if (lengthMillimetres == null || widthMillimetres == null || heightMillimetres == null) return null;
        return (long) lengthMillimetres * widthMillimetres * heightMillimetres;
    }
}
