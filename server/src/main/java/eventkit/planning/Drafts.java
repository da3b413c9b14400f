package eventkit.planning;

import eventkit.core.Ids;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what events want, to try something else on it. */
@Component
class Drafts {
    private final EventRows events;
    private final PullListRows lists;
    private final PullLineRows lines;
    private final Ids ids;

    Drafts(EventRows events, PullListRows lists, PullLineRows lines, Ids ids) {
        this.events = events;
        this.lists = lists;
        this.lines = lines;
        this.ids = ids;
    }

    Draft of(Event event) {
        var all = lists.of(event.id());
        return Draft.of(
                event, all, all.stream().map(list -> lines.all(list.id())).toList(), ids);
    }

    /** Of an event that may be changed; null where it may not. */
    @Nullable
    Draft find(UUID eventId) {
        return events.find(eventId)
                .filter(event -> event.phase() != Phase.CLOSED && event.phase() != Phase.CANCELLED)
                .map(this::of)
                .orElse(null);
    }
}
