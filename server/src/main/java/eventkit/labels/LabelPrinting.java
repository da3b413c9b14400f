package eventkit.labels;

import eventkit.core.Needs;
import eventkit.core.Permission;
import java.util.List;
import java.util.UUID;

/** Prints labels of things that are known, and labels ahead of the things they will stand on. */
public interface LabelPrinting {
    int LABELS_MAX = 2000;
    int BLANKS_MAX = 1000;

    record Item(LabelKind kind, UUID id) {}

    /**
     * @param startAt the first free label of a part-used sheet, counted from 1; left out: 1
     * @param copies of each label; left out: 1
     */
    record Order(
            List<Item> items,
            UUID formatId,
            @org.jspecify.annotations.Nullable Integer startAt,
            @org.jspecify.annotations.Nullable Integer copies) {}

    record BlankOrder(
            int count,
            UUID formatId,
            @org.jspecify.annotations.Nullable Integer startAt) {}

    /** A file for the printer. */
    record Print(byte[] content, String mediaType, String fileName) {
        @Override
        public boolean equals(@org.jspecify.annotations.Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return fileName.hashCode();
        }
    }

    /**
     * Throws {@link TooManyLabels}, {@link CodeDoesNotFit}, {@link eventkit.core.NotPermitted} for kinds the caller may not see.
     *
     * @param origin where codes point while the company has set no address
     */
    @Needs(Permission.LABEL_PRINT)
    Print print(Order order, String origin);

    /** Reserves fresh codes and prints them; throws {@link CodeDoesNotFit}. */
    @Needs(Permission.LABEL_PRINT)
    Print printBlanks(BlankOrder order, String origin);
}
