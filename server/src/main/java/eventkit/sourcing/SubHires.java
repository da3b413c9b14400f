package eventkit.sourcing;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sub-hires from and to partners. Each step and what follows for availability are one write. */
public interface SubHires {
    String KIND = "sub-hire";

    /** Empty and null: not filtered by it. @param open true: not over yet */
    record Filter(
            List<SubHire.Direction> directions,
            List<SubHireState> states,
            List<UUID> partners,
            List<UUID> products,
            List<UUID> events,
            @Nullable Boolean open) {
        public static final Filter NONE = new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }

    /**
     * @param direction can not be changed afterwards
     * @param eventId only for this event; null: for everybody
     */
    record Details(
            SubHire.Direction direction,
            UUID partnerId,
            UUID productId,
            UUID warehouseId,
            Integer quantity,
            Instant from,
            Instant to,
            @Nullable UUID eventId,
            @Nullable Money cost,
            @Nullable String note) {
        public static Details of(SubHire s) {
            return new Details(
                    s.direction(),
                    s.partner().id(),
                    s.product().id(),
                    s.warehouse().id(),
                    s.quantity(),
                    s.from(),
                    s.to(),
                    s.event() == null ? null : s.event().id(),
                    s.cost(),
                    s.note());
        }
    }

    /** @param despite why pieces are lent that are not free; needs {@link Permission#OVERBOOK} */
    record Move(SubHireState state, @Nullable String despite) {}

    /** Sorts: from, number, changedAt. */
    @Needs(Permission.SOURCE_READ)
    Page<SubHire> list(Filter filter, ListQuery query);

    @Needs(Permission.SOURCE_READ)
    SubHire get(UUID id);

    /** The same, and nobody else changes it until the transaction ends. */
    @Needs(Permission.SOURCE_READ)
    SubHire hold(UUID id);

    /** Those that are only for these events, and not over. */
    @Needs(Permission.SOURCE_READ)
    List<SubHire> ofEvents(Collection<UUID> events);

    @Needs(Permission.SOURCE_READ)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);

    @Needs(Permission.SOURCE_EDIT)
    SubHire create(Details details);

    /** Throws {@link SubHireOver}, {@link eventkit.availability.NotEnough}. */
    @Needs(Permission.SOURCE_EDIT)
    SubHire change(UUID id, Details details, IfMatch ifMatch);

    /** Throws {@link IllegalSubHireMove}, {@link eventkit.availability.NotEnough}. */
    @Needs(Permission.SOURCE_EDIT)
    SubHire move(UUID id, Move move, IfMatch ifMatch);
}
