package eventkit.finance;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.planning.EventPhases;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What events cost, and what they leave. */
public interface Costs {
    String KIND = "cost";

    /** Empty and null: not filtered by it. @param takenBack null or false: only those that count */
    record Filter(
            List<UUID> events,
            List<ProfitGroup> groups,
            @Nullable Boolean planned,
            @Nullable Boolean charge,
            @Nullable Boolean takenBack) {}

    /**
     * @param spentOn null: today
     * @param unit null: pieces
     * @param unitCost in the major unit of the currency, up to four digits after the point
     * @param currency null: that of the books
     * @param rate of the books' currency for one of this; needed where the two differ
     * @param charge null: no
     */
    record Details(
            UUID eventId,
            boolean planned,
            ProfitGroup profitGroup,
            String text,
            @Nullable LocalDate spentOn,
            BigDecimal quantity,
            @Nullable String unit,
            BigDecimal unitCost,
            @Nullable String currency,
            @Nullable BigDecimal rate,
            @Nullable Boolean charge) {}

    record Withdrawal(String reason) {}

    /**
     * A line of the profit and loss of an event: a group, or all of it. In the currency of the books.
     *
     * @param profitGroup null: of all groups
     * @param plannedRevenue only of the whole: the value of its won deals, else of the event
     */
    record ProfitLine(
            @Nullable ProfitGroup profitGroup,
            @Nullable Money plannedRevenue,
            Money plannedCost,
            Money revenue,
            Money cost,
            Money profit) {}

    /**
     * @param lines of each group in which there is something
     * @param marginPercent of the revenue, rounded half up to one digit; null without revenue
     * @param deposits billed in advance and not earned yet
     */
    record Profit(
            Named event,
            List<ProfitLine> lines,
            ProfitLine total,
            @Nullable BigDecimal marginPercent,
            Money deposits) {}

    /** A thing that is still out, was damaged or lost. @param kind {@code asset} or {@code maintenance-job} @param state as its register says */
    record Thing(String kind, UUID id, String number, String name, String state) {}

    /**
     * What is to be looked at before an event is closed.
     *
     * @param back how many pieces and cases have come back
     * @param missing has left and is not back
     * @param lost is written off for it
     * @param damaged repairs reported when it came back
     * @param gathered how many costs other rooms know of that are not taken over yet, planned and actual
     * @param toCharge costs that the client is to pay, on no invoice yet
     * @param drafts invoices of it that were not issued
     * @param open what its invoices still bring, by currency
     * @param conditions what its last phase still asks for; empty: it can be closed now
     * @param closes whether the caller may close it once nothing is asked for any more
     */
    record CloseOut(
            Named event,
            String phase,
            long back,
            List<Thing> missing,
            List<Thing> lost,
            List<Thing> damaged,
            int gathered,
            List<Cost> toCharge,
            List<Invoice> drafts,
            List<Money> open,
            List<EventPhases.Missing> conditions,
            boolean closes) {}

    /** Sorts: spentOn, amount, changedAt. */
    @Needs(Permission.COST_READ)
    Page<Cost> list(Filter filter, ListQuery query);

    @Needs(Permission.COST_READ)
    Cost get(UUID id);

    @Needs(Permission.COST_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);

    /** Throws {@link MonthClosed}. */
    @Needs(Permission.COST_EDIT)
    Cost create(Details details);

    /** Whether the client is to pay it. Throws {@link CostCharged}. */
    @Needs(Permission.COST_EDIT)
    Cost charge(UUID id, boolean charge, IfMatch ifMatch);

    /** A planned one is gone, the entry of an actual one is reversed. Throws {@link CostCharged}. */
    @Needs(Permission.COST_EDIT)
    Cost takeBack(UUID id, Withdrawal withdrawal, IfMatch ifMatch);

    /** Takes over what other rooms know by now: equipment used, sub-hires, consumables, damage and losses. What changed since is posted anew. */
    @Needs(Permission.COST_EDIT)
    List<Cost> gather(UUID event);

    @Needs(Permission.COST_READ)
    Profit profit(UUID event);

    @Needs(Permission.COST_READ)
    CloseOut closeOut(UUID event);

    /** The draft of an invoice over what is to be charged on. */
    @Needs(Permission.INVOICE_EDIT)
    Invoice chargeOn(UUID event);
}
