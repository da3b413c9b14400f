package eventkit.planning.web;

import eventkit.core.Needs;
import eventkit.core.Open;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.SignedIn;
import eventkit.core.web.AnswersSecret;
import eventkit.identity.Tokens;
import eventkit.planning.CalendarFeeds;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Calendars for other programs. */
@RestController
@RequestMapping("/api/v1")
class CalendarFeedResource {
    private final CalendarFeeds feeds;

    CalendarFeedResource(CalendarFeeds feeds) {
        this.feeds = feeds;
    }

    /** One's own. */
    @GetMapping("/calendar-feeds")
    @SignedIn
    Page<CalendarFeeds.Feed> feeds() {
        return Page.of(feeds.mine());
    }

    /** The address is told this once. Whoever knows it sees what its owner may see. */
    @PostMapping("/calendar-feeds")
    @Needs(Permission.EVENT_READ)
    @AnswersSecret
    ResponseEntity<CalendarFeeds.Made> make(@RequestBody CalendarFeeds.NewFeed feed, HttpServletRequest request) {
        var made = feeds.make(feed, origin(request));
        return ResponseEntity.created(
                        URI.create("/api/v1/calendar-feeds/" + made.feed().id()))
                .cacheControl(CacheControl.noStore())
                .body(made);
    }

    @DeleteMapping("/calendar-feeds/{id}")
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        feeds.revoke(id);
    }

    /** iCalendar. Open: the secret in the address is the proof; cookies are not looked at. */
    @GetMapping(value = "/calendars/{secret}.ics", produces = "text/calendar")
    @Open
    ResponseEntity<byte[]> calendar(@PathVariable String secret, HttpServletRequest request) {
        var text =
                feeds.read(secret, request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT), origin(request));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "calendar", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"eventkit.ics\"")
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(HexFormat.of().formatHex(Tokens.hash(text)))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    static String origin(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getHeader("Host");
    }
}
