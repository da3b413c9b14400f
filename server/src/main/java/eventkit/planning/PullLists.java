package eventkit.planning;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pull lists of events and their groups; one version counts for all of a list. What stands on them: {@link PullLines}. */
public interface PullLists {
    String KIND = "pull-list";

    /** @param warehouseId whose stock it takes; null for the event's */
    record Details(
            String name, @Nullable String note, @Nullable UUID warehouseId) {
        public static Details of(PullList l) {
            return new Details(l.name(), l.note(), l.warehouseId());
        }
    }

    record GroupDetails(
            String name, @Nullable String note, @Nullable OwnTimes times) {
        public static GroupDetails of(PullGroup g) {
            return new GroupDetails(g.name(), g.note(), g.times());
        }
    }

    /** @param before the group that it comes to stand before; null for the end */
    record GroupPlace(@Nullable UUID before) {}

    record Unlocking(String reason) {}

    /** @param groupId null for what stands before all groups */
    record GroupTotals(@Nullable UUID groupId, Totals totals) {}

    record ListTotals(Totals list, List<GroupTotals> groups) {}

    /**
     * Nothing is guessed: pieces of which something is not known are left out of that sum and counted.
     *
     * @param pieces kits down to their products, cases with what is in them
     * @param volumeCubicMillimetres cases as they are outside, everything else by its own measures
     * @param values replacement values, for insurance and carnet; one sum for each currency
     * @param prices unit prices times quantities, one sum for each currency
     */
    record Totals(
            long lines,
            long pieces,
            long weightGrams,
            long weightsUnknown,
            long volumeCubicMillimetres,
            long volumesUnknown,
            BigDecimal powerWatts,
            long powersUnknown,
            List<Money> values,
            long valuesUnknown,
            List<Money> prices) {}

    /** In their order. */
    @Needs(Permission.EVENT_READ)
    List<PullList> of(UUID eventId);

    @Needs(Permission.EVENT_READ)
    PullList get(UUID id);

    @Needs(Permission.EVENT_READ)
    PullGroup group(UUID id, UUID groupId);

    @Needs(Permission.EVENT_READ)
    ListTotals totals(UUID id);

    @Needs(Permission.EVENT_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);

    /** Throws {@link PullListNameTaken}. */
    @Needs(Permission.EVENT_EDIT)
    PullList create(UUID eventId, Details details);

    /**
     * Throws {@link PullListLocked}, as everything here that changes a list; {@link PullListNameTaken}; {@link eventkit.availability.NotEnough} where a
     * confirmed event would lack what it holds.
     *
     * @param despite why that is accepted all the same, which needs {@link Permission#OVERBOOK}
     */
    @Needs(Permission.EVENT_EDIT)
    PullList change(UUID id, Details details, IfMatch ifMatch, @Nullable String despite);

    /** With everything on it. Throws {@link LastPullList}. */
    @Needs(Permission.EVENT_EDIT)
    void remove(UUID id, IfMatch ifMatch);

    /** Until the event comes into another phase, or somebody locks it again. */
    @Needs(Permission.PULL_LIST_UNLOCK)
    PullList unlock(UUID id, Unlocking unlocking);

    @Needs(Permission.EVENT_EDIT)
    PullList lock(UUID id);

    @Needs(Permission.EVENT_EDIT)
    PullList addGroup(UUID id, GroupDetails details, IfMatch ifMatch);

    @Needs(Permission.EVENT_EDIT)
    PullList changeGroup(UUID id, UUID groupId, GroupDetails details, IfMatch ifMatch, @Nullable String despite);

    @Needs(Permission.EVENT_EDIT)
    PullList moveGroup(UUID id, UUID groupId, GroupPlace place, IfMatch ifMatch);

    /** With its lines. */
    @Needs(Permission.EVENT_EDIT)
    PullList removeGroup(UUID id, UUID groupId, IfMatch ifMatch);
}
