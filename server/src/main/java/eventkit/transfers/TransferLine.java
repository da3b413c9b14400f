package eventkit.transfers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One asset, one case with all that is in it, or some pieces of a counted product.
 *
 * @param number of the asset or case, null for counted pieces
 * @param name of the product or case
 * @param quantity what left; 0 for what arrived without having been sent
 * @param receivedQuantity null while pending
 * @param fromLocation where it stood, known for assets and cases once they left
 */
public record TransferLine(
        UUID id,
        int position,
        Kind kind,
        UUID itemId,
        @Nullable String number,
        String name,
        long quantity,
        @Nullable Long receivedQuantity,
        Transfer.@Nullable Place fromLocation,
        Outcome outcome,
        @Nullable String note) {
    public enum Kind {
        ASSET,
        CASE,
        STOCK
    }

    /** PARTLY: fewer pieces than left; SURPLUS: more, or what was never sent. */
    public enum Outcome {
        PENDING,
        RECEIVED,
        MISSING,
        SURPLUS,
        PARTLY
    }

    static Outcome outcome(long sent, long received) {
        if (received == sent) return Outcome.RECEIVED;
        if (received > sent) return Outcome.SURPLUS;
        return received == 0 ? Outcome.MISSING : Outcome.PARTLY;
    }
}
