package eventkit.planning;

import eventkit.core.Refusal;
import java.util.Map;

/** Nobody reads a paper of hundreds of pages. */
public final class PrintTooLong extends Refusal {
    private static final long serialVersionUID = 1L;

    public PrintTooLong(long lines) {
        super(
                "print-too-long",
                Kind.CONFLICT,
                "A paper has at most %,d lines, this one would have %,d. Print its groups one by one."
                        .formatted(Prints.LINES_MAX, lines),
                Map.of("lines", lines, "linesMax", Prints.LINES_MAX));
    }
}
