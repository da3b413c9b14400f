package eventkit.labels;

import eventkit.core.Needs;
import eventkit.core.Permission;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Prints labels of things that are known, and labels ahead of the things they will stand on. */
public interface LabelPrinting {
    /** At once, while somebody waits. */
    int LABELS_MAX = 2000;
    /** As a job in the background. */
    int LABELS_MAX_LATER = 50_000;

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

    /** The file of a large run. */
    record Later(Path file, String mediaType, String fileName) {}

    /** As {@link #print}, for more labels than somebody waits for: answers the id of the job that prints them. */
    @Needs(Permission.LABEL_PRINT)
    UUID printLater(Order order, String origin);

    /** What the job printed, for a day; throws {@link LabelsNotReady}, {@link eventkit.core.NotFound} also for other people's jobs. */
    @Needs(Permission.LABEL_PRINT)
    Later printed(UUID jobId);

    /** Reserves fresh codes and prints them; throws {@link CodeDoesNotFit}. */
    @Needs(Permission.LABEL_PRINT)
    Print printBlanks(BlankOrder order, String origin);
}
