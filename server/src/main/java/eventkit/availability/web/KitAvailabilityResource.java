package eventkit.availability.web;

import eventkit.availability.Availability;
import eventkit.availability.KitAvailability;
import eventkit.catalogue.KitId;
import eventkit.core.Invalid;
import eventkit.core.Needs;
import eventkit.core.Period;
import eventkit.core.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why so many of a kit are free. */
@RestController
@RequestMapping("/api/v1/availability/kits")
class KitAvailabilityResource {
    private final KitAvailability kits;

    KitAvailabilityResource(KitAvailability kits) {
        this.kits = kits;
    }

    /** How many of the kit can be made up over the whole period, and which of its parts are the tightest; with {@code knownAt} as it was believed then. */
    @GetMapping("/{id}")
    @Needs(Permission.ASSET_READ)
    KitAvailability.Explanation explanation(
            @PathVariable UUID id,
            @RequestParam UUID warehouse,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        if (!from.isBefore(to))
            throw new Invalid("to", "ends-before-it-begins", "The end must come after the beginning.");
        if (Duration.between(from, to).toDays() > Availability.DAYS_MAX)
            throw new Invalid("to", "too-long", "Ask about ten years at most.");
        return kits.explain(new KitId(id), warehouse, new Period(from, to), knownAt);
    }
}
