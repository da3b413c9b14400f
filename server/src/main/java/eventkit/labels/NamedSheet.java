package eventkit.labels;

/** Sheets and rolls sold under a number everywhere; anything else is a custom {@link LabelSheet}. */
public enum NamedSheet {
    A4_3X8(sheet("A4, 3 × 8, 70 × 37 mm", 210, 297, 0, 0.5, 3, 8, 70, 37, 70, 37, 0)),
    A4_4X10(sheet("A4, 4 × 10, 48.5 × 25.4 mm", 210, 297, 8, 21.5, 4, 10, 48.5, 25.4, 48.5, 25.4, 0)),
    A4_3X7(sheet("A4, 3 × 7, 63.5 × 38.1 mm (L7160)", 210, 297, 7.21, 15.15, 3, 7, 66.04, 38.1, 63.5, 38.1, 2)),
    LETTER_3X10(sheet(
            "US Letter, 3 × 10, 66.7 × 25.4 mm (5160)",
            215.9,
            279.4,
            4.7625,
            12.7,
            3,
            10,
            69.85,
            25.4,
            66.675,
            25.4,
            2)),
    ROLL_25X25(LabelSheet.roll("Roll, 25 × 25 mm", 25, 25, 1.5)),
    ROLL_51X25(LabelSheet.roll("Roll, 50.8 × 25.4 mm (2 × 1 in)", 50.8, 25.4, 1.5)),
    ROLL_57X32(LabelSheet.roll("Roll, 57 × 32 mm", 57, 32, 1.5)),
    ROLL_62X29(LabelSheet.roll("Roll, 62 × 29 mm", 62, 29, 1.5)),
    ROLL_89X36(LabelSheet.roll("Roll, 89 × 36 mm", 89, 36, 1.5)),
    ROLL_102X51(LabelSheet.roll("Roll, 101.6 × 50.8 mm (4 × 2 in)", 101.6, 50.8, 2)),
    ROLL_102X152(LabelSheet.roll("Roll, 101.6 × 152.4 mm (4 × 6 in)", 101.6, 152.4, 2));

    /** What office printers leave blank around a page. */
    private static final double OFFICE_PRINTER_RIM_MM = 4.3;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers and a name
    private final LabelSheet sheet;

    NamedSheet(LabelSheet sheet) {
        this.sheet = sheet;
    }

    public LabelSheet sheet() {
        return sheet;
    }

    private static LabelSheet sheet(
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
            double cornerRadiusMm) {
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
                OFFICE_PRINTER_RIM_MM,
                false);
    }
}
