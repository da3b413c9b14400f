package eventkit.scanning;

import eventkit.cases.CaseStatus;
import eventkit.cases.Cases;
import eventkit.cases.Packing;
import eventkit.core.Audit;
import eventkit.core.IfMatch;
import eventkit.core.Subject;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetMoves;
import eventkit.inventory.LocationId;
import eventkit.inventory.LocationKind;
import eventkit.inventory.LocationTree;
import eventkit.maintenance.Repairs;
import eventkit.scanning.Deed.Pieces;
import eventkit.scanning.Deed.Taken;
import eventkit.scanning.HoldRows.By;
import eventkit.scanning.HoldRows.Change;
import eventkit.stock.Stock;
import eventkit.stock.StockEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Does what scans were accepted for, through the faces of the rooms below: everything that is done alike in one go. */
@Component
class Doing {
    private static final Set<String> OUTSIDE = Set.of("CHECKED_OUT", "ON_SITE");
    private static final String ON_JOBS = "On jobs";
    static final String AUDITED = "scan-job";

    /** An accepted scan's deed. */
    record Item(Deed deed, By by) {}

    private final HoldRows holds;
    private final AssetMoves moves;
    private final Cases cases;
    private final Packing packing;
    private final Stock stock;
    private final Repairs repairs;
    private final LocationTree locations;
    private final Audit audit;

    Doing(
            HoldRows holds,
            AssetMoves moves,
            Cases cases,
            Packing packing,
            Stock stock,
            Repairs repairs,
            LocationTree locations,
            Audit audit) {
        this.holds = holds;
        this.moves = moves;
        this.cases = cases;
        this.packing = packing;
        this.stock = stock;
        this.repairs = repairs;
        this.locations = locations;
        this.audit = audit;
    }

    /** Whether the next can be done in one go with these. */
    static boolean alike(Deed one, Deed other) {
        return one.act() == other.act()
                && switch (one.act()) {
                    case PICK, UNPICK, OUT, BACK_GOOD ->
                        Objects.equals(one.eventId(), other.eventId())
                                && Objects.equals(one.locationId(), other.locationId())
                                && apart(one, other);
                    case STAY, BACK_DAMAGED, BACK_MISSING, OUT_AGAIN, MOVE, PACK_IN, PACK_OUT, CASE_OPEN, CASE_CLOSE ->
                        false;
                };
    }

    private static boolean apart(Deed one, Deed other) {
        return one.pieces().isEmpty() || other.pieces().isEmpty() || one.act() != Deed.Act.BACK_GOOD;
    }

    /** All of them alike. */
    void apply(List<Item> items, Stand stand, Outside outside) {
        var act = items.getFirst().deed().act();
        switch (act) {
            case PICK -> pick(items, stand);
            case UNPICK -> unpick(items, stand);
            case OUT, OUT_AGAIN -> leave(items, stand, outside);
            case STAY -> stay(items, stand, outside);
            case BACK_GOOD, BACK_DAMAGED, BACK_MISSING -> comeBack(items, stand, outside);
            case MOVE -> items.forEach(i -> move(i.deed(), stand));
            case PACK_IN -> items.forEach(i -> pack(i.deed()));
            case PACK_OUT -> items.forEach(i -> unpack(i.deed()));
            case CASE_OPEN ->
                items.forEach(i -> i.deed().cases().forEach(c -> cases.to(CaseStatus.OPEN, c.id(), null)));
            case CASE_CLOSE ->
                items.forEach(i -> i.deed().cases().forEach(c -> cases.to(CaseStatus.CLOSED, c.id(), null)));
        }
        record(items, stand);
    }

    private void pick(List<Item> items, Stand stand) {
        byEvent(assets(items), (event, taken) -> {
            var free = ids(taken, t -> !t.status().equals("RESERVED"));
            if (!free.isEmpty()) moves.reserve(free, reference(event));
        });
        hold(items, false, Map.of(), Map.of());
        for (var item : items) for (var p : item.deed().pieces()) holds.hold(p, false, p.quantity());
        count(items, stand);
    }

    private void unpick(List<Item> items, Stand stand) {
        var reserved = ids(assets(items), t -> t.status().equals("RESERVED"));
        if (!reserved.isEmpty()) moves.releaseReservation(reserved, null);
        holds.release(assets(items), flightCases(items));
        for (var item : items) for (var p : item.deed().pieces()) holds.hold(p, false, -p.quantity());
        count(items, stand);
    }

    private void leave(List<Item> items, Stand stand, Outside outside) {
        byEvent(assets(items), (event, taken) -> moves.checkOut(ids(taken, t -> true), null, reference(event)));
        var assetStock =
                holds.stockOfAssets(assets(items).stream().map(Taken::id).toList());
        var unitStock =
                holds.stockOfUnits(flightCases(items).stream().map(Taken::id).toList());
        hold(items, true, assetStock, unitStock);
        var caseStock = holds.stockOfPieces(casesOfPieces(items));
        for (var item : items) {
            var told = new ArrayList<Pieces>();
            for (var p : item.deed().pieces()) {
                if (p.picked() > 0) holds.hold(p, false, -p.picked());
                var out = p.caseId() == null || caseStock.containsKey(p.caseId()) ? p : p.uncounted();
                holds.hold(out, true, out.quantity());
                told.add(out);
            }
            loose(item.deed(), stand, true);
            outside.went(item.deed(), assetStock, unitStock, told, stand);
        }
        count(items, stand);
    }

    private void stay(List<Item> items, Stand stand, Outside outside) {
        for (var item : items) {
            var deed = item.deed();
            var told = new Told(items);
            outside.stayed(told.of(deed), told.assets, told.cases, stand);
            var back = ids(deed.assets(), t -> true);
            if (!back.isEmpty()) moves.checkIn(back, null, "Taken back");
            var picked = deed.assets().stream().filter(Taken::picked).toList();
            var free = ids(deed.assets(), t -> !t.picked());
            byEvent(picked, (event, taken) -> moves.reserve(ids(taken, t -> true), reference(event)));
            if (!free.isEmpty()) moves.shelve(free, null);
            holds.release(
                    deed.assets().stream().filter(t -> !t.picked()).toList(),
                    deed.cases().stream().filter(t -> !t.picked()).toList());
            holdAs("asset", picked, item.by(), false, Map.of());
            holdAs("case", deed.cases().stream().filter(Taken::picked).toList(), item.by(), false, Map.of());
            for (var p : deed.pieces()) {
                holds.hold(p, true, -p.quantity());
                if (p.picked() > 0) holds.hold(p, false, p.picked());
            }
            loose(deed, stand, false);
        }
        count(items, stand);
    }

    private void comeBack(List<Item> items, Stand stand, Outside outside) {
        var told = new Told(items);
        for (var item : items) outside.cameBack(told.of(item.deed()), told.assets, told.cases, stand);
        var act = items.getFirst().deed().act();
        var to = items.getFirst().deed().locationId();
        var all = assets(items);
        if (act == Deed.Act.BACK_MISSING) {
            var lost = ids(all, t -> !t.status().equals("LOST"));
            if (!lost.isEmpty()) moves.reportLost(lost, note(items));
        } else {
            boolean good = act == Deed.Act.BACK_GOOD;
            var place = to == null ? null : new LocationId(to);
            register(all.stream().filter(t -> packed(t, stand)).toList(), null, good);
            register(all.stream().filter(t -> !packed(t, stand)).toList(), place, good);
            if (to != null) for (var c : flightCases(items)) if (outermost(c, stand)) cases.move(c.id(), to, null);
            if (act == Deed.Act.BACK_DAMAGED) for (var t : all) damaged(t.id(), note(items));
        }
        holds.release(all, flightCases(items));
        for (var item : items) {
            for (var p : item.deed().pieces()) holds.hold(p, true, -p.quantity());
            if (act == Deed.Act.BACK_MISSING) writeOff(item.deed(), stand);
            else loose(item.deed(), stand, false);
            if (act == Deed.Act.BACK_DAMAGED) damagedPieces(item.deed(), stand);
        }
        count(items, stand);
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
        var out = ids(all, t -> OUTSIDE.contains(t.status()));
        if (!out.isEmpty()) moves.checkIn(out, to, null);
        var found = ids(all, t -> t.status().equals("LOST"));
        if (!found.isEmpty()) moves.reportFound(found, to, !good, "Came back");
        var damaged = ids(all, t -> t.status().equals("DAMAGED"));
        if (damaged.isEmpty()) return;
        if (good) moves.clearDamage(damaged, null, "Came back in order");
        else moves.checkIn(damaged, to, null);
    }

    private void damaged(UUID asset, @Nullable String note) {
        repairs.report(new Repairs.NewJob(asset, null, null, null, null, null, description(note), null, null, null));
    }

    private static String description(@Nullable String note) {
        return note == null || note.isBlank() ? "Came back damaged" : note.strip();
    }

    private void damagedPieces(Deed deed, Stand stand) {
        for (var p : deed.pieces()) {
            if (p.caseId() != null || p.locationId() == null || usedUp(p, stand)) continue;
            repairs.report(new Repairs.NewJob(
                    null,
                    p.productId(),
                    p.quantity(),
                    p.locationId(),
                    null,
                    null,
                    description(deed.note()),
                    null,
                    null,
                    null));
        }
    }

    private void writeOff(Deed deed, Stand stand) {
        for (var p : deed.pieces()) {
            if (p.caseId() != null || p.warehouseId() == null || usedUp(p, stand)) continue;
            stock.adjust(new Stock.Adjustment(
                    p.productId(),
                    onJobs(p.warehouseId()),
                    -p.quantity(),
                    StockEntry.Reason.LOST,
                    deed.note() == null || deed.note().isBlank() ? "Did not come back" : deed.note()));
        }
    }

    /** Loose pieces go from their shelf to where those on jobs are counted, or come from there; what is used up is booked as such. */
    private void loose(Deed deed, Stand stand, boolean out) {
        var lines = new ArrayList<Stock.MoveLine>();
        var used = new ArrayList<Stock.Amount>();
        for (var p : deed.pieces()) {
            if (p.caseId() != null || p.locationId() == null || p.warehouseId() == null) continue;
            if (usedUp(p, stand)) used.add(new Stock.Amount(p.productId(), p.locationId(), p.quantity()));
            else if (out)
                lines.add(new Stock.MoveLine(p.productId(), p.locationId(), onJobs(p.warehouseId()), p.quantity()));
            else lines.add(new Stock.MoveLine(p.productId(), onJobs(p.warehouseId()), p.locationId(), p.quantity()));
        }
        var event = deed.pieces().isEmpty() ? null : deed.pieces().getFirst().eventId();
        var job = event == null ? null : stand.events.get(event);
        if (!lines.isEmpty())
            stock.move(
                    new Stock.Moves(lines, null),
                    job == null ? null : new StockEntry.Ref("event", job.id(), job.number()));
        if (used.isEmpty()) return;
        var note = job == null ? null : job.number() + " " + job.name();
        if (out) stock.consume(new Stock.Amounts(used, note));
        else stock.receive(new Stock.Amounts(used, note));
    }

    static boolean usedUp(Pieces p, Stand stand) {
        var product = stand.products.get(p.productId());
        return product != null && product.kind().equals("CONSUMABLE");
    }

    /** In the warehouse's own tree, because availability counts what it owns by that. */
    private UUID onJobs(UUID warehouse) {
        var there = holds.onJobs(warehouse).or(() -> {
            holds.lockOnJobs();
            return holds.onJobs(warehouse);
        });
        if (there.isEmpty()) {
            var name = holds.freeName(warehouse, ON_JOBS);
            var made = locations.create(
                    new LocationTree.NewLocation(LocationKind.ZONE, name, null, warehouse, null, null));
            holds.onJobs(warehouse, made.id().value());
            return made.id().value();
        }
        var place = there.get();
        if (place.archived()) locations.restore(new LocationId(place.id()), IfMatch.ANY);
        return place.id();
    }

    private void move(Deed deed, Stand stand) {
        var to = Objects.requireNonNull(deed.locationId(), "a move goes somewhere");
        var place = new LocationId(to);
        var packed = new HashSet<UUID>();
        if (!deed.cases().isEmpty()) {
            cases.move(deed.cases().getFirst().id(), to, null);
            deed.assets().forEach(t -> packed.add(t.id()));
        }
        var back = ids(deed.assets(), t -> t.status().equals("CHECKED_IN"));
        if (!back.isEmpty()) moves.shelve(back, packed.isEmpty() ? place : null);
        var others = ids(deed.assets(), t -> !t.status().equals("CHECKED_IN") && !packed.contains(t.id()));
        if (!others.isEmpty()) moves.move(others, place, null, null);
        var lines = deed.pieces().stream()
                .map(p -> new Stock.MoveLine(
                        p.productId(), Objects.requireNonNull(deed.fromLocationId()), to, p.quantity()))
                .toList();
        if (!lines.isEmpty()) stock.move(new Stock.Moves(lines, null), null);
    }

    private void pack(Deed deed) {
        var items = new ArrayList<Packing.Item>();
        for (var t : deed.assets()) items.add(new Packing.Item(t.id(), null, null, null, null));
        for (var t : deed.cases()) items.add(new Packing.Item(null, null, null, t.id(), null));
        for (var p : deed.pieces())
            items.add(new Packing.Item(null, p.productId(), p.quantity(), null, p.locationId()));
        packing.pack(Objects.requireNonNull(deed.caseId()), items);
    }

    private void unpack(Deed deed) {
        var items = new ArrayList<Packing.UnpackItem>();
        for (var t : deed.assets()) items.add(new Packing.UnpackItem(t.id(), null, null, null));
        for (var t : deed.cases()) items.add(new Packing.UnpackItem(null, null, null, t.id()));
        UUID to = null;
        for (var p : deed.pieces()) {
            items.add(new Packing.UnpackItem(null, p.productId(), p.quantity(), null));
            to = p.locationId();
        }
        packing.unpack(Objects.requireNonNull(deed.caseId()), new Packing.Unpack(items, to));
    }

    /** What availability was told of these when they left, and is told again when they do not. */
    private final class Told {
        final Map<UUID, UUID> assets;
        final Map<UUID, UUID> cases;
        private final Set<UUID> ofPieces;

        Told(List<Item> items) {
            assets = holds.toldOfAssets(
                    Doing.assets(items).stream().map(Taken::id).toList());
            cases = holds.toldOfCases(flightCases(items).stream().map(Taken::id).toList());
            ofPieces = holds.toldOfPieces(casesOfPieces(items));
        }

        Deed of(Deed deed) {
            return deed.with(deed.pieces().stream()
                    .map(p -> p.caseId() == null || ofPieces.contains(p.caseId()) ? p : p.uncounted())
                    .toList());
        }
    }

    private static Set<UUID> casesOfPieces(List<Item> items) {
        var result = new HashSet<UUID>();
        for (var item : items) for (var p : item.deed().pieces()) if (p.caseId() != null) result.add(p.caseId());
        return result;
    }

    private void hold(List<Item> items, boolean gone, Map<UUID, UUID> assetStock, Map<UUID, UUID> unitStock) {
        var assets = new ArrayList<Taken>();
        var assetsBy = new ArrayList<By>();
        var inCases = new ArrayList<Taken>();
        var casesBy = new ArrayList<By>();
        for (var item : items) {
            for (var t : item.deed().assets()) {
                assets.add(t);
                assetsBy.add(item.by());
            }
            for (var t : item.deed().cases()) {
                inCases.add(t);
                casesBy.add(item.by());
            }
        }
        holds.hold("asset", assets, assetsBy, gone, assetStock);
        holds.hold("case", inCases, casesBy, gone, unitStock);
    }

    private void holdAs(String table, List<Taken> taken, By by, boolean gone, Map<UUID, UUID> stockIds) {
        holds.hold(table, taken, taken.stream().map(t -> by).toList(), gone, stockIds);
    }

    private void count(List<Item> items, Stand stand) {
        var changes = new ArrayList<Change>();
        for (var item : items) {
            var deed = item.deed();
            for (var t : deed.assets())
                if (!t.along() && t.eventId() != null)
                    changes.add(change(
                            deed,
                            stand,
                            t.eventId(),
                            t.lineId(),
                            t.subjectId(),
                            ScanJob.Need.Kind.ASSET,
                            1,
                            t.picked() ? 1 : 0));
            for (var t : deed.cases())
                if (!t.along() && t.eventId() != null)
                    changes.add(change(
                            deed,
                            stand,
                            t.eventId(),
                            t.lineId(),
                            t.subjectId(),
                            ScanJob.Need.Kind.CASE,
                            1,
                            t.picked() ? 1 : 0));
            for (var p : deed.pieces())
                if (!p.along() && p.eventId() != null)
                    changes.add(change(
                            deed,
                            stand,
                            p.eventId(),
                            p.lineId(),
                            p.subjectId(),
                            ScanJob.Need.Kind.PRODUCT,
                            p.quantity(),
                            p.picked()));
        }
        holds.count(changes);
    }

    private static Change change(
            Deed deed, Stand stand, UUID event, UUID line, UUID subject, ScanJob.Need.Kind kind, long n, long picked) {
        var need = stand.need(event, line, subject, kind);
        long[] c = switch (deed.act()) {
            case PICK -> new long[] {n, 0, 0, 0};
            case UNPICK -> new long[] {-n, 0, 0, 0};
            case OUT -> new long[] {-picked, n, 0, 0};
            case STAY -> new long[] {picked, -n, 0, 0};
            case BACK_GOOD, BACK_DAMAGED -> new long[] {0, -n, n, 0};
            case BACK_MISSING -> new long[] {0, -n, 0, n};
            case OUT_AGAIN -> new long[] {0, n, -n, 0};
            case MOVE, PACK_IN, PACK_OUT, CASE_OPEN, CASE_CLOSE -> new long[4];
        };
        return new Change(event, line, subject, need.kind, need.extra, c[0], c[1], c[2], c[3]);
    }

    /** One entry for each event: what its screens follow. */
    private void record(List<Item> items, Stand stand) {
        var things = new LinkedHashMap<UUID, List<String>>();
        for (var item : items) {
            for (var t : item.deed().cases()) {
                if (t.eventId() != null && !t.along())
                    note(things, t.eventId(), Stand.there(stand.cases, t.id()).number);
            }
            for (var t : item.deed().assets()) {
                if (t.eventId() != null) note(things, t.eventId(), Stand.there(stand.assets, t.id()).number);
            }
            for (var p : item.deed().pieces())
                if (p.eventId() != null) note(things, p.eventId(), p.quantity() + " × " + stand.product(p.productId()));
        }
        var action = switch (items.getFirst().deed().act()) {
            case PICK -> "picked";
            case UNPICK -> "unpicked";
            case OUT, OUT_AGAIN -> "checked-out";
            case STAY -> "check-out-undone";
            case BACK_GOOD -> "checked-in";
            case BACK_DAMAGED -> "checked-in-damaged";
            case BACK_MISSING -> "missing";
            case MOVE, PACK_IN, PACK_OUT, CASE_OPEN, CASE_CLOSE -> "scanned";
        };
        var entries = new ArrayList<Audit.Entry>();
        things.forEach((event, names) -> {
            var label = stand.label(event);
            entries.add(new Audit.Entry(
                    new Subject(AUDITED, event, label == null ? "" : label),
                    action,
                    1,
                    List.of(audit.change("things", null, names))));
        });
        audit.recordAll(entries);
    }

    private static void note(Map<UUID, List<String>> things, UUID event, String name) {
        things.computeIfAbsent(event, e -> new ArrayList<>()).add(name);
    }

    static String reference(UUID event) {
        return "event:" + event;
    }

    private static @Nullable String note(List<Item> items) {
        var note = items.getFirst().deed().note();
        return note == null || note.isBlank() ? null : note.strip();
    }

    private static List<Taken> assets(List<Item> items) {
        return items.stream().flatMap(i -> i.deed().assets().stream()).toList();
    }

    private static List<Taken> flightCases(List<Item> items) {
        return items.stream().flatMap(i -> i.deed().cases().stream()).toList();
    }

    private static List<AssetId> ids(Collection<Taken> taken, Predicate<Taken> which) {
        return taken.stream().filter(which).map(t -> new AssetId(t.id())).toList();
    }

    private interface OfEvent {
        void apply(UUID event, List<Taken> taken);
    }

    private static void byEvent(List<Taken> taken, OfEvent work) {
        var groups = new LinkedHashMap<UUID, List<Taken>>();
        for (var t : taken)
            if (t.eventId() != null)
                groups.computeIfAbsent(t.eventId(), e -> new ArrayList<>()).add(t);
        groups.forEach(work::apply);
    }
}
