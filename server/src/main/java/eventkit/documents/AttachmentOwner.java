package eventkit.documents;

import eventkit.core.Permission;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Files may be attached to things of this kind: a bean of the module that has them.
 *
 * @param kind the singular resource name, as the audit trail has it: {@code product}
 * @param readPermission whoever opens its files needs this as well as {@link Permission#FILE_READ}
 * @param editPermission whoever adds or removes its files needs this as well as {@link Permission#FILE_EDIT}
 * @param label what people call one of them; empty where there is no such thing
 */
public record AttachmentOwner(
        String kind, Permission readPermission, Permission editPermission, Function<UUID, Optional<String>> label) {

    Optional<String> labelOf(UUID id) {
        return label.apply(id);
    }
}
