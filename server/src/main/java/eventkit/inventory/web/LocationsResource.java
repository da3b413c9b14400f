package eventkit.inventory.web;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.inventory.Location;
import eventkit.inventory.LocationId;
import eventkit.inventory.LocationKind;
import eventkit.inventory.LocationTree;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The tree of places. */
@RestController
@RequestMapping("/api/v1/locations")
class LocationsResource {
    /** @param parentId null: by itself. @param position among the new siblings, null: last */
    record Move(@Nullable UUID parentId, @Nullable Integer position) {}

    private final LocationTree tree;
    private final AuditTrail trail;
    private final MergePatch patches;

    LocationsResource(LocationTree tree, AuditTrail trail, MergePatch patches) {
        this.tree = tree;
        this.trail = trail;
        this.patches = patches;
    }

    /** Sorts: code, name, kind, position, walkingOrder. */
    @GetMapping
    @Needs(Permission.LOCATION_READ)
    Page<Location> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<LocationKind> kind,
            @RequestParam(required = false) @Nullable UUID parent,
            @RequestParam(required = false) @Nullable UUID under,
            @RequestParam(required = false) @Nullable Boolean archived) {
        return tree.list(query, new LocationTree.Filter(kind, parent, under, archived));
    }

    /** The roots with all that is in them. */
    @GetMapping("/tree")
    @Needs(Permission.LOCATION_READ)
    Page<LocationTree.Node> tree(@RequestParam(defaultValue = "false") boolean archived) {
        return Page.of(tree.tree(archived));
    }

    /** By code, UUID or a label's address. */
    @GetMapping("/by-code")
    @Needs(Permission.LOCATION_READ)
    ResponseEntity<Location> byCode(@RequestParam String code) {
        return tagged(tree.get(
                tree.findByCode(code).orElseThrow(() -> new NotFound("location", AssetsResource.clipped(code)))));
    }

    @GetMapping("/{id}")
    @Needs(Permission.LOCATION_READ)
    ResponseEntity<Location> get(@PathVariable UUID id) {
        return tagged(tree.get(new LocationId(id)));
    }

    @PostMapping
    @Needs(Permission.LOCATION_EDIT)
    ResponseEntity<Location> create(@RequestBody LocationTree.NewLocation location) {
        var created = tree.create(location);
        return Versioned.created("/locations/" + created.id(), created, created.version());
    }

    @PatchMapping("/{id}")
    @Needs(Permission.LOCATION_EDIT)
    ResponseEntity<Location> change(
            @PathVariable UUID id, @RequestBody @PatchOf(LocationTree.Details.class) JsonNode patch, IfMatch ifMatch) {
        var now = LocationTree.Details.of(tree.get(new LocationId(id)));
        return tagged(tree.change(new LocationId(id), patches.apply(now, patch, LocationTree.Details.class), ifMatch));
    }

    /** Into another location, or to another place among its siblings; with everything in it. */
    @PostMapping("/{id}/moves")
    @Needs(Permission.LOCATION_EDIT)
    ResponseEntity<Location> move(@PathVariable UUID id, @RequestBody Move m, IfMatch ifMatch) {
        return tagged(tree.move(
                new LocationId(id), m.parentId() == null ? null : new LocationId(m.parentId()), m.position(), ifMatch));
    }

    /** With everything in it; refused while anything is there. */
    @PostMapping("/{id}/archive")
    @Needs(Permission.LOCATION_EDIT)
    ResponseEntity<Location> archive(@PathVariable UUID id, IfMatch ifMatch) {
        return tagged(tree.archive(new LocationId(id), ifMatch));
    }

    @PostMapping("/{id}/restore")
    @Needs(Permission.LOCATION_EDIT)
    ResponseEntity<Location> restore(@PathVariable UUID id, IfMatch ifMatch) {
        return tagged(tree.restore(new LocationId(id), ifMatch));
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.LOCATION_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        tree.get(new LocationId(id));
        return trail.history("location", id, query);
    }

    private static ResponseEntity<Location> tagged(Location location) {
        return Versioned.ok(location, location.version());
    }
}
