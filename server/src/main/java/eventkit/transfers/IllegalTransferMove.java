package eventkit.transfers;

import eventkit.core.Refusal;
import java.util.Map;

/** The transfer's state does not lead there. */
public final class IllegalTransferMove extends Refusal {
    private static final long serialVersionUID = 1L;

    public IllegalTransferMove(String number, TransferState state, TransferState wanted) {
        super(
                "illegal-transfer-move",
                Kind.CONFLICT,
                "Transfer " + number + " is " + state + " and can not become " + wanted + ". From here it can become: "
                        + state.successors() + ".",
                Map.of("number", number, "state", state, "wanted", wanted, "possible", state.successors()));
    }
}
