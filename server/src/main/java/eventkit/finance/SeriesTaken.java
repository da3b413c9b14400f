package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** Two series with the same name or prefix would give the same numbers. */
public final class SeriesTaken extends Refusal {
    private static final long serialVersionUID = 1L;

    public SeriesTaken() {
        super("series-taken", Kind.CONFLICT, "Another series has this name or prefix. Choose another one.", Map.of());
    }
}
