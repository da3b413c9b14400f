package eventkit.scanning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a count found of one thing.
 *
 * @param id to name the line by
 * @param label number of the asset or case, code or name of counted pieces
 * @param caseNumber of pieces, and of what is packed, the case
 * @param expectedAt where the registers had it when the count began
 * @param foundAt where it was found; null for not at all, and for where it belongs
 * @param correction what follows when the count is applied
 * @param why why nothing follows although something differs: a code
 */
public record StocktakeLine(
        String id,
        ThingKind kind,
        UUID subjectId,
        String label,
        String name,
        @Nullable String caseNumber,
        @Nullable String expectedAt,
        @Nullable String foundAt,
        long expected,
        long found,
        Outcome outcome,
        Correction correction,
        @Nullable String why) {
    public enum Outcome {
        FOUND,
        MISSING,
        UNEXPECTED,
        WRONG_PLACE,
        /** Something happened to it since the count began; nobody knows which was first. */
        CHANGED
    }

    public enum Correction {
        NONE,
        MOVE,
        /** Reported lost, or set aside where that is chosen. */
        LOSE,
        /** It was lost. */
        FIND,
        /** A case that is not there. */
        OUT_OF_SERVICE,
        /** Loose pieces. */
        SET_STOCK,
        /** Pieces in a case. */
        SET_PACKED
    }
}
