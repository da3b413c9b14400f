package eventkit.clients;

import org.jspecify.annotations.Nullable;

/** What others say of a client. */
public record ClientRef(
        ClientId id,
        String name,
        @Nullable String code,
        @Nullable String language,
        boolean archived) {}
