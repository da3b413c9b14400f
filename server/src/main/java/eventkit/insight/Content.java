package eventkit.insight;

import eventkit.core.Money;
import eventkit.insight.Home.Alert;
import eventkit.insight.Home.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What widgets show. */
public final class Content {
    private Content() {}

    /** @param total how many there are until then; the soonest are told */
    public record UpcomingEvents(LocalDate until, int total, List<EventCard> events) {}

    /** @param lacking of so many products it was promised more than there is */
    public record EventCard(
            UUID id,
            String number,
            String name,
            String phase,
            @Nullable String ownPhaseName,
            @Nullable Instant optionedUntil,
            @Nullable String clientName,
            @Nullable String venueName,
            @Nullable String plannerName,
            @Nullable String colour,
            String timeZone,
            Instant from,
            Instant to,
            int lacking) {}

    /**
     * Open deals, and those closed since a day.
     *
     * @param open by currency, the company's own first
     * @param stages of one pipeline or of all, in their order
     * @param overdue open ones that should have been closed by now
     */
    public record PipelineValue(
            List<Worth> open, List<StageValue> stages, LocalDate since, Closed won, Closed lost, int overdue) {}

    public record Worth(Money value, Money weighted) {}

    public record StageValue(UUID id, String name, @Nullable String pipelineName, int deals, List<Worth> sums) {}

    public record Closed(int deals, List<Money> sums) {}

    /**
     * How much of the equipment is wanted, of all pieces that have a number of their own.
     *
     * @param averagePercent of the pieces, over the whole time; @param peakPercent at the fullest moment, {@code peakDay}
     * @param days each by its fullest moment
     */
    public record Utilisation(
            @Nullable String categoryName,
            double averagePercent,
            double peakPercent,
            @Nullable LocalDate peakDay,
            List<UsedDay> days,
            List<UsedPlace> places) {}

    /** @param lacking pieces that are wanted where they are not */
    public record UsedDay(LocalDate day, int stock, int wanted, int optioned, int lacking) {}

    public record UsedPlace(UUID warehouseId, String name, double averagePercent, double peakPercent, int lacking) {}

    /**
     * @param shortages null for whoever may not see events or equipment
     * @param alerts what there is none of is left out
     */
    public record StockAlerts(@Nullable Shortages shortages, List<Alert> alerts) {}

    /** @param soonest the first few of those events */
    public record Shortages(int events, int products, List<ShortEvent> soonest) {}

    public record ShortEvent(UUID id, String number, String name, Instant from, int products) {}

    /**
     * Who is responsible for which days: the people events name as their planners.
     *
     * @param unassigned events in that time that name nobody
     */
    public record CrewAvailability(LocalDate from, int days, List<Busy> people, int unassigned, int more) {}

    /**
     * @param eventsByDay how many events the person has on each day
     * @param clashes pairs of these events that are at the same time
     */
    public record Busy(UUID id, String name, int events, List<Integer> eventsByDay, int clashes) {}

    /** @param assetsByStatus null for whoever may not see assets, as is {@code unfit} */
    public record Equipment(
            List<Amount> counts,
            @Nullable Map<String, Long> assetsByStatus,
            @Nullable Long unfit) {}
}
