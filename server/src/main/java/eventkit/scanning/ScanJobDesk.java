package eventkit.scanning;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.ChangeFeed;
import eventkit.core.Check;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.Subject;
import eventkit.identity.CompanyProfile;
import eventkit.planning.Event;
import eventkit.planning.EventRegister;
import eventkit.planning.Phase;
import eventkit.scanning.JobRows.Sums;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

@Service
class ScanJobDesk implements ScanJobs {
    private static final Set<Phase> WORKED_ON =
            EnumSet.of(Phase.CONFIRMED, Phase.PREP, Phase.LOAD_OUT, Phase.ON_SITE, Phase.LOAD_IN, Phase.DE_PREP);
    /** So late something may commit that was written down before. */
    private static final Duration LATE_COMMIT = Duration.ofSeconds(15);

    private static final Duration DELTA_MAX = Duration.ofDays(2);
    private static final int CHANGES_MAX = 5_000;
    /** What says something of assets without naming them. */
    private static final Set<String> EXAMINED = Set.of("inspection", "maintenance-job");

    private final JobRows rows;
    private final EventRegister events;
    private final ChangeFeed feed;
    private final CompanyProfile company;
    private final Audit audit;
    private final Clock clock;

    ScanJobDesk(JobRows rows, EventRegister events, ChangeFeed feed, CompanyProfile company, Audit audit, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.feed = feed;
        this.company = company;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Page<Line> list(Set<Phase> phases, ListQuery query) {
        Callers.current().mustHave(Permission.EVENT_READ);
        var page = events.list(
                new EventRegister.Filter(
                        phases.isEmpty() ? WORKED_ON : phases,
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        null,
                        null,
                        null,
                        null,
                        null),
                query.sort() == null
                        ? new ListQuery(query.q(), "from", query.limit(), query.cursor(), query.offset())
                        : query);
        var sums = rows.sums(page.items().stream().map(Event::id).toList());
        return new Page<>(
                page.items().stream()
                        .map(e -> line(e, sums.getOrDefault(e.id(), Sums.NONE)))
                        .toList(),
                page.total(),
                page.next());
    }

    private static Line line(Event e, Sums s) {
        return new Line(
                e.id(),
                e.number() == null ? e.name() : e.number(),
                e.name(),
                e.phase(),
                e.clientName(),
                e.venueName(),
                e.from(),
                e.to(),
                e.warehouseName(),
                s.wanted(),
                s.picked(),
                s.out(),
                s.back(),
                s.missing());
    }

    /** Of one moment, so that what is counted and what is where agree. */
    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ScanJob get(UUID eventId, @Nullable String since, Set<UUID> sent, String origin) {
        Callers.current().mustHave(Permission.EVENT_READ);
        new Check().size(List.copyOf(sent), "sent", Scans.AT_ONCE_MAX).orThrow();
        var now = clock.instant();
        var event = rows.event(eventId).orElseThrow(() -> new NotFound("event", eventId));
        var changed = since == null ? null : changed(since, now);
        var version = String.valueOf(now.toEpochMilli());
        var today = LocalDate.ofInstant(now, company.zone());
        var counted = rows.counted(sent, Callers.current().user());
        return rows.job(event, version, List.copyOf(company.addresses(origin)), today, changed, counted);
    }

    @Override
    @Transactional
    public void wantCheck(UUID eventId, boolean wanted) {
        var event = rows.event(eventId).orElseThrow(() -> new NotFound("event", eventId));
        if (rows.wantCheck(eventId, wanted)) record(event, wanted ? "check-wanted" : "check-waived");
    }

    @Override
    @Transactional
    public void confirmPrep(UUID eventId, long scans) {
        var event = rows.event(eventId).orElseThrow(() -> new NotFound("event", eventId));
        var caller = Callers.current();
        var by = rows.madeReady(eventId);
        if (by.containsKey(caller.user())) throw SecondPersonNeeded.madeReady(event.number(), List.copyOf(by.values()));
        if (!rows.confirm(eventId, scans, caller.user(), caller.name(), clock.instant()))
            throw new PrepChanged(event.number());
        record(event, "prep-checked");
    }

    private void record(ScanJob.EventNow event, String action) {
        audit.record(new Subject(Doing.AUDITED, event.id(), event.number()), action, 1, List.of());
    }

    /** The ids of all that changed since; null where that is not known. */
    private @Nullable Set<UUID> changed(String since, Instant now) {
        Instant from;
        try {
            from = Instant.ofEpochMilli(Long.parseLong(since));
        } catch (NumberFormatException e) {
            return null;
        }
        if (from.isAfter(now) || from.isBefore(now.minus(DELTA_MAX))) return null;
        var changes = feed.changes(from.minus(LATE_COMMIT), CHANGES_MAX);
        if (changes.size() == CHANGES_MAX) return null;
        var ids = new HashSet<UUID>();
        var examined = new HashSet<UUID>();
        for (var change : changes) {
            if (change.kind().equals("inspection-plan")) return null;
            (EXAMINED.contains(change.kind()) ? examined : ids).add(change.subjectId());
        }
        var assets = rows.examined(examined);
        if (assets.size() < examined.size()) return null;
        ids.addAll(assets.values());
        return ids;
    }
}
