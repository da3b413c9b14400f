package eventkit.scanning;

import eventkit.scanning.Deed.Taken;
import eventkit.scanning.Doing.Item;
import eventkit.scanning.HoldRows.Stocks;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What availability was told of these when they left, and is told again when they do not. */
final class ToldBefore {
    final Stocks stocks;
    private final OfPieces ofPieces;

    ToldBefore(List<Item> items, HoldRows holds) {
        stocks = new Stocks(
                holds.toldOfAssets(Items.assets(items).stream().map(Taken::id).toList()),
                holds.toldOfCases(
                        Items.flightCases(items).stream().map(Taken::id).toList()));
        ofPieces = new OfPieces(items, holds);
    }

    Deed of(Deed deed) {
        return ofPieces.told(deed);
    }

    /** Of whose pieces it was told. */
    static final class OfPieces {
        private final Set<UUID> cases;

        OfPieces(List<Item> items, HoldRows holds) {
            cases = holds.toldOfPieces(Items.casesOfPieces(items));
        }

        Deed told(Deed deed) {
            return deed.with(deed.pieces().stream()
                    .map(p -> p.caseId() == null || cases.contains(p.caseId()) ? p : p.uncounted())
                    .toList());
        }
    }
}
