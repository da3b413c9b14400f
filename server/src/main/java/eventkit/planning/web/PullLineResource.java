package eventkit.planning.web;

import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.planning.PullLine;
import eventkit.planning.PullLines;
import eventkit.planning.PullList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * What stands on a pull list. Every write takes the version of the list and gives the next one; {@code despite} says why a confirmed event is to hold
 * more than is free.
 */
@RestController
@RequestMapping("/api/v1/pull-lists/{listId}")
class PullLineResource {
    private final PullLines lines;
    private final MergePatch patches;

    PullLineResource(PullLines lines, MergePatch patches) {
        this.lines = lines;
        this.patches = patches;
    }

    /** In the order of the list, the only sort: place. */
    @GetMapping("/lines")
    @Needs(Permission.EVENT_READ)
    Page<PullLine> lines(@PathVariable UUID listId, ListQuery query) {
        return lines.list(listId, query);
    }

    @PostMapping("/lines")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<PullLines.Added> add(
            @PathVariable UUID listId,
            @RequestBody PullLines.NewLines newLines,
            IfMatch ifMatch,
            @RequestParam(required = false) @Nullable String despite) {
        var added = lines.add(listId, newLines, ifMatch, despite);
        return Versioned.ok(added, added.list().version());
    }

    /** All rows or none: where some mean nothing, or more than one thing, they are named with what they may mean. */
    @PostMapping("/paste")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<PullLines.Pasted> paste(
            @PathVariable UUID listId,
            @RequestBody PullLines.Paste paste,
            IfMatch ifMatch,
            @RequestParam(required = false) @Nullable String despite) {
        var pasted = lines.paste(listId, paste, ifMatch, despite);
        return Versioned.ok(pasted, pasted.list().version());
    }

    @PatchMapping("/lines/{lineId}")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<PullList> change(
            @PathVariable UUID listId,
            @PathVariable UUID lineId,
            @PatchOf(PullLines.Details.class) @RequestBody JsonNode patch,
            IfMatch ifMatch,
            @RequestParam(required = false) @Nullable String despite) {
        var details = patches.apply(PullLines.Details.of(lines.get(listId, lineId)), patch, PullLines.Details.class);
        return tagged(lines.change(listId, lineId, details, ifMatch, despite));
    }

    /** Some of its pieces come to stand on a line of their own, perhaps at other times or in another group. */
    @PostMapping("/lines/{lineId}/split")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<PullLines.Added> split(
            @PathVariable UUID listId,
            @PathVariable UUID lineId,
            @RequestBody PullLines.Split split,
            IfMatch ifMatch,
            @RequestParam(required = false) @Nullable String despite) {
        var added = lines.split(listId, lineId, split, ifMatch, despite);
        return Versioned.ok(added, added.list().version());
    }

    /** Before or after another line, or to the end of a group. */
    @PostMapping("/lines/place")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<PullList> move(
            @PathVariable UUID listId,
            @RequestBody PullLines.Place place,
            IfMatch ifMatch,
            @RequestParam(required = false) @Nullable String despite) {
        return tagged(lines.move(listId, place, ifMatch, despite));
    }

    @PostMapping("/lines/removal")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<PullList> remove(
            @PathVariable UUID listId, @RequestBody PullLines.Removal removal, IfMatch ifMatch) {
        return tagged(lines.remove(listId, removal, ifMatch));
    }

    /** With its accessories. */
    @DeleteMapping("/lines/{lineId}")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<PullList> removeOne(@PathVariable UUID listId, @PathVariable UUID lineId, IfMatch ifMatch) {
        return tagged(lines.remove(listId, new PullLines.Removal(List.of(lineId)), ifMatch));
    }

    private static ResponseEntity<PullList> tagged(PullList list) {
        return Versioned.ok(list, list.version());
    }
}
