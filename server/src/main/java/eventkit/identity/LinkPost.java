package eventkit.identity;

import java.time.Instant;

/** Brings links that let somebody in to whom they are for. What sends e-mail implements it; without it links are handed over by hand. */
public interface LinkPost {
    /** Whether what is given here will leave. */
    boolean ready();

    void invitation(String email, String name, String link, Instant expiresAt);

    void reset(String email, String name, String locale, String link, Instant expiresAt);
}
