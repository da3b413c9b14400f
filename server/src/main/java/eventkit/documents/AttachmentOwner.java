package eventkit.documents;

import eventkit.core.Permission;
import java.util.Optional;
import java.util.UUID;

/** A bean of a module whose things files may be attached to. */
public interface AttachmentOwner {
    /** The singular resource name, as the audit trail has it: {@code product}. */
    String kind();

    /** Whoever opens its files needs this as well as {@link Permission#FILE_READ}. */
    Permission readPermission();

    /** Whoever adds or removes its files needs this as well as {@link Permission#FILE_EDIT}. */
    Permission editPermission();

    /** What people call it; empty where there is no such thing. */
    Optional<String> labelOf(UUID id);
}
