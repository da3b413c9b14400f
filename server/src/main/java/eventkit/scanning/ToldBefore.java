package eventkit.scanning;

import eventkit.scanning.Deed.Taken;
import eventkit.scanning.Doing.Item;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What availability was told of these when they left, and is told again when they do not. */
final class ToldBefore {
    final Map<UUID, UUID> assets;
    final Map<UUID, UUID> cases;
    private final Set<UUID> ofPieces;

    ToldBefore(List<Item> items, HoldRows holds) {
        assets = holds.toldOfAssets(Items.assets(items).stream().map(Taken::id).toList());
        cases = holds.toldOfCases(
                Items.flightCases(items).stream().map(Taken::id).toList());
        ofPieces = holds.toldOfPieces(Items.casesOfPieces(items));
    }

    Deed of(Deed deed) {
        return deed.with(deed.pieces().stream()
                .map(p -> p.caseId() == null || ofPieces.contains(p.caseId()) ? p : p.uncounted())
                .toList());
    }
}
