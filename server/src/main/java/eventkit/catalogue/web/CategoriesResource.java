package eventkit.catalogue.web;

import eventkit.catalogue.Categories;
import eventkit.catalogue.Category;
import eventkit.catalogue.CategoryId;
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
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The tree of categories, whole. */
@RestController
@RequestMapping("/api/v1/categories")
class CategoriesResource {
    private final Categories categories;
    private final AuditTrail trail;
    private final MergePatch patches;

    CategoriesResource(Categories categories, AuditTrail trail, MergePatch patches) {
        this.categories = categories;
        this.trail = trail;
        this.patches = patches;
    }

    /** Depth first, siblings in their order. */
    @GetMapping
    @Needs(Permission.PRODUCT_READ)
    Page<Category> all() {
        return Page.of(categories.all());
    }

    @GetMapping("/{id}")
    @Needs(Permission.PRODUCT_READ)
    ResponseEntity<Category> get(@PathVariable UUID id) {
        return tagged(categories.get(new CategoryId(id)));
    }

    @PostMapping
    @Needs(Permission.PRODUCT_EDIT)
    ResponseEntity<Category> create(@RequestBody Categories.Details details) {
        var category = categories.create(details);
        return Versioned.created("/categories/" + category.id(), category, category.version());
    }

    /** Rename, move by parentId, reorder by position, change attributes and times. */
    @PatchMapping("/{id}")
    @Needs(Permission.PRODUCT_EDIT)
    ResponseEntity<Category> change(
            @PathVariable UUID id, @RequestBody @PatchOf(Categories.Details.class) JsonNode patch, IfMatch ifMatch) {
        var now = categories.get(new CategoryId(id));
        var details = new Categories.Details(
                now.parentId(), now.name(), null, now.attributes(), now.prepMinutes(), now.turnaroundMinutes());
        return tagged(categories.change(now.id(), patches.apply(details, patch, Categories.Details.class), ifMatch));
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.PRODUCT_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        categories.remove(new CategoryId(id), ifMatch);
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.PRODUCT_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return trail.history("category", categories.get(new CategoryId(id)).id().value(), query);
    }

    private static ResponseEntity<Category> tagged(Category category) {
        return Versioned.ok(category, category.version());
    }
}
