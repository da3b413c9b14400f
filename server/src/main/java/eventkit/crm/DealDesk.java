package eventkit.crm;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Check;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class DealDesk implements Deals {
    private static final int CARDS_MAX = 100;
    /** Of closed deals the board shows the last quarter. */
    private static final int CLOSED_DAYS = 90;

    private final DealRows rows;
    private final PipelineRows pipelines;
    private final CrmRows common;
    private final CompanyProfile companies;
    private final Audit audit;
    private final AuditTrail trail;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    DealDesk(
            DealRows rows,
            PipelineRows pipelines,
            CrmRows common,
            CompanyProfile companies,
            Audit audit,
            AuditTrail trail,
            Events events,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.pipelines = pipelines;
        this.common = common;
        this.companies = companies;
        this.audit = audit;
        this.trail = trail;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** A stage as the audit trail says it: by its name, for it may be gone when somebody reads it. */
    private record Standing(
            String stage,
            DealState state,
            @Nullable String lostReason,
            @Nullable String competitor) {
        static Standing of(Deal d) {
            return new Standing(d.stage().name(), d.state(), d.lostReason(), d.competitor());
        }
    }

    private record Facts(
            String name,
            UUID clientId,
            @Nullable UUID contactId,
            @Nullable Money value,
            @Nullable Integer probabilityPercent,
            @Nullable LocalDate expectedClose,
            @Nullable LocalDate eventFrom,
            @Nullable LocalDate eventTo,
            @Nullable UUID venueId,
            @Nullable UUID eventId,
            @Nullable UUID ownerId,
            @Nullable String competitor,
            @Nullable String notes) {
        static Facts of(Details d) {
            return new Facts(
                    d.name(),
                    d.clientId(),
                    d.contactId(),
                    d.value(),
                    d.probabilityPercent(),
                    d.expectedClose(),
                    d.eventFrom(),
                    d.eventTo(),
                    d.venueId(),
                    d.eventId(),
                    d.ownerId(),
                    d.competitor(),
                    d.notes());
        }
    }

    @Override
    public Page<Deal> list(Filter filter, ListQuery query) {
        return rows.list(filter, query);
    }

    @Override
    public Deal get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    public Optional<Deal> byNumber(String number) {
        return rows.byNumber(number);
    }

    @Override
    public List<Deal> called(UUID clientId, String name) {
        return rows.called(clientId, name);
    }

    @Override
    public Optional<UUID> person(String said) {
        return common.person(said);
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        return trail.history(KIND, get(id).id(), query);
    }

    @Override
    public Board board(@Nullable UUID pipelineId, List<UUID> owners) {
        var pipeline = pipeline(pipelineId);
        var since = LocalDate.ofInstant(clock.instant(), zone()).minusDays(CLOSED_DAYS);
        var from = since.atStartOfDay(zone()).toInstant();
        var tallies = rows.tallies(pipeline.id(), owners, from);
        var columns = new ArrayList<Column>();
        for (var stage : pipeline.stages()) {
            var tally = tallies.get(stage.id());
            columns.add(
                    tally == null
                            ? new Column(stage, 0, List.of(), List.of())
                            : new Column(
                                    stage,
                                    tally.total(),
                                    tally.sums(),
                                    rows.ofStage(pipeline.id(), stage.id(), owners, from, CARDS_MAX)));
        }
        return new Board(pipeline, since, columns);
    }

    @Override
    public List<Month> forecast(@Nullable UUID pipelineId, List<UUID> owners) {
        if (pipelineId != null) pipeline(pipelineId);
        var year = LocalDate.ofInstant(clock.instant(), zone()).withDayOfYear(1);
        var currency =
                company().map(Company::currency).map(Currency::getInstance).orElse(Currency.getInstance("EUR"));
        return rows.forecast(pipelineId, owners, year, zone(), currency);
    }

    private Pipeline pipeline(@Nullable UUID id) {
        var found = id == null ? pipelines.standard() : pipelines.find(id);
        return found.orElseThrow(() -> new NotFound(Pipelines.KIND, Objects.requireNonNullElse(id, new UUID(0, 0))));
    }

    private Optional<Company> company() {
        return companies.find();
    }

    private ZoneId zone() {
        return company().map(c -> ZoneId.of(c.timeZone())).orElse(ZoneId.of("UTC"));
    }

    @Override
    @Transactional
    public Deal create(Details given) {
        var details = checked(given);
        var pipeline = details.stageId() == null
                ? pipeline(null)
                : pipelines.ofStage(details.stageId()).orElse(null);
        var stage = pipeline == null
                ? null
                : pipeline.stages().stream()
                        .filter(s -> details.stageId() == null || s.id().equals(details.stageId()))
                        .findFirst()
                        .orElse(null);
        new Check()
                .that(stage != null, "stageId", "unknown", "There is no such stage.")
                .that(
                        stage == null || stage.state() == DealState.OPEN,
                        "stageId",
                        "closed",
                        "A new deal begins in an open stage. Close it afterwards.")
                .orThrow();
        var id = ids.next();
        rows.insert(
                id,
                common.nextDeal(),
                details,
                Objects.requireNonNull(pipeline),
                Objects.requireNonNull(stage),
                null,
                clock.instant());
        var made = get(id);
        audit.created(made.subject(), Facts.of(Details.of(made)));
        events.announce(new DealMoved(id, made.client().id(), DealState.OPEN, DealState.OPEN));
        weighed(made);
        return made;
    }

    @Override
    @Transactional
    public Deal change(UUID id, Details given, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        var details = checked(given);
        var was = Details.of(before);
        if (details.equals(was)) return before;
        new Check()
                .that(
                        before.stage().id().equals(details.stageId()),
                        "stageId",
                        "fixed",
                        "A deal goes to another stage by moving it.")
                .orThrow();
        if (before.state().closed() && !details.equals(reopened(was, details))) throw new DealClosed(before);
        rows.update(id, details, clock.instant());
        var after = get(id);
        audit.changed(after.subject(), after.version(), Facts.of(was), Facts.of(Details.of(after)));
        weighed(after);
        return after;
    }

    private void weighed(Deal deal) {
        if (deal.event() != null)
            events.announce(new DealWeighed(deal.id(), deal.event().id()));
    }

    /** What may be said of a deal when it is closed. */
    private static Details reopened(Details was, Details now) {
        return new Details(
                was.name(),
                was.clientId(),
                was.contactId(),
                was.stageId(),
                was.value(),
                was.probabilityPercent(),
                was.expectedClose(),
                was.eventFrom(),
                was.eventTo(),
                was.venueId(),
                now.eventId(),
                was.ownerId(),
                now.competitor(),
                now.notes());
    }

    @Override
    @Transactional
    public Deal move(UUID id, Move move, IfMatch ifMatch) {
        var before = lock(id, ifMatch);
        var reason = CrmRows.blankToNull(move.lostReason());
        var competitor = CrmRows.blankToNull(move.competitor());
        var check = new Check()
                .required(move.stageId(), "stageId")
                .text(reason, "lostReason", 1_000)
                .line(competitor, "competitor", 200);
        check.orThrow();
        var pipeline = pipelines.ofStage(move.stageId()).orElse(null);
        check.that(pipeline != null, "stageId", "unknown", "There is no such stage.")
                .orThrow();
        var to = Objects.requireNonNull(pipeline).stages().stream()
                .filter(s -> s.id().equals(move.stageId()))
                .findFirst()
                .orElseThrow();
        boolean lost = to.state() == DealState.LOST;
        check.that(!lost || reason != null, "lostReason", "required", "Say why it was lost.")
                .that(lost || reason == null, "lostReason", "not-lost", "Only a lost deal has a reason.")
                .orThrow();
        if (before.stage().id().equals(to.id())) return before;
        if (!before.state().successors().contains(to.state())) throw new IllegalDealMove(before, to);
        rows.move(id, pipeline, to, reason, competitor, clock.instant());
        var after = get(id);
        audit.changed(after.subject(), "moved", after.version(), Standing.of(before), Standing.of(after));
        events.announce(new DealMoved(id, after.client().id(), before.state(), after.state()));
        weighed(after);
        return after;
    }

    @Override
    @Transactional
    public Deal proposed(UUID id) {
        var deal = lock(id, IfMatch.ANY);
        if (deal.state() != DealState.OPEN) return deal;
        var stages = pipeline(deal.pipeline().id()).stages();
        int stands = -1;
        for (int i = 0; i < stages.size(); i++) {
            if (stages.get(i).id().equals(deal.stage().id())) stands = i;
            if (stages.get(i).quoteSent() && stands >= 0 && stands < i)
                return move(id, new Move(stages.get(i).id(), null, null), IfMatch.ANY);
        }
        return deal;
    }

    private Details checked(Details d) {
        var details = new Details(
                d.name() == null ? "" : d.name().strip(),
                d.clientId(),
                d.contactId(),
                d.stageId(),
                d.value(),
                d.probabilityPercent(),
                d.expectedClose(),
                d.eventFrom(),
                d.eventTo(),
                d.venueId(),
                d.eventId(),
                d.ownerId(),
                CrmRows.blankToNull(d.competitor()),
                CrmRows.blankToNull(d.notes()));
        var check = new Check()
                .required(details.name(), "name")
                .line(details.name(), "name", 200)
                .required(details.clientId(), "clientId")
                .money(details.value(), "value")
                .between(details.probabilityPercent(), "probabilityPercent", 0, 100)
                .date(details.expectedClose(), "expectedClose")
                .date(details.eventFrom(), "eventFrom")
                .date(details.eventTo(), "eventTo")
                .that(
                        details.eventTo() == null
                                || (details.eventFrom() != null
                                        && !details.eventTo().isBefore(details.eventFrom())),
                        "eventTo",
                        "before-from",
                        "The last day can not be before the first.")
                .line(details.competitor(), "competitor", 200)
                .text(details.notes(), "notes", 10_000);
        common.client(check, details.clientId());
        common.contact(check, details.contactId(), details.clientId());
        common.venue(check, details.venueId());
        common.event(check, details.eventId());
        common.person(check, details.ownerId(), "ownerId");
        check.orThrow();
        return details;
    }

    private Deal lock(UUID id, IfMatch ifMatch) {
        rows.lock(id);
        var deal = get(id);
        ifMatch.require(deal.version(), audit, KIND, id);
        return deal;
    }
}
