package eventkit.planning;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;

/** What was done can not be taken back as it was: something else builds on it. */
public final class ResolutionOvertaken extends Refusal {
    private static final long serialVersionUID = 1L;

    /** What has changed since. */
    public enum Since {
        LINES,
        DATES,
        PRIORITY,
        STOCK_TAKEN,
        SOURCED,
        UNDONE
    }

    public ResolutionOvertaken(Since since, List<Resolutions.Hurt> hurts) {
        super(
                "resolution-overtaken",
                Kind.CONFLICT,
                switch (since) {
                    case LINES -> "The lines have been changed since. Change them by hand.";
                    case DATES -> "The dates have been changed since. Change them by hand.";
                    case PRIORITY -> "The priority has been changed since.";
                    case STOCK_TAKEN -> "Somebody else counts on that stock by now, and would go without.";
                    case SOURCED -> "The partner has answered, or the purchase is done. Cancel that first.";
                    case UNDONE -> "This has been undone already.";
                },
                Map.of("since", since, "hurts", hurts));
    }
}
