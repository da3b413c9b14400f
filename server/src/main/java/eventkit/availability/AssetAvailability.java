package eventkit.availability;

import eventkit.core.Needs;
import eventkit.core.Period;
import eventkit.core.Permission;
import eventkit.inventory.AssetId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether these very assets can be had, and who or what keeps them (rule 8). */
public interface AssetAvailability {
    /** @param warehouse from whose stock it is to come */
    record Question(AssetId asset, UUID warehouse, Period period) {}

    /** What keeps an asset. */
    enum Why {
        /** Somebody is promised it, or has it. */
        HELD,
        /** It is broken, lost, leaves and the like. */
        UNFIT,
        /** It is not in this warehouse. */
        ELSEWHERE,
        /** Nobody wants this one by name, but every piece of its type is promised. */
        TYPE_PROMISED
    }

    /**
     * @param free one or none
     * @param why of the worst of these numbers; null where it is free in any case
     * @param reason of what is unfit
     * @param holder who holds it, as people call it
     */
    record AssetFree(
            AssetId asset,
            Free free,
            @Nullable Why why,
            @Nullable Reason reason,
            @Nullable String holder) {}

    /** All as of one moment, in the order of the questions; without assets that there are not. */
    @Needs(Permission.ASSET_READ)
    List<AssetFree> free(List<Question> questions);
}
