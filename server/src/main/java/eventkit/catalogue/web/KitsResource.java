package eventkit.catalogue.web;

import eventkit.catalogue.Kit;
import eventkit.catalogue.KitId;
import eventkit.catalogue.Kits;
import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
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

/** Logical sets of products. */
@RestController
@RequestMapping("/api/v1/kits")
class KitsResource {
    private final Kits kits;
    private final AuditTrail trail;
    private final MergePatch patches;

    KitsResource(Kits kits, AuditTrail trail, MergePatch patches) {
        this.kits = kits;
        this.trail = trail;
        this.patches = patches;
    }

    @GetMapping
    @Needs(Permission.PRODUCT_READ)
    Page<Kit> list(ListQuery query, @RequestParam(required = false) @Nullable Boolean archived) {
        return kits.list(query, archived);
    }

    @PostMapping
    @Needs(Permission.KIT_EDIT)
    ResponseEntity<Kit> create(@RequestBody Kits.Details details) {
        var kit = kits.create(details);
        return Versioned.created("/kits/" + kit.id(), kit, kit.version());
    }

    @GetMapping("/{id}")
    @Needs(Permission.PRODUCT_READ)
    ResponseEntity<Kit> get(@PathVariable UUID id) {
        return tagged(kits.get(new KitId(id)));
    }

    @PatchMapping("/{id}")
    @Needs(Permission.KIT_EDIT)
    ResponseEntity<Kit> change(
            @PathVariable UUID id, @RequestBody @PatchOf(Kits.Details.class) JsonNode patch, IfMatch ifMatch) {
        var now = kits.get(new KitId(id));
        var lines = now.components().stream()
                .map(c -> new Kit.Line(c.productId(), c.kitId(), c.quantity(), c.optional()))
                .toList();
        var details = new Kits.Details(now.code(), now.name(), now.description(), now.mode(), now.hirePrice(), lines);
        return tagged(kits.change(now.id(), patches.apply(details, patch, Kits.Details.class), ifMatch));
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.KIT_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        kits.remove(new KitId(id), ifMatch);
    }

    @PostMapping("/{id}/archive")
    @Needs(Permission.KIT_EDIT)
    ResponseEntity<Kit> archive(@PathVariable UUID id) {
        return tagged(kits.archive(new KitId(id)));
    }

    @PostMapping("/{id}/restore")
    @Needs(Permission.KIT_EDIT)
    ResponseEntity<Kit> restore(@PathVariable UUID id) {
        return tagged(kits.restore(new KitId(id)));
    }

    /** The products that a number of these kits takes, with weight, power and value. */
    @GetMapping("/{id}/explosion")
    @Needs(Permission.PRODUCT_READ)
    Kits.Explosion explosion(@PathVariable UUID id, @RequestParam(defaultValue = "1") long quantity) {
        return kits.explode(new KitId(id), quantity);
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.PRODUCT_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return trail.history("kit", kits.get(new KitId(id)).id().value(), query);
    }

    private static ResponseEntity<Kit> tagged(Kit kit) {
        return Versioned.ok(kit, kit.version());
    }
}
