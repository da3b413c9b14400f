package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** What was reversed once is not reversed again. */
public final class EntryAlreadyReversed extends Refusal {
    private static final long serialVersionUID = 1L;

    public EntryAlreadyReversed(JournalEntry entry) {
        super(
                "ledger-entry-reversed",
                Kind.CONFLICT,
                "Entry " + entry.number() + " was reversed already.",
                Map.of("number", entry.number()));
    }
}
