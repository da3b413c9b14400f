package eventkit.planning;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The checklists of events. */
public interface Checklists {
    String KIND = "checklist";

    /** @param id null for a new one; one that is kept stays done */
    record ItemDetails(
            @Nullable UUID id, String text, @Nullable Instant dueAt) {}

    record Details(String name, @Nullable List<ItemDetails> items) {}

    /** @param done false: not yet after all */
    record Tick(Boolean done) {}

    @Needs(Permission.EVENT_READ)
    List<Checklist> of(UUID eventId);

    @Needs(Permission.EVENT_EDIT)
    Checklist create(UUID eventId, Details details);

    /** Replaces name and items. */
    @Needs(Permission.EVENT_EDIT)
    Checklist change(UUID eventId, UUID id, Details details, IfMatch ifMatch);

    @Needs(Permission.EVENT_EDIT)
    void remove(UUID eventId, UUID id, IfMatch ifMatch);

    /** Whoever sees the event may say what is done. */
    @Needs(Permission.EVENT_READ)
    Checklist tick(UUID eventId, UUID id, UUID itemId, Tick tick);
}
