package eventkit.notifications;

import eventkit.core.RecurringWork;
import eventkit.identity.People;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Brings what happened to the people whose business it is, and clears away what is half a year old. */
@Component
class Messenger implements RecurringWork {
    private static final Duration KEPT = Duration.ofDays(180);
    private final Inbox inbox;
    private final People people;
    private final Clock clock;

    Messenger(Inbox inbox, People people, Clock clock) {
        this.inbox = inbox;
        this.people = people;
        this.clock = clock;
    }

    /** @param except who did it and knows; null where nobody did */
    void tellWhoMay(NotificationType type, Notification.About about, Map<String, ?> facts, @Nullable UUID except) {
        tell(responsible(type), type, about, facts, except, null);
    }

    /** Each person once for each key, however often it is asked for. */
    void tellWhoMayOnce(NotificationType type, Notification.About about, Map<String, ?> facts, String onceKey) {
        tell(responsible(type), type, about, facts, null, onceKey);
    }

    void tell(UUID userId, NotificationType type, Notification.About about, Map<String, ?> facts) {
        tell(List.of(userId), type, about, facts, null, null);
    }

    private List<UUID> responsible(NotificationType type) {
        return people.whoMay(
                Objects.requireNonNull(type.permission(), () -> type + " has no permission: tell one person"));
    }

    private void tell(
            Collection<UUID> userIds,
            NotificationType type,
            Notification.About about,
            Map<String, ?> facts,
            @Nullable UUID except,
            @Nullable String onceKey) {
        var told = new ArrayList<>(userIds);
        if (except != null) told.remove(except);
        if (told.isEmpty()) return;
        told.removeAll(inbox.whoMuted(type, told));
        inbox.add(told, type, about, facts, onceKey, clock.instant());
    }

    @Override
    public String name() {
        return "notifications.clearing";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(24);
    }

    @Override
    public void run() {
        inbox.dropBefore(clock.instant().minus(KEPT));
    }
}
