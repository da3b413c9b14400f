package eventkit.planning;

import eventkit.availability.AssetAvailability;
import eventkit.availability.Availability;
import eventkit.availability.Claim;
import eventkit.availability.ClaimLine;
import eventkit.availability.ClaimLine.What;
import eventkit.availability.Fit;
import eventkit.availability.Free;
import eventkit.availability.KitAvailability;
import eventkit.availability.Owner;
import eventkit.availability.ShortStretches;
import eventkit.availability.Shortage;
import eventkit.availability.Shortfall;
import eventkit.availability.Standing;
import eventkit.availability.StockKey;
import eventkit.catalogue.KitId;
import eventkit.catalogue.ProductId;
import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.NotFound;
import eventkit.core.Period;
import eventkit.core.Permission;
import eventkit.inventory.AssetId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets availability hold what events want, in the transaction that changes it: a confirmed event and its stock are one write (rules 3, 4, 9 and 12).
 * Whoever calls has the lock of the event, and calls last: from then on all other claims wait until the transaction ends.
 */
@Component
class Reservations {
    private static final int NAMED_MAX = 20;
    /** Reasons that nobody wrote; the app has words for them. */
    private static final String HELD_AGAIN = "HELD_AGAIN";

    static final String RESOLUTION_UNDONE = "RESOLUTION_UNDONE";
    private final EventRows events;
    private final Demands demands;
    private final Availability availability;
    private final KitAvailability kits;
    private final AssetAvailability assets;
    private final ShortStretches stretches;
    private final Audit audit;

    Reservations(
            EventRows events,
            Demands demands,
            Availability availability,
            KitAvailability kits,
            AssetAvailability assets,
            ShortStretches stretches,
            Audit audit) {
        this.events = events;
        this.demands = demands;
        this.availability = availability;
        this.kits = kits;
        this.assets = assets;
        this.stretches = stretches;
        this.audit = audit;
    }

    static Standing standing(Event event) {
        return switch (event.phase()) {
            case CONFIRMED, PREP, LOAD_OUT, ON_SITE, LOAD_IN, DE_PREP -> Standing.CONFIRMED;
            case ENQUIRY -> event.optionedUntil() == null ? Standing.ENQUIRY : Standing.OPTION;
            case QUOTED -> event.optionedUntil() == null ? Standing.QUOTED : Standing.OPTION;
            case CLOSED, CANCELLED -> Standing.CANCELLED;
        };
    }

    /**
     * Throws {@link eventkit.availability.NotEnough}, {@link eventkit.availability.AssetPromised}, {@link EventNotReady}; only a confirmed event is refused anything.
     *
     * @param despite why a confirmed event is to hold more than there is
     */
    void follow(UUID eventId, @Nullable String despite) {
        var event = get(eventId);
        if (event.template()) return;
        var reason = Texts.blankToNull(despite);
        if (reason != null) checkDespite(reason);
        var wanted = wanted(event);
        if (event.phase().firm() && lacksWarehouse(wanted))
            throw new EventNotReady(event.label(), event.phase(), List.of(MoveConditions.NO_WAREHOUSE));
        hold(event, wanted, reason);
    }

    /** Whether the caller may go on though something is lacking, and says why in so many words. */
    static void checkDespite(@Nullable String reason) {
        Callers.current().mustHave(Permission.OVERBOOK);
        new Check().text(reason, "despite", 1_000).orThrow();
    }

    /** It had all of it already: nothing that came in between takes it away again. */
    @Transactional
    public void holdAgain(UUID eventId) {
        events.lock(eventId);
        var event = get(eventId);
        hold(event, wanted(event), HELD_AGAIN);
    }

    /** Where nothing is held, nothing is read. */
    private List<Demand> wanted(Event event) {
        return holds(standing(event)) ? demands.of(event, event.onSite()) : List.of();
    }

    private static boolean holds(Standing standing) {
        return standing != Standing.ENQUIRY && standing != Standing.CANCELLED;
    }

    private void hold(Event event, List<Demand> demanded, @Nullable String reason) {
        var standing = standing(event);
        if (!holds(standing)) {
            release(event.id());
            return;
        }
        var wanted = claim(event, standing, demanded, null);
        var lacking = reason == null || standing != Standing.CONFIRMED
                ? List.<Shortage>of()
                : allowed(() -> availability.shortages(wanted));
        var claim = lacking.isEmpty() ? wanted : claim(event, standing, demanded, reason);
        allowed(() -> {
            availability.claim(claim);
            return true;
        });
        if (!lacking.isEmpty())
            audit.record(
                    event.subject(),
                    "overbooked",
                    event.version(),
                    List.of(audit.change("reason", null, reason), audit.change("lacking", null, words(lacking))));
    }

    void release(UUID eventId) {
        allowed(() -> {
            availability.release(eventId);
            return true;
        });
    }

    void standStill() {
        allowed(() -> {
            availability.standStill();
            return true;
        });
    }

    boolean prioritise(UUID eventId, UUID before) {
        return availability.prioritise(eventId, before);
    }

    /** What keeps the event from being confirmed now. */
    List<Shortage> refusing(Event event) {
        return allowed(() -> availability.shortages(claim(event, Standing.CONFIRMED, event.onSite(), null)));
    }

    /** What the event, which is confirmed, goes without from a moment on. What was short before then hurts nobody any more. */
    List<Shortage> lacking(Event event, Instant from) {
        var left = demands.of(event, event.onSite()).stream()
                .filter(d -> d.to().isAfter(from))
                .map(d -> d.since(from))
                .toList();
        return allowed(() -> availability.fit(claim(event, Standing.CONFIRMED, left, null)))
                .shortages();
    }

    /** Were the event confirmed now, on site in that period. */
    Fit fit(Event event, Period onSite) {
        return allowed(() -> availability.fit(claim(event, Standing.CONFIRMED, onSite, null)));
    }

    /** Were it confirmed now and wanted that, and did others want something else than they do. */
    Fit fit(Event event, List<Demand> wanted, Map<Event, List<Demand>> others) {
        var first = new ArrayList<Claim>();
        others.forEach((other, demands) -> first.add(claim(other, standing(other), demands, "tried")));
        return allowed(() -> availability.fit(claim(event, Standing.CONFIRMED, wanted, null), first));
    }

    List<Free> free(List<Availability.Question> questions) {
        return allowed(() -> availability.free(questions));
    }

    List<KitAvailability.KitFree> freeKits(List<KitAvailability.Question> questions) {
        return allowed(() -> kits.free(questions));
    }

    List<AssetAvailability.AssetFree> freeAssets(List<AssetAvailability.Question> questions) {
        return allowed(() -> assets.free(questions));
    }

    int spare(StockKey stock, Period period, Instant fit) {
        return allowed(() -> availability.spare(stock, period, fit));
    }

    List<Shortfall> shortfalls() {
        return allowed(availability::shortfalls);
    }

    Optional<ShortStretches.Untold> untold() {
        return allowed(stretches::untold);
    }

    /** Did the first come before the other. */
    List<Shortfall> shortfalls(UUID eventId, UUID before) {
        return allowed(() -> availability.shortfalls(eventId, before));
    }

    Optional<Instant> standsSince(UUID eventId) {
        return allowed(() -> availability.standsSince(eventId));
    }

    /** Takes back that it was put before another. */
    void standSince(UUID eventId, Instant since) {
        availability.standSince(eventId, since);
    }

    /** It had all of it before: holds what it wants, whatever is there. */
    void holdDespite(UUID eventId, String reason) {
        var event = get(eventId);
        if (!event.template()) hold(event, wanted(event), reason);
    }

    /** Whether it wants stock, but nobody said whose. */
    boolean lacksWarehouse(Event event) {
        return lacksWarehouse(demands.of(event, event.onSite()));
    }

    private static boolean lacksWarehouse(List<Demand> wanted) {
        return wanted.stream().anyMatch(d -> d.warehouseId() == null);
    }

    static List<String> words(List<Shortage> shortages) {
        var words = new ArrayList<String>();
        for (var s : shortages.subList(0, Math.min(shortages.size(), NAMED_MAX)))
            words.add(s.quantity() + " × " + s.item());
        if (shortages.size() > NAMED_MAX) words.add("+ " + (shortages.size() - NAMED_MAX));
        return words;
    }

    private Claim claim(Event event, Standing standing, Period onSite, @Nullable String despite) {
        return claim(event, standing, demands.of(event, onSite), despite);
    }

    /** What stands on lists for which there is no warehouse takes no stock. */
    private static Claim claim(Event event, Standing standing, List<Demand> wanted, @Nullable String despite) {
        var lines = new ArrayList<ClaimLine>();
        for (var d : wanted) {
            if (d.warehouseId() == null) continue;
            lines.add(new ClaimLine(
                    d.lineId(), what(d), d.warehouseId(), (int) d.quantity(), new Period(d.from(), d.to())));
        }
        return new Claim(
                new Owner(EventRegister.KIND, event.id(), event.titled()),
                standing,
                event.probabilityPercent(),
                event.optionedUntil(),
                lines,
                despite);
    }

    private static What what(Demand d) {
        return switch (d.kind()) {
            case PRODUCT -> new What.OfProduct(new ProductId(there(d.productId())));
            case KIT -> new What.OfKit(new KitId(there(d.kitId())));
            case CASE -> new What.OfCase(there(d.caseId()));
            case ASSET -> new What.OfAsset(new AssetId(there(d.assetId())));
            case TEXT -> throw new IllegalStateException("free text wants nothing");
        };
    }

    private static UUID there(@Nullable UUID id) {
        return Objects.requireNonNull(id, "a line names what its kind says");
    }

    /** Whoever may plan may have what that does to stock. */
    private static <T> T allowed(Supplier<T> work) {
        return Callers.as(Callers.current().allowing(Permission.RESERVE, Permission.ASSET_READ), work::get);
    }

    private Event get(UUID id) {
        return events.find(id).orElseThrow(() -> new NotFound(EventRegister.KIND, id));
    }
}
