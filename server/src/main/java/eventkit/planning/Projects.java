package eventkit.planning;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tours, festivals and series. */
public interface Projects {
    String KIND = "project";

    record Details(
            String name,
            Project.Kind kind,
            @Nullable UUID clientId,
            @Nullable String colour,
            @Nullable String notes) {
        public static Details of(Project p) {
            return new Details(p.name(), p.kind(), p.clientId(), p.colour(), p.notes());
        }
    }

    /** @param archived null for those in use */
    record Filter(
            Set<Project.Kind> kinds,
            Set<UUID> clientIds,
            @Nullable Boolean archived) {}

    /** Sorts: number, name, changedAt. */
    @Needs(Permission.EVENT_READ)
    Page<Project> list(Filter filter, ListQuery query);

    @Needs(Permission.EVENT_READ)
    Project get(UUID id);

    @Needs(Permission.EVENT_EDIT)
    Project create(Details details);

    @Needs(Permission.EVENT_EDIT)
    Project change(UUID id, Details details, IfMatch ifMatch);

    /** Nothing happens to one that is archived. */
    @Needs(Permission.EVENT_EDIT)
    Project archive(UUID id);

    @Needs(Permission.EVENT_EDIT)
    Project restore(UUID id);

    /** Only one without events; throws {@link ProjectHasEvents}. */
    @Needs(Permission.EVENT_EDIT)
    void remove(UUID id, IfMatch ifMatch);

    @Needs(Permission.EVENT_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);
}
