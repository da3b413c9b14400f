package eventkit.scanning;

import eventkit.scanning.Deed.Act;
import eventkit.scanning.Deed.Draft;
import eventkit.scanning.Deed.Pieces;
import eventkit.scanning.Deed.Taken;
import eventkit.scanning.Floor.Asset;
import eventkit.scanning.Floor.Case;
import eventkit.scanning.Judge.Ruling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What comes back, in whatever condition, early, late, or for another event than was thought. */
final class Coming {
    private final Stand stand;

    Coming(Stand stand) {
        this.stand = stand;
    }

    Ruling judge(Scan scan, Thing thing) {
        var to = scan.locationId();
        if (to != null && !open(to)) return Ruling.no("unknown-location", Map.of());
        return switch (thing.kind()) {
            case ASSET -> asset(scan, Stand.there(stand.assets, thing.id()));
            case CASE -> flightCase(scan, Stand.there(stand.cases, thing.id()));
            case PRODUCT -> pieces(scan, thing.id());
            case LOCATION, KIT, BLANK_LABEL ->
                Ruling.no("wrong-kind", Map.of("kind", thing.kind().name()));
        };
    }

    private boolean open(UUID location) {
        var place = stand.places.get(location);
        return place != null && place.open();
    }

    private Ruling asset(Scan scan, Asset a) {
        boolean lostAlready = a.status.equals("LOST") && scan.comesBack() == ScanCondition.MISSING;
        if (!a.outside() || lostAlready) return Ruling.no("not-out", notOut(a));
        var draft = new Draft();
        draft.assets.add(taken(a));
        var from = a.held != null ? a.held.eventId() : a.outFor;
        var label = a.outForLabel;
        return warned(scan, from, label, done(scan, draft));
    }

    private static Map<String, Object> notOut(Asset a) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("status", a.status);
        if (a.back != null) {
            facts.put("by", a.back.name());
            facts.put("at", a.back.at().toString());
        }
        return facts;
    }

    private Ruling warned(Scan scan, @Nullable UUID from, @Nullable String label, Ruling back) {
        if (scan.eventId() == null || scan.eventId().equals(from)) return back;
        var facts = new LinkedHashMap<String, Object>();
        if (from != null) facts.put("eventId", from.toString());
        var name = label == null ? stand.label(from) : label;
        if (name != null) facts.put("event", name);
        return back.with(facts).warning(List.of("other-event"));
    }

    private static Taken taken(Asset a) {
        var held = a.held;
        return held == null
                ? new Taken(a.id, null, a.id, a.id, true, false, a.locationId, a.status)
                : new Taken(
                        a.id,
                        held.eventId(),
                        held.lineId(),
                        held.subjectId(),
                        held.along(),
                        true,
                        a.locationId,
                        a.status);
    }

    /** Damage is found on one of its contents, so that one is scanned. */
    private Ruling flightCase(Scan scan, Case root) {
        if (scan.comesBack() == ScanCondition.DAMAGED) return Ruling.no("bad-scan", Map.of("field", "condition"));
        var draft = new Draft();
        for (var c : stand.tree(root)) {
            for (var a : stand.inside(c.id)) if (a.outside() && !a.status.equals("LOST")) draft.assets.add(taken(a));
            if (c.held == null || !c.held.gone()) continue;
            draft.cases.add(new Taken(
                    c.id,
                    c.held.eventId(),
                    c.held.lineId(),
                    c.held.subjectId(),
                    c.held.along(),
                    true,
                    c.locationId,
                    c.status));
            draft.pieces.addAll(c.heldPieces);
        }
        if (draft.nothing() && draft.cases.isEmpty()) return Ruling.no("not-out", Map.of("status", root.status));
        var from = root.held == null ? scan.eventId() : root.held.eventId();
        return warned(scan, from, root.heldLabel, done(scan, draft));
    }

    private Ruling pieces(Scan scan, UUID product) {
        if (!Stand.there(stand.products, product).counted())
            return Ruling.no("wrong-kind", Map.of("kind", "SERIALISED"));
        var event = scan.eventId();
        if (event == null) return Ruling.no("bad-scan", Map.of("field", "eventId"));
        if (!stand.events.containsKey(event)) return Ruling.no("unknown-event", Map.of());
        var draft = new Draft();
        long left = scan.pieces();
        for (var need : stand.needs(event)) {
            if (need.kind != ScanJob.Need.Kind.PRODUCT || !need.subjectId.equals(product)) continue;
            long n = Math.min(left, need.outLoose);
            if (n <= 0) continue;
            var to = scan.locationId() != null ? scan.locationId() : shelf(product, need.warehouseId);
            draft.pieces.add(
                    new Pieces(product, event, need.lineId, need.subjectId, false, null, n, 0, to, need.warehouseId));
            left -= n;
        }
        if (left > 0) return Ruling.no("not-out", Map.of("out", scan.pieces() - left));
        return done(scan, draft);
    }

    /** Its first shelf in walking order, or the warehouse's floor. */
    private @Nullable UUID shelf(UUID product, @Nullable UUID warehouse) {
        var shelves = stand.shelves(product, warehouse);
        return shelves.isEmpty() ? warehouse : shelves.getFirst().locationId;
    }

    private Ruling done(Scan scan, Draft draft) {
        var act = switch (scan.comesBack()) {
            case GOOD -> Act.BACK_GOOD;
            case DAMAGED -> Act.BACK_DAMAGED;
            case MISSING -> Act.BACK_MISSING;
        };
        var deed = draft.done(act, scan);
        new Aftermath(stand, scan.id()).follow(deed);
        return Ruling.yes(
                switch (scan.comesBack()) {
                    case GOOD -> "checked-in";
                    case DAMAGED -> "damaged";
                    case MISSING -> "missing";
                },
                deed);
    }

    boolean stillBack(Deed deed) {
        return deed.assets().stream().allMatch(t -> {
                    var a = Stand.there(stand.assets, t.id());
                    return t.eventId() != null && a.held == null && a.status.equals("CHECKED_IN");
                })
                && deed.cases().stream().allMatch(t -> Stand.there(stand.cases, t.id()).held == null)
                && deed.pieces().stream().allMatch(p -> p.along() || back(p) >= p.quantity());
    }

    private long back(Pieces p) {
        return stand.need(Objects.requireNonNull(p.eventId()), p.lineId(), p.subjectId(), ScanJob.Need.Kind.PRODUCT)
                .back;
    }
}
