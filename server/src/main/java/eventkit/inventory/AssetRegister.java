package eventkit.inventory;

import eventkit.catalogue.ProductId;
import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The register of assets: what there is, under which numbers and codes. Where they go is {@link AssetMoves}. */
public interface AssetRegister {
    /** How many one call may register. */
    int AT_ONCE_MAX = 5_000;

    /**
     * Registers them in one transaction, in the order given; those without a number get the next running ones of their product. Throws
     * {@link eventkit.core.Invalid} (fields {@code [i].serial}), {@link CodeTaken}, {@link ProductNotSerialised}, {@link ProductArchived}.
     */
    @Needs(Permission.ASSET_EDIT)
    List<Registered> register(List<NewAsset> assets);

    /** Throws {@link eventkit.core.NotFound}. Costs are null for whoever may not see them. */
    @Needs(Permission.ASSET_READ)
    Asset get(AssetId id);

    /** As its page shows it. Throws {@link eventkit.core.NotFound}. */
    @Needs(Permission.ASSET_READ)
    AssetSheet sheet(AssetId id);

    /** Sorts: number, product, status, location, purchaseDate, createdAt, serial. */
    @Needs(Permission.ASSET_READ)
    Page<AssetLine> list(AssetFilter filter, ListQuery query);

    /** Everything that was ever changed about it; costs only for whoever may see them. */
    @Needs(Permission.ASSET_READ)
    Page<AuditTrail.Entry> history(AssetId id, ListQuery query);

    /** Those there are; unknown ids are left out. */
    @Needs(Permission.ASSET_READ)
    Map<AssetId, Asset> all(Collection<AssetId> ids);

    /** What a list or another module's page shows of each: number, product, place, fitness. */
    @Needs(Permission.ASSET_READ)
    Map<AssetId, AssetLine> lines(Collection<AssetId> ids);

    /**
     * The asset behind whatever was scanned or typed: number, alias, UUID, the address on a label, or a serial that only one asset has; without
     * regard to case. Empty where nothing or more than one asset answers to it.
     */
    @Needs(Permission.ASSET_READ)
    Optional<AssetId> findByCode(String code);

    /** The same for many; codes that mean nothing are left out. Serials are not looked at. */
    @Needs(Permission.ASSET_READ)
    Map<String, AssetId> findByCodes(Collection<String> codes);

    /** Throws {@link IfMatch.Stale}, {@link CodeTaken}; costs change only for whoever may see them. */
    @Needs(Permission.ASSET_EDIT)
    Asset change(AssetId id, AssetDetails details, IfMatch ifMatch);

    @Needs(Permission.ASSET_READ)
    List<Alias> aliases(AssetId id);

    /** Throws {@link CodeTaken}. */
    @Needs(Permission.ASSET_EDIT)
    List<Alias> addAlias(AssetId id, NewAsset.NewAlias alias);

    /** Throws {@link eventkit.core.NotFound} where the asset has no such alias. */
    @Needs(Permission.ASSET_EDIT)
    List<Alias> removeAlias(AssetId id, String code);

    /** Nobody may take it until it is released; the reason shows wherever the asset does. */
    @Needs(Permission.ASSET_EDIT)
    Asset quarantine(AssetId id, String reason);

    @Needs(Permission.ASSET_EDIT)
    Asset releaseFromQuarantine(AssetId id);

    /** What it is worth on the books on a day; null without a cost or purchase date, before the purchase, and once it is gone. */
    @Needs(Permission.ASSET_COST_READ)
    @Nullable
    Money bookValue(AssetId id, LocalDate on);

    /** How many assets of each status, of one product or of all. */
    @Needs(Permission.ASSET_READ)
    Map<AssetStatus, Long> countByStatus(@Nullable ProductId product);

    /** Why each of them should not go on a job; those that are fit are left out. */
    @Needs(Permission.ASSET_READ)
    Map<AssetId, List<UnfitReason>> unfit(Collection<AssetId> ids);

    /** Open: a stranger who scans a label learns no more than that it is ours. */
    @eventkit.core.Open
    boolean exists(UUID id);
}
