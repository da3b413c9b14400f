package eventkit.scanning;

import eventkit.core.Callers;
import eventkit.core.Together;
import eventkit.scanning.ScanRows.Known;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Locks what scans are about, in one order, and reads how it stands, before any of them is judged. */
@Component
class StandReading {
    private final CodeRows codes;
    private final StandRows stands;
    private final SheetRows sheets;
    private final ScanRows journal;
    private final Doing doing;

    StandReading(CodeRows codes, StandRows stands, SheetRows sheets, ScanRows journal, Doing doing) {
        this.codes = codes;
        this.stands = stands;
        this.sheets = sheets;
        this.journal = journal;
        this.doing = doing;
    }

    /**
     * Locks and loads all that the scans ask about; what was answered before is left out of the loading, not of the answers.
     *
     * @param first what goes to the database before it
     */
    Map<UUID, Known> load(Stand stand, List<Scan> scans, Instant now, Together first) {
        codes.resolve(stand, scans, first);
        var things = new EnumMap<ThingKind, Set<UUID>>(ThingKind.class);
        for (var thing : stand.mentioned()) of(things, thing.kind()).add(thing.id());
        var asked = new LinkedHashSet<UUID>();
        scans.forEach(s -> asked.add(s.id()));
        scans.forEach(s -> {
            if (s.undoes() != null) asked.add(s.undoes());
        });
        var undone = scans.stream().anyMatch(s -> s.undoes() != null) ? journal.known(asked) : Map.<UUID, Known>of();
        undone.values().forEach(k -> {
            if (k.done().deed() != null) things(k.done().deed(), things);
        });
        var events = new HashSet<UUID>();
        scans.forEach(s -> {
            if (s.eventId() != null) events.add(s.eventId());
        });
        undone.values().forEach(k -> events.addAll(events(k.done().deed())));
        var open = sheets.of(scans, undone.values());
        sheets.lock(open);
        boolean looksOnly = scans.stream().allMatch(s -> s.kind() == ScanKind.LOOK_UP);
        var cases = of(things, ThingKind.CASE);
        var assets = of(things, ThingKind.ASSET);
        if (!looksOnly) {
            var within = stands.trees(cases);
            var contents = new HashSet<>(assets);
            contents.addAll(stands.packedIn(within));
            events.addAll(stands.lockJobs(events, contents, within, scans.size()));
            if (carriesCases(scans, cases))
                Callers.runAs(Callers.current().allowing(ScanDesk.LENT), doing::lockNesting);
            stands.lockCases(stands.trees(cases));
        }
        var trees = stands.trees(cases);
        var inside = new LinkedHashSet<>(assets);
        inside.addAll(stands.packedIn(trees));
        var go = new Together();
        if (!looksOnly) StandRows.lockAssets(inside, go);
        var known = journal.known(asked, go);
        stands.assets(stand, inside, now, go);
        StandRows.events(stand, events, go);
        stands.run(go);
        known.values().forEach(k -> stand.scans.put(k.done().id(), k.done()));
        fill(stand, scans, things, trees, events);
        sheets.fill(stand, open, scans);
        return known;
    }

    /** Whether one of them may put a case elsewhere, for which the rooms below take a turn of their own before they lock cases. */
    private static boolean carriesCases(List<Scan> scans, Set<UUID> cases) {
        var carried = new HashSet<>(cases);
        scans.forEach(s -> carried.remove(s.caseId()));
        return !carried.isEmpty()
                && scans.stream().anyMatch(s -> switch (s.kind()) {
                    case MOVE, PACK, UNDO -> true;
                    case CHECK_IN -> s.locationId() != null;
                    case LOOK_UP, PREP, CHECK_OUT, BIND, COUNT, LOAD, RECEIVE -> false;
                });
    }

    /** Of what nobody asked for: what it may stand in for. */
    private void alternatives(Stand stand, Set<UUID> events, Set<UUID> subjects) {
        var wanted = new HashSet<UUID>();
        stand.needs.values().forEach(needs -> needs.forEach(n -> wanted.add(n.subjectId)));
        var unwanted = new HashSet<UUID>();
        for (var a : stand.assets.values())
            if (a.held == null && !wanted.contains(a.productId) && !wanted.contains(a.id)) unwanted.add(a.productId);
        var originals = stands.alternatives(stand, unwanted);
        originals.removeAll(subjects);
        if (originals.isEmpty()) return;
        stands.products(stand, originals);
        stands.needs(stand, events, originals);
    }

    private void fill(
            Stand stand, List<Scan> scans, Map<ThingKind, Set<UUID>> things, Set<UUID> trees, Set<UUID> events) {
        if (scans.stream().anyMatch(s -> s.kind() == ScanKind.CHECK_IN)) stands.broughtBack(stand);
        var around = new HashSet<>(trees);
        stand.assets.values().forEach(a -> {
            if (a.caseId != null) around.add(a.caseId);
        });
        stands.cases(stand, around);
        var above = new HashSet<UUID>();
        stand.cases.values().forEach(c -> {
            if (c.parentId != null && !stand.cases.containsKey(c.parentId)) above.add(c.parentId);
        });
        stands.cases(stand, above);
        var products = new HashSet<>(of(things, ThingKind.PRODUCT));
        stand.cases.values().forEach(c -> {
            products.addAll(c.pieces.keySet());
            c.heldPieces.forEach(p -> products.add(p.productId()));
        });
        stands.products(stand, products);
        var subjects = new HashSet<>(products);
        stand.assets.values().forEach(a -> {
            subjects.add(a.id);
            subjects.add(a.productId);
        });
        subjects.addAll(stand.cases.keySet());
        stands.needs(stand, events, subjects);
        if (scans.stream().anyMatch(s -> s.kind() == ScanKind.PREP || s.kind() == ScanKind.CHECK_OUT))
            alternatives(stand, events, subjects);
        stands.shelves(stand, of(things, ThingKind.PRODUCT));
        var places = new HashSet<>(of(things, ThingKind.LOCATION));
        scans.forEach(s -> {
            if (s.locationId() != null) places.add(s.locationId());
            if (s.fromLocationId() != null) places.add(s.fromLocationId());
        });
        if (scans.stream().anyMatch(s -> s.kind() == ScanKind.PACK || s.kind() == ScanKind.UNDO))
            stand.cases.values().forEach(c -> places.add(c.locationId));
        scans.forEach(s -> {
            var done = s.undoes() == null ? null : stand.scans.get(s.undoes());
            if (done != null && done.deed() != null) places(done.deed(), places);
        });
        stands.places(stand, places);
        stands.kits(stand, of(things, ThingKind.KIT));
    }

    private static Set<UUID> of(Map<ThingKind, Set<UUID>> things, ThingKind kind) {
        return things.computeIfAbsent(kind, k -> new LinkedHashSet<>());
    }

    private static void things(Deed deed, Map<ThingKind, Set<UUID>> things) {
        deed.assets().forEach(t -> of(things, ThingKind.ASSET).add(t.id()));
        deed.cases().forEach(t -> of(things, ThingKind.CASE).add(t.id()));
        if (deed.caseId() != null) of(things, ThingKind.CASE).add(deed.caseId());
        deed.pieces().forEach(p -> {
            of(things, ThingKind.PRODUCT).add(p.productId());
            if (p.caseId() != null) of(things, ThingKind.CASE).add(p.caseId());
        });
    }

    private static void places(Deed deed, Collection<UUID> places) {
        if (deed.locationId() != null) places.add(deed.locationId());
        if (deed.fromLocationId() != null) places.add(deed.fromLocationId());
        deed.assets().forEach(t -> {
            if (t.locationId() != null) places.add(t.locationId());
        });
        deed.cases().forEach(t -> {
            if (t.locationId() != null) places.add(t.locationId());
        });
        deed.pieces().forEach(p -> {
            if (p.locationId() != null) places.add(p.locationId());
        });
    }

    private static Set<UUID> events(@Nullable Deed deed) {
        var result = new HashSet<UUID>();
        if (deed == null) return result;
        deed.assets().forEach(t -> {
            if (t.eventId() != null) result.add(t.eventId());
        });
        deed.cases().forEach(t -> {
            if (t.eventId() != null) result.add(t.eventId());
        });
        deed.pieces().forEach(p -> {
            if (p.eventId() != null) result.add(p.eventId());
        });
        return result;
    }
}
