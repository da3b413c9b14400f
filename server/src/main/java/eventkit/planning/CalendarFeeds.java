package eventkit.planning;

import eventkit.core.Needs;
import eventkit.core.Open;
import eventkit.core.Permission;
import eventkit.core.SignedIn;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calendars that programs subscribe to by a secret address. Whoever has the address sees what its owner may see at that moment, nothing else. */
public interface CalendarFeeds {
    String KIND = "calendar-feed";

    enum Scope {
        /** All that its owner plans. */
        MINE,
        COMPANY,
        EVENT,
        PROJECT,
        VENUE,
        /** When and for what it is taken, with prep, transit and turnaround; as ASSET and CASE. */
        PRODUCT,
        ASSET,
        CASE,
        /** What is prepared there or takes its stock, from the beginning of prep to the end of turnaround. */
        WAREHOUSE
    }

    /** @param subjectId the one event, project, venue and so on; null for MINE and COMPANY */
    record NewFeed(String name, Scope scope, @Nullable UUID subjectId) {}

    /**
     * @param subjectName of the one event, project and so on
     * @param usedAt when a program last fetched it, within five minutes
     * @param usedBy what that program calls itself
     */
    record Feed(
            UUID id,
            String name,
            Scope scope,
            @Nullable UUID subjectId,
            @Nullable String subjectName,
            Instant createdAt,
            @Nullable Instant usedAt,
            @Nullable String usedBy) {}

    /** @param url whole, given this once and never again */
    record Made(Feed feed, String url) {}

    /** One's own, the newest first. */
    @SignedIn
    List<Feed> mine();

    /** @param origin where the request came to */
    @Needs(Permission.EVENT_READ)
    Made make(NewFeed feed, String origin);

    /** From now on its address leads nowhere. */
    @SignedIn
    void revoke(UUID id);

    /**
     * The calendar's text. Open: the secret is the proof; it is read with what the feed's owner may do now. Throws
     * {@link eventkit.core.NotFound} for a secret that is unknown or revoked and where the owner may not see it any more, and
     * {@link CalendarFetchedTooOften}.
     *
     * @param program what the program that fetches it calls itself
     */
    @Open
    String read(String secret, @Nullable String ip, @Nullable String program, String origin);
}
