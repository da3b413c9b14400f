package eventkit.crm;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a pipeline.
 *
 * @param probabilityPercent of deals in it that say none of their own; 100 where it is won, 0 where it is lost
 */
public record Stage(UUID id, String name, DealState state, int probabilityPercent) {
    /** @param id null: a new one */
    public record Line(
            @Nullable UUID id,
            String name,
            DealState state,
            @Nullable Integer probabilityPercent) {}

    Line line() {
        return new Line(id, name, state, probabilityPercent);
    }
}
