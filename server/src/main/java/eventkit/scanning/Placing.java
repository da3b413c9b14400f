package eventkit.scanning;

import eventkit.scanning.Deed.Act;
import eventkit.scanning.Deed.Draft;
import eventkit.scanning.Deed.Pieces;
import eventkit.scanning.Deed.Taken;
import eventkit.scanning.Floor.Asset;
import eventkit.scanning.Floor.Case;
import eventkit.scanning.Judge.Ruling;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is put somewhere else: to a place, into a case, out of one. */
final class Placing {
    private static final Set<String> NOT_MOVABLE = Set.of("LOST", "RETIRED", "SOLD", "TRANSFERRED");
    private static final Set<String> NOT_PACKABLE = Set.of("LOST", "IN_REPAIR", "RETIRED", "SOLD", "TRANSFERRED");
    private final Stand stand;

    Placing(Stand stand) {
        this.stand = stand;
    }

    Ruling move(Scan scan, Thing thing) {
        if (thing.kind() == ThingKind.LOCATION && scan.locationId() == null) return Ruling.yes("looked-up", null);
        var to = scan.locationId();
        if (to == null) return Ruling.no("bad-scan", Map.of("field", "locationId"));
        var place = stand.places.get(to);
        if (place == null || !place.open()) return Ruling.no("unknown-location", Map.of());
        var draft = new Draft();
        switch (thing.kind()) {
            case ASSET -> {
                var a = Stand.there(stand.assets, thing.id());
                var around = a.caseId == null ? null : stand.cases.get(a.caseId);
                if (around != null) return Ruling.no("wrong-place", Map.of("caseNumber", around.number));
                if (a.outside() || NOT_MOVABLE.contains(a.status))
                    return Ruling.no("wrong-place", Map.of("status", a.status));
                draft.assets.add(taken(a));
            }
            case CASE -> {
                var root = Stand.there(stand.cases, thing.id());
                var above = root.parentId == null ? null : stand.cases.get(root.parentId);
                if (above != null) return Ruling.no("wrong-place", Map.of("caseNumber", above.number));
                if (root.status.equals("RETIRED") || root.held != null && root.held.gone())
                    return Ruling.no(
                            "wrong-place", Map.of("status", root.status.equals("RETIRED") ? "RETIRED" : "CHECKED_OUT"));
                for (var c : stand.tree(root)) {
                    draft.cases.add(taken(c));
                    for (var a : stand.inside(c.id)) if (!NOT_MOVABLE.contains(a.status)) draft.assets.add(taken(a));
                }
            }
            case PRODUCT -> {
                if (!Stand.there(stand.products, thing.id()).counted())
                    return Ruling.no("wrong-kind", Map.of("kind", "SERIALISED"));
                var from = scan.fromLocationId();
                if (from == null) return Ruling.no("bad-scan", Map.of("field", "fromLocationId"));
                var leaving = stand.places.get(from);
                if (leaving == null) return Ruling.no("unknown-location", Map.of());
                long there = there(thing.id(), leaving);
                if (there < scan.pieces()) return Ruling.no("not-enough-stock", Map.of("there", there));
                draft.pieces.add(new Pieces(
                        thing.id(),
                        null,
                        thing.id(),
                        thing.id(),
                        true,
                        null,
                        scan.pieces(),
                        0,
                        to,
                        leaving.warehouseId()));
            }
            case LOCATION, KIT, BLANK_LABEL -> {
                return Ruling.no("wrong-kind", Map.of("kind", thing.kind().name()));
            }
        }
        var deed = draft.done(Act.MOVE, scan);
        new Aftermath(stand, scan.id()).follow(deed);
        return Ruling.yes("moved", deed);
    }

    private long there(UUID product, Floor.Place place) {
        return stand.shelves(product, place.warehouseId()).stream()
                .filter(s -> s.locationId.equals(place.id()))
                .mapToLong(s -> s.quantity)
                .sum();
    }

    private static Taken taken(Asset a) {
        return new Taken(a.id, null, a.id, a.id, true, false, a.locationId, a.status);
    }

    private static Taken taken(Case c) {
        return new Taken(c.id, null, c.id, c.id, true, false, c.locationId, c.status);
    }

    Ruling pack(Scan scan, Thing thing) {
        return switch (Objects.requireNonNull(scan.action(), "asked for above")) {
            case OPEN -> status(scan, thing, Act.CASE_OPEN);
            case CLOSE -> status(scan, thing, Act.CASE_CLOSE);
            case IN -> in(scan, thing);
            case OUT -> out(scan, thing);
        };
    }

    private Ruling status(Scan scan, Thing thing, Act act) {
        if (thing.kind() != ThingKind.CASE)
            return Ruling.no("wrong-kind", Map.of("kind", thing.kind().name()));
        var c = Stand.there(stand.cases, thing.id());
        if (!c.status.equals("OPEN") && !c.status.equals("CLOSED"))
            return Ruling.no("case-out-of-service", Map.of("status", c.status));
        var code = act == Act.CASE_OPEN ? "case-opened" : "case-closed";
        if (c.status.equals(act == Act.CASE_OPEN ? "OPEN" : "CLOSED")) return Ruling.yes(code, null);
        var draft = new Draft();
        draft.cases.add(taken(c));
        var deed = draft.done(act, scan);
        new Aftermath(stand, scan.id()).follow(deed);
        return Ruling.yes(code, deed);
    }

    private Ruling in(Scan scan, Thing thing) {
        var into = stand.cases.get(Objects.requireNonNull(scan.caseId(), "asked for above"));
        if (into == null) return Ruling.no("unknown-code", Map.of());
        if (!into.status.equals("OPEN"))
            return Ruling.no("case-not-open", Map.of("caseNumber", into.number, "status", into.status));
        var draft = new Draft();
        switch (thing.kind()) {
            case ASSET -> {
                var a = Stand.there(stand.assets, thing.id());
                if (into.id.equals(a.caseId)) return Ruling.yes("packed", null);
                var other = a.caseId == null ? null : stand.cases.get(a.caseId);
                if (other != null) return Ruling.no("in-another-case", Map.of("caseNumber", other.number));
                if (NOT_PACKABLE.contains(a.status)) return Ruling.no("not-packable", Map.of("status", a.status));
                draft.assets.add(taken(a));
            }
            case CASE -> {
                var c = Stand.there(stand.cases, thing.id());
                if (into.id.equals(c.parentId)) return Ruling.yes("packed", null);
                var other = c.parentId == null ? null : stand.cases.get(c.parentId);
                if (other != null) return Ruling.no("in-another-case", Map.of("caseNumber", other.number));
                if (c.status.equals("RETIRED") || stand.tree(c).contains(into))
                    return Ruling.no("not-packable", Map.of("status", c.status));
                draft.cases.add(taken(c));
            }
            case PRODUCT -> {
                if (!Stand.there(stand.products, thing.id()).counted())
                    return Ruling.no("wrong-kind", Map.of("kind", "SERIALISED"));
                var from = stand.places.get(scan.fromLocationId() == null ? into.locationId : scan.fromLocationId());
                if (from == null) return Ruling.no("unknown-location", Map.of());
                long there = there(thing.id(), from);
                if (there < scan.pieces()) return Ruling.no("not-enough-stock", Map.of("there", there));
                draft.pieces.add(new Pieces(
                        thing.id(),
                        null,
                        thing.id(),
                        thing.id(),
                        true,
                        into.id,
                        scan.pieces(),
                        0,
                        from.id(),
                        from.warehouseId()));
            }
            case LOCATION, KIT, BLANK_LABEL -> {
                return Ruling.no("wrong-kind", Map.of("kind", thing.kind().name()));
            }
        }
        return done(scan, draft, Act.PACK_IN, "packed");
    }

    private Ruling out(Scan scan, Thing thing) {
        var from = stand.cases.get(Objects.requireNonNull(scan.caseId(), "asked for above"));
        if (from == null) return Ruling.no("unknown-code", Map.of());
        if (!from.status.equals("OPEN") && !from.status.equals("OUT_OF_SERVICE"))
            return Ruling.no("case-not-open", Map.of("caseNumber", from.number, "status", from.status));
        var draft = new Draft();
        var notThere = Ruling.no("not-in-case", Map.of("caseNumber", from.number));
        switch (thing.kind()) {
            case ASSET -> {
                var a = Stand.there(stand.assets, thing.id());
                if (!from.id.equals(a.caseId)) return notThere;
                draft.assets.add(taken(a));
            }
            case CASE -> {
                var c = Stand.there(stand.cases, thing.id());
                if (!from.id.equals(c.parentId)) return notThere;
                draft.cases.add(taken(c));
            }
            case PRODUCT -> {
                long there = from.pieces.getOrDefault(thing.id(), 0L);
                if (there < scan.pieces())
                    return Ruling.no("not-in-case", Map.of("caseNumber", from.number, "there", there));
                var to = scan.locationId() == null ? from.locationId : scan.locationId();
                var place = stand.places.get(to);
                draft.pieces.add(new Pieces(
                        thing.id(),
                        null,
                        thing.id(),
                        thing.id(),
                        true,
                        from.id,
                        scan.pieces(),
                        0,
                        to,
                        place == null ? null : place.warehouseId()));
            }
            case LOCATION, KIT, BLANK_LABEL -> {
                return Ruling.no("wrong-kind", Map.of("kind", thing.kind().name()));
            }
        }
        return done(scan, draft, Act.PACK_OUT, "unpacked");
    }

    private Ruling done(Scan scan, Draft draft, Act act, String code) {
        var deed = draft.done(act, scan);
        new Aftermath(stand, scan.id()).follow(deed);
        return Ruling.yes(code, deed);
    }

    boolean stillThere(Deed deed) {
        var to = deed.locationId();
        return deed.assets().stream().allMatch(t -> {
                    var a = Stand.there(stand.assets, t.id());
                    return Objects.equals(a.locationId, to) && !a.outside() && t.locationId() != null;
                })
                && deed.cases().stream()
                        .allMatch(
                                t -> Stand.there(stand.cases, t.id()).locationId.equals(to))
                && deed.pieces().stream().allMatch(p -> {
                    var place = to == null ? null : stand.places.get(to);
                    return place != null && there(p.productId(), place) >= p.quantity();
                });
    }

    /** Whole to where it came from; null where it came from several places. */
    @Nullable
    Deed movedBack(Deed deed) {
        var from = deed.fromLocationId();
        for (var t : deed.assets()) {
            if (from != null && !from.equals(t.locationId())) return null;
            from = t.locationId();
        }
        for (var t : deed.cases()) {
            if (from != null && !from.equals(t.locationId())) return null;
            from = t.locationId();
        }
        return new Deed(
                Act.MOVE,
                deed.eventId(),
                deed.assets(),
                deed.cases(),
                deed.pieces(),
                from,
                deed.locationId(),
                deed.caseId(),
                deed.note(),
                deed.vehicle(),
                deed.bound(),
                deed.sheetId());
    }

    boolean stillInside(Deed deed) {
        var c = deed.caseId() == null ? null : stand.cases.get(deed.caseId());
        return c != null
                && !c.status.equals("CLOSED")
                && deed.assets().stream().allMatch(t -> c.id.equals(Stand.there(stand.assets, t.id()).caseId))
                && deed.cases().stream().allMatch(t -> c.id.equals(Stand.there(stand.cases, t.id()).parentId))
                && deed.pieces().stream().allMatch(p -> c.pieces.getOrDefault(p.productId(), 0L) >= p.quantity());
    }

    boolean stillOutside(Deed deed) {
        var c = deed.caseId() == null ? null : stand.cases.get(deed.caseId());
        return c != null
                && c.status.equals("OPEN")
                && deed.assets().stream().allMatch(t -> Stand.there(stand.assets, t.id()).caseId == null)
                && deed.cases().stream().allMatch(t -> Stand.there(stand.cases, t.id()).parentId == null)
                && deed.pieces().stream().allMatch(p -> {
                    var place = p.locationId() == null ? null : stand.places.get(p.locationId());
                    return place != null && there(p.productId(), place) >= p.quantity();
                });
    }
}
