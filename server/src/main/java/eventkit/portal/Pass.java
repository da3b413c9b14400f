package eventkit.portal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client proves with that a quote is theirs to read and answer. */
public sealed interface Pass {
    /** Whoever has the link. */
    record Link(String secret) implements Pass {}

    /**
     * A contact of the client, signed in to the portal.
     *
     * @param token of the session; null: there is none
     */
    record Visit(@Nullable String token, UUID quoteId) implements Pass {}
}
