package eventkit.transfers;

import eventkit.core.Refusal;
import java.util.Map;

/** Only a transfer that has not left can be changed. */
public final class TransferNotDraft extends Refusal {
    private static final long serialVersionUID = 1L;

    public TransferNotDraft(String number) {
        super(
                "transfer-not-draft",
                Kind.CONFLICT,
                "Transfer " + number + " has left. What it takes along is settled.",
                Map.of("number", number));
    }
}
