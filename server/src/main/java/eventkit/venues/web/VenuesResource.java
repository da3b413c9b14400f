package eventkit.venues.web;

import eventkit.core.AuditTrail;
import eventkit.core.Check;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.venues.Venue;
import eventkit.venues.VenueDetails;
import eventkit.venues.VenueId;
import eventkit.venues.VenueLine;
import eventkit.venues.Venues;
import io.swagger.v3.oas.annotations.Parameter;
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

/** Where events take place. */
@RestController
@RequestMapping("/api/v1/venues")
class VenuesResource {
    private final Venues venues;
    private final MergePatch patches;

    VenuesResource(Venues venues, MergePatch patches) {
        this.venues = venues;
        this.patches = patches;
    }

    /** By name, city and the names of rooms. */
    @GetMapping
    @Needs(Permission.VENUE_READ)
    Page<VenueLine> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<String> tag,
            @RequestParam(required = false) @Nullable List<String> country,
            @Parameter(description = "Of the largest room, at least.") @RequestParam(required = false) @Nullable
                    Integer capacity,
            @RequestParam(required = false) @Nullable Boolean archived) {
        var check = new Check();
        if (tag != null) for (var each : tag) check.line(each, "tag", 40);
        if (country != null) for (var each : country) check.line(each, "country", 2);
        check.between(capacity, "capacity", 0, 1_000_000).orThrow();
        return venues.list(
                query,
                new Venues.Filter(
                        tag == null ? List.of() : tag, country == null ? List.of() : country, capacity, archived));
    }

    /** All tags in use. */
    @GetMapping("/tags")
    @Needs(Permission.VENUE_READ)
    Page<String> tags() {
        return Page.of(venues.tags());
    }

    @PostMapping
    @Needs(Permission.VENUE_EDIT)
    ResponseEntity<Venue> create(@RequestBody VenueDetails details) {
        var venue = venues.create(details);
        return Versioned.created("/venues/" + venue.id(), venue, venue.version());
    }

    @GetMapping("/{id}")
    @Needs(Permission.VENUE_READ)
    ResponseEntity<Venue> get(@PathVariable UUID id) {
        return tagged(venues.get(new VenueId(id)));
    }

    /**
     * Contacts, power supplies, rooms and what is in them are given all together: those with their id stay, those without are new, those left out
     * are removed.
     */
    @PatchMapping("/{id}")
    @Needs(Permission.VENUE_EDIT)
    ResponseEntity<Venue> change(
            @PathVariable UUID id, @RequestBody @PatchOf(VenueDetails.class) JsonNode patch, IfMatch ifMatch) {
        var now = venues.get(new VenueId(id));
        return tagged(venues.change(now.id(), patches.apply(now.details(), patch, VenueDetails.class), ifMatch));
    }

    /** Only while nothing refers to it. */
    @DeleteMapping("/{id}")
    @Needs(Permission.VENUE_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        venues.remove(new VenueId(id), ifMatch);
    }

    @PostMapping("/{id}/archive")
    @Needs(Permission.VENUE_EDIT)
    ResponseEntity<Venue> archive(@PathVariable UUID id) {
        return tagged(venues.archive(new VenueId(id)));
    }

    @PostMapping("/{id}/restore")
    @Needs(Permission.VENUE_EDIT)
    ResponseEntity<Venue> restore(@PathVariable UUID id) {
        return tagged(venues.restore(new VenueId(id)));
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.VENUE_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return venues.history(new VenueId(id), query);
    }

    private static ResponseEntity<Venue> tagged(Venue venue) {
        return Versioned.ok(venue, venue.version());
    }
}
