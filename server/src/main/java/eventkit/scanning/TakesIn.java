package eventkit.scanning;

import eventkit.cases.CaseStatus;
import eventkit.cases.Cases;
import eventkit.cases.Packing;
import eventkit.core.Callers;
import eventkit.core.Together;
import eventkit.inventory.AssetMoves;
import eventkit.inventory.LocationId;
import eventkit.maintenance.Repairs;
import eventkit.scanning.Deed.Taken;
import eventkit.scanning.Doing.Item;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes back what was out, in whatever condition. */
@Component
class TakesIn {
    private static final Set<String> OUTSIDE = Set.of("CHECKED_OUT", "ON_SITE");
    private static final int CASE_NOTE_MAX = 500;
    private final HoldRows holds;
    private final AssetMoves moves;
    private final Cases cases;
    private final Packing packing;
    private final Repairs repairs;
    private final DamageRows damage;
    private final LoosePieces pieces;
    private final NeedTally tally;

    TakesIn(
            HoldRows holds,
            AssetMoves moves,
            Cases cases,
            Packing packing,
            Repairs repairs,
            DamageRows damage,
            LoosePieces pieces,
            NeedTally tally) {
        this.holds = holds;
        this.moves = moves;
        this.cases = cases;
        this.packing = packing;
        this.repairs = repairs;
        this.damage = damage;
        this.pieces = pieces;
        this.tally = tally;
    }

    void comeBack(List<Item> items, Stand stand, Outside outside) {
        var ofPieces = new ToldBefore.OfPieces(items, holds);
        var act = items.getFirst().deed().act();
        var to = items.getFirst().deed().locationId();
        var all = Items.assets(items);
        if (act == Deed.Act.BACK_MISSING) {
            var lost = Items.ids(all, t -> !t.status().equals("LOST"));
            if (!lost.isEmpty()) moves.reportLost(lost, Items.note(items));
            for (var item : items)
                for (var c : item.deed().cases()) missing(c, item.deed().note());
        } else {
            boolean good = act == Deed.Act.BACK_GOOD;
            var place = to == null ? null : new LocationId(to);
            register(all.stream().filter(t -> packed(t, stand)).toList(), null, good);
            register(all.stream().filter(t -> !packed(t, stand)).toList(), place, good);
            if (to != null)
                for (var c : Items.flightCases(items)) if (outermost(c, stand)) cases.move(c.id(), to, null);
            if (act == Deed.Act.BACK_DAMAGED) for (var t : all) damaged(t.id(), items.getFirst());
        }
        var go = new Together();
        var stocks = holds.release(all, Items.flightCases(items), go);
        tally.count(items, stand, go);
        for (var item : items) {
            outside.cameBack(ofPieces.told(item.deed()), stocks, stand);
            for (var p : item.deed().pieces()) holds.hold(p, true, -p.quantity());
            if (act == Deed.Act.BACK_MISSING) pieces.writeOff(item.deed(), stand);
            else pieces.loose(item.deed(), stand, false);
            if (act == Deed.Act.BACK_DAMAGED) damagedPieces(item, stand);
        }
    }

    /** What is in a case is where its case is, and comes with it. */
    private static boolean packed(Taken t, Stand stand) {
        return Stand.there(stand.assets, t.id()).caseId != null;
    }

    private static boolean outermost(Taken t, Stand stand) {
        return Stand.there(stand.cases, t.id()).parentId == null;
    }

    /** Into the register; whatever was said of it while it was out. */
    private void register(List<Taken> all, @Nullable LocationId to, boolean good) {
        var out = Items.ids(all, t -> OUTSIDE.contains(t.status()));
        if (!out.isEmpty()) moves.checkIn(out, to, null);
        var found = Items.ids(all, t -> t.status().equals("LOST"));
        if (!found.isEmpty())
            moves.reportFound(found, to, !good, Callers.current().words("Came back", "Zurückgekommen"));
        var damaged = Items.ids(all, t -> t.status().equals("DAMAGED"));
        if (damaged.isEmpty()) return;
        if (good)
            moves.clearDamage(
                    damaged, null, Callers.current().words("Came back in order", "In Ordnung zurückgekommen"));
        else moves.checkIn(damaged, to, null);
    }

    /** Nobody packs it or takes it out before it is found, and what was counted in it is written off. */
    private void missing(Taken c, @Nullable String note) {
        if (c.status().equals("OPEN") || c.status().equals("CLOSED"))
            cases.to(CaseStatus.OUT_OF_SERVICE, c.id(), why(note));
        if (c.status().equals("RETIRED")) return;
        var inside = packing.contents(c.id()).stock();
        if (inside.isEmpty()) return;
        packing.unpack(
                c.id(),
                new Packing.Unpack(
                        inside.stream()
                                .map(s -> new Packing.UnpackItem(null, s.productId(), s.quantity(), null))
                                .toList(),
                        null));
        for (var s : inside) pieces.writeOff(s.productId(), c, s.quantity(), note);
    }

    private static String why(@Nullable String note) {
        if (note == null || note.isBlank()) return LoosePieces.missing();
        return note.length() > CASE_NOTE_MAX ? note.substring(0, CASE_NOTE_MAX) : note;
    }

    private void damaged(UUID asset, Item item) {
        var description = description(item.deed().note());
        report(item, new Repairs.NewJob(asset, null, null, null, null, null, description, null, null, null));
    }

    private void report(Item item, Repairs.NewJob job) {
        damage.opened(item.by().scanId(), repairs.report(job).id());
    }

    private static String description(@Nullable String note) {
        return note == null || note.isBlank()
                ? Callers.current().words("Came back damaged", "Beschädigt zurückgekommen")
                : note.strip();
    }

    private void damagedPieces(Item item, Stand stand) {
        for (var p : item.deed().pieces()) {
            if (p.caseId() != null || p.locationId() == null || LoosePieces.usedUp(p, stand)) continue;
            report(
                    item,
                    new Repairs.NewJob(
                            null,
                            p.productId(),
                            p.quantity(),
                            p.locationId(),
                            null,
                            null,
                            description(item.deed().note()),
                            null,
                            null,
                            null));
        }
    }
}
