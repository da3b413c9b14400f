package eventkit.labels;

import eventkit.core.Refusal;
import java.util.Map;

/** The label is too small for its address: its modules would be finer than a phone can tell apart. */
public final class CodeDoesNotFit extends Refusal {
    private static final long serialVersionUID = 1L;

    CodeDoesNotFit(LabelSheet sheet, String url) {
        super(
                "code-does-not-fit",
                Kind.CONFLICT,
                "A label of " + sheet.labelWidthMm() + " × " + sheet.labelHeightMm() + " mm is too small for a code of "
                        + url.length() + " characters. Take a larger label or shorten the instance's address.",
                Map.of(
                        "labelWidthMillimetres", sheet.labelWidthMm(),
                        "labelHeightMillimetres", sheet.labelHeightMm(),
                        "characters", url.length()));
    }
}
