package eventkit.transfers;

import eventkit.core.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something on the list is not there to be sent. */
public final class TransferNotReady extends Refusal {
    private static final long serialVersionUID = 1L;

    /**
     * @param lineId null where there is no list yet
     * @param code kebab-case: {@code not-at-origin}, {@code status-forbids}, {@code in-a-case}, {@code on-another-transfer}, {@code held}
     * @param holder number of the case or the transfer that has it
     */
    public record Obstacle(
            @Nullable UUID lineId,
            String item,
            String code,
            String message,
            @Nullable String holder) {
        Obstacle(TransferLine line, String item, String code, String message) {
            this(line.id(), item, code, message, null);
        }

        Obstacle withoutLine() {
            return new Obstacle(null, item, code, message, holder);
        }
    }

    /** Nothing is kept of a transfer that was to begin with these. */
    TransferNotReady(List<Obstacle> obstacles) {
        super(
                "transfer-not-ready",
                Kind.CONFLICT,
                named(obstacles) + " of the assets can not be sent. First: "
                        + obstacles.getFirst().message(),
                Map.of("lines", obstacles.stream().map(Obstacle::withoutLine).toList()));
    }

    private static long named(List<Obstacle> obstacles) {
        return obstacles.stream().map(Obstacle::item).distinct().count();
    }

    public TransferNotReady(String number, List<Obstacle> obstacles) {
        super(
                "transfer-not-ready",
                Kind.CONFLICT,
                obstacles.size() + " of the things on transfer " + number + " can not be sent. First: "
                        + obstacles.getFirst().message(),
                Map.of("number", number, "lines", obstacles));
    }
}
