package eventkit.reports;

import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports by e-mail. A person sees those that are theirs, and those that they get. */
public interface Subscriptions {
    String KIND = "report-subscription";

    /**
     * @param format PDF or XLSX
     * @param recipients people who may see the report; none: whoever asks
     */
    record Details(
            ReportKind report,
            String name,
            Question question,
            Reports.Format format,
            Rhythm rhythm,
            int day,
            int hour,
            List<UUID> recipients) {
        public Details {
            recipients = recipients == null ? List.of() : List.copyOf(recipients);
        }
    }

    enum Outcome {
        MAILED,
        PERMISSION_LOST,
        PERSON_GONE,
        FAILED
    }

    /** @param emailState what became of it; null where there is none, or it was cleared away */
    record Delivery(
            UUID id,
            UUID subscriptionId,
            Named person,
            Instant dueAt,
            Outcome outcome,
            @Nullable String emailState,
            Instant madeAt) {}

    /** Sorts: changedAt. */
    @Needs(Permission.REPORT_READ)
    Page<Subscription> list(ListQuery query);

    @Needs(Permission.REPORT_READ)
    Subscription get(UUID id);

    /** What was mailed to whom. Sorts: madeAt. */
    @Needs(Permission.REPORT_READ)
    Page<Delivery> deliveries(List<UUID> subscriptions, ListQuery query);

    /** Who may get a report; by name. */
    @Needs(Permission.REPORT_READ)
    List<Named> readers(@Nullable ReportKind report);

    @Needs(Permission.REPORT_READ)
    Subscription create(Details details);

    /** By its owner it ends for all; whoever else gets it is left out from now on. */
    @Needs(Permission.REPORT_READ)
    Subscription stop(UUID id, IfMatch ifMatch);

    /** Only its owner can. */
    @Needs(Permission.REPORT_READ)
    Subscription resume(UUID id, IfMatch ifMatch);
}
