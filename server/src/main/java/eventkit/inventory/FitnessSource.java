package eventkit.inventory;

import eventkit.core.Together;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Record1;
import org.jooq.Select;

/** What another module knows that makes assets unfit. A bean of that module; asked for a page of assets at a time, never for one. */
public interface FitnessSource {
    /** Asks the database in {@code go}, and answers once that was run. Those that are fit are left out. */
    Supplier<Map<AssetId, List<UnfitReason>>> reasons(Collection<AssetId> assets, Together go);

    /** The ids of all assets that this source holds unfit now: a query over the module's own tables, by which lists filter. */
    Select<Record1<UUID>> unfit();
}
