package eventkit.inventory.web;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.inventory.Condition;
import eventkit.inventory.ConditionList;
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

/** The conditions a thing can be in; few, so they come all at once. */
@RestController
@RequestMapping("/api/v1/conditions")
class ConditionsResource {
    private final ConditionList conditions;
    private final MergePatch patches;

    ConditionsResource(ConditionList conditions, MergePatch patches) {
        this.conditions = conditions;
        this.patches = patches;
    }

    @GetMapping
    @Needs(Permission.ASSET_READ)
    Page<Condition> list() {
        return Page.of(conditions.all());
    }

    @GetMapping("/{name}")
    @Needs(Permission.ASSET_READ)
    ResponseEntity<Condition> get(@PathVariable String name) {
        return tagged(conditions.get(name));
    }

    @PostMapping
    @Needs(Permission.COMPANY_EDIT)
    ResponseEntity<Condition> create(@RequestBody ConditionList.Details details) {
        var created = conditions.create(details);
        return Versioned.created("/conditions/" + created.name(), created, created.version());
    }

    @PatchMapping("/{name}")
    @Needs(Permission.COMPANY_EDIT)
    ResponseEntity<Condition> change(
            @PathVariable String name,
            @RequestBody @PatchOf(ConditionList.Details.class) JsonNode patch,
            IfMatch ifMatch) {
        var now = ConditionList.Details.of(conditions.get(name));
        return tagged(conditions.change(name, patches.apply(now, patch, ConditionList.Details.class), ifMatch));
    }

    @DeleteMapping("/{name}")
    @Needs(Permission.COMPANY_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String name, IfMatch ifMatch) {
        conditions.remove(name, ifMatch);
    }

    private static ResponseEntity<Condition> tagged(Condition condition) {
        return Versioned.ok(condition, condition.version());
    }
}
