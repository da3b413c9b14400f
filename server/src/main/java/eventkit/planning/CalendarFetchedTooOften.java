package eventkit.planning;

import eventkit.core.Refusal;
import java.util.Map;

/** A program fetches a calendar without end. */
public final class CalendarFetchedTooOften extends Refusal {
    private static final long serialVersionUID = 1L;

    public CalendarFetchedTooOften(long retryAfterSeconds) {
        super(
                "calendar-fetched-too-often",
                Kind.LIMIT,
                "This calendar was fetched too often. Once an hour is enough.",
                Map.of("retryAfterSeconds", retryAfterSeconds));
    }
}
