package eventkit.scanning;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one scan.
 *
 * @param code what was done, or why not; stable, for programs
 * @param message the same for people, with what to do
 * @param facts what a program needs to go on
 * @param thing as it is now; null where nothing was found, and for a duplicate
 * @param needs those that it changed, as they are now
 * @param warnings codes of what the person should know all the same
 * @param first of a duplicate: how the scan went
 */
public record ScanAnswer(
        UUID id,
        Result result,
        String code,
        String message,
        Map<String, Object> facts,
        @Nullable ThingNow thing,
        List<NeedNow> needs,
        List<String> warnings,
        @Nullable First first) {
    public enum Result {
        ACCEPTED,
        REFUSED,
        DUPLICATE
    }

    /** @param eventId what it is picked or out for */
    public record ThingNow(
            ThingKind kind,
            UUID id,
            String label,
            String name,
            @Nullable String status,
            @Nullable UUID locationId,
            @Nullable String locationName,
            @Nullable UUID caseId,
            @Nullable String caseNumber,
            @Nullable UUID eventId,
            @Nullable String event) {}

    /** How far a need is. */
    public record NeedNow(String key, long wanted, long picked, long out, long back, long missing) {}

    public record First(Result result, Instant at) {}

    /** The same once more. */
    ScanAnswer again(Instant at) {
        return new ScanAnswer(
                id, Result.DUPLICATE, code, message, facts, null, List.of(), List.of(), new First(result, at));
    }
}
