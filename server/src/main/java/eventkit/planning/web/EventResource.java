package eventkit.planning.web;

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
import eventkit.planning.Event;
import eventkit.planning.EventPhases;
import eventkit.planning.EventRegister;
import eventkit.planning.Phase;
import eventkit.planning.Settings;
import java.time.Instant;
import java.time.LocalDate;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The register of events. */
@RestController
@RequestMapping("/api/v1/events")
class EventResource {
    private final EventRegister events;
    private final EventPhases phases;
    private final Settings settings;
    private final MergePatch patches;

    EventResource(EventRegister events, EventPhases phases, Settings settings, MergePatch patches) {
        this.events = events;
        this.phases = phases;
        this.settings = settings;
        this.patches = patches;
    }

    /**
     * Sorts: from, to, number, name, phase, changedAt. Between {@code from} and {@code to}: what occupies anything then. The days on which it begins are
     * those of its own time zone; {@code beginsIn} is a month of any year, 1 is January.
     */
    @GetMapping
    @Needs(Permission.EVENT_READ)
    Page<Event> events(
            ListQuery query,
            @RequestParam(required = false) @Nullable Set<Phase> phase,
            @RequestParam(required = false) @Nullable Set<UUID> project,
            @RequestParam(required = false) @Nullable Set<UUID> client,
            @RequestParam(required = false) @Nullable Set<UUID> venue,
            @RequestParam(required = false) @Nullable Set<UUID> planner,
            @RequestParam(required = false) @Nullable Set<UUID> type,
            @RequestParam(required = false) @Nullable Set<String> tag,
            @RequestParam(required = false) @Nullable UUID series,
            @RequestParam(required = false) @Nullable Boolean optioned,
            @RequestParam(required = false) @Nullable Boolean template,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @Nullable Set<UUID> warehouse,
            @RequestParam(required = false) @Nullable LocalDate beginsFrom,
            @RequestParam(required = false) @Nullable LocalDate beginsTo,
            @RequestParam(required = false) @Nullable Integer beginsIn) {
        new Check()
                .date(beginsFrom, "beginsFrom")
                .date(beginsTo, "beginsTo")
                .between(beginsIn, "beginsIn", 1, 12)
                .orThrow();
        return events.list(
                new EventRegister.Filter(
                        orEmpty(phase),
                        orEmpty(project),
                        orEmpty(client),
                        orEmpty(venue),
                        orEmpty(planner),
                        orEmpty(type),
                        orEmpty(tag),
                        series,
                        optioned,
                        template,
                        from,
                        to,
                        orEmpty(warehouse),
                        new EventRegister.Filter.Begins(beginsFrom, beginsTo, beginsIn)),
                query);
    }

    /** All tags in use. */
    @GetMapping("/tags")
    @Needs(Permission.EVENT_READ)
    Page<String> tags() {
        return Page.of(events.tags());
    }

    /** What occupies anything between two instants; at most 2,000. */
    @GetMapping("/calendar")
    @Needs(Permission.EVENT_READ)
    EventRegister.Calendar calendar(
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(required = false) @Nullable Set<Phase> phase,
            @RequestParam(required = false) @Nullable Set<UUID> project,
            @RequestParam(required = false) @Nullable Set<UUID> client,
            @RequestParam(required = false) @Nullable Set<UUID> venue,
            @RequestParam(required = false) @Nullable Set<UUID> planner,
            @RequestParam(required = false) @Nullable Set<UUID> type,
            @RequestParam(required = false) @Nullable Set<String> tag) {
        return events.calendar(
                new EventRegister.Filter(
                        orEmpty(phase),
                        orEmpty(project),
                        orEmpty(client),
                        orEmpty(venue),
                        orEmpty(planner),
                        orEmpty(type),
                        orEmpty(tag),
                        null,
                        null,
                        null,
                        null,
                        null),
                from,
                to);
    }

    @PostMapping
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<Event> create(@RequestBody EventRegister.NewEvent details) {
        var made = events.create(details);
        return Versioned.created("/events/" + made.id(), made, made.version());
    }

    @GetMapping("/{id}")
    @Needs(Permission.EVENT_READ)
    ResponseEntity<Event> event(@PathVariable UUID id) {
        return tagged(events.get(id));
    }

    /** {@code despite} says why a confirmed event is to hold more than is free then. */
    @PatchMapping("/{id}")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<Event> change(
            @PathVariable UUID id,
            @PatchOf(EventRegister.Details.class) @RequestBody JsonNode patch,
            IfMatch ifMatch,
            @RequestParam(required = false) @Nullable String despite) {
        var details = patches.apply(EventRegister.Details.of(events.get(id)), patch, EventRegister.Details.class);
        return tagged(events.change(id, details, ifMatch, despite));
    }

    /** Only an enquiry or a template; others are cancelled. */
    @DeleteMapping("/{id}")
    @Needs(Permission.EVENT_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        events.remove(id, ifMatch);
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.EVENT_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return events.history(id, query);
    }

    /** The phase it is in, and what each next one still lacks. */
    @GetMapping("/{id}/phase")
    @Needs(Permission.EVENT_READ)
    EventPhases.Way way(@PathVariable UUID id) {
        return phases.way(id);
    }

    /** To a built-in phase, or to one of the type's own. */
    @PostMapping("/{id}/phase")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<Event> move(@PathVariable UUID id, @RequestBody EventPhases.Move move) {
        return tagged(phases.move(id, move));
    }

    @PostMapping("/{id}/option")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<Event> option(@PathVariable UUID id, @RequestBody EventPhases.Option option) {
        return tagged(phases.option(id, option));
    }

    @PostMapping("/{id}/option-end")
    @Needs(Permission.EVENT_EDIT)
    ResponseEntity<Event> endOption(@PathVariable UUID id) {
        return tagged(phases.endOption(id));
    }

    @GetMapping("/settings")
    @Needs(Permission.EVENT_READ)
    ResponseEntity<Settings.Current> settings() {
        var current = settings.current();
        return Versioned.ok(current, current.version());
    }

    @PutMapping("/settings")
    @Needs(Permission.EVENT_CONFIRM)
    ResponseEntity<Settings.Current> changeSettings(@RequestBody Settings.Change change, IfMatch ifMatch) {
        var current = settings.change(change, ifMatch);
        return Versioned.ok(current, current.version());
    }

    private static ResponseEntity<Event> tagged(Event event) {
        return Versioned.ok(event, event.version());
    }

    private static <T> Set<T> orEmpty(@Nullable Set<T> values) {
        return values == null ? Set.of() : values;
    }
}
