package eventkit.inventory;

import static eventkit.inventory.db.Tables.ASSET;
import static eventkit.inventory.db.Tables.CONDITION;

import eventkit.core.Together;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Whether assets may go on a job: their own status, condition and quarantine, and whatever other modules know. A page of assets at a time. */
@Component
class Fitness {
    private static final List<String> UNFIT_STATUSES = Arrays.stream(AssetStatus.values())
            .filter(AssetStatus::unfit)
            .map(Enum::name)
            .toList();
    private final DSLContext db;
    private final ObjectProvider<FitnessSource> sources;

    Fitness(DSLContext db, ObjectProvider<FitnessSource> sources) {
        this.db = db;
        this.sources = sources;
    }

    Map<AssetId, List<UnfitReason>> reasons(Collection<Asset> assets) {
        if (assets.isEmpty()) return Map.of();
        var go = new Together();
        var asked = ask(assets.stream().map(Asset::id).toList(), go);
        go.run(db);
        return reasons(assets, asked);
    }

    /** What other modules know of them; it is known once {@code go} was run. */
    List<Supplier<Map<AssetId, List<UnfitReason>>>> ask(Collection<AssetId> ids, Together go) {
        return sources.orderedStream().map(source -> source.reasons(ids, go)).toList();
    }

    Map<AssetId, List<UnfitReason>> reasons(
            Collection<Asset> assets, List<Supplier<Map<AssetId, List<UnfitReason>>>> asked) {
        var result = new LinkedHashMap<AssetId, List<UnfitReason>>();
        var unusable = unusable(assets);
        for (var asset : assets) {
            if (asset.status().unfit()) {
                var status =
                        asset.status().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                add(
                        result,
                        asset,
                        new UnfitReason(status, "It is " + status.replace('-', ' ') + ".", asset.statusSince()));
            }
            if (asset.quarantinedAt() != null) {
                add(
                        result,
                        asset,
                        new UnfitReason(
                                "quarantined", "Quarantined: " + asset.quarantineReason(), asset.quarantinedAt()));
            }
            var label = unusable.get(asset.condition());
            if (label != null)
                add(result, asset, new UnfitReason("condition-not-usable", "Its condition is " + label + ".", null));
        }
        for (var known : asked)
            known.get().forEach((id, reasons) -> {
                if (!reasons.isEmpty())
                    result.computeIfAbsent(id, i -> new ArrayList<>()).addAll(reasons);
            });
        return result;
    }

    /** Holds for assets with at least one reason, whatever the page. */
    Condition unfit() {
        var unfit = ASSET.STATUS
                .in(UNFIT_STATUSES)
                .or(ASSET.QUARANTINED_AT.isNotNull())
                .or(ASSET.CONDITION
                        .ne("GOOD")
                        .and(ASSET.CONDITION.in(
                                DSL.select(CONDITION.NAME).from(CONDITION).where(CONDITION.USABLE.isFalse()))));
        for (var source : sources.orderedStream().toList()) unfit = unfit.or(ASSET.ID.in(source.unfit()));
        return unfit;
    }

    private Map<String, String> unusable(Collection<Asset> assets) {
        var used = assets.stream()
                .map(Asset::condition)
                .filter(c -> !c.equals("GOOD"))
                .collect(Collectors.toSet());
        if (used.isEmpty()) return Map.of();
        return db.select(CONDITION.NAME, CONDITION.LABEL)
                .from(CONDITION)
                .where(CONDITION.NAME.in(used))
                .and(CONDITION.USABLE.isFalse())
                .fetchMap(CONDITION.NAME, CONDITION.LABEL);
    }

    private static void add(Map<AssetId, List<UnfitReason>> result, Asset asset, UnfitReason reason) {
        result.computeIfAbsent(asset.id(), id -> new ArrayList<>()).add(reason);
    }
}
