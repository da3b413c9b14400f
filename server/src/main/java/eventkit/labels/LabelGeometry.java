package eventkit.labels;

import eventkit.core.Check;

/** A sheet of labels in millimetres from the page's top left corner; the roll of a label printer is a page of one label. */
public record LabelGeometry(
        double pageWidthMillimetres,
        double pageHeightMillimetres,
        double marginLeftMillimetres,
        double marginTopMillimetres,
        int columns,
        int rows,
        double columnPitchMillimetres,
        double rowPitchMillimetres,
        double labelWidthMillimetres,
        double labelHeightMillimetres,
        double cornerRadiusMillimetres,
        double unprintableMillimetres) {

    static LabelGeometry of(LabelSheet sheet) {
        return new LabelGeometry(
                sheet.pageWidthMm(),
                sheet.pageHeightMm(),
                sheet.marginLeftMm(),
                sheet.marginTopMm(),
                sheet.columns(),
                sheet.rows(),
                sheet.columnPitchMm(),
                sheet.rowPitchMm(),
                sheet.labelWidthMm(),
                sheet.labelHeightMm(),
                sheet.cornerRadiusMm(),
                sheet.unprintableMm());
    }

    LabelSheet sheet(String name, boolean outlined) {
        return new LabelSheet(
                name,
                pageWidthMillimetres,
                pageHeightMillimetres,
                marginLeftMillimetres,
                marginTopMillimetres,
                columns,
                rows,
                columnPitchMillimetres,
                rowPitchMillimetres,
                labelWidthMillimetres,
                labelHeightMillimetres,
                cornerRadiusMillimetres,
                unprintableMillimetres,
                outlined);
    }

    void check(Check check) {
        for (var fault : sheet("own", false).faults())
            check.that(false, "geometry." + fault.field(), "geometry", sentence(fault.message()));
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
    }
}
