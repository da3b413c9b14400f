package eventkit.identity;

import eventkit.core.Permission;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A named set of permissions.
 *
 * @param builtIn the name of the built-in role this began as, null for the company's own
 * @param users how many people hold it
 */
public record Role(
        UUID id, String name, @Nullable String builtIn, Set<Permission> permissions, int users, long version) {}
