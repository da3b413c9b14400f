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
import eventkit.planning.Project;
import eventkit.planning.Projects;
import java.util.Set;
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

/** Tours, festivals and series. */
@RestController
@RequestMapping("/api/v1/projects")
class ProjectResource {
    private final Projects projects;
    private final MergePatch patches;

    ProjectResource(Projects projects, MergePatch patches) {
        this.projects = projects;
        this.patches = patches;
    }

    /** Sorts: number, name, changedAt. Archived ones show only when asked for. */
    @GetMapping
    @Needs(Permission.EVENT_READ)
    Page<Project> projects(
            ListQuery query,
            @RequestParam(required = false) @Nullable Set<Project.Kind> kind,
            @RequestParam(required = false) @Nullable Set<UUID> client,
            @RequestParam(required = false) @Nullable Boolean archived) {
        return projects.list(
                new Projects.Filter(kind == null ? Set.of() : kind, client == null ? Set.of() : client, archived),
                query);
    }

    @PostMapping
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<Project> create(@RequestBody Projects.Details details) {
        var made = projects.create(details);
        return Versioned.created("/projects/" + made.id(), made, made.version());
    }

    @GetMapping("/{id}")
    @Needs(Permission.EVENT_READ)
    ResponseEntity<Project> project(@PathVariable UUID id) {
        return tagged(projects.get(id));
    }

    @PatchMapping("/{id}")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<Project> change(
            @PathVariable UUID id, @PatchOf(Projects.Details.class) @RequestBody JsonNode patch, IfMatch ifMatch) {
        var details = patches.apply(Projects.Details.of(projects.get(id)), patch, Projects.Details.class);
        return tagged(projects.change(id, details, ifMatch));
    }

    @PostMapping("/{id}/archival")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<Project> archive(@PathVariable UUID id) {
        return tagged(projects.archive(id));
    }

    @PostMapping("/{id}/restoration")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<Project> restore(@PathVariable UUID id) {
        return tagged(projects.restore(id));
    }

    /** Only one without events; others are archived. */
    @DeleteMapping("/{id}")
    @Needs(Permission.EVENT_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        projects.remove(id, ifMatch);
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.EVENT_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return projects.history(id, query);
    }

    private static ResponseEntity<Project> tagged(Project project) {
        return Versioned.ok(project, project.version());
    }
}
