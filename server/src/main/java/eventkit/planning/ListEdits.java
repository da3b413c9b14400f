package eventkit.planning;

import eventkit.core.Audit;
import eventkit.core.Events;
import eventkit.core.IfMatch;
import eventkit.core.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How every change of a pull list begins and ends: under its lock, not while the warehouse works from it, with one version more. */
@Component
class ListEdits {
    private final PullListRows rows;
    private final Audit audit;
    private final Events events;
    private final Clock clock;

    ListEdits(PullListRows rows, Audit audit, Events events, Clock clock) {
        this.rows = rows;
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

    PullList end(PullList before, String action, List<Audit.Change> changes) {
        var now = clock.instant();
        rows.touch(before.id(), now);
        var after = get(before.id());
        audit.record(after.subject(), action, after.version(), changes);
        events.announce(new PullListChanged(after.eventId(), after.id(), after.version(), now));
        return after;
    }

    void removed(PullList before) {
        audit.removed(before.subject(), before.version() + 1, before);
        events.announce(new PullListChanged(before.eventId(), before.id(), before.version() + 1, clock.instant()));
    }

    private PullList get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(PullLists.KIND, id));
    }
}
