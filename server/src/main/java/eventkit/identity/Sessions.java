package eventkit.identity;

import eventkit.core.Caller;
import eventkit.core.Open;
import eventkit.core.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is signed in, and where. */
public interface Sessions {
    /** @param token to be kept by the browser only; the database holds its hash */
    record Opened(UUID userId, String token, Instant expiresAt) {}

    record SessionView(
            UUID id,
            boolean current,
            Instant createdAt,
            Instant lastSeenAt,
            @Nullable String ip,
            @Nullable String userAgent) {}

    /** Open: it is how one signs in. Throws {@link WrongPassword}, {@link TooManyAttempts}. */
    @Open
    Opened signIn(String email, String password, @Nullable String ip, @Nullable String userAgent);

    /** A session for somebody who has just proved who they are by other means. Open: called by this module's own resources only. */
    @Open
    Opened open(UUID userId, @Nullable String ip, @Nullable String userAgent);

    /** The caller behind a cookie; empty where it is unknown, expired or revoked. Open: it is how requests are recognised. */
    @Open
    Optional<Caller> caller(String token, @Nullable String ip);

    /**
     * Who somebody is now, for what they left behind for others to fetch, such as a calendar; empty where they may not sign in any more. Open: called
     * by modules that have proof of their own.
     */
    @Open
    Optional<Caller> standIn(UUID userId, @Nullable String ip);

    @SignedIn
    List<SessionView> mine();

    @SignedIn
    void end(UUID sessionId);

    @SignedIn
    void endOthers();

    @SignedIn
    void endThis();
}
