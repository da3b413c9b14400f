package eventkit.documents;

import eventkit.core.SignedIn;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;

/** Which photo stands for a thing; for lists of other modules. */
public interface Photos {
    /** The main photo's file by subject; nothing for those without one, and nothing at all for who may not open files. */
    @SignedIn
    Map<UUID, UUID> mainOf(String subjectKind, Collection<UUID> subjects);

    /** Holds for subjects with at least one photo; to filter the caller's own query by. */
    @SignedIn
    Condition exist(String subjectKind, Field<UUID> subject);
}
