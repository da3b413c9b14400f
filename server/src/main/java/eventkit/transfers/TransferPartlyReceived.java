package eventkit.transfers;

import eventkit.core.Refusal;
import java.util.Map;

/** What has arrived can not turn back on the way. */
public final class TransferPartlyReceived extends Refusal {
    private static final long serialVersionUID = 1L;

    public TransferPartlyReceived(String number) {
        super(
                "transfer-partly-received",
                Kind.CONFLICT,
                "A part of transfer " + number + " has arrived. Receive the rest, or report it missing.",
                Map.of("number", number));
    }
}
