package eventkit.inventory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Record1;
import org.jooq.Select;

/** What another module knows that makes assets unfit. A bean of that module; asked for a page of assets at a time, never for one. */
public interface FitnessSource {
    /** Those that are fit are left out. */
    Map<AssetId, List<UnfitReason>> reasons(Collection<AssetId> assets);

    /** The ids of all assets that this source holds unfit now: a query over the module's own tables, by which lists filter. */
    Select<Record1<UUID>> unfit();
}
