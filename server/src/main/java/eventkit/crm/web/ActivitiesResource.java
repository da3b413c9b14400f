package eventkit.crm.web;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.crm.Activities;
import eventkit.crm.Activity;
import java.util.List;
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

/** Calls, e-mails, meetings, notes and tasks. */
@RestController
@RequestMapping("/api/v1/activities")
class ActivitiesResource {
    private final Activities activities;
    private final MergePatch patches;

    ActivitiesResource(Activities activities, MergePatch patches) {
        this.activities = activities;
        this.patches = patches;
    }

    /** By subject, text, client and contact. */
    @GetMapping
    @Needs(Permission.DEAL_READ)
    Page<Activity> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<UUID> client,
            @RequestParam(required = false) @Nullable List<UUID> deal,
            @RequestParam(required = false) @Nullable List<Activity.Kind> kind,
            @RequestParam(required = false) @Nullable List<UUID> assignee,
            @RequestParam(required = false) @Nullable Boolean open) {
        return activities.list(new Activities.Filter(all(client), all(deal), all(kind), all(assignee), open), query);
    }

    @PostMapping
    @Needs(Permission.DEAL_EDIT)
    ResponseEntity<Activity> create(@RequestBody Activities.Details details) {
        var made = activities.create(details);
        return Versioned.created("/activities/" + made.id(), made, made.version());
    }

    @GetMapping("/{id}")
    @Needs(Permission.DEAL_READ)
    ResponseEntity<Activity> get(@PathVariable UUID id) {
        return tagged(activities.get(id));
    }

    @PatchMapping("/{id}")
    @Needs(Permission.DEAL_EDIT)
    ResponseEntity<Activity> change(
            @PathVariable UUID id, @RequestBody @PatchOf(Activities.Details.class) JsonNode patch, IfMatch ifMatch) {
        var now = Activities.Details.of(activities.get(id));
        return tagged(activities.change(id, patches.apply(now, patch, Activities.Details.class), ifMatch));
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.DEAL_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        activities.remove(id, ifMatch);
    }

    /** Of a task: it is done. */
    @PostMapping("/{id}/done")
    @Needs(Permission.DEAL_EDIT)
    ResponseEntity<Activity> done(@PathVariable UUID id) {
        return tagged(activities.done(id, true));
    }

    /** Of a task: it is to be done after all. */
    @PostMapping("/{id}/undone")
    @Needs(Permission.DEAL_EDIT)
    ResponseEntity<Activity> undone(@PathVariable UUID id) {
        return tagged(activities.done(id, false));
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.DEAL_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return activities.history(id, query);
    }

    private static <T> List<T> all(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    private static ResponseEntity<Activity> tagged(Activity a) {
        return Versioned.ok(a, a.version());
    }
}
