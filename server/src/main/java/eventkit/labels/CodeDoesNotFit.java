package eventkit.labels;

/** The label is too small for its address: its modules would be finer than a phone can tell apart. */
public final class CodeDoesNotFit extends IllegalArgumentException {

    CodeDoesNotFit(LabelSheet sheet, String url) {
        super("a label of " + sheet.labelWidthMm() + " × " + sheet.labelHeightMm() + " mm is too small for a code of "
                + url.length() + " characters: take a larger label or shorten the instance's address");
    }
}
