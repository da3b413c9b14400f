package eventkit.planning;

import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands on pull lists. Everything that changes a list throws {@link PullListLocked}; what makes it longer {@link PullListTooLong} and {@link EventTooLong}; what wants more
 * than a confirmed event can have {@link eventkit.availability.NotEnough}, unless {@code despite} says why it is accepted all the same, which needs
 * {@link Permission#OVERBOOK}.
 */
public interface PullLines {
    /** Of a list, and of all lists of an event. */
    int LINES_MAX = 20_000;

    /**
     * The one of the five that the kind says.
     *
     * @param quantity null for one; a case and an asset are always one
     * @param times null for what its category says, else as what it belongs to
     * @param unitPrice null for the hire price of the product or kit
     */
    record NewLine(
            PullLine.Kind kind,
            @Nullable UUID productId,
            @Nullable UUID kitId,
            @Nullable UUID caseId,
            @Nullable UUID assetId,
            @Nullable String text,
            @Nullable Long quantity,
            @Nullable OwnTimes times,
            @Nullable Money unitPrice,
            @Nullable String warehouseNote,
            @Nullable String internalNote) {}

    /**
     * @param groupId null for before all groups
     * @param after the line of that group after which they come; null for the end
     * @param accessories whether products bring along what comes with them automatically; null for yes
     */
    record NewLines(
            List<NewLine> lines,
            @Nullable UUID groupId,
            @Nullable UUID after,
            @Nullable Boolean accessories) {}

    record Details(
            @Nullable String text,
            Long quantity,
            @Nullable OwnTimes times,
            @Nullable Money unitPrice,
            @Nullable String warehouseNote,
            @Nullable String internalNote) {
        public static Details of(PullLine l) {
            return new Details(l.text(), l.quantity(), l.times(), l.unitPrice(), l.warehouseNote(), l.internalNote());
        }
    }

    record Removal(List<UUID> ids) {}

    /**
     * @param quantity how many come to stand on a line of their own; at least one stays
     * @param groupId where that line stands; null for before all groups
     * @param times of that line, and of what comes along at the same times; null for as they are
     */
    record Split(
            Long quantity, @Nullable UUID groupId, @Nullable OwnTimes times) {}

    /**
     * @param ids they keep their order; accessories go along
     * @param groupId where to; null for before all groups
     * @param before the line they come to stand before; or {@code after}; null for the end of the group
     */
    record Place(
            List<UUID> ids,
            @Nullable UUID groupId,
            @Nullable UUID before,
            @Nullable UUID after) {}

    /**
     * @param text rows as copied from a spreadsheet, a CSV file or a mail: a quantity, and a number prefix, code or exact name. Where the first row names the
     *     columns (quantity, name, code, notes; English or German), by those
     * @param meant what the rows mean that mean nothing by themselves
     */
    record Paste(
            String text,
            @Nullable UUID groupId,
            @Nullable Boolean accessories,
            @Nullable List<Meant> meant) {}

    /** @param row counted from 1; @param kind null to leave the row out; {@code TEXT} for its words; @param id of the thing, for all other kinds */
    record Meant(
            int row, PullLine.@Nullable Kind kind, @Nullable UUID id) {}

    /** @param added ids in their order, accessories included */
    record Added(PullList list, List<UUID> added) {}

    /** @param row counted from 1; @param suggestions best first */
    record Unresolved(int row, String text, long quantity, List<Suggestion> suggestions) {}

    record Suggestion(PullLine.Kind kind, UUID id, @Nullable String code, String name) {}

    /** @param unresolved where there is any, nothing was added; @param rows how many the text has, without the one that names the columns */
    record Pasted(PullList list, List<UUID> added, List<Unresolved> unresolved, int rows) {}

    /** In their order, which is the only sort: place. */
    @Needs(Permission.EVENT_READ)
    Page<PullLine> list(UUID listId, ListQuery query);

    @Needs(Permission.EVENT_READ)
    PullLine get(UUID listId, UUID lineId);

    @Needs(Permission.EVENT_EDIT)
    Added add(UUID listId, NewLines lines, IfMatch ifMatch, @Nullable String despite);

    @Needs(Permission.EVENT_EDIT)
    Pasted paste(UUID listId, Paste paste, IfMatch ifMatch, @Nullable String despite);

    /** Accessories that were in proportion stay so, and those that were wanted at the same times. */
    @Needs(Permission.EVENT_EDIT)
    PullList change(UUID listId, UUID lineId, Details details, IfMatch ifMatch, @Nullable String despite);

    /** What it brought along goes with its pieces in proportion. In its own group the new line comes right after it, else at the end. */
    @Needs(Permission.EVENT_EDIT)
    Added split(UUID listId, UUID lineId, Split split, IfMatch ifMatch, @Nullable String despite);

    @Needs(Permission.EVENT_EDIT)
    PullList move(UUID listId, Place place, IfMatch ifMatch, @Nullable String despite);

    /** With their accessories. */
    @Needs(Permission.EVENT_EDIT)
    PullList remove(UUID listId, Removal removal, IfMatch ifMatch);
}
