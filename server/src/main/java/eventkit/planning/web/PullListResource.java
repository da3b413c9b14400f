package eventkit.planning.web;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.planning.PullList;
import eventkit.planning.PullListVersions;
import eventkit.planning.PullLists;
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

/** Pull lists, their groups and their versions. */
@RestController
@RequestMapping("/api/v1")
class PullListResource {
    private final PullLists lists;
    private final PullListVersions versions;
    private final MergePatch patches;

    PullListResource(PullLists lists, PullListVersions versions, MergePatch patches) {
        this.lists = lists;
        this.versions = versions;
        this.patches = patches;
    }

    @GetMapping("/events/{eventId}/pull-lists")
    @Needs(Permission.EVENT_READ)
    Page<PullList> lists(@PathVariable UUID eventId) {
        return Page.of(lists.of(eventId));
    }

    @PostMapping("/events/{eventId}/pull-lists")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<PullList> create(@PathVariable UUID eventId, @RequestBody PullLists.Details details) {
        var made = lists.create(eventId, details);
        return Versioned.created("/pull-lists/" + made.id(), made, made.version());
    }

    @GetMapping("/pull-lists/{id}")
    @Needs(Permission.EVENT_READ)
    ResponseEntity<PullList> list(@PathVariable UUID id) {
        return tagged(lists.get(id));
    }

    /** Weight, volume, power, value, pieces and prices: of the list and of each group. */
    @GetMapping("/pull-lists/{id}/totals")
    @Needs(Permission.EVENT_READ)
    PullLists.ListTotals totals(@PathVariable UUID id) {
        return lists.totals(id);
    }

    @GetMapping("/pull-lists/{id}/history")
    @Needs(Permission.EVENT_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return lists.history(id, query);
    }

    @PatchMapping("/pull-lists/{id}")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<PullList> change(
            @PathVariable UUID id,
            @PatchOf(PullLists.Details.class) @RequestBody JsonNode patch,
            IfMatch ifMatch,
            @RequestParam(required = false) @Nullable String despite) {
        var details = patches.apply(PullLists.Details.of(lists.get(id)), patch, PullLists.Details.class);
        return tagged(lists.change(id, details, ifMatch, despite));
    }

    /** With everything on it; an event keeps at least one. */
    @DeleteMapping("/pull-lists/{id}")
    @Needs(Permission.EVENT_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        lists.remove(id, ifMatch);
    }

    /** Lets a list change that the warehouse works from, until the event comes into another phase. */
    @PostMapping("/pull-lists/{id}/unlocking")
    @Needs(Permission.PULL_LIST_UNLOCK)
    ResponseEntity<PullList> unlock(@PathVariable UUID id, @RequestBody PullLists.Unlocking unlocking) {
        return tagged(lists.unlock(id, unlocking));
    }

    @PostMapping("/pull-lists/{id}/locking")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<PullList> lock(@PathVariable UUID id) {
        return tagged(lists.lock(id));
    }

    @PostMapping("/pull-lists/{id}/groups")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<PullList> addGroup(
            @PathVariable UUID id, @RequestBody PullLists.GroupDetails details, IfMatch ifMatch) {
        return tagged(lists.addGroup(id, details, ifMatch));
    }

    @PatchMapping("/pull-lists/{id}/groups/{groupId}")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<PullList> changeGroup(
            @PathVariable UUID id,
            @PathVariable UUID groupId,
            @PatchOf(PullLists.GroupDetails.class) @RequestBody JsonNode patch,
            IfMatch ifMatch,
            @RequestParam(required = false) @Nullable String despite) {
        var details =
                patches.apply(PullLists.GroupDetails.of(lists.group(id, groupId)), patch, PullLists.GroupDetails.class);
        return tagged(lists.changeGroup(id, groupId, details, ifMatch, despite));
    }

    @PostMapping("/pull-lists/{id}/groups/{groupId}/place")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<PullList> moveGroup(
            @PathVariable UUID id,
            @PathVariable UUID groupId,
            @RequestBody PullLists.GroupPlace place,
            IfMatch ifMatch) {
        return tagged(lists.moveGroup(id, groupId, place, ifMatch));
    }

    /** With its lines. */
    @DeleteMapping("/pull-lists/{id}/groups/{groupId}")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<PullList> removeGroup(@PathVariable UUID id, @PathVariable UUID groupId, IfMatch ifMatch) {
        return tagged(lists.removeGroup(id, groupId, ifMatch));
    }

    /** The newest first. */
    @GetMapping("/pull-lists/{id}/versions")
    @Needs(Permission.EVENT_READ)
    Page<PullListVersions.Version> versions(@PathVariable UUID id) {
        return Page.of(versions.of(id));
    }

    @PostMapping("/pull-lists/{id}/versions")
    @Needs(Permission.EVENT_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    PullListVersions.Version makeVersion(@PathVariable UUID id, @RequestBody PullListVersions.NewVersion version) {
        return versions.make(id, version);
    }

    @GetMapping("/pull-lists/{id}/versions/{number}")
    @Needs(Permission.EVENT_READ)
    PullListVersions.Snapshot version(@PathVariable UUID id, @PathVariable int number) {
        return versions.get(id, number);
    }

    /** From one version to another, or to the list as it is now. */
    @GetMapping("/pull-lists/{id}/diff")
    @Needs(Permission.EVENT_READ)
    PullListVersions.Diff diff(
            @PathVariable UUID id, @RequestParam int from, @RequestParam(required = false) @Nullable Integer to) {
        return versions.diff(id, from, to);
    }

    private static ResponseEntity<PullList> tagged(PullList list) {
        return Versioned.ok(list, list.version());
    }
}
