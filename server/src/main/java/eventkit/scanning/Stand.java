package eventkit.scanning;

import eventkit.core.Together;
import eventkit.labels.ReadCode;
import eventkit.scanning.Floor.Asset;
import eventkit.scanning.Floor.Case;
import eventkit.scanning.Floor.Need;
import eventkit.scanning.Floor.Place;
import eventkit.scanning.Floor.Product;
import eventkit.scanning.Floor.Shelf;
import eventkit.scanning.Judge.Ruling;
import eventkit.scanning.ScanAnswer.ThingNow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How things stand as far as the scans in hand ask, and as each of them leaves it. Filled by the server from its rows, by a device from its job. */
final class Stand {
    /** A scan that was judged before. */
    record Done(
            UUID id,
            ScanKind kind,
            boolean accepted,
            UUID byId,
            Instant at,
            boolean undone,
            @Nullable Deed deed) {}

    record Resolved(@Nullable Thing thing, @Nullable String code, Map<String, Object> facts) {
        static Resolved of(Thing thing) {
            return new Resolved(thing, null, Map.of());
        }
    }

    /** What availability is told of an event's things: until when it takes them, and what it takes to make them ready again. */
    record Times(String label, Instant occupiedTo, Duration turnaround) {}

    private record StockAt(UUID productId, UUID warehouseId) {}

    /** Whose scan is judged, and what that person may. */
    UUID user = new UUID(0, 0);

    boolean mayScan;
    boolean mayAdd;
    /** Labels and other codes. */
    boolean mayBind;

    /** What nobody waits for: written with the scans themselves. */
    final Together last = new Together();

    final Set<String> addresses;
    final Map<UUID, ScanJob.EventNow> events = new HashMap<>();
    final Map<UUID, Times> times = new HashMap<>();
    /** Events of which something else is ready than was checked. */
    final Set<UUID> unchecked = new HashSet<>();

    final Map<UUID, List<Need>> needs = new HashMap<>();
    /** Products, and those that each of them may stand in for. */
    final Map<UUID, Set<UUID>> alternatives = new HashMap<>();

    final Map<UUID, Asset> assets = new LinkedHashMap<>();
    final Map<UUID, Case> cases = new LinkedHashMap<>();
    final Map<UUID, Product> products = new HashMap<>();
    final Map<UUID, Place> places = new HashMap<>();
    final Map<UUID, String> kits = new HashMap<>();
    final Map<UUID, Done> scans = new HashMap<>();
    final Map<UUID, Sheet> sheets = new HashMap<>();
    private final Map<String, Set<Thing>> codes = new HashMap<>();
    private final Map<UUID, Thing> ids = new HashMap<>();
    private final Map<UUID, String> blanks = new HashMap<>();
    private final Map<StockAt, List<Shelf>> shelves = new HashMap<>();

    Stand(Set<String> addresses) {
        this.addresses = addresses;
    }

    /** From now on this person's scans are judged. */
    void by(UUID person, boolean scans, boolean adds) {
        user = person;
        mayScan = scans;
        mayAdd = adds;
    }

    void code(String code, Thing thing) {
        codes.computeIfAbsent(code.toUpperCase(Locale.ROOT), c -> new HashSet<>())
                .add(thing);
    }

    void id(UUID id, Thing thing) {
        ids.put(id, thing);
    }

    void blank(UUID id, String shortCode) {
        blanks.put(id, shortCode);
        code(shortCode, new Thing(ThingKind.BLANK_LABEL, id));
    }

    /** All that was read. */
    Set<Thing> mentioned() {
        return new HashSet<>(ids.values());
    }

    void shelf(UUID product, UUID warehouse, UUID location, long quantity) {
        shelves.computeIfAbsent(new StockAt(product, warehouse), s -> new ArrayList<>())
                .add(new Shelf(location, quantity));
    }

    List<Shelf> shelves(UUID product, @Nullable UUID warehouse) {
        return warehouse == null ? List.of() : shelves.getOrDefault(new StockAt(product, warehouse), List.of());
    }

    /** Of a product, where a sheet's things leave. */
    List<Shelf> shelvesInside(UUID product, Sheet sheet) {
        return shelves.entrySet().stream()
                .filter(e -> e.getKey().productId().equals(product))
                .flatMap(e -> e.getValue().stream())
                .filter(s -> s.quantity > 0 && sheet.inside(s.locationId))
                .toList();
    }

    void eachShelf(Consumer<Shelf> use) {
        shelves.values().forEach(all -> all.forEach(use));
    }

    String place(UUID id) {
        var place = places.get(id);
        return place == null ? "" : place.name();
    }

    long loose(UUID product, @Nullable UUID warehouse) {
        return shelves(product, warehouse).stream().mapToLong(s -> s.quantity).sum();
    }

    List<Need> needs(UUID event) {
        return needs.computeIfAbsent(event, e -> new ArrayList<>());
    }

    void uncheck(UUID event) {
        var job = events.get(event);
        if (job == null || !job.isChecked()) return;
        events.put(event, job.unchecked());
        unchecked.add(event);
    }

    Need need(UUID event, UUID line, UUID subject, ScanJob.Need.Kind kind) {
        for (var need : needs(event)) if (need.is(line, subject)) return need;
        var job = events.get(event);
        var extra = new Need(line, kind, subject, true, job == null ? null : job.warehouseId(), 0);
        needs(event).add(extra);
        return extra;
    }

    List<Asset> inside(UUID caseId) {
        return assets.values().stream().filter(a -> caseId.equals(a.caseId)).toList();
    }

    /** A case and all cases in it, outermost first. */
    List<Case> tree(Case root) {
        var all = new ArrayList<Case>();
        all.add(root);
        for (int i = 0; i < all.size(); i++) {
            var parent = all.get(i).id;
            for (var c : cases.values()) if (parent.equals(c.parentId) && !all.contains(c)) all.add(c);
        }
        return all;
    }

    /** Whether all that it was done to is still there. */
    boolean holds(Deed deed) {
        return deed.assets().stream().allMatch(t -> assets.containsKey(t.id()))
                && deed.cases().stream().allMatch(t -> cases.containsKey(t.id()))
                && deed.pieces().stream().allMatch(p -> p.caseId() == null || cases.containsKey(p.caseId()));
    }

    /** Why nothing can be ticked off on the sheet that a scan names; null where it can. */
    @Nullable
    Ruling sheetForbids(Scan scan) {
        var sheet = scan.sheetId() == null ? null : sheets.get(scan.sheetId());
        if (sheet == null) return Ruling.no("unknown-sheet", Map.of());
        return sheet.open(scan.kind())
                ? null
                : Ruling.no("sheet-closed", Map.of("sheet", sheet.number, "state", sheet.state));
    }

    /** Whether all of a deed's things stand on its sheet, or none of them. */
    boolean sheetHas(Deed deed, boolean all) {
        var sheet = deed.sheetId() == null ? null : sheets.get(deed.sheetId());
        return sheet != null && sheet.open() && sheet.has(deed, all);
    }

    boolean known(Thing thing) {
        return switch (thing.kind()) {
            case ASSET -> assets.containsKey(thing.id());
            case CASE -> cases.containsKey(thing.id());
            case PRODUCT -> products.containsKey(thing.id());
            case LOCATION -> places.containsKey(thing.id());
            case KIT -> kits.containsKey(thing.id());
            case BLANK_LABEL -> blanks.containsKey(thing.id());
        };
    }

    /** What was scanned, or why that can not be said. */
    Resolved resolve(Scan scan) {
        var named = scan.thing();
        if (named != null) return known(named) ? Resolved.of(named) : new Resolved(null, "unknown-code", Map.of());
        return read(scan.code() == null ? "" : scan.code().strip());
    }

    /** What a text stands for. */
    Resolved read(String text) {
        if (text.length() > ReadCode.TEXT_MAX)
            return new Resolved(null, "code-too-long", Map.of("length", text.length()));
        var read = ReadCode.of(text, addresses);
        if (read.foreignHost() != null && !codes.containsKey(text.toUpperCase(Locale.ROOT)))
            return new Resolved(null, "foreign-instance", Map.of("host", read.foreignHost()));
        if (read.id() != null) {
            var thing = ids.get(read.id());
            if (thing != null && known(thing)) return Resolved.of(thing);
            var blank = blanks.get(read.id());
            return blank == null
                    ? new Resolved(null, "unknown-code", Map.of("code", text))
                    : new Resolved(null, "label-unbound", Map.of("shortCode", blank));
        }
        var found = codes.getOrDefault(text.toUpperCase(Locale.ROOT), Set.of()).stream()
                .filter(this::known)
                .toList();
        if (found.isEmpty()) return new Resolved(null, "unknown-code", Map.of("code", text));
        if (found.size() > 1) {
            var matches = found.stream()
                    .map(this::show)
                    .sorted(Comparator.comparing(ThingNow::kind).thenComparing(ThingNow::label))
                    .map(t -> Map.of(
                            "kind", t.kind().name(), "id", t.id().toString(), "label", t.label(), "name", t.name()))
                    .toList();
            return new Resolved(null, "code-ambiguous", Map.of("code", text, "matches", matches));
        }
        var only = found.getFirst();
        return only.kind() == ThingKind.BLANK_LABEL
                ? new Resolved(null, "label-unbound", Map.of("shortCode", text))
                : Resolved.of(only);
    }

    /** The label printed ahead, and bound to nothing, that has this code. */
    @Nullable
    UUID blankOf(String text) {
        var id = ReadCode.of(text, addresses).id();
        if (id != null) return blanks.containsKey(id) ? id : null;
        for (var thing : codes.getOrDefault(text.toUpperCase(Locale.ROOT), Set.of()))
            if (thing.kind() == ThingKind.BLANK_LABEL) return thing.id();
        return null;
    }

    void bind(Deed.Bound bound) {
        var code = bound.code().toUpperCase(Locale.ROOT);
        codes.put(code, new HashSet<>(Set.of(bound.thing())));
        if (bound.blankId() != null) {
            blanks.remove(bound.blankId());
            ids.put(bound.blankId(), bound.thing());
        }
    }

    void unbind(Deed.Bound bound) {
        codes.remove(bound.code().toUpperCase(Locale.ROOT));
    }

    String product(UUID id) {
        var product = products.get(id);
        return product == null ? "" : product.name();
    }

    @Nullable
    String label(@Nullable UUID event) {
        var job = event == null ? null : events.get(event);
        return job == null ? null : job.number();
    }

    ThingNow show(Thing thing) {
        return switch (thing.kind()) {
            case ASSET -> show(there(assets, thing.id()));
            case CASE -> show(there(cases, thing.id()));
            case PRODUCT -> {
                var p = there(products, thing.id());
                yield new ThingNow(
                        ThingKind.PRODUCT,
                        p.id(),
                        p.code() == null ? p.name() : p.code(),
                        p.name(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            }
            case LOCATION -> {
                var p = there(places, thing.id());
                yield new ThingNow(
                        ThingKind.LOCATION,
                        p.id(),
                        p.label(),
                        p.name(),
                        null,
                        p.id(),
                        p.name(),
                        null,
                        null,
                        null,
                        null);
            }
            case KIT -> {
                var name = there(kits, thing.id());
                yield new ThingNow(ThingKind.KIT, thing.id(), name, name, null, null, null, null, null, null, null);
            }
            case BLANK_LABEL -> {
                var code = there(blanks, thing.id());
                yield new ThingNow(
                        ThingKind.BLANK_LABEL, thing.id(), code, code, null, null, null, null, null, null, null);
            }
        };
    }

    private ThingNow show(Asset a) {
        var c = a.caseId == null ? null : cases.get(a.caseId);
        return new ThingNow(
                ThingKind.ASSET,
                a.id,
                a.number,
                product(a.productId),
                a.status,
                a.locationId,
                name(a.locationId),
                a.caseId,
                c == null ? null : c.number,
                a.held != null ? a.held.eventId() : a.outFor,
                a.outForLabel);
    }

    private ThingNow show(Case c) {
        var parent = c.parentId == null ? null : cases.get(c.parentId);
        return new ThingNow(
                ThingKind.CASE,
                c.id,
                c.number,
                c.name,
                c.status,
                c.locationId,
                name(c.locationId),
                c.parentId,
                parent == null ? null : parent.number,
                c.held == null ? null : c.held.eventId(),
                c.heldLabel);
    }

    private @Nullable String name(@Nullable UUID location) {
        var place = location == null ? null : places.get(location);
        return place == null ? null : place.name();
    }

    static <T> T there(Map<UUID, T> all, UUID id) {
        var one = all.get(id);
        if (one == null) throw new IllegalStateException("not loaded: " + id);
        return one;
    }
}
