package eventkit.labels;

import java.util.ArrayList;
import java.util.List;

/**
 * The geometry of a sheet of labels, or of one label of a roll: millimetres from the page's top left corner.
 *
 * @param columnPitchMm from one label's left edge to the next one's
 * @param rowPitchMm from one label's top edge to the next one's
 * @param cornerRadiusMm of the die cut, 0 for square corners
 * @param unprintableMm the rim of the page a printer can not reach; nothing is drawn there
 * @param outlined draws each label's edge as a hairline, for plain paper and scissors
 */
public record LabelSheet(
        String name,
        double pageWidthMm,
        double pageHeightMm,
        double marginLeftMm,
        double marginTopMm,
        int columns,
        int rows,
        double columnPitchMm,
        double rowPitchMm,
        double labelWidthMm,
        double labelHeightMm,
        double cornerRadiusMm,
        double unprintableMm,
        boolean outlined) {

    private static final double PAGE_MM_MAX = 1500;
    private static final double LABEL_MM_MIN = 12;
    private static final int LABELS_MAX = 1000;
    /** Makers round their inches; a hundredth of a millimetre over the edge is theirs, not a mistake. */
    private static final double ROUNDING_MM = 0.02;

    /** Why a sheet can not be printed on: the field at fault, and what to do about it. */
    public record Fault(String field, String message) {}

    /** One label of a roll: page and label are the same. */
    public static LabelSheet roll(String name, double widthMm, double heightMm, double cornerRadiusMm) {
        return new LabelSheet(
                name, widthMm, heightMm, 0, 0, 1, 1, widthMm, heightMm, widthMm, heightMm, cornerRadiusMm, 0, false);
    }

    public LabelSheet withOutline() {
        return new LabelSheet(
                name,
                pageWidthMm,
                pageHeightMm,
                marginLeftMm,
                marginTopMm,
                columns,
                rows,
                columnPitchMm,
                rowPitchMm,
                labelWidthMm,
                labelHeightMm,
                cornerRadiusMm,
                unprintableMm,
                true);
    }

    public int labels() {
        return columns * rows;
    }

    /** The place of the label at a position counted from 0, row by row from the top left. */
    Box place(int position) {
        int column = position % columns;
        int row = position / columns;
        return new Box(
                marginLeftMm + column * columnPitchMm, marginTopMm + row * rowPitchMm, labelWidthMm, labelHeightMm);
    }

    /**
     * The part of every label that may carry ink, measured from the label's own corner. It is the same for all labels of
     * the sheet, so that labels cut from the rim of the page look like those from its middle.
     */
    Box safe() {
        double padding = Math.clamp(0.06 * Math.min(labelWidthMm, labelHeightMm), 1.0, 3.0);
        double left = Math.max(padding, unprintableMm - marginLeftMm);
        double top = Math.max(padding, unprintableMm - marginTopMm);
        double rimRight = pageWidthMm - marginLeftMm - (columns - 1) * columnPitchMm - labelWidthMm;
        double rimBottom = pageHeightMm - marginTopMm - (rows - 1) * rowPitchMm - labelHeightMm;
        double right = Math.max(padding, unprintableMm - rimRight);
        double bottom = Math.max(padding, unprintableMm - rimBottom);
        return new Box(left, top, labelWidthMm - left - right, labelHeightMm - top - bottom);
    }

    /** Empty when the sheet can be printed on. */
    public List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        within(faults, "pageWidthMillimetres", pageWidthMm, LABEL_MM_MIN, PAGE_MM_MAX);
        within(faults, "pageHeightMillimetres", pageHeightMm, LABEL_MM_MIN, PAGE_MM_MAX);
        within(faults, "labelWidthMillimetres", labelWidthMm, LABEL_MM_MIN, PAGE_MM_MAX);
        within(faults, "labelHeightMillimetres", labelHeightMm, LABEL_MM_MIN, PAGE_MM_MAX);
        within(faults, "marginLeftMillimetres", marginLeftMm, 0, PAGE_MM_MAX);
        within(faults, "marginTopMillimetres", marginTopMm, 0, PAGE_MM_MAX);
        within(faults, "columnPitchMillimetres", columnPitchMm, 0, PAGE_MM_MAX);
        within(faults, "rowPitchMillimetres", rowPitchMm, 0, PAGE_MM_MAX);
        within(faults, "cornerRadiusMillimetres", cornerRadiusMm, 0, Math.min(labelWidthMm, labelHeightMm) / 2);
        within(faults, "unprintableMillimetres", unprintableMm, 0, 20);
        within(faults, "columns", columns, 1, LABELS_MAX);
        within(faults, "rows", rows, 1, LABELS_MAX);
        if (!faults.isEmpty()) {
            return faults;
        }
        if ((long) columns * rows > LABELS_MAX) {
            faults.add(new Fault("rows", "a sheet holds at most " + LABELS_MAX + " labels"));
        }
        if (columns > 1 && columnPitchMm < labelWidthMm - ROUNDING_MM) {
            faults.add(
                    new Fault("columnPitchMillimetres", "columns overlap: make the pitch at least the label's width"));
        }
        if (rows > 1 && rowPitchMm < labelHeightMm - ROUNDING_MM) {
            faults.add(new Fault("rowPitchMillimetres", "rows overlap: make the pitch at least the label's height"));
        }
        if (marginLeftMm + (columns - 1) * columnPitchMm + labelWidthMm > pageWidthMm + ROUNDING_MM) {
            faults.add(new Fault("columns", "the last column leaves the page: fewer columns, or a smaller margin"));
        }
        if (marginTopMm + (rows - 1) * rowPitchMm + labelHeightMm > pageHeightMm + ROUNDING_MM) {
            faults.add(new Fault("rows", "the last row leaves the page: fewer rows, or a smaller margin"));
        }
        return faults;
    }

    private static void within(List<Fault> faults, String field, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            faults.add(new Fault(field, "must be from " + plain(least) + " to " + plain(most)));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
