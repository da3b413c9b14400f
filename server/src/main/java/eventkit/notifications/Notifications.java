package eventkit.notifications;

import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Open;
import eventkit.core.Page;
import eventkit.core.SignedIn;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The caller's own notifications, and what they want to be told. */
public interface Notifications {
    /** @param mail null in a change: as it is */
    record Preference(
            NotificationType type, boolean inApp, @Nullable MailWay mail) {}

    /**
     * @param items every type that the caller's roles make them responsible for
     * @param mailReady a mail server is set; without one nothing is told by e-mail
     */
    record Preferences(List<Preference> items, boolean mailReady, long version) {}

    /** A notification on its way to the person's open screens. */
    record Arrival(UUID userId, Notification notification) {}

    @SignedIn
    Page<Notification> list(ListQuery query, @Nullable Boolean unread, @Nullable Collection<NotificationType> types);

    @SignedIn
    long unread();

    /** Reading twice is as reading once. */
    @SignedIn
    Notification read(UUID id);

    /** Returns how many were unread. */
    @SignedIn
    int readAll();

    @SignedIn
    Preferences preferences();

    /** Types not named stay as they are. */
    @SignedIn
    Preferences changePreferences(List<Preference> items, IfMatch ifMatch);

    /** Open: it feeds the streams of exactly these people, each gets their own. */
    @Open
    List<Arrival> arrivedSince(Instant since, Collection<UUID> userIds);

    /** Open: as {@link #arrivedSince}. People with nothing unread are left out. */
    @Open
    Map<UUID, Long> unreadOf(Collection<UUID> userIds);
}
