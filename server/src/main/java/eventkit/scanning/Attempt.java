package eventkit.scanning;

import eventkit.scanning.Deed.Act;
import eventkit.scanning.Deed.Draft;
import eventkit.scanning.Deed.Pieces;
import eventkit.scanning.Deed.Taken;
import eventkit.scanning.Floor.Asset;
import eventkit.scanning.Floor.Case;
import eventkit.scanning.Floor.Hold;
import eventkit.scanning.Floor.Need;
import eventkit.scanning.Judge.Ruling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One scan's search for what takes its things; nothing is counted before all of them found something. */
final class Attempt {
    private static final int NAMED_MAX = 20;
    private final Stand stand;
    private final Scan scan;
    private final UUID event;
    private final boolean leaves;
    private final Hindrance hindrances;
    private final Draft draft = new Draft();
    private final Map<Need, Long> planned = new HashMap<>();
    private final Map<Need, Long> plannedLoose = new HashMap<>();
    /** How much of a case was taken before. */
    private int before;

    Attempt(Stand stand, Scan scan) {
        this.stand = stand;
        this.scan = scan;
        this.event = Going.event(scan);
        this.leaves = scan.kind() == ScanKind.CHECK_OUT;
        this.hindrances = new Hindrance(stand, event, leaves);
    }

    Ruling asset(Asset a) {
        var hindrance = hindrances.of(a, null);
        if (hindrance != null) return hindrance;
        var need = needOf(a);
        if (need == null && a.held == null) {
            var lacking = substituted(a.productId);
            if (scan.insteadOf() != null)
                for (var each : lacking) if (each.key().equals(scan.insteadOf())) need = each;
            if (need == null && !mayAdd()) return noNeed(wants(a.productId, a.id), lacking);
        }
        take(a, need, false);
        return done();
    }

    Ruling product(UUID product) {
        long left = scan.pieces();
        var wanting = wants(product, null);
        var parts = new LinkedHashMap<Need, long[]>();
        if (leaves)
            for (var need : wanting) {
                long n = Math.min(left, need.pickedLoose);
                if (n > 0) parts.computeIfAbsent(need, x -> new long[2])[1] += n;
                left -= n;
            }
        for (var need : wanting) {
            long n = Math.min(left, room(need));
            if (n > 0) parts.computeIfAbsent(need, x -> new long[2])[0] += n;
            left -= n;
        }
        if (left > 0) {
            if (!mayAdd()) return noNeed(wanting);
            var extra = stand.need(event, product, product, ScanJob.Need.Kind.PRODUCT);
            parts.computeIfAbsent(extra, x -> new long[2])[0] += left;
        }
        for (var part : parts.entrySet()) {
            var need = part.getKey();
            long picked = part.getValue()[1];
            long all = picked + part.getValue()[0];
            if (!leaves) {
                draft.pieces.add(pieces(product, need, all, 0, null));
                continue;
            }
            if (!fromShelves(product, need, all, picked))
                return Ruling.no("not-enough-stock", Map.of("there", stand.loose(product, need.warehouseId)));
        }
        return done();
    }

    /** In walking order; false where there are not so many. */
    private boolean fromShelves(UUID product, Need need, long all, long picked) {
        long left = all;
        long leftPicked = picked;
        for (var shelf : stand.shelves(product, need.warehouseId)) {
            long taken = draft.pieces.stream()
                    .filter(p -> shelf.locationId.equals(p.locationId())
                            && p.productId().equals(product))
                    .mapToLong(Pieces::quantity)
                    .sum();
            long n = Math.min(left, shelf.quantity - taken);
            if (n <= 0) continue;
            long ofPicked = Math.min(n, leftPicked);
            draft.pieces.add(pieces(product, need, n, ofPicked, shelf.locationId));
            left -= n;
            leftPicked -= ofPicked;
        }
        return left == 0;
    }

    private Pieces pieces(UUID product, Need need, long n, long picked, @Nullable UUID location) {
        return new Pieces(
                product, event, need.lineId, need.subjectId, false, null, n, picked, location, need.warehouseId);
    }

    Ruling flightCase(Case root) {
        if (root.status.equals("OUT_OF_SERVICE") || root.status.equals("RETIRED"))
            return Ruling.no("case-out-of-service", Map.of("status", root.status));
        var above = root.parentId == null ? null : stand.cases.get(root.parentId);
        if (leaves && above != null)
            return Ruling.no("in-case", Map.of("caseId", above.id.toString(), "caseNumber", above.number));
        var held = root.held;
        if (held != null && !held.eventId().equals(event)) return heldElsewhere(held, root.heldLabel);
        boolean there = held != null && (leaves ? held.gone() : true);
        var own = ownNeed(root, held);
        var lost = new ArrayList<String>();
        var misfits = new ArrayList<String>();
        for (var c : stand.tree(root)) {
            for (var a : stand.inside(c.id)) {
                if (a.status.equals("LOST") || Hindrance.GONE.contains(a.status)) {
                    lost.add(a.number);
                    continue;
                }
                if (a.held != null && a.held.eventId().equals(event) && (a.held.gone() || !leaves)) {
                    before++;
                    continue;
                }
                var hindrance = hindrances.of(a, c);
                if (hindrance != null) return hindrance;
                if (a.held == null && own != null && c.fixed) {
                    along(a, own);
                    continue;
                }
                var need = needOf(a);
                if (need != null) take(a, need, a.held != null && a.held.along());
                else if (own != null) along(a, own);
                else if (mayAdd()) take(a, null, false);
                else misfits.add(a.number);
            }
            contents(c, own, misfits);
        }
        if (!misfits.isEmpty())
            return Ruling.no(
                    "contents-not-on-list",
                    Map.of("numbers", misfits.subList(0, Math.min(NAMED_MAX, misfits.size())), "mayAdd", stand.mayAdd));
        if (draft.nothing() && there || draft.nothing() && own == null && before > 0)
            return already(held, root.heldLabel);
        if (draft.nothing() && own == null && !mayAdd()) return noNeed(List.of());
        cases(root, own);
        var ruling = done();
        return lost.isEmpty() ? ruling : ruling.warning(List.of("missing-contents"));
    }

    /** Counted pieces in a case: what was picked with it and is still in it, and what was packed since, picked before or not. */
    private void contents(Case c, @Nullable Need own, List<String> misfits) {
        if (c.held != null && c.held.gone()) return;
        var fresh = new LinkedHashMap<>(c.pieces);
        for (var had : c.heldPieces) {
            long there = Math.min(had.quantity(), fresh.getOrDefault(had.productId(), 0L));
            fresh.merge(had.productId(), -there, Long::sum);
            if (leaves) add(goingWith(had, there));
        }
        fresh.forEach((product, quantity) -> {
            if (quantity <= 0) return;
            long left = quantity;
            if (own == null || !c.fixed) {
                for (var need : wants(product, null)) {
                    long n = Math.min(left, need.pickedLoose - plannedLoose.getOrDefault(need, 0L));
                    if (n <= 0) continue;
                    plannedLoose.merge(need, n, Long::sum);
                    if (leaves) add(packedSince(product, c, need, n));
                    else before++;
                    left -= n;
                }
                for (var need : wants(product, null)) {
                    long n = Math.min(left, room(need));
                    if (n <= 0) continue;
                    planned.merge(need, n, Long::sum);
                    add(inCase(product, c, need.lineId, need.subjectId, false, n, need.warehouseId));
                    left -= n;
                }
            }
            if (left == 0) return;
            if (own != null) add(inCase(product, c, own.lineId, own.subjectId, true, left, own.warehouseId));
            else if (mayAdd()) {
                var extra = stand.need(event, product, product, ScanJob.Need.Kind.PRODUCT);
                add(inCase(product, c, extra.lineId, extra.subjectId, false, left, extra.warehouseId));
            } else misfits.add(left + " × " + stand.product(product));
        });
    }

    private Pieces inCase(
            UUID product, Case c, UUID line, UUID subject, boolean along, long n, @Nullable UUID warehouse) {
        return new Pieces(product, event, line, subject, along, c.id, n, 0, null, warehouse);
    }

    private Pieces packedSince(UUID product, Case c, Need need, long n) {
        return new Pieces(product, event, need.lineId, need.subjectId, false, c.id, n, n, n, null, need.warehouseId);
    }

    /** Of one need and case one row, however many of them were picked before. */
    private void add(Pieces some) {
        var before = draft.pieces.stream().filter(some::sameAs).findFirst();
        before.ifPresent(draft.pieces::remove);
        draft.pieces.add(before.map(some::plus).orElse(some));
    }

    private Pieces goingWith(Pieces had, long there) {
        return new Pieces(
                had.productId(),
                event,
                had.lineId(),
                had.subjectId(),
                had.along(),
                had.caseId(),
                there,
                had.quantity(),
                null,
                had.warehouseId());
    }

    /** The case itself and those in it, which go along. */
    private void cases(Case root, @Nullable Need own) {
        var line = own == null ? root.id : own.lineId;
        for (var c : stand.tree(root)) {
            var had = c.held;
            boolean here = had != null && had.eventId().equals(event);
            if (had != null && here) {
                if (had.gone() || !leaves) continue;
                draft.cases.add(new Taken(
                        c.id, event, had.lineId(), had.subjectId(), had.along(), true, c.locationId, c.status));
            } else {
                boolean along = own == null || c != root;
                draft.cases.add(new Taken(c.id, event, line, root.id, along, false, c.locationId, c.status));
            }
        }
    }

    private @Nullable Need ownNeed(Case root, @Nullable Hold held) {
        if (held != null && !held.along())
            return stand.need(event, held.lineId(), held.subjectId(), ScanJob.Need.Kind.CASE);
        for (var need : stand.needs(event)) {
            if (need.kind == ScanJob.Need.Kind.CASE && need.subjectId.equals(root.id) && room(need) > 0) return need;
        }
        return null;
    }

    private void along(Asset a, Need own) {
        draft.assets.add(new Taken(a.id, event, own.lineId, own.subjectId, true, false, a.locationId, a.status));
    }

    private void take(Asset a, @Nullable Need need, boolean along) {
        var taking = need == null ? stand.need(event, a.id, a.id, ScanJob.Need.Kind.ASSET) : need;
        boolean picked = a.held != null;
        if (!picked) planned.merge(taking, 1L, Long::sum);
        draft.assets.add(
                new Taken(a.id, event, taking.lineId, taking.subjectId, along, picked, a.locationId, a.status));
    }

    /** What it was picked for, else what asks for it and has room. */
    private @Nullable Need needOf(Asset a) {
        if (a.held != null) return stand.need(event, a.held.lineId(), a.held.subjectId(), ScanJob.Need.Kind.ASSET);
        for (var need : wants(a.productId, a.id)) if (room(need) > 0) return need;
        return null;
    }

    /** This very thing first, then its product, in the order of the lists. */
    private List<Need> wants(UUID product, @Nullable UUID asset) {
        var result = new ArrayList<Need>();
        if (asset != null)
            for (var need : stand.needs(event))
                if (need.kind == ScanJob.Need.Kind.ASSET && need.subjectId.equals(asset)) result.add(need);
        for (var need : stand.needs(event))
            if (need.kind == ScanJob.Need.Kind.PRODUCT && need.subjectId.equals(product)) result.add(need);
        return result;
    }

    private long room(Need need) {
        return need.room() - planned.getOrDefault(need, 0L);
    }

    private boolean mayAdd() {
        return scan.adds() && stand.mayAdd;
    }

    /** What lacks a product that this one may stand in for. */
    private List<Need> substituted(UUID product) {
        var originals = stand.alternatives.getOrDefault(product, Set.of());
        return stand.needs(event).stream()
                .filter(n -> n.kind == ScanJob.Need.Kind.PRODUCT && originals.contains(n.subjectId) && room(n) > 0)
                .toList();
    }

    private Ruling noNeed(List<Need> wanting) {
        return noNeed(wanting, List.of());
    }

    private Ruling noNeed(List<Need> wanting, List<Need> substituted) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("mayAdd", stand.mayAdd);
        if (!substituted.isEmpty())
            facts.put(
                    "insteadOf",
                    substituted.stream()
                            .map(n -> Map.of("key", n.key(), "name", stand.product(n.subjectId), "room", room(n)))
                            .toList());
        long wanted = wanting.stream().mapToLong(n -> n.wanted).sum();
        if (wanted == 0) return Ruling.no("not-on-list", facts);
        facts.put("wanted", wanted);
        long room = wanting.stream().mapToLong(this::room).sum();
        if (leaves) room += wanting.stream().mapToLong(n -> n.pickedLoose).sum();
        facts.put("room", room);
        return Ruling.no("too-many", facts);
    }

    /** Of what a second person was to look over, that which nobody made ready before. */
    private List<String> unseen() {
        var check = Stand.there(stand.events, event).check();
        if (!leaves || check == null || !check.wanted()) return List.of();
        var unseen = new ArrayList<String>();
        for (var t : draft.cases) if (!t.picked() && !t.along()) unseen.add(Stand.there(stand.cases, t.id()).number);
        for (var t : draft.assets) if (!t.picked()) unseen.add(Stand.there(stand.assets, t.id()).number);
        for (var p : draft.pieces)
            if (p.quantity() > p.picked()) unseen.add(p.quantity() - p.picked() + " × " + stand.product(p.productId()));
        return unseen;
    }

    private Ruling done() {
        var unseen = unseen();
        if (!unseen.isEmpty())
            return Ruling.no(
                    "prep-unchecked", Map.of("numbers", unseen.subList(0, Math.min(NAMED_MAX, unseen.size()))));
        var deed = draft.done(leaves ? Act.OUT : Act.PICK, scan);
        new Aftermath(stand, scan.id()).follow(deed);
        return Ruling.yes(leaves ? "checked-out" : "picked", deed);
    }

    private Ruling already(@Nullable Hold held, @Nullable String label) {
        return Ruling.no(
                leaves || held != null && held.gone() ? "already-out" : "already-picked",
                hindrances.whose(held, label));
    }

    private Ruling heldElsewhere(Hold held, @Nullable String label) {
        return Ruling.no(held.gone() ? "already-out" : "reserved-for-another-event", hindrances.whose(held, label));
    }
}
