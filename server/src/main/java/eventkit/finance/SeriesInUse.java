package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** Numbers that were given do not change their form. */
public final class SeriesInUse extends Refusal {
    private static final long serialVersionUID = 1L;

    public SeriesInUse(Series series) {
        super(
                "series-in-use",
                Kind.CONFLICT,
                series.name()
                        + " has given numbers already and keeps its prefix, width and years. Create another series.",
                Map.of("name", series.name()));
    }
}
