package eventkit.venues;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where something may hang.
 *
 * @param id null in what is given: a new one
 * @param heightMillimetres above the floor
 * @param xMillimetres along the room from its corner, {@code yMillimetres} across it; both or neither
 */
public record RiggingPoint(
        @Nullable UUID id,
        String name,
        int workingLoadLimitKilograms,
        @Nullable Integer heightMillimetres,
        @Nullable Integer xMillimetres,
        @Nullable Integer yMillimetres) {}
