package eventkit.planning.web;

import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.Versioned;
import eventkit.planning.Event;
import eventkit.planning.EventCopies;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Events from events, and from templates, which are events with a flag. */
@RestController
@RequestMapping("/api/v1/events/{id}")
class EventCopyResource {
    private final EventCopies copies;

    EventCopyResource(EventCopies copies) {
        this.copies = copies;
    }

    /** Another event with dates moved by days, an event from a template, or a template from an event. */
    @PostMapping("/copies")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<Event> copy(@PathVariable UUID id, @RequestBody EventCopies.Copy copy) {
        var made = copies.copy(id, copy);
        return Versioned.created("/events/" + made.id(), made, made.version());
    }

    /** This event and those that follow it every so many weeks or months; at most 200, all or none. */
    @PostMapping("/series")
    @Needs(Permission.EVENT_EDIT)
    Page<Event> series(@PathVariable UUID id, @RequestBody EventCopies.Series series) {
        return Page.of(copies.series(id, series));
    }
}
