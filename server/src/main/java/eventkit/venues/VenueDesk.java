package eventkit.venues;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Check;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Subject;
import eventkit.documents.Documents;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class VenueDesk implements Venues {
    static final String KIND = "venue";
    private final VenueRows rows;
    private final VenueParts parts;
    private final Documents documents;
    private final ObjectProvider<VenueUse> uses;
    private final Audit audit;
    private final AuditTrail trail;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    VenueDesk(
            VenueRows rows,
            VenueParts parts,
            Documents documents,
            ObjectProvider<VenueUse> uses,
            Audit audit,
            AuditTrail trail,
            Events events,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.parts = parts;
        this.documents = documents;
        this.uses = uses;
        this.audit = audit;
        this.trail = trail;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    private record Archived(@Nullable Instant archivedAt) {}

    @Override
    public Page<VenueLine> list(ListQuery query, Filter filter) {
        return rows.list(query, filter);
    }

    @Override
    public Venue get(VenueId id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    public List<String> tags() {
        return rows.tags();
    }

    @Override
    public Page<AuditTrail.Entry> history(VenueId id, ListQuery query) {
        return trail.history(KIND, get(id).id().value(), query);
    }

    @Override
    @Transactional
    public Venue create(VenueDetails given) {
        var details = checked(given, VenueRules.Known.NOTHING);
        var id = new VenueId(ids.next());
        rows.insert(id, details, clock.instant());
        parts.write(id, details);
        var after = get(id);
        audit.created(subject(after), after.details());
        events.announce(new VenueChanged(id));
        return after;
    }

    @Override
    @Transactional
    public Venue change(VenueId id, VenueDetails given, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        var details = checked(given, VenueRules.Known.of(before));
        if (details.equals(before.details())) return before;
        refuseRoomsInUse(before, details);
        rows.update(id, details, clock.instant(), before.version() + 1);
        try {
            parts.write(id, details);
        } catch (DataIntegrityViolationException e) {
            throw new RoomInUse(List.of(), List.of());
        }
        var after = get(id);
        audit.record(subject(after), "changed", after.version(), changes(before, after));
        events.announce(new VenueChanged(id));
        return after;
    }

    private void refuseRoomsInUse(Venue before, VenueDetails details) {
        var kept = details.rooms().stream().map(Room::id).toList();
        var names = new ArrayList<String>();
        var found = new ArrayList<String>();
        for (var room : before.rooms()) {
            var id = room.id();
            if (id == null || kept.contains(id)) continue;
            var users = uses.orderedStream().flatMap(use -> use.of(id).stream()).toList();
            if (users.isEmpty()) continue;
            names.add(room.name());
            found.addAll(users);
        }
        if (!names.isEmpty()) throw new RoomInUse(names, found);
    }

    /** Field by field, room by room, point by point. */
    private List<Audit.Change> changes(Venue before, Venue after) {
        var changes = new ArrayList<>(
                audit.changes(before.details().alone(), after.details().alone()));
        changes.addAll(audit.changesOf(
                "contacts", before.contacts(), after.contacts(), VenueDesk::key, VenueContact::name, c -> c));
        changes.addAll(supplies("", before.powerSupplies(), after.powerSupplies()));
        changes.addAll(audit.changesOf(
                "rooms",
                before.rooms(),
                after.rooms(),
                VenueDesk::key,
                Room::name,
                room -> room.with(room.name(), room.notes(), List.of(), List.of())));
        var old = new LinkedHashMap<Object, Room>();
        for (var room : before.rooms()) old.put(key(room), room);
        for (var room : after.rooms()) {
            var was = old.get(key(room));
            var in = "rooms[" + room.name() + "].";
            changes.addAll(supplies(in, was == null ? List.of() : was.powerSupplies(), room.powerSupplies()));
            changes.addAll(audit.changesOf(
                    in + "riggingPoints",
                    was == null ? List.of() : was.riggingPoints(),
                    room.riggingPoints(),
                    VenueDesk::key,
                    RiggingPoint::name,
                    p -> p));
        }
        return changes;
    }

    private List<Audit.Change> supplies(String in, List<PowerSupply> before, List<PowerSupply> after) {
        return audit.changesOf(in + "powerSupplies", before, after, VenueDesk::key, PowerSupply::name, s -> s);
    }

    private static Object key(Record part) {
        return Objects.requireNonNull(
                switch (part) {
                    case VenueContact contact -> contact.id();
                    case PowerSupply supply -> supply.id();
                    case RiggingPoint point -> point.id();
                    case Room room -> room.id();
                    default -> part;
                });
    }

    @Override
    @Transactional
    public Venue archive(VenueId id) {
        var before = lock(id, IfMatch.ANY);
        return before.archivedAt() != null ? before : archived(before, "archived", clock.instant());
    }

    @Override
    @Transactional
    public Venue restore(VenueId id) {
        var before = lock(id, IfMatch.ANY);
        return before.archivedAt() == null ? before : archived(before, "restored", null);
    }

    private Venue archived(Venue before, String action, @Nullable Instant at) {
        rows.archive(before.id(), at, clock.instant(), before.version() + 1);
        var after = get(before.id());
        audit.changed(
                subject(after),
                action,
                after.version(),
                new Archived(before.archivedAt()),
                new Archived(after.archivedAt()));
        events.announce(new VenueChanged(after.id()));
        return after;
    }

    @Override
    @Transactional
    public void remove(VenueId id, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        var found = new ArrayList<String>();
        uses.orderedStream().forEach(use -> {
            use.of(id).ifPresent(found::add);
            if (!found.isEmpty()) return;
            for (var room : before.rooms())
                if (room.id() != null) use.of(room.id()).ifPresent(found::add);
        });
        if (!found.isEmpty()) throw new VenueInUse(found);
        documents.removeAllOf(KIND, id.value());
        try {
            rows.delete(id);
        } catch (DataIntegrityViolationException e) {
            throw new VenueInUse(List.of());
        }
        audit.removed(subject(before), before.version() + 1, before.details());
        events.announce(new VenueRemoved(id));
    }

    private static VenueDetails checked(VenueDetails given, VenueRules.Known known) {
        var details = VenueRules.tidy(given);
        var check = new Check();
        VenueRules.check(check, details, known);
        check.orThrow();
        return details;
    }

    private Venue lock(VenueId id, IfMatch ifMatch) {
        var venue = rows.lock(id).orElseThrow(() -> new NotFound(KIND, id));
        ifMatch.require(venue.version(), audit, KIND, id.value());
        return venue;
    }

    private static Subject subject(Venue venue) {
        return new Subject(KIND, venue.id().value(), venue.name());
    }
}
