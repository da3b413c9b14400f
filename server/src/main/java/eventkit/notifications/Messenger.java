package eventkit.notifications;

import eventkit.core.RecurringWork;
import eventkit.identity.CompanyProfile;
import eventkit.identity.People;
import eventkit.mail.Mail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
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
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private final Inbox inbox;
    private final People people;
    private final Mail mail;
    private final CompanyProfile companies;
    private final Clock clock;

    Messenger(Inbox inbox, People people, Mail mail, CompanyProfile companies, Clock clock) {
        this.inbox = inbox;
        this.people = people;
        this.mail = mail;
        this.companies = companies;
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

    void tellOnce(UUID userId, NotificationType type, Notification.About about, Map<String, ?> facts, String onceKey) {
        tell(List.of(userId), type, about, facts, null, onceKey);
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
        var chosen = inbox.chosen(told);
        var now = clock.instant();
        boolean mails = mail.ready();
        var tellings = new ArrayList<Inbox.Telling>();
        for (var user : told) {
            var wants = chosen.getOrDefault(user, Inbox.Chosen.NOTHING);
            boolean inApp = !wants.muted().contains(type);
            @Nullable Instant mailAt = mails ? mailAt(wants.way(type), now) : null;
            if (inApp || mailAt != null) tellings.add(new Inbox.Telling(user, inApp, mailAt));
        }
        inbox.add(tellings, type, about, facts, onceKey, now);
    }

    /** In the morning by the clocks of the company. */
    private @Nullable Instant mailAt(MailWay way, Instant now) {
        return switch (way) {
            case OFF -> null;
            case AT_ONCE -> now;
            case DAILY -> {
                var here = now.atZone(companies.zone());
                var today = here.toLocalDate().atTime(MORNING).atZone(here.getZone());
                yield (today.isAfter(here) ? today : today.plusDays(1)).toInstant();
            }
        };
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
