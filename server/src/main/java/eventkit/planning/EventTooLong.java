package eventkit.planning;

import eventkit.core.Refusal;
import java.util.Map;

/** More lines than all the pull lists of an event have together: what is claimed for it is claimed at once. */
public final class EventTooLong extends Refusal {
    private static final long serialVersionUID = 1L;

    public EventTooLong(String event, long lines) {
        super(
                "event-too-long",
                Kind.CONFLICT,
                "%s would have %,d lines on its pull lists; an event has at most %,d. Make a second event and put both into a project."
                        .formatted(event, lines, PullLines.LINES_MAX),
                Map.of("event", event, "lines", lines, "linesMax", PullLines.LINES_MAX));
    }
}
