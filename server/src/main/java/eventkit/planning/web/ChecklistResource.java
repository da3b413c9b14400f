package eventkit.planning.web;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.Versioned;
import eventkit.planning.Checklist;
import eventkit.planning.Checklists;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The checklists of an event. */
@RestController
@RequestMapping("/api/v1/events/{eventId}/checklists")
class ChecklistResource {
    private final Checklists checklists;

    ChecklistResource(Checklists checklists) {
        this.checklists = checklists;
    }

    @GetMapping
    @Needs(Permission.EVENT_READ)
    Page<Checklist> checklists(@PathVariable UUID eventId) {
        return Page.of(checklists.of(eventId));
    }

    @PostMapping
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<Checklist> create(@PathVariable UUID eventId, @RequestBody Checklists.Details details) {
        var made = checklists.create(eventId, details);
        return Versioned.created("/events/" + eventId + "/checklists/" + made.id(), made, made.version());
    }

    /** Name and items; items that keep their id stay done. */
    @PutMapping("/{id}")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<Checklist> change(
            @PathVariable UUID eventId,
            @PathVariable UUID id,
            @RequestBody Checklists.Details details,
            IfMatch ifMatch) {
        return tagged(checklists.change(eventId, id, details, ifMatch));
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.EVENT_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID eventId, @PathVariable UUID id, IfMatch ifMatch) {
        checklists.remove(eventId, id, ifMatch);
    }

    @PostMapping("/{id}/items/{itemId}/tick")
    @Needs(Permission.EVENT_READ)
    ResponseEntity<Checklist> tick(
            @PathVariable UUID eventId,
            @PathVariable UUID id,
            @PathVariable UUID itemId,
            @RequestBody Checklists.Tick tick) {
        return tagged(checklists.tick(eventId, id, itemId, tick));
    }

    private static ResponseEntity<Checklist> tagged(Checklist list) {
        return Versioned.ok(list, list.version());
    }
}
