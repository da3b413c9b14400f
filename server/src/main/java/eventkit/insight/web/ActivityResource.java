package eventkit.insight.web;

import eventkit.core.ListQuery;
import eventkit.core.Page;
import eventkit.core.SignedIn;
import eventkit.insight.Activity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Recent activity across the rooms. */
@RestController
class ActivityResource {
    private final Activity activity;

    ActivityResource(Activity activity) {
        this.activity = activity;
    }

    @GetMapping("/api/v1/activity")
    @SignedIn
    Page<Activity.Item> activity(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to) {
        return activity.latest(
                new Activity.Filter(kind == null ? Set.of() : Set.copyOf(kind), actor, from, to),
                query.limit(),
                query.cursor());
    }
}
