package eventkit.portal;

import eventkit.core.Caller;
import eventkit.core.Permission;
import java.time.Instant;
import java.util.EnumSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a quote, once the pass was found to be good.
 *
 * @param name of whom the link was made for, or of the contact who is signed in
 * @param linkId null: signed in
 * @param contact null: by a link
 * @param expiresAt until when the pass is good
 */
record Visitor(
        UUID quoteId, String name, @Nullable UUID linkId, Acceptance.@Nullable Contact contact, Instant expiresAt) {

    /** Whoever asks acts in no user's name: the trail says theirs. They may what the rules of this room do for them through other faces, no more. */
    static Caller caller(String name, @Nullable String ip, Permission first, Permission... others) {
        return new Caller(null, name, EnumSet.of(first, others), Caller.Via.SYSTEM, ip, null, "UTC", "en");
    }
}
