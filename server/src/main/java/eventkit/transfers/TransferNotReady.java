package eventkit.transfers;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Something on the list is not there to be sent. */
public final class TransferNotReady extends Refusal {
    private static final long serialVersionUID = 1L;

    /** @param code kebab-case: {@code not-at-origin}, {@code status-forbids}, {@code in-a-case}, {@code held} */
    public record Obstacle(UUID lineId, String item, String code, String message) {}

    public TransferNotReady(String number, List<Obstacle> obstacles) {
        super(
                "transfer-not-ready",
                Kind.CONFLICT,
                obstacles.size() + " of the things on transfer " + number + " can not be sent. First: "
                        + obstacles.getFirst().message(),
                Map.of("number", number, "lines", obstacles));
    }
}
