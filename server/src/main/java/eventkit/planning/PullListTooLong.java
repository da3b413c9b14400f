package eventkit.planning;

import eventkit.core.Refusal;
import java.util.Map;

/** More lines than a list has. */
public final class PullListTooLong extends Refusal {
    private static final long serialVersionUID = 1L;

    public PullListTooLong(String list, long lines) {
        super(
                "pull-list-too-long",
                Kind.CONFLICT,
                "%s would have %,d lines; an event has at most %,d on all its pull lists. Make a second event and put both into a project."
                        .formatted(list, lines, PullLines.LINES_MAX),
                Map.of("list", list, "lines", lines, "linesMax", PullLines.LINES_MAX));
    }
}
