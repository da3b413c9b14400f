package eventkit.scanning;

import eventkit.scanning.Deed.Act;
import eventkit.scanning.Deed.Draft;
import eventkit.scanning.Floor.Asset;
import eventkit.scanning.Floor.Case;
import eventkit.scanning.Judge.Ruling;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is put on a transfer, and what arrives with it. */
final class Carrying {
    private static final Set<String> GONE = Set.of("RETIRED", "SOLD", "TRANSFERRED");
    private final Stand stand;

    Carrying(Stand stand) {
        this.stand = stand;
    }

    private Sheet sheet(Scan scan) {
        return Stand.there(stand.sheets, Objects.requireNonNull(scan.sheetId(), "asked for above"));
    }

    Ruling load(Scan scan, Thing thing) {
        var sheet = sheet(scan);
        return switch (thing.kind()) {
            case ASSET -> load(scan, sheet, Stand.there(stand.assets, thing.id()));
            case CASE -> load(scan, sheet, Stand.there(stand.cases, thing.id()));
            case PRODUCT ->
                Stand.there(stand.products, thing.id()).counted()
                        ? load(scan, sheet, thing.id())
                        : Ruling.no("wrong-kind", Map.of("kind", "SERIALISED"));
            case LOCATION -> place(sheet, thing);
            case KIT, BLANK_LABEL ->
                Ruling.no("wrong-kind", Map.of("kind", thing.kind().name()));
        };
    }

    private static Ruling place(Sheet sheet, Thing thing) {
        return sheet.inside(thing.id())
                ? Ruling.yes("looked-up", null)
                : Ruling.no("place-outside", Map.of("sheet", sheet.number));
    }

    private Ruling load(Scan scan, Sheet sheet, Asset a) {
        var draft = new Draft();
        draft.assets.add(Counting.taken(a, false));
        var listed = listed(scan, sheet, a.id, draft);
        if (listed != null) return listed;
        var hindrance = hindrance(a);
        if (hindrance != null) return hindrance;
        if (!sheet.inside(a.locationId)) return Ruling.no("not-at-origin", Map.of("sheet", sheet.number));
        return done(draft, Act.LOAD, scan, null);
    }

    private @Nullable Ruling hindrance(Asset a) {
        if (GONE.contains(a.status)) return Ruling.no("gone", Map.of("status", a.status));
        if (a.outside()) return out(a.outFor, a.outForLabel);
        if (a.status.equals("LOST")) return Ruling.no("lost", Map.of());
        var around = a.caseId == null ? null : stand.cases.get(a.caseId);
        return around == null
                ? null
                : Ruling.no("in-case", Map.of("caseId", around.id.toString(), "caseNumber", around.number));
    }

    private static Ruling out(@Nullable UUID event, @Nullable String label) {
        var facts = new LinkedHashMap<String, Object>();
        if (event != null) facts.put("eventId", event.toString());
        if (label != null) facts.put("event", label);
        return Ruling.no("already-out", facts);
    }

    private Ruling load(Scan scan, Sheet sheet, Case c) {
        var draft = new Draft();
        draft.cases.add(Counting.taken(c, false));
        var listed = listed(scan, sheet, c.id, draft);
        if (listed != null) return listed;
        if (c.status.equals("RETIRED")) return Ruling.no("case-out-of-service", Map.of("status", c.status));
        if (c.held != null && c.held.gone()) return out(c.held.eventId(), c.heldLabel);
        var above = c.parentId == null ? null : stand.cases.get(c.parentId);
        if (above != null)
            return Ruling.no("in-case", Map.of("caseId", above.id.toString(), "caseNumber", above.number));
        if (!sheet.inside(c.locationId)) return Ruling.no("not-at-origin", Map.of("sheet", sheet.number));
        return done(draft, Act.LOAD, scan, null);
    }

    /** It is on the list already, or is taken off it; null where it is to be put there. */
    private @Nullable Ruling listed(Scan scan, Sheet sheet, UUID thing, Draft draft) {
        boolean there = sheet.line(thing).isPresent();
        if (scan.takesBack())
            return there
                    ? done(draft, Act.UNLOAD, scan, null)
                    : Ruling.no("not-on-sheet", Map.of("sheet", sheet.number));
        return there ? Ruling.no("already-on-sheet", Map.of("sheet", sheet.number)) : null;
    }

    private Ruling load(Scan scan, Sheet sheet, UUID product) {
        var from = scan.fromLocationId();
        var shelves = stand.shelvesInside(product, sheet);
        if (from == null && scan.takesBack()) {
            var lines = sheet.lines(product);
            if (lines.size() == 1) from = lines.getFirst().locationId();
        }
        if (from == null) {
            if (shelves.size() > 1)
                return Ruling.no(
                        "which-place",
                        Map.of(
                                "places",
                                shelves.stream()
                                        .map(s -> stand.place(s.locationId))
                                        .toList()));
            if (shelves.isEmpty()) return Ruling.no("not-enough-stock", Map.of("there", 0L));
            from = shelves.getFirst().locationId;
        }
        if (!sheet.inside(from)) return Ruling.no("not-at-origin", Map.of("sheet", sheet.number));
        long listed = sheet.expected(product, from, null);
        var draft = new Draft();
        draft.pieces.add(Counting.pieces(product, scan.pieces(), from, null, false));
        if (scan.takesBack())
            return listed < scan.pieces()
                    ? Ruling.no("not-on-sheet", Map.of("sheet", sheet.number, "listed", listed))
                    : done(draft, Act.UNLOAD, scan, null);
        var lies = from;
        long there = shelves.stream()
                .filter(s -> s.locationId.equals(lies))
                .mapToLong(s -> s.quantity)
                .sum();
        if (there - listed < scan.pieces())
            return Ruling.no("not-enough-stock", Map.of("there", Math.max(0, there - listed)));
        return done(draft, Act.LOAD, scan, null).with(Map.of("listed", listed + scan.pieces()));
    }

    Ruling receive(Scan scan, Thing thing) {
        var sheet = sheet(scan);
        if (scan.locationId() != null && !sheet.inside(scan.locationId()))
            return Ruling.no("place-outside", Map.of("sheet", sheet.number));
        return switch (thing.kind()) {
            case ASSET -> arrived(scan, sheet, Stand.there(stand.assets, thing.id()));
            case CASE -> arrived(scan, sheet, Stand.there(stand.cases, thing.id()));
            case PRODUCT ->
                Stand.there(stand.products, thing.id()).counted()
                        ? arrived(scan, sheet, thing.id())
                        : Ruling.no("wrong-kind", Map.of("kind", "SERIALISED"));
            case LOCATION -> place(sheet, thing);
            case KIT, BLANK_LABEL ->
                Ruling.no("wrong-kind", Map.of("kind", thing.kind().name()));
        };
    }

    private Ruling arrived(Scan scan, Sheet sheet, Asset a) {
        var draft = new Draft();
        draft.assets.add(Counting.taken(a, false));
        var before = arrived(scan, sheet, a.id, draft);
        if (before != null) return before;
        if (sheet.line(a.id).isPresent()) return done(draft, Act.TICK, scan, scan.locationId());
        var hindrance = hindrance(a);
        return hindrance != null
                ? hindrance
                : done(draft, Act.TICK, scan, scan.locationId()).warning(List.of("surplus"));
    }

    private Ruling arrived(Scan scan, Sheet sheet, Case c) {
        var draft = new Draft();
        draft.cases.add(Counting.taken(c, false));
        var before = arrived(scan, sheet, c.id, draft);
        if (before != null) return before;
        return sheet.line(c.id).isPresent()
                ? done(draft, Act.TICK, scan, scan.locationId())
                : Ruling.no("not-on-sheet", Map.of("sheet", sheet.number));
    }

    /** It has arrived before, or is taken back; null where it arrives now. */
    private @Nullable Ruling arrived(Scan scan, Sheet sheet, UUID thing, Draft draft) {
        var tick = sheet.tick(thing);
        if (scan.takesBack())
            return tick == null ? Ruling.no("not-counted", Map.of()) : done(draft, Act.UNTICK, scan, tick.locationId);
        boolean settled = sheet.line(thing).filter(Sheet.Line::settled).isPresent();
        return tick != null || settled ? Ruling.no("already-counted", Map.of()) : null;
    }

    private Ruling arrived(Scan scan, Sheet sheet, UUID product) {
        long found = sheet.found(product, scan.locationId(), null);
        if (scan.takesBack() && found < scan.pieces()) return Ruling.no("not-counted", Map.of("found", found));
        var draft = new Draft();
        draft.pieces.add(Counting.pieces(product, scan.pieces(), scan.locationId(), null, false));
        long expected = sheet.lines(product).stream()
                .filter(l -> !l.settled())
                .mapToLong(Sheet.Line::expected)
                .sum();
        long now = sheet.found(product) + (scan.takesBack() ? -scan.pieces() : scan.pieces());
        var facts = new LinkedHashMap<String, Object>();
        facts.put("found", now);
        facts.put("expected", expected);
        var ruling = done(draft, scan.takesBack() ? Act.UNTICK : Act.TICK, scan, scan.locationId())
                .with(facts);
        return scan.takesBack() || now <= expected ? ruling : ruling.warning(List.of("surplus"));
    }

    private Ruling done(Draft draft, Act act, Scan scan, @Nullable UUID place) {
        var deed = draft.done(act, scan).at(place);
        new Aftermath(stand, scan.id()).follow(deed);
        var code = switch (act) {
            case LOAD -> "loaded";
            case UNLOAD -> "unloaded";
            case TICK -> "arrived";
            case UNTICK -> "not-arrived";
            case PICK,
                    UNPICK,
                    OUT,
                    STAY,
                    BACK_GOOD,
                    BACK_DAMAGED,
                    BACK_MISSING,
                    OUT_AGAIN,
                    MOVE,
                    PACK_IN,
                    PACK_OUT,
                    CASE_OPEN,
                    CASE_CLOSE,
                    BIND,
                    UNBIND -> throw new IllegalStateException("not of a transfer: " + act);
        };
        return Ruling.yes(code, deed);
    }
}
