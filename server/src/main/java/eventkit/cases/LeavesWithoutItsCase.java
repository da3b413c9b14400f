package eventkit.cases;

import eventkit.core.Audit;
import eventkit.core.Events;
import eventkit.core.Reacts;
import eventkit.inventory.AssetDisposed;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetMoved;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An asset that went somewhere without its case, by a check-in at another place or into repair, is not in the case any more; nor is one that was
 * retired, sold or handed over. A lost one stays on the list as missing: it may turn up where it belongs.
 */
@Component
class LeavesWithoutItsCase {
    private final Contents contents;
    private final FlightCases cases;
    private final Audit audit;
    private final Events events;
    private final Clock clock;

    LeavesWithoutItsCase(Contents contents, FlightCases cases, Audit audit, Events events, Clock clock) {
        this.contents = contents;
        this.cases = cases;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Reacts("cases.TakesOutWhatWentWithoutItsCase")
    @Transactional
    public void moved(AssetMoved event) {
        var ids = event.moves().stream().map(m -> m.asset().value()).toList();
        takeOut(ids, (asset, c) -> !c.locationId().equals(asset.locationId()) && !Carrier.missing(asset.status()));
    }

    @Reacts("cases.TakesOutWhatIsGone")
    @Transactional
    public void becameSomethingElse(AssetDisposed event) {
        takeOut(event.assets().stream().map(AssetId::value).toList(), (asset, c) -> Carrier.gone(asset.status()));
    }

    /** Judges by how things stand now, not by how they stood when the event was announced. */
    private void takeOut(Collection<UUID> assetIds, BiPredicate<Contents.Asset, FlightCase> left) {
        if (assetIds.isEmpty()) return;
        var suspects = contents.casesOf(assetIds);
        if (suspects.isEmpty()) return;
        cases.lock(suspects.values().stream().distinct().toList());
        contents.lockAssets(suspects.keySet());
        var assets = contents.assets(suspects.keySet());
        var leavers = new LinkedHashMap<UUID, List<Contents.Asset>>();
        for (var c : cases.find(suspects.values().stream().distinct().toList())) {
            for (var asset : assets.values()) {
                if (c.id().equals(asset.caseId()) && left.test(asset, c)) {
                    leavers.computeIfAbsent(c.id(), id -> new ArrayList<>()).add(asset);
                }
            }
        }
        var now = clock.instant();
        leavers.forEach((caseId, gone) -> {
            var c = cases.find(caseId).orElseThrow();
            var ids = gone.stream().map(Contents.Asset::id).toList();
            contents.takeAssets(caseId, ids);
            cases.touch(caseId, c.version() + 1, now);
            var numbers = gone.stream().map(Contents.Asset::number).sorted().toList();
            audit.record(
                    CaseDesk.subject(c),
                    "left-behind",
                    c.version() + 1,
                    List.of(audit.change("assets", numbers, null)));
            events.announce(new CaseUnpacked(caseId, c.number(), ids, List.of(), List.of(), now));
        });
    }
}
