package eventkit.core.web;

import eventkit.core.Page;
import eventkit.core.SavedViews;
import eventkit.core.SignedIn;
import java.net.URI;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Saved views of lists. */
@RestController
@RequestMapping("/api/v1/views")
class ViewsResource {
    private final SavedViews views;

    ViewsResource(SavedViews views) {
        this.views = views;
    }

    @GetMapping
    @SignedIn
    Page<SavedViews.View> of(@RequestParam String list) {
        return Page.of(views.of(list));
    }

    @PostMapping
    @SignedIn
    ResponseEntity<SavedViews.View> create(@RequestBody SavedViews.Details details) {
        var view = views.create(details);
        return ResponseEntity.created(URI.create("/api/v1/views/" + view.id())).body(view);
    }

    @PatchMapping("/{id}")
    @SignedIn
    SavedViews.View change(@PathVariable UUID id, @RequestBody SavedViews.Details details) {
        return views.change(id, details);
    }

    @DeleteMapping("/{id}")
    @SignedIn
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id) {
        views.remove(id);
    }
}
