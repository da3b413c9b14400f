package eventkit.planning;

import eventkit.core.Needs;
import eventkit.core.Permission;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Papers (PDF), in the company's language and on the event's clock. */
public interface Prints {
    int LINES_MAX = 5_000;

    enum Form {
        /** One list to pull from. */
        PULL_LIST,
        /** A page for each group, with room to write what went in which case. */
        PACKING_LIST
    }

    /** @param content PDF */
    record Print(String fileName, byte[] content) {}

    /**
     * Throws {@link PrintTooLong}.
     *
     * @param groupId the only group to print; null for all
     * @param origin where the request came to
     */
    @Needs(Permission.EVENT_READ)
    Print pullList(UUID listId, Form form, @Nullable UUID groupId, String origin);

    /**
     * What the caller may see of the event, its client and its venue; of its pull lists the sums. Throws {@link PrintTooLong} for thousands of tasks and
     * blocks.
     */
    @Needs(Permission.EVENT_READ)
    Print event(UUID eventId, String origin);
}
