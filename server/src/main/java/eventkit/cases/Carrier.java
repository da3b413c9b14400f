package eventkit.cases;

import eventkit.core.Callers;
import eventkit.core.Permission;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetMoves;
import eventkit.inventory.AssetRegister;
import eventkit.inventory.AssetStatus;
import eventkit.inventory.AssetUse;
import eventkit.inventory.LocationId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Packed assets go where their case goes, and nowhere by themselves. */
@Component
class Carrier implements AssetUse {
    /** Bound while a case carries its contents: then they may move. */
    private static final ScopedValue<Boolean> CARRYING = ScopedValue.newInstance();

    private final Contents contents;
    private final FlightCases cases;
    private final ObjectProvider<AssetMoves> moves;

    Carrier(Contents contents, FlightCases cases, ObjectProvider<AssetMoves> moves) {
        this.contents = contents;
        this.cases = cases;
        this.moves = moves;
    }

    /**
     * Whoever may pack may carry what is packed to the case, without moving anything else.
     *
     * @param because the number of the case; assets that are there already, or lost, stay as they are
     */
    void carry(Collection<UUID> assetIds, UUID locationId, UUID caseId, String because) {
        if (assetIds.isEmpty()) return;
        var elsewhere = contents.assets(assetIds).values().stream()
                .filter(a -> !locationId.equals(a.locationId()) && !missing(a.status()))
                .map(a -> new AssetId(a.id()))
                .toList();
        if (elsewhere.isEmpty()) return;
        for (int from = 0; from < elsewhere.size(); from += AssetRegister.AT_ONCE_MAX) {
            var some = elsewhere.subList(from, Math.min(elsewhere.size(), from + AssetRegister.AT_ONCE_MAX));
            ScopedValue.where(CARRYING, true)
                    .run(() -> Callers.runAs(
                            Callers.current().allowing(Permission.MOVE),
                            () -> moves.getObject()
                                    .move(
                                            some,
                                            new LocationId(locationId),
                                            Callers.current().words("With case ", "Mit Case ") + because,
                                            "case:" + caseId)));
        }
    }

    @Override
    public Map<AssetId, String> holds(Collection<AssetId> assets, @Nullable String reference) {
        if (CARRYING.isBound()) return Map.of();
        var packed = contents.casesOf(assets.stream().map(AssetId::value).toList());
        if (packed.isEmpty()) return Map.of();
        var numbers = new HashMap<UUID, String>();
        cases.find(packed.values()).forEach(c -> numbers.put(c.id(), c.number()));
        var holds = new HashMap<AssetId, String>();
        packed.forEach((asset, c) -> holds.put(
                new AssetId(asset), "It is packed in " + numbers.get(c) + ". Unpack it first, or move the case."));
        return holds;
    }

    /** Not there to be packed, carried or counted as present. */
    static boolean missing(String status) {
        return gone(status) || AssetStatus.valueOf(status) == AssetStatus.LOST;
    }

    static boolean gone(String status) {
        return AssetStatus.valueOf(status).gone();
    }

    static boolean packable(String status) {
        return !missing(status) && AssetStatus.valueOf(status) != AssetStatus.IN_REPAIR;
    }
}
