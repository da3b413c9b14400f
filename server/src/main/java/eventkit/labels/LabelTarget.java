package eventkit.labels;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The thing behind a label, as far as a label or a scan needs it.
 *
 * @param label its number or code, what people call it
 * @param name the product, or the thing's own name; may be empty
 * @param detail a serial number, or where a location lies
 * @param status the thing's own word for its state; null where it has none
 * @param unfit why it must not go out; null: nothing known against it
 */
public record LabelTarget(
        LabelKind kind,
        UUID id,
        String label,
        String name,
        @Nullable String detail,
        @Nullable String status,
        @Nullable UUID locationId,
        @Nullable String locationName,
        @Nullable String unfit) {}
