package eventkit.scanning;

import eventkit.scanning.Floor.Hold;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How things stand by what a device has downloaded. */
final class StandOfJob {
    private StandOfJob() {}

    static Stand of(UUID user, boolean mayScan, boolean mayAdd, List<ScanJob> jobs) {
        var addresses = new HashSet<String>();
        jobs.forEach(j -> addresses.addAll(j.addresses()));
        var stand = new Stand(addresses);
        stand.by(user, mayScan, mayAdd);
        jobs.forEach(job -> add(stand, job));
        return stand;
    }

    static Stand of(UUID user, boolean mayScan, ScanSheet copy) {
        var stand = new Stand(new HashSet<>(copy.addresses()));
        stand.by(user, mayScan, false);
        things(stand, copy.products(), copy.locations(), copy.assets(), copy.cases(), copy.codes());
        var sheet = new Sheet(
                copy.id(), Sheet.Kind.valueOf(copy.kind().name()), copy.number(), copy.state(), copy.placeId());
        copy.locations().forEach(l -> sheet.inside.add(l.id()));
        for (var code : copy.codes())
            if (code.kind() == ThingKind.LOCATION)
                stand.places.putIfAbsent(code.id(), new Floor.Place(code.id(), code.code(), code.code(), null, true));
            else if (code.kind() == ThingKind.KIT) stand.kits.put(code.id(), code.code());
        for (var l : copy.lines())
            sheet.lines.add(new Sheet.Line(
                    l.kind(),
                    l.subjectId(),
                    l.locationId(),
                    l.locationId() == null ? null : stand.place(l.locationId()),
                    l.caseId(),
                    null,
                    l.expected(),
                    l.settled()));
        for (var t : copy.ticks())
            sheet.ticks.add(new Sheet.Tick(
                    t.kind(), t.subjectId(), t.locationId(), t.caseId(), t.along(), t.byName(), t.quantity()));
        for (var s : copy.stock()) stand.shelf(s.productId(), copy.id(), s.locationId(), s.quantity());
        stand.sheets.put(sheet.id, sheet);
        return stand;
    }

    private static void add(Stand stand, ScanJob job) {
        var event = job.event().id();
        stand.events.put(event, job.event());
        var shelved = new HashSet<String>();
        for (var n : job.needs()) {
            var need = new Floor.Need(n.lineId(), n.kind(), n.subjectId(), n.extra(), n.warehouseId(), n.wanted());
            need.picked = n.picked();
            need.out = n.out();
            need.back = n.back();
            need.missing = n.missing();
            need.pickedLoose = n.pickedLoose();
            need.outLoose = n.outLoose();
            stand.needs(event).add(need);
            if (n.warehouseId() != null && shelved.add(n.subjectId() + " " + n.warehouseId()))
                for (var s : n.places()) stand.shelf(n.subjectId(), n.warehouseId(), s.locationId(), s.quantity());
        }
        things(stand, job.products(), job.locations(), job.assets(), job.cases(), job.codes());
        if (job.alternatives() != null)
            for (var alternative : job.alternatives())
                stand.alternatives
                        .computeIfAbsent(alternative.alternativeId(), p -> new HashSet<>())
                        .add(alternative.productId());
    }

    private static void things(
            Stand stand,
            List<ScanJob.Product> products,
            List<ScanJob.Place> locations,
            List<ScanJob.Asset> assets,
            List<ScanJob.Case> cases,
            List<ScanJob.Code> codes) {
        for (var p : products) stand.products.put(p.id(), new Floor.Product(p.id(), p.kind(), p.name(), p.code()));
        var parents = new HashMap<UUID, @Nullable UUID>();
        locations.forEach(l -> parents.put(l.id(), l.parentId()));
        for (var l : locations) {
            var root = l.id();
            for (var up = parents.get(root); up != null; up = parents.get(root)) root = up;
            stand.places.put(
                    l.id(), new Floor.Place(l.id(), l.code() == null ? l.name() : l.code(), l.name(), root, true));
        }
        assets.forEach(a -> asset(stand, a));
        cases.forEach(c -> flightCase(stand, c));
        for (var code : codes) stand.code(code.code(), new Thing(code.kind(), code.id()));
    }

    private static void asset(Stand stand, ScanJob.Asset a) {
        var asset = new Floor.Asset(a.id(), a.number(), a.productId());
        asset.status = a.status();
        asset.outFor = a.outFor();
        asset.outForLabel = a.outForLabel();
        asset.claimed = a.outFor() != null;
        asset.held = hold(a.outFor(), a.picked(), a.out(), a.along());
        asset.quarantined = a.quarantined();
        asset.unfit = a.unfit();
        asset.inspectionDueOn = a.inspectionDueOn();
        asset.caseId = a.caseId();
        asset.locationId = a.locationId();
        stand.assets.put(a.id(), asset);
        stand.id(a.id(), new Thing(ThingKind.ASSET, a.id()));
    }

    private static void flightCase(Stand stand, ScanJob.Case c) {
        var one = new Floor.Case(c.id(), c.number(), c.name(), c.fixed(), c.locationId());
        one.status = c.status();
        one.parentId = c.parentId();
        one.held = hold(c.outFor(), c.picked(), c.out(), c.along());
        one.heldLabel = c.outForLabel();
        c.pieces().forEach(p -> one.pieces.put(p.productId(), p.quantity()));
        // The examples name only what is held.
        for (var had : c.held() == null ? List.<ScanJob.Held>of() : c.held()) {
            var parts = had.key().split(":");
            one.heldPieces.add(new Deed.Pieces(
                    had.productId(),
                    c.outFor(),
                    UUID.fromString(parts[0]),
                    UUID.fromString(parts[1]),
                    had.along(),
                    c.id(),
                    had.quantity(),
                    0,
                    null,
                    null));
        }
        stand.cases.put(c.id(), one);
        stand.id(c.id(), new Thing(ThingKind.CASE, c.id()));
    }

    private static @Nullable Hold hold(
            @Nullable UUID event, @Nullable String picked, @Nullable String out, boolean along) {
        var key = out != null ? out : picked;
        if (key == null || event == null) return null;
        var parts = key.split(":");
        return new Hold(
                event, UUID.fromString(parts[0]), UUID.fromString(parts[1]), along, out != null, null, null, null);
    }
}
