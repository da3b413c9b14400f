package eventkit.scanning;

import eventkit.scanning.Deed.Pieces;
import eventkit.scanning.Deed.Taken;
import eventkit.scanning.Floor.Hold;
import eventkit.scanning.Floor.Need;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an accepted deed makes of how things stand, for the scans after it. */
final class Aftermath {
    private final Stand stand;
    private final UUID scanId;

    Aftermath(Stand stand, UUID scanId) {
        this.stand = stand;
        this.scanId = scanId;
    }

    void follow(Deed deed) {
        if (deed.bound() != null) {
            if (deed.act() == Deed.Act.BIND) stand.bind(deed.bound());
            else stand.unbind(deed.bound());
            return;
        }
        if (deed.sheetId() != null) {
            Stand.there(stand.sheets, deed.sheetId()).follow(deed);
            return;
        }
        if ((deed.act() == Deed.Act.PICK || deed.act() == Deed.Act.UNPICK) && deed.eventId() != null)
            stand.uncheck(deed.eventId());
        for (var taken : deed.cases()) {
            var c = Stand.there(stand.cases, taken.id());
            count(deed, taken, ScanJob.Need.Kind.CASE);
            switch (deed.act()) {
                case PICK -> hold(c, taken, false);
                case OUT, OUT_AGAIN -> hold(c, taken, true);
                case STAY -> {
                    if (taken.picked()) hold(c, taken, false);
                    else release(c);
                }
                case UNPICK, BACK_DAMAGED -> release(c);
                case BACK_MISSING -> {
                    release(c);
                    if (!c.status.equals("RETIRED")) c.status = "OUT_OF_SERVICE";
                    c.pieces.clear();
                }
                case BACK_GOOD -> {
                    release(c);
                    if (deed.locationId() != null && c.parentId == null)
                        for (var each : stand.tree(c)) bring(each, deed.locationId());
                }
                case MOVE -> {
                    if (deed.locationId() != null) c.locationId = deed.locationId();
                }
                case PACK_IN -> c.parentId = deed.caseId();
                case PACK_OUT -> c.parentId = null;
                case CASE_OPEN -> c.status = "OPEN";
                case CASE_CLOSE -> c.status = "CLOSED";
                case BIND, UNBIND, TICK, UNTICK, LOAD, UNLOAD -> {}
            }
        }
        for (var taken : deed.assets()) {
            count(deed, taken, ScanJob.Need.Kind.ASSET);
            follow(deed, taken, Stand.there(stand.assets, taken.id()));
        }
        for (var some : deed.pieces()) follow(deed, some);
    }

    private void follow(Deed deed, Taken taken, Floor.Asset a) {
        switch (deed.act()) {
            case PICK -> hold(a, taken, false);
            case OUT, OUT_AGAIN -> hold(a, taken, true);
            case STAY -> {
                if (taken.picked()) hold(a, taken, false);
                else release(a, "AVAILABLE");
            }
            case UNPICK -> release(a, "AVAILABLE");
            case BACK_GOOD -> {
                release(a, "CHECKED_IN");
                if (deed.locationId() != null && a.caseId == null) a.locationId = deed.locationId();
            }
            case BACK_DAMAGED -> {
                release(a, "DAMAGED");
                if (deed.locationId() != null && a.caseId == null) a.locationId = deed.locationId();
            }
            case BACK_MISSING -> release(a, "LOST");
            case MOVE -> {
                a.locationId = deed.locationId();
                if (a.status.equals("CHECKED_IN")) a.status = "AVAILABLE";
            }
            case PACK_IN -> a.caseId = deed.caseId();
            case PACK_OUT -> a.caseId = null;
            case CASE_OPEN, CASE_CLOSE, BIND, UNBIND, TICK, UNTICK, LOAD, UNLOAD -> {}
        }
    }

    private void follow(Deed deed, Pieces some) {
        var c = some.caseId() == null ? null : Stand.there(stand.cases, some.caseId());
        switch (deed.act()) {
            case MOVE -> {
                shelve(some, deed.fromLocationId(), -some.quantity());
                shelve(some, deed.locationId(), some.quantity());
            }
            case PACK_IN -> {
                shelve(some, some.locationId(), -some.quantity());
                if (c != null) c.pieces.merge(some.productId(), some.quantity(), Long::sum);
            }
            case PACK_OUT -> {
                shelve(some, some.locationId(), some.quantity());
                if (c != null) c.pieces.merge(some.productId(), -some.quantity(), Long::sum);
            }
            case CASE_OPEN, CASE_CLOSE, BIND, UNBIND, TICK, UNTICK, LOAD, UNLOAD -> {}
            case PICK, UNPICK, OUT, STAY, BACK_GOOD, BACK_DAMAGED, BACK_MISSING, OUT_AGAIN -> {
                count(deed, some);
                if (c != null) hold(deed.act(), c, some);
                else {
                    switch (deed.act()) {
                        case OUT, OUT_AGAIN -> shelve(some, some.locationId(), -some.quantity());
                        case STAY, BACK_GOOD -> shelve(some, some.locationId(), some.quantity());
                        case PICK,
                                UNPICK,
                                BACK_DAMAGED,
                                BACK_MISSING,
                                MOVE,
                                PACK_IN,
                                PACK_OUT,
                                CASE_OPEN,
                                CASE_CLOSE,
                                BIND,
                                UNBIND,
                                TICK,
                                UNTICK,
                                LOAD,
                                UNLOAD -> {}
                    }
                }
            }
        }
    }

    private static void hold(Deed.Act act, Floor.Case c, Pieces some) {
        long had = c.heldPieces.stream()
                .filter(some::sameAs)
                .mapToLong(Pieces::quantity)
                .sum();
        c.heldPieces.removeIf(some::sameAs);
        long now = switch (act) {
            case PICK -> had + some.quantity();
            case UNPICK -> had - some.quantity();
            case OUT, OUT_AGAIN -> some.quantity();
            case STAY -> some.picked();
            case BACK_GOOD, BACK_DAMAGED, BACK_MISSING -> 0;
            case MOVE, PACK_IN, PACK_OUT, CASE_OPEN, CASE_CLOSE, BIND, UNBIND, TICK, UNTICK, LOAD, UNLOAD -> had;
        };
        if (now > 0) c.heldPieces.add(some.held(now));
    }

    private void bring(Floor.Case c, UUID location) {
        c.locationId = location;
        for (var a : stand.inside(c.id)) a.locationId = location;
    }

    private void shelve(Pieces some, @Nullable UUID location, long quantity) {
        var place = location == null ? null : stand.places.get(location);
        var warehouse = some.warehouseId() != null ? some.warehouseId() : place == null ? null : place.warehouseId();
        if (location == null || warehouse == null) return;
        for (var shelf : stand.shelves(some.productId(), warehouse)) {
            if (!shelf.locationId.equals(location)) continue;
            shelf.quantity += quantity;
            return;
        }
        if (quantity > 0) stand.shelf(some.productId(), warehouse, location, quantity);
    }

    private void count(Deed deed, Taken taken, ScanJob.Need.Kind kind) {
        if (taken.along() || taken.eventId() == null) return;
        change(
                deed,
                stand.need(taken.eventId(), taken.lineId(), taken.subjectId(), kind),
                1,
                taken.picked() ? 1 : 0,
                false);
    }

    private void count(Deed deed, Pieces some) {
        if (some.along() || some.eventId() == null) return;
        var need = stand.need(some.eventId(), some.lineId(), some.subjectId(), ScanJob.Need.Kind.PRODUCT);
        change(deed, need, some.quantity(), some.picked(), some.caseId() == null);
        if (deed.act() == Deed.Act.OUT) need.pickedLoose -= some.loose();
    }

    private static void change(Deed deed, Need need, long n, long picked, boolean loose) {
        switch (deed.act()) {
            case PICK -> pick(need, n, loose);
            case UNPICK -> pick(need, -n, loose);
            case OUT -> {
                pick(need, -picked, loose);
                out(need, n, loose);
            }
            case STAY -> {
                out(need, -n, loose);
                pick(need, picked, loose);
            }
            case BACK_GOOD, BACK_DAMAGED -> {
                out(need, -n, loose);
                need.back += n;
            }
            case BACK_MISSING -> {
                out(need, -n, loose);
                need.missing += n;
            }
            case OUT_AGAIN -> {
                need.back -= n;
                out(need, n, loose);
            }
            case MOVE, PACK_IN, PACK_OUT, CASE_OPEN, CASE_CLOSE, BIND, UNBIND, TICK, UNTICK, LOAD, UNLOAD -> {}
        }
    }

    private static void pick(Need need, long n, boolean loose) {
        need.picked += n;
        if (loose) need.pickedLoose += n;
    }

    private static void out(Need need, long n, boolean loose) {
        need.out += n;
        if (loose) need.outLoose += n;
    }

    private Hold hold(Taken taken, boolean gone) {
        if (taken.eventId() == null) throw new IllegalStateException("held for nothing");
        return new Hold(taken.eventId(), taken.lineId(), taken.subjectId(), taken.along(), gone, scanId, null, null);
    }

    private void hold(Floor.Asset a, Taken taken, boolean gone) {
        a.held = hold(taken, gone);
        a.status = gone ? "CHECKED_OUT" : "RESERVED";
        a.outFor = taken.eventId();
        a.outForLabel = stand.label(taken.eventId());
        a.claimed = true;
    }

    private static void release(Floor.Asset a, String status) {
        a.held = null;
        a.status = status;
        a.outFor = null;
        a.outForLabel = null;
        a.claimed = false;
    }

    private void hold(Floor.Case c, Taken taken, boolean gone) {
        c.held = hold(taken, gone);
        c.heldLabel = stand.label(taken.eventId());
    }

    private static void release(Floor.Case c) {
        c.held = null;
        c.heldLabel = null;
    }
}
