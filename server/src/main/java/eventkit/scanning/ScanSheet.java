package eventkit.scanning;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A count, or a transfer, as the warehouse ticks it off: enough to judge scans without a network.
 *
 * @param name the place that is counted, or from where to where
 * @param placeId where things are that nobody said more of
 * @param stock loose pieces where a transfer leaves
 * @param locations those that belong to it, from the root down
 */
public record ScanSheet(
        String version,
        Kind kind,
        UUID id,
        String number,
        String state,
        String name,
        UUID placeId,
        List<String> addresses,
        List<Line> lines,
        List<Tick> ticks,
        List<Loose> stock,
        List<ScanJob.Product> products,
        List<ScanJob.Asset> assets,
        List<ScanJob.Case> cases,
        List<ScanJob.Place> locations,
        List<ScanJob.Code> codes) {
    public enum Kind {
        COUNT,
        LOAD,
        RECEIVE
    }

    /**
     * What is expected, or is on the transfer.
     *
     * @param settled arrived before, or known to be missing
     */
    public record Line(
            ThingKind kind,
            UUID subjectId,
            @Nullable UUID locationId,
            @Nullable UUID caseId,
            long expected,
            boolean settled) {}

    /** @param along with its case, by one scan */
    public record Tick(
            ThingKind kind,
            UUID subjectId,
            @Nullable UUID locationId,
            @Nullable UUID caseId,
            long quantity,
            boolean along,
            String byName) {}

    public record Loose(UUID productId, UUID locationId, long quantity) {}
}
