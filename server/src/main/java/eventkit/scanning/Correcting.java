package eventkit.scanning;

import eventkit.cases.CaseStatus;
import eventkit.cases.Cases;
import eventkit.cases.Packing;
import eventkit.core.Callers;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetMoves;
import eventkit.inventory.AssetRegister;
import eventkit.inventory.LocationId;
import eventkit.scanning.StocktakeLine.Correction;
import eventkit.scanning.StocktakeReview.Finding;
import eventkit.stock.Stock;
import eventkit.stock.StockEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Makes the registers say what a count found, through the faces of the rooms below. */
@Component
class Correcting {
    private final AssetMoves moves;
    private final AssetRegister assets;
    private final Cases cases;
    private final Packing packing;
    private final Stock stock;

    Correcting(AssetMoves moves, AssetRegister assets, Cases cases, Packing packing, Stock stock) {
        this.moves = moves;
        this.assets = assets;
        this.cases = cases;
        this.packing = packing;
        this.stock = stock;
    }

    void apply(Stocktake count, List<Finding> findings, Stand stand, Stocktakes.Missing missing) {
        var by = Callers.current();
        var reason = by.words("Stocktake ", "Inventur ") + count.number();
        for (var f : of(findings, ThingKind.CASE, Correction.MOVE)) cases.move(f.subjectId(), to(f), reason);
        byPlace(of(findings, ThingKind.ASSET, Correction.FIND))
                .forEach((place, found) -> moves.reportFound(ids(found), new LocationId(place), false, reason));
        byPlace(of(findings, ThingKind.ASSET, Correction.MOVE)).forEach((place, found) -> {
            Predicate<Finding> back =
                    f -> Stand.there(stand.assets, f.subjectId()).status.equals("CHECKED_IN");
            var shelved = found.stream().filter(back).toList();
            if (!shelved.isEmpty()) moves.shelve(ids(shelved), new LocationId(place));
            var others = found.stream().filter(back.negate()).toList();
            if (!others.isEmpty()) moves.move(ids(others), new LocationId(place), reason, "stocktake:" + count.id());
        });
        var lost = of(findings, ThingKind.ASSET, Correction.LOSE);
        if (!lost.isEmpty())
            switch (missing) {
                case LOST -> moves.reportLost(ids(lost), reason);
                case SET_ASIDE -> {
                    for (var f : lost)
                        if (Stand.there(stand.assets, f.subjectId()).quarantined == null)
                            assets.quarantine(
                                    new AssetId(f.subjectId()),
                                    by.words("Not found by stocktake ", "Nicht gefunden bei Inventur ")
                                            + count.number());
                }
            }
        for (var f : of(findings, ThingKind.CASE, Correction.OUT_OF_SERVICE))
            cases.to(CaseStatus.OUT_OF_SERVICE, f.subjectId(), reason);
        loose(of(findings, ThingKind.PRODUCT, Correction.SET_STOCK), reason);
        packed(of(findings, ThingKind.PRODUCT, Correction.SET_PACKED), stand, reason);
    }

    private void loose(List<Finding> findings, String reason) {
        for (int from = 0; from < findings.size(); from += Stock.LINES_MAX) {
            var part = findings.subList(from, Math.min(findings.size(), from + Stock.LINES_MAX));
            stock.count(new Stock.CountSheet(
                    part.stream()
                            .map(f -> new Stock.CountLine(f.subjectId(), to(f), f.found(), f.now()))
                            .toList(),
                    reason));
        }
    }

    /** What is in a case is booked where the case stands: out of it and away, or found there and into it. */
    private void packed(List<Finding> findings, Stand stand, String reason) {
        var byCase = new LinkedHashMap<UUID, List<Finding>>();
        for (var f : findings)
            byCase.computeIfAbsent(Objects.requireNonNull(f.caseId()), c -> new ArrayList<>())
                    .add(f);
        byCase.forEach((id, inside) -> {
            var box = Stand.there(stand.cases, id);
            boolean sealed = box.status.equals("CLOSED");
            if (sealed) cases.to(CaseStatus.OPEN, id, reason);
            for (var f : inside) {
                long more = f.found() - f.now();
                if (more < 0)
                    packing.unpack(
                            id,
                            new Packing.Unpack(
                                    List.of(new Packing.UnpackItem(null, f.subjectId(), -more, null)), box.locationId));
                stock.adjust(new Stock.Adjustment(
                        f.subjectId(),
                        box.locationId,
                        more,
                        more < 0 ? StockEntry.Reason.LOST : StockEntry.Reason.FOUND,
                        reason));
                if (more > 0)
                    packing.pack(id, List.of(new Packing.Item(null, f.subjectId(), more, null, box.locationId)));
            }
            if (sealed) cases.to(CaseStatus.CLOSED, id, reason);
        });
    }

    private static List<Finding> of(List<Finding> findings, ThingKind kind, Correction correction) {
        return findings.stream()
                .filter(f -> f.kind() == kind && f.correction() == correction)
                .toList();
    }

    private static UUID to(Finding f) {
        return Objects.requireNonNull(f.to(), "a correction has a place");
    }

    private static Map<UUID, List<Finding>> byPlace(List<Finding> findings) {
        var result = new LinkedHashMap<UUID, List<Finding>>();
        for (var f : findings)
            result.computeIfAbsent(to(f), p -> new ArrayList<>()).add(f);
        return result;
    }

    private static List<AssetId> ids(List<Finding> findings) {
        return findings.stream().map(f -> new AssetId(f.subjectId())).toList();
    }
}
