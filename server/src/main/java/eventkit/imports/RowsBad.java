package eventkit.imports;

import eventkit.core.Refusal;
import java.util.Map;

/** All or nothing, and some rows are bad: nothing was imported. */
public final class RowsBad extends Refusal {
    private static final long serialVersionUID = 1L;

    public RowsBad(long bad) {
        super(
                "import-rows-bad",
                Kind.CONFLICT,
                bad
                        + " rows can not be imported, so none was. Look at them, correct the file, or import the good rows only.",
                Map.of("bad", bad));
    }
}
