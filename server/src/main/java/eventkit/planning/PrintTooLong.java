package eventkit.planning;

import eventkit.core.Refusal;
import java.util.Map;

/** Nobody reads a paper of hundreds of pages. */
public final class PrintTooLong extends Refusal {
    private static final long serialVersionUID = 1L;

    private PrintTooLong(long lines, String todo) {
        super(
                "print-too-long",
                Kind.CONFLICT,
                "A paper has at most %,d lines, this one would have %,d. %s".formatted(Prints.LINES_MAX, lines, todo),
                Map.of("lines", lines, "linesMax", Prints.LINES_MAX));
    }

    static PrintTooLong ofList(long lines) {
        return new PrintTooLong(lines, "Print its groups one by one.");
    }

    static PrintTooLong ofEvent(long lines) {
        return new PrintTooLong(lines, "Shorten the event's checklists and schedule.");
    }
}
