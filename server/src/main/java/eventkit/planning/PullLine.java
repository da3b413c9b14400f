package eventkit.planning;

import eventkit.core.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of one thing.
 *
 * @param groupId null for lines that stand before all groups
 * @param accessoryOf the line that brought it along
 * @param name of the product, kit, case or the asset's product, or the text
 * @param code number prefix, kit code, number of the case or asset
 * @param unitPrice for quoting
 */
public record PullLine(
        UUID id,
        UUID listId,
        @Nullable UUID groupId,
        @Nullable String groupName,
        @Nullable UUID accessoryOf,
        Kind kind,
        @Nullable UUID productId,
        @Nullable UUID kitId,
        @Nullable UUID caseId,
        @Nullable UUID assetId,
        @Nullable String text,
        String name,
        @Nullable String code,
        long quantity,
        OwnTimes times,
        @Nullable Money unitPrice,
        @Nullable String warehouseNote,
        @Nullable String internalNote) {
    public enum Kind {
        PRODUCT,
        KIT,
        /** This very case, with what is in it. */
        CASE,
        /** This very asset. */
        ASSET,
        /** What no register knows. */
        TEXT
    }

    PullLine with(long pieces, OwnTimes at) {
        return new PullLine(
                id,
                listId,
                groupId,
                groupName,
                accessoryOf,
                kind,
                productId,
                kitId,
                caseId,
                assetId,
                text,
                name,
                code,
                pieces,
                at,
                unitPrice,
                warehouseNote,
                internalNote);
    }

    /** The same wish as a line of its own. */
    PullLine as(UUID newId, UUID onList, @Nullable UUID inGroup, @Nullable UUID along) {
        return new PullLine(
                newId,
                onList,
                inGroup,
                inGroup == null ? null : groupName,
                along,
                kind,
                productId,
                kitId,
                caseId,
                assetId,
                text,
                name,
                code,
                quantity,
                times,
                unitPrice,
                warehouseNote,
                internalNote);
    }

    /** What people call it: {@code 6 × SM58}. */
    String label() {
        return quantity + " × " + name;
    }
}
