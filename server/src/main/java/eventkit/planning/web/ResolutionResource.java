package eventkit.planning.web;

import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.planning.Resolutions;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What can be done where an event lacks something, and what was done. */
@RestController
@RequestMapping("/api/v1/events/{id}")
class ResolutionResource {
    private final Resolutions resolutions;

    ResolutionResource(Resolutions resolutions) {
        this.resolutions = resolutions;
    }

    /** For each shortage what can be done, best first; with {@code item} and {@code warehouse} for that one only. */
    @GetMapping("/remedies")
    @Needs(Permission.EVENT_READ)
    Resolutions.Offered offers(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID item,
            @RequestParam(required = false) @Nullable UUID warehouse) {
        return resolutions.of(id, item, warehouse);
    }

    /** What was done, the newest first. */
    @GetMapping("/resolutions")
    @Needs(Permission.EVENT_READ)
    Resolutions.Applied applied(@PathVariable UUID id) {
        return resolutions.applied(id);
    }

    @GetMapping("/resolutions/{resolutionId}")
    @Needs(Permission.EVENT_READ)
    Resolutions.Resolution get(@PathVariable UUID id, @PathVariable UUID resolutionId) {
        return resolutions.get(id, resolutionId);
    }

    /** Does all of what an offer says, or nothing. */
    @PostMapping("/resolutions")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<Resolutions.Resolution> apply(@PathVariable UUID id, @RequestBody Resolutions.Choice choice) {
        var made = resolutions.apply(id, choice);
        return ResponseEntity.created(URI.create("/api/v1/events/" + id + "/resolutions/" + made.id()))
                .body(made);
    }

    /** Puts everything back as it was. */
    @PostMapping("/resolutions/{resolutionId}/undo")
    @Needs(Permission.EVENT_EDIT)
    Resolutions.Resolution undo(@PathVariable UUID id, @PathVariable UUID resolutionId) {
        return resolutions.undo(id, resolutionId);
    }
}
