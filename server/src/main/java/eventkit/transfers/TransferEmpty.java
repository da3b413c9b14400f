package eventkit.transfers;

import eventkit.core.Refusal;
import java.util.Map;

/** There is nothing to send. */
public final class TransferEmpty extends Refusal {
    private static final long serialVersionUID = 1L;

    public TransferEmpty(String number) {
        super(
                "transfer-empty",
                Kind.CONFLICT,
                "Transfer " + number + " has nothing on its list. Add what it takes along first.",
                Map.of("number", number));
    }
}
