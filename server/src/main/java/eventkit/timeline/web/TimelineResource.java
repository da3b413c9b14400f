package eventkit.timeline.web;

import eventkit.core.Check;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Period;
import eventkit.core.Permission;
import eventkit.timeline.Timelines;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rows over time, for drawing. */
@RestController
@RequestMapping("/api/v1/timeline")
class TimelineResource {
    private final Timelines timelines;

    TimelineResource(Timelines timelines) {
        this.timelines = timelines;
    }

    /** The rows, in the order they are drawn in. {@code from} and {@code to} choose events, {@code category} everything below it. */
    @GetMapping("/rows")
    @Needs(Permission.EVENT_READ)
    Page<Timelines.Row> rows(
            ListQuery query,
            @RequestParam Timelines.By by,
            @RequestParam(required = false) @Nullable Set<UUID> warehouse,
            @RequestParam(required = false) @Nullable UUID category,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        new Check()
                .that(
                        by != Timelines.By.EVENT || (from != null && to != null),
                        "from",
                        "required",
                        "Events are listed between two instants: say from and to.")
                .orThrow();
        var period = from == null || to == null ? null : period(from, to);
        return timelines.rows(by, new Timelines.Filter(orEmpty(warehouse), category, period), query);
    }

    /** What is on those rows; at most 60 of them over 1,100 days. */
    @GetMapping("/contents")
    @Needs(Permission.EVENT_READ)
    Timelines.Contents contents(
            @RequestParam Timelines.By by,
            @RequestParam List<UUID> id,
            @RequestParam(required = false) @Nullable Set<UUID> warehouse,
            @RequestParam Instant from,
            @RequestParam Instant to) {
        new Check().size(id, "id", Timelines.ROWS_MAX).orThrow();
        return timelines.contents(by, id, orEmpty(warehouse), period(from, to));
    }

    private static Period period(Instant from, Instant to) {
        new Check()
                .that(from.isBefore(to), "to", "ends-before-it-begins", "The end must come after the beginning.")
                .that(
                        Duration.between(from, to).toDays() <= Timelines.DAYS_MAX,
                        "to",
                        "too-long",
                        "Ask about three years at most.")
                .orThrow();
        return new Period(from, to);
    }

    private static Set<UUID> orEmpty(@Nullable Set<UUID> values) {
        return values == null ? Set.of() : values;
    }
}
