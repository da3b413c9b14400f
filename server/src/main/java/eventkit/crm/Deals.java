package eventkit.crm;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Deals: what may become a job, with whom, for how much, how likely and when. */
public interface Deals {
    String KIND = "deal";

    /** Empty and null: not filtered by it. @param closeFrom of the day that is expected @param closedFrom of when it was won or lost, until before {@code closedTo} */
    record Filter(
            List<UUID> clients,
            List<UUID> pipelines,
            List<UUID> stages,
            List<DealState> states,
            List<UUID> owners,
            List<UUID> events,
            @Nullable LocalDate closeFrom,
            @Nullable LocalDate closeTo,
            @Nullable Instant closedFrom,
            @Nullable Instant closedTo,
            @Nullable String reason) {
        public static final Filter NONE = new Filter(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null, null, null, null);
    }

    /**
     * @param stageId where a new one begins, null: the first stage of the standard pipeline; afterwards it is moved
     * @param probabilityPercent null: as its stage says
     */
    record Details(
            String name,
            UUID clientId,
            @Nullable UUID contactId,
            @Nullable UUID stageId,
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
        public static Details of(Deal d) {
            return new Details(
                    d.name(),
                    d.client().id(),
                    d.contact() == null ? null : d.contact().id(),
                    d.stage().id(),
                    d.value(),
                    d.probabilityPercent(),
                    d.expectedClose(),
                    d.eventFrom(),
                    d.eventTo(),
                    d.venue() == null ? null : d.venue().id(),
                    d.event() == null ? null : d.event().id(),
                    d.owner() == null ? null : d.owner().id(),
                    d.competitor(),
                    d.notes());
        }
    }

    /**
     * @param lostReason needed where the stage is a lost one, and only there
     * @param competitor who got it; null: as it is
     */
    record Move(
            UUID stageId,
            @Nullable String lostReason,
            @Nullable String competitor) {}

    record Sum(Money value, Money weighted) {}

    /**
     * A stage with its deals.
     *
     * @param total of all of them; {@code deals} are the first hundred, the soonest to close first
     * @param sums by currency, of all of them
     */
    record Column(Stage stage, int total, List<Sum> sums, List<Deal> deals) {}

    /** @param closedSince of won and lost ones, only those closed since that day */
    record Board(Pipeline pipeline, LocalDate closedSince, List<Column> columns) {}

    /**
     * What a month may bring, in one currency.
     *
     * @param month its first day; null for open deals of which nobody said when
     * @param open how many may be won in it
     * @param value of these
     * @param weighted each by its chance
     * @param won of those that were won in it
     */
    record Month(@Nullable LocalDate month, int open, Money value, Money weighted, Money won) {}

    /** Sorts: number, name, expectedClose, changedAt, value. */
    @Needs(Permission.DEAL_READ)
    Page<Deal> list(Filter filter, ListQuery query);

    @Needs(Permission.DEAL_READ)
    Deal get(UUID id);

    @Needs(Permission.DEAL_READ)
    Optional<Deal> byNumber(String number);

    /** Those of a client that have this name, whatever its case. */
    @Needs(Permission.DEAL_READ)
    List<Deal> called(UUID clientId, String name);

    /** Somebody who can own a deal, by e-mail address or name; nobody where two are called so. */
    @Needs(Permission.DEAL_READ)
    Optional<UUID> person(String said);

    @Needs(Permission.DEAL_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);

    /** @param pipeline null: the standard one */
    @Needs(Permission.DEAL_READ)
    Board board(@Nullable UUID pipeline, List<UUID> owners);

    /** Open deals by the month in which they are expected to close, won ones by the month in which they did; of this year on and what is overdue. */
    @Needs(Permission.DEAL_READ)
    List<Month> forecast(@Nullable UUID pipeline, List<UUID> owners);

    @Needs(Permission.DEAL_EDIT)
    Deal create(Details details);

    /** Throws {@link DealClosed} where more is changed of a closed one than its notes, its event and who else offered. */
    @Needs(Permission.DEAL_EDIT)
    Deal change(UUID id, Details details, IfMatch ifMatch);

    /** A quote of it was sent: to the stage where such deals stand, if it stands before that; never back, and nothing of a closed one. */
    @Needs(Permission.DEAL_EDIT)
    Deal proposed(UUID id);

    /** Throws {@link IllegalDealMove}. */
    @Needs(Permission.DEAL_EDIT)
    Deal move(UUID id, Move move, IfMatch ifMatch);
}
