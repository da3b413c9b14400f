package eventkit.planning;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Permission;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The company's types of events and their workflows. */
public interface EventTypes {
    String KIND = "event-type";

    /** @param workflow null for none; those with an id keep their events */
    record Details(
            String name, @Nullable String colour, @Nullable List<EventType.OwnPhase> workflow) {
        public static Details of(EventType t) {
            return new Details(t.name(), t.colour(), t.workflow());
        }
    }

    /** By name, the standard type first. @param archived null or false for those in use */
    @Needs(Permission.EVENT_READ)
    List<EventType> list(@Nullable Boolean archived);

    @Needs(Permission.EVENT_READ)
    EventType get(UUID id);

    /** Throws {@link EventTypeTaken}. */
    @Needs(Permission.EVENT_CONFIRM)
    EventType create(Details details);

    /** Throws {@link EventTypeTaken}. */
    @Needs(Permission.EVENT_CONFIRM)
    EventType change(UUID id, Details details, IfMatch ifMatch);

    @Needs(Permission.EVENT_CONFIRM)
    EventType makeStandard(UUID id);

    /** Throws {@link EventTypeStandard}. */
    @Needs(Permission.EVENT_CONFIRM)
    EventType archive(UUID id);

    @Needs(Permission.EVENT_CONFIRM)
    EventType restore(UUID id);

    /** Throws {@link EventTypeStandard}, {@link EventTypeInUse}. */
    @Needs(Permission.EVENT_CONFIRM)
    void remove(UUID id, IfMatch ifMatch);
}
