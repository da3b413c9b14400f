package eventkit.core;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The version that the caller last read (RFC 9110, section 13.1.1). A resource method takes it as a parameter; it is required on
 * PUT, PATCH and DELETE of one resource.
 *
 * @param version null for {@code *}: whatever is there
 */
public record IfMatch(@Nullable Long version) {
    public static final IfMatch ANY = new IfMatch(null);

    public static IfMatch version(long version) {
        return new IfMatch(version);
    }

    /** Throws {@link Stale}, naming what changed since, where the row has moved on. */
    public void require(long actual, Audit audit, String kind, UUID id) {
        if (version != null && version != actual) {
            throw new Stale(kind, actual, Map.of("changes", audit.changesSince(kind, id, version)));
        }
    }

    /** Somebody else changed it in the meantime. */
    public static final class Stale extends Refusal {
        private static final long serialVersionUID = 1L;

        Stale(String kind, long actual, Map<String, ?> changes) {
            super(
                    "stale",
                    Kind.STALE,
                    "Somebody changed this " + kind + " in the meantime. Look at the changes, then save again.",
                    Map.of(
                            "currentVersion",
                            actual,
                            "changes",
                            java.util.Objects.requireNonNull(changes.get("changes"))));
        }
    }
}
