package eventkit.finance;

import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The double-entry ledger: what was posted, what it adds up to, and which months are closed. */
public interface Books {
    String KIND = "journal-entry";
    String MONTH_KIND = "closed-month";

    /** Empty and null: not filtered by it. @param of what the events are that lines belong to; null: of none, too */
    record Filter(
            List<UUID> accounts,
            List<AccountClass> classes,
            List<ProfitGroup> groups,
            List<UUID> events,
            List<UUID> clients,
            List<UUID> deals,
            List<String> sources,
            @Nullable UUID sourceId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable OfEvents of) {
        public Filter(
                List<UUID> accounts,
                List<AccountClass> classes,
                List<ProfitGroup> groups,
                List<UUID> events,
                List<UUID> clients,
                List<UUID> deals,
                List<String> sources,
                @Nullable UUID sourceId,
                @Nullable LocalDate from,
                @Nullable LocalDate to) {
            this(accounts, classes, groups, events, clients, deals, sources, sourceId, from, to, null);
        }
    }

    /** Events by their last day, their type, their warehouse and whom they are for. Empty and null: not filtered by it. */
    record OfEvents(
            List<UUID> types,
            List<UUID> warehouses,
            List<UUID> clients,
            @Nullable LocalDate lastFrom,
            @Nullable LocalDate lastTo) {}

    /**
     * @param own what the lines of the account add up to, in the company's currency; debit is positive
     * @param lines how many
     */
    record Balance(
            UUID accountId,
            String code,
            String name,
            AccountClass accountClass,
            @Nullable ProfitGroup profitGroup,
            Money debit,
            Money credit,
            Money own,
            long lines) {}

    /** @param amount debit is positive, credit negative, in the company's currency */
    record NewLine(
            UUID accountId,
            Money amount,
            @Nullable UUID eventId,
            @Nullable UUID clientId,
            @Nullable UUID dealId,
            @Nullable String text) {}

    record NewEntry(LocalDate date, String text, List<NewLine> lines) {
        public NewEntry {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }
    }

    /** @param date in an open month; null: today */
    record Reversal(@Nullable LocalDate date, String reason) {}

    /**
     * @param month its first day
     * @param entries posted in it
     * @param closedAt null: open
     */
    record Month(
            LocalDate month,
            long entries,
            @Nullable Instant closedAt,
            @Nullable String closedByName) {}

    /**
     * What the sums kept beside the lines say, against the lines counted anew.
     *
     * @param sums how many there are
     * @param lines how many were counted
     * @param wrong of how many keys the two differ
     */
    record Recount(long sums, long lines, long wrong) {}

    /** Sorts: date, number. */
    @Needs(Permission.LEDGER_READ)
    Page<JournalEntry> entries(Filter filter, ListQuery query);

    @Needs(Permission.LEDGER_READ)
    JournalEntry get(UUID id);

    /** Sorts: date, own. */
    @Needs(Permission.LEDGER_READ)
    Page<LedgerLine> lines(Filter filter, ListQuery query);

    /** By the account's code; accounts without lines are left out. */
    @Needs(Permission.LEDGER_READ)
    List<Balance> balances(Filter filter);

    /** Throws {@link MonthClosed}. */
    @Needs(Permission.LEDGER_EDIT)
    JournalEntry post(NewEntry entry);

    /** Throws {@link MonthClosed}, {@link EntryAlreadyReversed}, {@link EntryHasDocument}. */
    @Needs(Permission.LEDGER_EDIT)
    JournalEntry reverse(UUID id, Reversal reversal);

    /** Those in which something was posted, or that are closed; the latest first. */
    @Needs(Permission.LEDGER_READ)
    List<Month> months();

    /** Nothing is posted in it from now on. A month that has not ended is closed only when it has. */
    @Needs(Permission.LEDGER_EDIT)
    Month close(LocalDate month);

    @Needs(Permission.LEDGER_EDIT)
    Month open(LocalDate month);

    @Needs(Permission.LEDGER_READ)
    Recount recount();

    /** The whole journal as hledger reads it, the oldest entry first. */
    @Needs(Permission.LEDGER_READ)
    void hledger(Writer out) throws IOException;
}
