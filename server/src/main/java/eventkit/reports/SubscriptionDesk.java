package eventkit.reports;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.identity.CompanyProfile;
import eventkit.reports.Subscription.Reason;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SubscriptionDesk implements Subscriptions {
    private static final int RECIPIENTS_MAX = 50;
    private static final int MONTH_DAYS = 28;
    private final SubscriptionRows rows;
    private final Readers readers;
    private final Reports reports;
    private final CompanyProfile companies;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    SubscriptionDesk(
            SubscriptionRows rows,
            Readers readers,
            Reports reports,
            CompanyProfile companies,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.readers = readers;
        this.reports = reports;
        this.companies = companies;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    private record Facts(
            String name,
            ReportKind report,
            Reports.Format format,
            Rhythm rhythm,
            int day,
            int hour,
            List<String> recipients,
            @Nullable Instant stoppedAt) {
        static Facts of(Subscription s) {
            return new Facts(
                    s.name(),
                    s.report(),
                    s.format(),
                    s.rhythm(),
                    s.day(),
                    s.hour(),
                    s.recipients().stream().map(Named::name).toList(),
                    s.stoppedAt());
        }
    }

    @Override
    public Page<Subscription> list(ListQuery query) {
        return rows.list(Callers.current().user(), query);
    }

    /** Of what is neither theirs nor for them nobody learns that it is there. */
    @Override
    public Subscription get(UUID id) {
        var me = Callers.current().user();
        return rows.find(id)
                .filter(s ->
                        s.owner().id().equals(me) || s.recipients().stream().anyMatch(r -> r.id().equals(me)))
                .orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    public Page<Delivery> deliveries(List<UUID> subscriptions, ListQuery query) {
        return rows.deliveries(Callers.current().user(), subscriptions, query);
    }

    @Override
    public List<Named> readers(@Nullable ReportKind report) {
        return rows.named(readers.of(report));
    }

    @Override
    @Transactional
    public Subscription create(Details d) {
        var me = Callers.current().user();
        Callers.current().mustHave(Permission.EXPORT);
        var check = new Check()
                .required(d.report(), "report")
                .required(d.name(), "name")
                .line(d.name(), "name", 120)
                .required(d.question(), "question")
                .required(d.format(), "format")
                .that(d.format() != Reports.Format.CSV, "format", "unknown", "Reports are mailed as PDF or XLSX.")
                .required(d.rhythm(), "rhythm")
                .between(d.day(), "day", 1, d.rhythm() == Rhythm.WEEKLY ? 7 : MONTH_DAYS)
                .between(d.hour(), "hour", 0, 23)
                .size(d.recipients(), "recipients", RECIPIENTS_MAX);
        check.orThrow();
        var to = new LinkedHashSet<>(d.recipients());
        if (to.isEmpty()) to.add(me);
        var may = readers.of(d.report());
        int at = 0;
        for (var user : to) {
            check.that(
                    user != null && may.contains(user),
                    "recipients[" + at++ + "]",
                    "may-not-see",
                    "This person may not see the report.");
        }
        check.orThrow();
        // What can not be made now will not be made later either.
        reports.make(d.report(), d.question());
        var now = clock.instant();
        var id = ids.next();
        rows.insert(id, me, d, to, next(d.rhythm(), d.day(), d.hour(), now), now);
        var made = get(id);
        audit.created(made.subject(), Facts.of(made));
        return made;
    }

    private Instant next(Rhythm rhythm, int day, int hour, Instant after) {
        return rhythm.after(after, day, hour, companies.zone());
    }

    @Override
    @Transactional
    public Subscription stop(UUID id, IfMatch ifMatch) {
        rows.lock(id);
        var before = get(id);
        ifMatch.require(before.version(), audit, KIND, id);
        var me = Callers.current().user();
        var now = clock.instant();
        if (!before.owner().id().equals(me)) {
            rows.leave(id, me, now);
            var after = rows.find(id).orElseThrow();
            audit.changed(after.subject(), "left", after.version(), Facts.of(before), Facts.of(after));
            return after;
        }
        if (before.stoppedAt() != null) return before;
        rows.stop(id, Reason.ASKED, Callers.current().name(), now);
        var after = get(id);
        audit.changed(after.subject(), "stopped", after.version(), Facts.of(before), Facts.of(after));
        return after;
    }

    @Override
    @Transactional
    public Subscription resume(UUID id, IfMatch ifMatch) {
        rows.lock(id);
        var before = get(id);
        if (!before.owner().id().equals(Callers.current().user())) throw new NotFound(KIND, id);
        ifMatch.require(before.version(), audit, KIND, id);
        if (before.stoppedAt() == null) return before;
        for (var permission : before.report().permissions()) Callers.current().mustHave(permission);
        Callers.current().mustHave(Permission.EXPORT);
        new Check()
                .that(
                        !before.recipients().isEmpty(),
                        "recipients",
                        "required",
                        "Nobody is left who gets it. Begin anew.")
                .orThrow();
        var now = clock.instant();
        rows.resume(id, next(before.rhythm(), before.day(), before.hour(), now), now);
        var after = get(id);
        audit.changed(after.subject(), "resumed", after.version(), Facts.of(before), Facts.of(after));
        return after;
    }
}
