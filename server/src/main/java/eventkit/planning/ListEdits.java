package eventkit.planning;

import eventkit.core.Audit;
import eventkit.core.Events;
import eventkit.core.IfMatch;
import eventkit.core.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How every change of a pull list begins and ends: under its lock, not while the warehouse works from it, with one version more. */
@Component
class ListEdits {
    private final PullListRows rows;
    private final Reservations reservations;
    private final Audit audit;
    private final Events events;
    private final Clock clock;

    ListEdits(PullListRows rows, Reservations reservations, Audit audit, Events events, Clock clock) {
        this.rows = rows;
        this.reservations = reservations;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Throws {@link PullListLocked}. */
    PullList begin(UUID listId, IfMatch ifMatch) {
        rows.lock(listId);
        var list = get(listId);
        ifMatch.require(list.version(), audit, PullLists.KIND, listId);
        if (list.locked()) throw new PullListLocked(list.name(), list.eventPhase());
        return list;
    }

    /** For what changes nothing of what is wanted when. */
    PullList end(PullList before, String action, List<Audit.Change> changes) {
        var now = clock.instant();
        rows.touch(before.id(), now);
        var after = get(before.id());
        audit.record(after.subject(), action, after.version(), changes);
        events.announce(new PullListChanged(after.eventId(), after.id(), after.version(), now));
        return after;
    }

    /** Throws what {@link Reservations#follow} throws. */
    PullList end(PullList before, String action, List<Audit.Change> changes, @Nullable String despite) {
        var after = end(before, action, changes);
        reservations.follow(after.eventId(), despite);
        return after;
    }

    void removed(PullList before) {
        audit.removed(before.subject(), before.version() + 1, before);
        events.announce(new PullListChanged(before.eventId(), before.id(), before.version() + 1, clock.instant()));
        reservations.follow(before.eventId(), null);
    }

    private PullList get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(PullLists.KIND, id));
    }
}
