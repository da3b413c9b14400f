package eventkit.inventory;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Subject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class LocationDesk implements LocationTree {
    private static final int DEEPEST = 20;
    private final Places places;
    private final ObjectProvider<LocationUse> uses;
    private final Audit audit;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    LocationDesk(Places places, ObjectProvider<LocationUse> uses, Audit audit, Events events, Ids ids, Clock clock) {
        this.places = places;
        this.uses = uses;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("location_code_taken", LocationCodeTaken::new);
        Constraints.mean("location_name_taken", LocationNameTaken::new);
    }

    /** What the audit trail says of a location. */
    private record Facts(
            String name,
            LocationKind kind,
            @Nullable String code,
            @Nullable String address,
            String path,
            int position,
            @Nullable Integer walkingOrder,
            @Nullable Instant archivedAt) {}

    @Override
    public Page<Location> list(ListQuery query, Filter filter) {
        var page = places.page(query, filter);
        return new Page<>(views(page.items()), page.total(), page.next());
    }

    @Override
    public List<Node> tree(boolean archivedToo) {
        var all = places.everything().stream()
                .filter(p -> archivedToo || p.archivedAt() == null)
                .toList();
        var counts = places.assets(all.stream().map(Places.Place::id).toList());
        var children = new HashMap<UUID, List<Places.Place>>();
        var roots = new ArrayList<Places.Place>();
        for (var place : all) {
            if (place.parentId() == null) roots.add(place);
            else
                children.computeIfAbsent(place.parentId(), id -> new ArrayList<>())
                        .add(place);
        }
        return roots.stream().map(p -> node(p, children, counts)).toList();
    }

    private static Node node(Places.Place p, Map<UUID, List<Places.Place>> children, Map<UUID, Places.Counts> counts) {
        return new Node(
                new LocationId(p.id()),
                p.kind(),
                p.name(),
                p.code(),
                p.position(),
                p.walkingOrder(),
                p.archivedAt() != null,
                counts.getOrDefault(p.id(), Places.Counts.NONE).beneath(),
                p.version(),
                children.getOrDefault(p.id(), List.of()).stream()
                        .map(c -> node(c, children, counts))
                        .toList());
    }

    @Override
    public Location get(LocationId id) {
        return views(List.of(found(id))).getFirst();
    }

    @Override
    public Map<LocationId, LocationRef> refs(Collection<LocationId> wanted) {
        return places.refs(wanted);
    }

    @Override
    public Optional<LocationId> findByCode(String code) {
        if (code.isBlank() || code.length() > 2000 || code.indexOf('\0') >= 0) return Optional.empty();
        var id = Codes.uuid(code, "location");
        if (id != null && places.find(id).isPresent()) return Optional.of(new LocationId(id));
        return places.byCode(code.strip()).map(LocationId::new);
    }

    @Override
    public List<LocationId> subtree(LocationId id) {
        found(id);
        return places.subtree(id.value()).stream().map(LocationId::new).toList();
    }

    @Override
    @Transactional
    public Location create(NewLocation l) {
        var details = checked(
                new Details(l.name(), l.code(), l.address(), l.walkingOrder()), new Check().required(l.kind(), "kind"));
        places.lockTree();
        var parent = l.parentId() == null ? null : found(new LocationId(l.parentId()));
        nesting(l.kind(), parent);
        if (parent != null && parent.path().size() >= DEEPEST) throw new LocationTooDeep();
        var id = ids.next();
        var path = new ArrayList<>(parent == null ? List.of() : parent.path());
        path.add(id);
        var names = new ArrayList<>(parent == null ? List.of() : parent.names());
        names.add(details.name());
        var place = new Places.Place(
                id,
                l.parentId(),
                l.kind(),
                details.name(),
                details.code(),
                details.address(),
                path,
                names,
                parent == null ? id : parent.warehouseId(),
                places.children(l.parentId()).size(),
                details.walkingOrder(),
                null,
                1);
        places.insert(place, clock.instant());
        audit.created(subject(place), facts(place));
        return get(new LocationId(id));
    }

    @Override
    @Transactional
    public Location change(LocationId id, Details change, IfMatch ifMatch) {
        var before = locked(id, ifMatch);
        var details = checked(change, new Check());
        if (details.equals(new Details(before.name(), before.code(), before.address(), before.walkingOrder())))
            return get(id);
        places.update(id.value(), details, before.archivedAt(), before.version() + 1);
        return changed("changed", before);
    }

    @Override
    @Transactional
    public Location move(LocationId id, @Nullable LocationId parentId, @Nullable Integer position, IfMatch ifMatch) {
        new Check().between(position, "position", 0, 100_000).orThrow();
        places.lockTree();
        var before = locked(id, ifMatch);
        var parent = parentId == null ? null : found(parentId);
        if (parent != null && parent.path().contains(id.value())) throw new LocationCycle();
        nesting(before.kind(), parent);
        int depth = places.depthBeneath(id.value()) - before.path().size() + 1;
        if (parent != null && parent.path().size() + depth > DEEPEST) throw new LocationTooDeep();
        places.hang(before, parent);
        var siblings = places.children(parentId == null ? null : parentId.value());
        siblings.remove(id.value());
        siblings.add(position == null ? siblings.size() : Math.min(position, siblings.size()), id.value());
        places.number(siblings);
        var after = found(id);
        if (facts(after).equals(facts(before))) return get(id);
        return changed("moved", before);
    }

    @Override
    @Transactional
    public Location archive(LocationId id, IfMatch ifMatch) {
        places.lockTree();
        var before = locked(id, ifMatch);
        if (before.archivedAt() != null) return get(id);
        var beneath = places.subtree(id.value());
        refuseWhileInUse(beneath);
        for (var each : beneath) {
            var place = places.lock(each).orElseThrow(() -> new NotFound("location", each));
            if (place.archivedAt() != null) continue;
            places.update(each, details(place), clock.instant(), place.version() + 1);
            changed("archived", place);
        }
        return get(id);
    }

    @Override
    @Transactional
    public Location restore(LocationId id, IfMatch ifMatch) {
        places.lockTree();
        var before = locked(id, ifMatch);
        if (before.archivedAt() == null) return get(id);
        if (before.parentId() != null
                && found(new LocationId(before.parentId())).archivedAt() != null) {
            throw new LocationArchived(new LocationId(before.parentId()));
        }
        places.update(id.value(), details(before), null, before.version() + 1);
        return changed("restored", before);
    }

    private void refuseWhileInUse(List<UUID> beneath) {
        var locations = beneath.stream().map(LocationId::new).toList();
        var counts = new LinkedHashMap<String, Long>();
        long assets = places.assets(beneath).values().stream()
                .mapToLong(Places.Counts::here)
                .sum();
        if (assets > 0) counts.put("assets", assets);
        uses.orderedStream().forEach(use -> {
            long n = use.counts(locations).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            if (n > 0) counts.put(use.what(), n);
        });
        if (!counts.isEmpty()) throw new LocationInUse(counts);
    }

    private static void nesting(LocationKind kind, Places.@Nullable Place parent) {
        if (parent == null ? !kind.root() : !kind.parents().contains(parent.kind())) {
            throw new LocationNesting(kind, parent == null ? null : parent.kind());
        }
        if (parent != null && parent.archivedAt() != null) throw new LocationArchived(new LocationId(parent.id()));
    }

    private static Details checked(Details d, Check check) {
        check.required(d.name(), "name")
                .line(d.name(), "name", 200)
                .line(d.code(), "code", 50)
                .text(d.address(), "address", 1000)
                .between(d.walkingOrder(), "walkingOrder", 0, 1_000_000)
                .orThrow();
        return new Details(
                d.name().strip(), Codes.blankToNull(d.code()), Codes.blankToNull(d.address()), d.walkingOrder());
    }

    private Location changed(String action, Places.Place before) {
        var after = found(new LocationId(before.id()));
        audit.changed(subject(after), action, after.version(), facts(before), facts(after));
        events.announce(new LocationChanged(new LocationId(after.id())));
        return views(List.of(after)).getFirst();
    }

    private Places.Place locked(LocationId id, IfMatch ifMatch) {
        var place = places.lock(id.value()).orElseThrow(() -> new NotFound("location", id));
        ifMatch.require(place.version(), audit, "location", id.value());
        return place;
    }

    private Places.Place found(LocationId id) {
        return places.find(id.value()).orElseThrow(() -> new NotFound("location", id));
    }

    private List<Location> views(List<Places.Place> page) {
        if (page.isEmpty()) return List.of();
        var locations = page.stream().map(p -> new LocationId(p.id())).toList();
        var counts = places.assets(page.stream().map(Places.Place::id).toList());
        var others = new HashMap<LocationId, Map<String, Long>>();
        uses.orderedStream()
                .forEach(use -> use.counts(locations)
                        .forEach((id, n) -> others.computeIfAbsent(id, i -> new LinkedHashMap<>())
                                .put(use.what(), n)));
        return page.stream()
                .map(p -> view(p, counts.getOrDefault(p.id(), Places.Counts.NONE), others))
                .toList();
    }

    private static Location view(Places.Place p, Places.Counts counts, Map<LocationId, Map<String, Long>> others) {
        var id = new LocationId(p.id());
        return new Location(
                id,
                p.parentId() == null ? null : new LocationId(p.parentId()),
                p.kind(),
                p.name(),
                p.code(),
                p.address(),
                p.names(),
                new LocationId(p.warehouseId()),
                p.position(),
                p.walkingOrder(),
                p.archivedAt(),
                counts.here(),
                counts.beneath(),
                others.getOrDefault(id, Map.of()),
                p.version());
    }

    private static Details details(Places.Place p) {
        return new Details(p.name(), p.code(), p.address(), p.walkingOrder());
    }

    private static Facts facts(Places.Place p) {
        return new Facts(
                p.name(),
                p.kind(),
                p.code(),
                p.address(),
                String.join(" / ", p.names()),
                p.position(),
                p.walkingOrder(),
                p.archivedAt());
    }

    private static Subject subject(Places.Place p) {
        return new Subject("location", p.id(), p.name());
    }
}
