package eventkit.notifications.web;

import eventkit.core.IfMatch;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.core.Page;
import eventkit.core.SignedIn;
import eventkit.core.web.Versioned;
import eventkit.notifications.Notification;
import eventkit.notifications.NotificationType;
import eventkit.notifications.Notifications;
import eventkit.notifications.Notifications.Preference;
import eventkit.notifications.Notifications.Preferences;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The caller's notifications, and the stream that keeps their screens up to date. */
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationsResource {
    record ReadCount(int read) {}

    record UnreadCount(long unread) {}

    record PreferencesChange(List<Preference> items) {}

    private final Notifications notifications;
    private final Streams streams;

    NotificationsResource(Notifications notifications, Streams streams) {
        this.notifications = notifications;
        this.streams = streams;
    }

    @GetMapping
    @SignedIn
    Page<Notification> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable Boolean unread,
            @RequestParam(required = false) @Nullable List<NotificationType> type) {
        return notifications.list(query, unread, type);
    }

    @GetMapping("/unread")
    @SignedIn
    UnreadCount unread() {
        return new UnreadCount(notifications.unread());
    }

    @PostMapping("/{id}/read")
    @SignedIn
    Notification read(@PathVariable UUID id) {
        return notifications.read(id);
    }

    @PostMapping("/read-all")
    @SignedIn
    ReadCount readAll() {
        return new ReadCount(notifications.readAll());
    }

    @GetMapping("/preferences")
    @SignedIn
    ResponseEntity<Preferences> preferences() {
        return tagged(notifications.preferences());
    }

    @PutMapping("/preferences")
    @SignedIn
    ResponseEntity<Preferences> changePreferences(@RequestBody @Nullable PreferencesChange change, IfMatch ifMatch) {
        if (change == null) throw new Invalid("body", "required", "Send the preferences to change.");
        return tagged(notifications.changePreferences(change.items(), ifMatch));
    }

    /**
     * Server-sent events: {@code hello} and {@code unread} {@code {"unread": n}}, {@code notification} with the notification itself, and
     * {@code hint} that something changed: {@code {"topic": "activity", "kinds": ["asset"]}}, {@code {"topic": "job", "id": …, "state": …}}
     * or {@code {"topic": "presence", "kind": "pull-list", "id": …}} when somebody came to look at it, or went.
     */
    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @SignedIn
    SseEmitter stream(
            @CookieValue(name = "EK_SESSION", required = false) @Nullable String session,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return streams.open(session);
    }

    private static ResponseEntity<Preferences> tagged(Preferences preferences) {
        return Versioned.ok(preferences, preferences.version());
    }
}
