package eventkit.notifications;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Subject;
import eventkit.mail.Mail;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class NotificationDesk implements Notifications {
    private record Settings(Set<NotificationType> muted, Map<NotificationType, MailWay> mail) {}

    private final Inbox inbox;
    private final Mail mail;
    private final Audit audit;
    private final Clock clock;

    NotificationDesk(Inbox inbox, Mail mail, Audit audit, Clock clock) {
        this.inbox = inbox;
        this.mail = mail;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Page<Notification> list(
            ListQuery query, @Nullable Boolean unread, @Nullable Collection<NotificationType> types) {
        return inbox.page(me(), query, unread, types);
    }

    @Override
    public long unread() {
        return inbox.unread(List.of(me())).getOrDefault(me(), 0L);
    }

    @Override
    @Transactional
    public Notification read(UUID id) {
        inbox.read(me(), id, clock.instant());
        return inbox.find(me(), id).orElseThrow(() -> new NotFound("notification", id));
    }

    @Override
    @Transactional
    public int readAll() {
        return inbox.read(me(), null, clock.instant());
    }

    @Override
    public Preferences preferences() {
        return preferences(inbox.chosen(me()));
    }

    @Override
    @Transactional
    public Preferences changePreferences(List<Preference> items, IfMatch ifMatch) {
        var check = new Check().required(items, "items").size(items, "items", NotificationType.values().length);
        if (items != null) {
            for (int i = 0; i < items.size(); i++) {
                var item = items.get(i);
                check.required(item, "items[" + i + "]");
                if (item != null) check.required(item.type(), "items[" + i + "].type");
            }
        }
        check.orThrow();
        var before = inbox.lockChosen(me());
        ifMatch.require(before.version(), audit, "notification-preferences", me());
        var muted = EnumSet.noneOf(NotificationType.class);
        muted.addAll(before.muted());
        var byMail = new EnumMap<NotificationType, MailWay>(NotificationType.class);
        byMail.putAll(before.mail());
        for (var item : items) {
            if (item.inApp()) muted.remove(item.type());
            else muted.add(item.type());
            if (item.mail() != null) byMail.put(item.type(), item.mail());
        }
        if (muted.equals(before.muted()) && byMail.equals(before.mail())) return preferences(before);
        inbox.choose(me(), muted, byMail, before.version() + 1);
        audit.changed(
                new Subject("notification-preferences", me(), Callers.current().name()),
                before.version() + 1,
                new Settings(before.muted(), before.mail()),
                new Settings(muted, byMail));
        return preferences(inbox.chosen(me()));
    }

    @Override
    public List<Arrival> arrivedSince(Instant since, Collection<UUID> userIds) {
        return inbox.since(since, userIds);
    }

    @Override
    public Map<UUID, Long> unreadOf(Collection<UUID> userIds) {
        return inbox.unread(userIds);
    }

    private Preferences preferences(Inbox.Chosen chosen) {
        var caller = Callers.current();
        var items = Arrays.stream(NotificationType.values())
                .filter(type -> type.permission() == null || caller.may(type.permission()))
                .map(type -> new Preference(type, !chosen.muted().contains(type), chosen.way(type)))
                .toList();
        return new Preferences(items, mail.ready(), chosen.version());
    }

    private static UUID me() {
        return Callers.current().user();
    }
}
