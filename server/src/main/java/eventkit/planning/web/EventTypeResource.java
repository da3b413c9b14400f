package eventkit.planning.web;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.planning.EventType;
import eventkit.planning.EventTypes;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The company's types of events, each with its own workflow. */
@RestController
@RequestMapping("/api/v1/event-types")
class EventTypeResource {
    private final EventTypes types;
    private final MergePatch patches;

    EventTypeResource(EventTypes types, MergePatch patches) {
        this.types = types;
        this.patches = patches;
    }

    /** The standard type first. Archived ones show only when asked for. */
    @GetMapping
    @Needs(Permission.EVENT_READ)
    Page<EventType> types(@RequestParam(required = false) @Nullable Boolean archived) {
        return Page.of(types.list(archived));
    }

    @PostMapping
    @Needs(Permission.EVENT_CONFIRM)
    ResponseEntity<EventType> create(@RequestBody EventTypes.Details details) {
        var made = types.create(details);
        return Versioned.created("/event-types/" + made.id(), made, made.version());
    }

    @GetMapping("/{id}")
    @Needs(Permission.EVENT_READ)
    ResponseEntity<EventType> type(@PathVariable UUID id) {
        return tagged(types.get(id));
    }

    @PatchMapping("/{id}")
    @Needs(Permission.EVENT_CONFIRM)
    ResponseEntity<EventType> change(
            @PathVariable UUID id, @PatchOf(EventTypes.Details.class) @RequestBody JsonNode patch, IfMatch ifMatch) {
        var details = patches.apply(EventTypes.Details.of(types.get(id)), patch, EventTypes.Details.class);
        return tagged(types.change(id, details, ifMatch));
    }

    /** New events are of this type from now on. */
    @PostMapping("/{id}/standard")
    @Needs(Permission.EVENT_CONFIRM)
    ResponseEntity<EventType> makeStandard(@PathVariable UUID id) {
        return tagged(types.makeStandard(id));
    }

    @PostMapping("/{id}/archival")
    @Needs(Permission.EVENT_CONFIRM)
    ResponseEntity<EventType> archive(@PathVariable UUID id) {
        return tagged(types.archive(id));
    }

    @PostMapping("/{id}/restoration")
    @Needs(Permission.EVENT_CONFIRM)
    ResponseEntity<EventType> restore(@PathVariable UUID id) {
        return tagged(types.restore(id));
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.EVENT_CONFIRM)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        types.remove(id, ifMatch);
    }

    private static ResponseEntity<EventType> tagged(EventType type) {
        return Versioned.ok(type, type.version());
    }
}
