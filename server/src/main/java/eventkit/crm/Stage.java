package eventkit.crm;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step of a pipeline.
 *
 * @param probabilityPercent of deals in it that say none of their own; 100 where it is won, 0 where it is lost
 * @param quoteSent deals that stand before it come here when a quote of theirs is sent; one open stage at most
 */
public record Stage(UUID id, String name, DealState state, int probabilityPercent, boolean quoteSent) {
    /** @param id null: a new one @param quoteSent null: no */
    public record Line(
            @Nullable UUID id,
            String name,
            DealState state,
            @Nullable Integer probabilityPercent,
            @Nullable Boolean quoteSent) {}

    Line line() {
        return new Line(id, name, state, probabilityPercent, quoteSent);
    }
}
