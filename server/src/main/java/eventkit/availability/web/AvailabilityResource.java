package eventkit.availability.web;

import eventkit.availability.Availability;
import eventkit.availability.Availability.Question;
import eventkit.availability.Explanation;
import eventkit.availability.Free;
import eventkit.availability.LateReturns;
import eventkit.availability.StockKey;
import eventkit.core.Check;
import eventkit.core.IfMatch;
import eventkit.core.Invalid;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Period;
import eventkit.core.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is free, when, and why. */
@RestController
@RequestMapping("/api/v1/availability")
class AvailabilityResource {
    private static final int ITEMS_MAX = 500;

    /** The three numbers of one product or case. */
    record Line(UUID id, int firm, int worst, int expected) {
        static Line of(UUID id, Free free) {
            return new Line(id, free.firm(), free.worst(), free.expected());
        }
    }

    /** What the engine is held against, and what does not fit; empty: all is well. */
    record Report(List<String> differences) {}

    private final Availability availability;
    private final LateReturns lateReturns;

    AvailabilityResource(Availability availability, LateReturns lateReturns) {
        this.availability = availability;
        this.lateReturns = lateReturns;
    }

    /** Of every product anything is known about in the warehouse, or of those that are named. */
    @GetMapping("/products")
    @Needs(Permission.ASSET_READ)
    Page<Line> products(
            @RequestParam UUID warehouse,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(required = false) @Nullable List<UUID> product) {
        var period = period(from, to);
        if (product == null) return Page.of(new CatalogueLines(availability.catalogue(warehouse, period)));
        return Page.of(lines(product, StockKey.Kind.PRODUCT, warehouse, period));
    }

    /** Of cases with fixed contents, each as one unit. */
    @GetMapping("/cases")
    @Needs(Permission.ASSET_READ)
    Page<Line> cases(
            @RequestParam UUID warehouse,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(name = "case") List<UUID> cases) {
        return Page.of(lines(cases, StockKey.Kind.CASE, warehouse, period(from, to)));
    }

    private List<Line> lines(List<UUID> items, StockKey.Kind kind, UUID warehouse, Period period) {
        new Check()
                .size(items, kind == StockKey.Kind.CASE ? "case" : "product", ITEMS_MAX)
                .orThrow();
        var free = availability.free(items.stream()
                .map(id -> new Question(new StockKey(kind, id, warehouse), period))
                .toList());
        var lines = new ArrayList<Line>();
        for (int i = 0; i < items.size(); i++) lines.add(Line.of(items.get(i), free.get(i)));
        return lines;
    }

    /** So much is free from each step on; the first is at the beginning of the period. */
    @GetMapping("/timeline")
    @Needs(Permission.ASSET_READ)
    Page<Availability.Step> timeline(
            @RequestParam StockKey.Kind kind,
            @RequestParam UUID item,
            @RequestParam UUID warehouse,
            @RequestParam Instant from,
            @RequestParam Instant to) {
        return Page.of(availability.timeline(new StockKey(kind, item, warehouse), period(from, to)));
    }

    /** Every plus and minus behind the numbers of a period; with {@code knownAt} as it was believed then. */
    @GetMapping("/explanation")
    @Needs(Permission.ASSET_READ)
    Explanation explanation(
            @RequestParam StockKey.Kind kind,
            @RequestParam UUID item,
            @RequestParam UUID warehouse,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(required = false) @Nullable Instant knownAt) {
        return availability.explain(new StockKey(kind, item, warehouse), period(from, to), knownAt);
    }

    /** Counts everything anew from the rows and holds it against what the server believes. */
    @GetMapping("/check")
    @Needs(Permission.COMPANY_EDIT)
    Report check() {
        return new Report(availability.check());
    }

    @GetMapping("/late-returns")
    @Needs(Permission.ASSET_READ)
    ResponseEntity<LateReturns.Setting> lateReturns() {
        return tagged(lateReturns.get());
    }

    @PutMapping("/late-returns")
    @Needs(Permission.COMPANY_EDIT)
    ResponseEntity<LateReturns.Setting> setLateReturns(@RequestBody LateReturns.Change change, IfMatch ifMatch) {
        return tagged(lateReturns.change(change, ifMatch));
    }

    private static ResponseEntity<LateReturns.Setting> tagged(LateReturns.Setting setting) {
        return ResponseEntity.ok().eTag("\"" + setting.version() + "\"").body(setting);
    }

    private static Period period(Instant from, Instant to) {
        if (!from.isBefore(to))
            throw new Invalid("to", "ends-before-it-begins", "The end must come after the beginning.");
        if (Duration.between(from, to).toDays() > Availability.DAYS_MAX) {
            throw new Invalid("to", "too-long", "Ask about ten years at most.");
        }
        return new Period(from, to);
    }
}
