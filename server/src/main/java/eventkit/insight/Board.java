package eventkit.insight;

import eventkit.core.Subject;
import java.util.List;
import java.util.UUID;

/**
 * @param own whether it is the caller's, who alone may change it
 * @param everybody shown to everybody; @param roles shown to whoever holds one of these
 */
public record Board(
        UUID id,
        String name,
        boolean own,
        String ownerName,
        boolean everybody,
        List<UUID> roles,
        List<Widget> widgets,
        long version) {
    Subject subject() {
        return new Subject(Boards.KIND, id, name);
    }
}
