package eventkit.crm;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls, e-mails, meetings, notes and tasks: the timeline of a client. */
public interface Activities {
    String KIND = "activity";

    /**
     * Empty and null: not filtered by it.
     *
     * @param open true: only tasks that are not done; false: everything else
     */
    record Filter(
            List<UUID> clients,
            List<UUID> deals,
            List<Activity.Kind> kinds,
            List<UUID> assignees,
            @Nullable Boolean open) {
        public static final Filter NONE = new Filter(List.of(), List.of(), List.of(), List.of(), null);
    }

    /** @param dealId one of the client's */
    record Details(
            Activity.Kind kind,
            String subject,
            @Nullable String text,
            UUID clientId,
            @Nullable UUID dealId,
            @Nullable UUID contactId,
            Instant at,
            @Nullable Instant remindAt,
            @Nullable UUID assigneeId) {
        public static Details of(Activity a) {
            return new Details(
                    a.kind(),
                    a.subject(),
                    a.text(),
                    a.client().id(),
                    a.deal() == null ? null : a.deal().id(),
                    a.contact() == null ? null : a.contact().id(),
                    a.at(),
                    a.remindAt(),
                    a.assignee() == null ? null : a.assignee().id());
        }
    }

    /** Sorts: at, changedAt. */
    @Needs(Permission.DEAL_READ)
    Page<Activity> list(Filter filter, ListQuery query);

    @Needs(Permission.DEAL_READ)
    Activity get(UUID id);

    @Needs(Permission.DEAL_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);

    @Needs(Permission.DEAL_EDIT)
    Activity create(Details details);

    /** Its client stays; a reminder that is set anew is given again. */
    @Needs(Permission.DEAL_EDIT)
    Activity change(UUID id, Details details, IfMatch ifMatch);

    /** Only tasks; doing twice is as doing once. */
    @Needs(Permission.DEAL_EDIT)
    Activity done(UUID id, boolean done);

    @Needs(Permission.DEAL_EDIT)
    void remove(UUID id, IfMatch ifMatch);
}
