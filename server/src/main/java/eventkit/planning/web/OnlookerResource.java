package eventkit.planning.web;

import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.planning.Onlookers;
import eventkit.planning.Onlookers.Onlooker;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who looks at a pull list right now. */
@RestController
@RequestMapping("/api/v1/pull-lists/{id}/onlookers")
class OnlookerResource {
    private final Onlookers onlookers;

    OnlookerResource(Onlookers onlookers) {
        this.onlookers = onlookers;
    }

    @GetMapping
    @Needs(Permission.EVENT_READ)
    Page<Onlooker> of(@PathVariable UUID id) {
        return Page.of(onlookers.of(id));
    }

    /** A window that shows the list says so every ten seconds; who says nothing for 25 is gone. Answers who is there, the caller included. */
    @PutMapping("/{windowId}")
    @Needs(Permission.EVENT_READ)
    Page<Onlooker> look(@PathVariable UUID id, @PathVariable UUID windowId) {
        return Page.of(onlookers.look(id, windowId));
    }

    @DeleteMapping("/{windowId}")
    @Needs(Permission.EVENT_READ)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable UUID id, @PathVariable UUID windowId) {
        onlookers.leave(id, windowId);
    }
}
