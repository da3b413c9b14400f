package eventkit.scanning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal.
 *
 * @param outcome the answer's code
 * @param deviceAt by the device's clock
 * @param behindMillis how far that clock was behind the server's
 */
public record ScanLine(
        UUID id,
        ScanKind kind,
        ScanAnswer.Result result,
        String outcome,
        String message,
        @Nullable String code,
        @Nullable ThingKind thingKind,
        @Nullable UUID thingId,
        @Nullable String thingLabel,
        @Nullable UUID eventId,
        @Nullable String eventNumber,
        long quantity,
        @Nullable ScanCondition condition,
        @Nullable String note,
        @Nullable String vehicle,
        @Nullable UUID undoes,
        boolean undone,
        UUID byId,
        String byName,
        @Nullable UUID deviceId,
        @Nullable String deviceName,
        Instant deviceAt,
        @Nullable Long behindMillis,
        Instant at) {}
