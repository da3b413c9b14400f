package eventkit.planning.web;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.Versioned;
import eventkit.planning.PullList;
import eventkit.planning.Technical;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Power and rigging arithmetic. */
@RestController
@RequestMapping("/api/v1")
class TechnicalResource {
    private final Technical technical;

    TechnicalResource(Technical technical) {
        this.technical = technical;
    }

    /** Loads on phases, plugs without sockets and loads on rigging points, each with what it is the sum of; of one list, or of all. */
    @GetMapping("/events/{id}/technical")
    @Needs(Permission.EVENT_READ)
    Technical.Report report(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID list) {
        return technical.report(id, list);
    }

    /** Which groups of a list hang, and from which points. */
    @GetMapping("/pull-lists/{id}/rigging")
    @Needs(Permission.EVENT_READ)
    Page<Technical.HangingOf> hanging(@PathVariable UUID id) {
        return Page.of(technical.hanging(id));
    }

    /** The points from which a group hangs, along its truss; none: it does not hang. */
    @PutMapping("/pull-lists/{id}/groups/{groupId}/rigging")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<PullList> hang(
            @PathVariable UUID id,
            @PathVariable UUID groupId,
            @RequestBody Technical.Hanging hanging,
            IfMatch ifMatch) {
        var list = technical.hang(id, groupId, hanging, ifMatch);
        return Versioned.ok(list, list.version());
    }
}
