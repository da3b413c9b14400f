package eventkit.planning;

import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Permission;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The goods that an event takes along, for customs (the general list of an ATA carnet) and for the insurer. What is not known of them is left out of the
 * sums and said, never taken for nothing. Assets that are named count for what they themselves are insured for, where that is known.
 */
public interface Carnets {
    int ITEMS_MAX = 5_000;

    /**
     * @param lists whose goods; empty for all lists of the event
     * @param consumables also what does not come back; a carnet covers what returns
     * @param subHired also what partners lend for the event
     * @param cases also the flight cases themselves
     */
    record Choice(List<UUID> lists, boolean consumables, boolean subHired, boolean cases) {
        public Choice {
            lists = List.copyOf(lists);
        }
    }

    enum Kind {
        PRODUCT,
        /** A flight case by itself, empty. */
        CASE
    }

    enum Lack {
        WEIGHT,
        VALUE,
        /** It has a value in another currency than the company's. */
        CURRENCY,
        ORIGIN
    }

    /** One asset that goes along. @param serial its maker's */
    record Mark(String number, @Nullable String serial) {}

    /** @param partner null where the reader may not see partners */
    record Lent(String number, @Nullable String partner) {}

    /**
     * @param number on the paper, from 1
     * @param id of the product or case
     * @param marks of the assets that are named, which may be fewer than the pieces
     * @param weightGrams of all pieces, as is {@code value}; null where unknown
     * @param countryOfOrigin ISO 3166
     * @param lent whose it is where it is not ours
     */
    record Item(
            int number,
            Kind kind,
            UUID id,
            String name,
            @Nullable String manufacturer,
            @Nullable String model,
            List<Mark> marks,
            long pieces,
            @Nullable Long weightGrams,
            @Nullable Money value,
            @Nullable String countryOfOrigin,
            @Nullable Lent lent,
            List<Lack> lacks) {}

    /**
     * The unknowns are pieces.
     *
     * @param ownValuesHidden assets that are insured for a value of their own, which the reader may not see: the product's stands for it
     */
    record Totals(
            long pieces,
            long weightGrams,
            long weightsUnknown,
            Money value,
            long valuesUnknown,
            long originsUnknown,
            long ownValuesHidden) {}

    /**
     * Pieces that are on the lists and not on the carnet.
     *
     * @param textLines lines of free text, which no register knows; @param texts the first of them
     */
    record LeftOut(long consumables, long subHired, long cases, long textLines, List<String> texts) {}

    /** @param listName a pull list whose goods these are */
    record OfList(UUID id, String listName) {}

    record Carnet(UUID eventId, String event, List<OfList> lists, List<Item> items, Totals totals, LeftOut leftOut) {}

    /** @param rows cells are String, Number or null; the last row has the sums */
    record Table(String fileName, List<String> titles, List<List<@Nullable Object>> rows) {}

    @Needs(Permission.EVENT_READ)
    Carnet of(UUID eventId, Choice choice);

    /**
     * PDF. Throws {@link CarnetTooLong}.
     *
     * @param language en or de; null for the company's, as everywhere here
     * @param origin where the request came to
     */
    @Needs(Permission.EVENT_READ)
    Prints.Print print(UUID eventId, Choice choice, @Nullable String language, String origin);

    @Needs(Permission.EVENT_READ)
    Table table(UUID eventId, Choice choice, @Nullable String language);
}
