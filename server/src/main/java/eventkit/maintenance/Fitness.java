package eventkit.maintenance;

import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.inventory.AssetId;
import eventkit.inventory.UnfitReason;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Whether assets will still be fit when they are needed. */
public interface Fitness {
    /**
     * Why each of them is unfit now or will be by then ("due before the job ends"); those that stay fit are left out.
     *
     * @param until the end of the job; the day counts in the company's time zone
     */
    @Needs(Permission.ASSET_READ)
    Map<AssetId, List<UnfitReason>> fitUntil(Collection<AssetId> assets, Instant until);
}
