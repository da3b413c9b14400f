package eventkit.scanning;

import eventkit.scanning.Deed.Act;
import eventkit.scanning.Deed.Draft;
import eventkit.scanning.Deed.Pieces;
import eventkit.scanning.Deed.Taken;
import eventkit.scanning.Floor.Asset;
import eventkit.scanning.Floor.Hold;
import eventkit.scanning.Judge.Ruling;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was picked and is not wanted after all. */
final class PuttingBack {
    private final Stand stand;

    PuttingBack(Stand stand) {
        this.stand = stand;
    }

    /** Takes back what was picked: an asset, a case with what was picked with it, or so many pieces. */
    Ruling judge(Scan scan, Thing thing) {
        var event = Going.event(scan);
        var draft = new Draft();
        switch (thing.kind()) {
            case ASSET -> {
                var a = Stand.there(stand.assets, thing.id());
                if (!picked(a.held, event)) return Ruling.no("not-picked", Map.of());
                draft.assets.add(back(a));
            }
            case CASE -> {
                var root = Stand.there(stand.cases, thing.id());
                for (var c : stand.tree(root)) {
                    for (var a : stand.inside(c.id)) if (picked(a.held, event)) draft.assets.add(back(a));
                    var held = c.held;
                    if (held == null || !picked(held, event)) continue;
                    draft.cases.add(new Taken(
                            c.id, event, held.lineId(), held.subjectId(), held.along(), false, c.locationId, c.status));
                    draft.pieces.addAll(c.heldPieces);
                }
                if (draft.nothing() && draft.cases.isEmpty()) return Ruling.no("not-picked", Map.of());
            }
            case PRODUCT -> {
                long left = scan.pieces();
                for (var need : stand.needs(event)) {
                    if (need.kind != ScanJob.Need.Kind.PRODUCT || !need.subjectId.equals(thing.id())) continue;
                    long n = Math.min(left, need.pickedLoose);
                    if (n > 0)
                        draft.pieces.add(new Pieces(
                                thing.id(),
                                event,
                                need.lineId,
                                need.subjectId,
                                false,
                                null,
                                n,
                                0,
                                null,
                                need.warehouseId));
                    left -= n;
                }
                if (left > 0) return Ruling.no("not-picked", Map.of("picked", scan.pieces() - left));
            }
            case LOCATION, KIT, BLANK_LABEL -> {
                return Ruling.no("wrong-kind", Map.of("kind", thing.kind().name()));
            }
        }
        var deed = draft.done(Act.UNPICK, scan);
        new Aftermath(stand, scan.id()).follow(deed);
        return Ruling.yes("unpicked", deed);
    }

    private static boolean picked(@Nullable Hold held, UUID event) {
        return held != null && !held.gone() && held.eventId().equals(event);
    }

    private static Taken back(Asset a) {
        var held = Objects.requireNonNull(a.held);
        return new Taken(
                a.id, held.eventId(), held.lineId(), held.subjectId(), held.along(), false, a.locationId, a.status);
    }
}
