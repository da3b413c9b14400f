package eventkit.planning;

import eventkit.core.Needs;
import eventkit.core.Open;
import eventkit.core.Permission;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who looks at a pull list right now, so that two planners on one list know of each other. */
public interface Onlookers {
    /** How long somebody counts as there who said nothing more. A window tells well before. */
    Duration STAYS = Duration.ofSeconds(25);

    record Onlooker(UUID userId, String name) {}

    /** Each person once, whoever asks among them; by name. */
    @Needs(Permission.EVENT_READ)
    List<Onlooker> of(UUID listId);

    /**
     * The caller looks at the list, and goes on doing so for {@link #STAYS}. Answers who does.
     *
     * @param windowId one window of theirs, whichever id it gave itself
     */
    @Needs(Permission.EVENT_READ)
    List<Onlooker> look(UUID listId, UUID windowId);

    /** The window shows something else now, or is closed. */
    @Needs(Permission.EVENT_READ)
    void leave(UUID listId, UUID windowId);

    /** Open: the streams compare it from one look to the next, and tell nobody who it is. The people on each list that somebody looks at. */
    @Open
    Map<UUID, Set<UUID>> now();
}
