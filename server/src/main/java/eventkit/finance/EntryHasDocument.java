package eventkit.finance;

import eventkit.core.Refusal;
import java.util.Map;

/** An entry that a document made is taken back by that document. */
public final class EntryHasDocument extends Refusal {
    private static final long serialVersionUID = 1L;

    public EntryHasDocument(JournalEntry entry) {
        super(
                "ledger-entry-has-document",
                Kind.CONFLICT,
                "Entry " + entry.number() + " was posted by its " + entry.sourceKind()
                        + ". Take that back instead: credit the invoice, cancel the payment or the cost.",
                Map.of("number", entry.number(), "source", entry.sourceKind()));
    }
}
