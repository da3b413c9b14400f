package eventkit.labels;

/**
 * How a pile of labels goes on paper.
 *
 * @param startAt the first free label of a part-used sheet, counted from 1
 * @param copies of each label, one after the other
 */
public record PrintRun(LabelSheet sheet, int startAt, int copies) {

    private static final int COPIES_MAX = 500;

    public PrintRun {
        if (!sheet.faults().isEmpty()) {
            throw new IllegalArgumentException(sheet.faults().getFirst().toString());
        }
        if (startAt < 1 || startAt > sheet.labels()) {
            throw new IllegalArgumentException("startAt must be from 1 to " + sheet.labels());
        }
        if (copies < 1 || copies > COPIES_MAX) {
            throw new IllegalArgumentException("copies must be from 1 to " + COPIES_MAX);
        }
    }

    public static PrintRun on(LabelSheet sheet) {
        return new PrintRun(sheet, 1, 1);
    }
}
