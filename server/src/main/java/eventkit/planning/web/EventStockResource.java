package eventkit.planning.web;

import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.planning.EventStock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is free for events, and what they lack. */
@RestController
@RequestMapping("/api/v1")
class EventStockResource {
    private final EventStock stock;

    EventStockResource(EventStock stock) {
        this.stock = stock;
    }

    /** What is free for each line that takes stock, in the line's own units and without what its event holds. */
    @GetMapping("/pull-lists/{id}/availability")
    @Needs(Permission.EVENT_READ)
    EventStock.ListStock ofList(@PathVariable UUID id) {
        return stock.ofList(id);
    }

    /** What is free of things for lines that are yet to be added, to a group or before all groups. */
    @GetMapping("/pull-lists/{id}/availability/new-lines")
    @Needs(Permission.EVENT_READ)
    Page<EventStock.ThingFree> forNewLines(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID group,
            @RequestParam(required = false) @Nullable List<UUID> product,
            @RequestParam(required = false) @Nullable List<UUID> kit,
            @RequestParam(name = "case", required = false) @Nullable List<UUID> cases,
            @RequestParam(required = false) @Nullable List<UUID> asset) {
        return Page.of(stock.forNewLines(
                id, group, new EventStock.Things(orNone(product), orNone(kit), orNone(cases), orNone(asset))));
    }

    private static List<UUID> orNone(@Nullable List<UUID> ids) {
        return ids == null ? List.of() : ids;
    }

    /** What the event lacks, or would lack were it confirmed now; with {@code from} and {@code to}, were it on site then. */
    @GetMapping("/events/{id}/shortages")
    @Needs(Permission.EVENT_READ)
    EventStock.Shortages ofEvent(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        return stock.ofEvent(id, from, to);
    }

    /** The event comes before another confirmed one from now on, where stock is short. */
    @PostMapping("/events/{id}/priority")
    @Needs(Permission.OVERBOOK)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void prioritise(@PathVariable UUID id, @RequestBody EventStock.Precedence precedence) {
        stock.prioritise(id, precedence);
    }

    /** What is promised to events from now on and is not there: to whom, how much, when, and who has it. */
    @GetMapping("/shortages")
    @Needs(Permission.EVENT_READ)
    EventStock.Shortages all() {
        return stock.all();
    }
}
