package eventkit.scanning;

import eventkit.scanning.Deed.Act;
import eventkit.scanning.Deed.Draft;
import eventkit.scanning.Deed.Pieces;
import eventkit.scanning.Deed.Taken;
import eventkit.scanning.Floor.Asset;
import eventkit.scanning.Floor.Case;
import eventkit.scanning.Judge.Ruling;
import eventkit.scanning.Sheet.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is found at a place that is counted. Nothing is moved by it: what follows is decided when the count is applied. */
final class Counting {
    static final Set<String> NOT_THERE = Set.of("LOST", "RETIRED", "SOLD", "TRANSFERRED");
    private final Stand stand;

    Counting(Stand stand) {
        this.stand = stand;
    }

    Ruling judge(Scan scan, Thing thing) {
        var sheet = Stand.there(stand.sheets, Objects.requireNonNull(scan.sheetId(), "asked for above"));
        if (scan.locationId() != null && !sheet.inside(scan.locationId()))
            return Ruling.no("place-outside", Map.of("sheet", sheet.number));
        return switch (thing.kind()) {
            case ASSET -> asset(scan, sheet, Stand.there(stand.assets, thing.id()));
            case CASE -> flightCase(scan, sheet, Stand.there(stand.cases, thing.id()));
            case PRODUCT ->
                Stand.there(stand.products, thing.id()).counted()
                        ? pieces(scan, sheet, thing.id())
                        : Ruling.no("wrong-kind", Map.of("kind", "SERIALISED"));
            case LOCATION ->
                sheet.inside(thing.id())
                        ? Ruling.yes("looked-up", null)
                        : Ruling.no("place-outside", Map.of("sheet", sheet.number));
            case KIT, BLANK_LABEL ->
                Ruling.no("wrong-kind", Map.of("kind", thing.kind().name()));
        };
    }

    private Ruling asset(Scan scan, Sheet sheet, Asset a) {
        var before = sheet.tick(a.id);
        var draft = new Draft();
        draft.assets.add(taken(a, before != null && before.along));
        if (scan.takesBack())
            return before == null
                    ? Ruling.no("not-counted", Map.of())
                    : done(new DraftOf(draft, Act.UNTICK, before.locationId), scan, List.of());
        if (before != null) return already(before);
        return done(new DraftOf(draft, Act.TICK, scan.locationId()), scan, warnings(scan, sheet, a.id));
    }

    /** A closed case counts with all that is in it, an open one by itself. */
    private Ruling flightCase(Scan scan, Sheet sheet, Case root) {
        var before = sheet.tick(root.id);
        var draft = new Draft();
        if (scan.takesBack()) {
            if (before == null) return Ruling.no("not-counted", Map.of());
            for (var c : stand.tree(root)) uncount(sheet, c, c == root, draft);
            return done(new DraftOf(draft, Act.UNTICK, before.locationId), scan, List.of());
        }
        boolean sealed = root.status.equals("CLOSED");
        for (var c : sealed ? stand.tree(root) : List.of(root)) {
            if (sheet.tick(c.id) == null) draft.cases.add(taken(c, c != root));
            if (!sealed) continue;
            for (var a : stand.inside(c.id))
                if (sheet.tick(a.id) == null && !NOT_THERE.contains(a.status) && !a.outside())
                    draft.assets.add(taken(a, true));
            c.pieces.forEach((product, quantity) -> {
                long left = quantity - sheet.found(product, null, c.id);
                if (left > 0) draft.pieces.add(pieces(product, left, null, c.id, true));
            });
        }
        if (draft.nothing() && draft.cases.isEmpty()) return already(before);
        var warnings = warnings(scan, sheet, root.id);
        return done(
                new DraftOf(draft, Act.TICK, scan.locationId()),
                scan,
                sealed || !warnings.isEmpty() ? warnings : List.of("count-contents"));
    }

    private void uncount(Sheet sheet, Case c, boolean itself, Draft draft) {
        var tick = sheet.tick(c.id);
        if (tick != null && (itself || tick.along)) draft.cases.add(taken(c, tick.along));
        for (var a : stand.inside(c.id)) {
            var with = sheet.tick(a.id);
            if (with != null && with.along) draft.assets.add(taken(a, true));
        }
        for (var with : sheet.ticks)
            if (with.along && c.id.equals(with.caseId))
                draft.pieces.add(pieces(with.subjectId, with.quantity, null, c.id, true));
    }

    private Ruling pieces(Scan scan, Sheet sheet, UUID product) {
        var box = scan.caseId();
        if (box != null && !stand.cases.containsKey(box)) return Ruling.no("unknown-code", Map.of());
        var at = box != null ? null : scan.locationId();
        if (box == null && at == null) {
            var places = sheet.lines(product).stream()
                    .filter(l -> l.locationId() != null)
                    .toList();
            if (places.size() > 1)
                return Ruling.no(
                        "which-place",
                        Map.of("places", places.stream().map(Counting::name).toList()));
            at = places.isEmpty() ? sheet.placeId : places.getFirst().locationId();
        }
        long found = sheet.found(product, at, box);
        if (scan.takesBack() && found < scan.pieces()) return Ruling.no("not-counted", Map.of("found", found));
        var draft = new Draft();
        draft.pieces.add(pieces(product, scan.pieces(), at, box, false));
        long now = scan.takesBack() ? found - scan.pieces() : found + scan.pieces();
        long expected = sheet.expected(product, at, box);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("found", now);
        facts.put("expected", expected);
        var act = scan.takesBack() ? Act.UNTICK : Act.TICK;
        var warnings = act == Act.UNTICK || now <= expected
                ? List.<String>of()
                : List.of(expected == 0 ? "unexpected" : "more");
        return done(new DraftOf(draft, act, at), scan, warnings).with(facts);
    }

    static String name(Line line) {
        return line.locationName() == null ? "" : line.locationName();
    }

    private static Ruling already(Sheet.@Nullable Tick before) {
        var by = before == null ? null : before.byName;
        return Ruling.no("already-counted", by == null ? Map.of() : Map.of("by", by));
    }

    /** It was expected elsewhere, or not at all. */
    private static List<String> warnings(Scan scan, Sheet sheet, UUID thing) {
        var line = sheet.line(thing);
        if (line.isEmpty()) return List.of("unexpected");
        var at = scan.locationId();
        return at == null || at.equals(line.get().locationId()) ? List.of() : List.of("elsewhere");
    }

    record DraftOf(Draft draft, Act act, @Nullable UUID place) {}

    private Ruling done(DraftOf all, Scan scan, List<String> warnings) {
        var deed = all.draft().done(all.act(), scan).at(all.place());
        new Aftermath(stand, scan.id()).follow(deed);
        return Ruling.yes(all.act() == Act.TICK ? "counted" : "uncounted", deed).warning(warnings);
    }

    static Taken taken(Asset a, boolean along) {
        return new Taken(a.id, null, a.id, a.id, along, false, a.locationId, a.status);
    }

    static Taken taken(Case c, boolean along) {
        return new Taken(c.id, null, c.id, c.id, along, false, c.locationId, c.status);
    }

    static Pieces pieces(UUID product, long quantity, @Nullable UUID at, @Nullable UUID box, boolean along) {
        return new Pieces(product, null, product, product, along, box, quantity, 0, at, null);
    }
}
