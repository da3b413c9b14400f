package eventkit.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who may sign in. */
public record User(
        UUID id,
        String email,
        String name,
        State state,
        List<RoleRef> roles,
        String locale,
        String timeZone,
        Theme theme,
        @Nullable Instant lastSeenAt,
        Instant createdAt,
        long version) {

    public record RoleRef(UUID id, String name) {}

    public enum State {
        ACTIVE,
        SUSPENDED
    }

    public enum Theme {
        AUTO,
        LIGHT,
        DARK
    }
}
