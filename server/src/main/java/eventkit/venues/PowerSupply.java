package eventkit.venues;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What comes out of a wall.
 *
 * @param id null in what is given: a new one
 * @param connector as people call it: {@code CEE 63 A}
 * @param phases 1 or 3
 * @param volts between phases where there are three, else between phase and neutral
 * @param count how many alike
 */
public record PowerSupply(
        @Nullable UUID id,
        String name,
        String connector,
        int phases,
        int ampsPerPhase,
        int volts,
        @Nullable Integer count) {
    public PowerSupply {
        if (count == null) count = 1;
    }
}
