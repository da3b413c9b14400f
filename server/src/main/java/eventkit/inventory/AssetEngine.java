package eventkit.inventory;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Constraints;
import eventkit.core.DomainEvent;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.NotFound;
import eventkit.core.Refusal;
import eventkit.core.Subject;
import eventkit.core.Together;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Changes assets, one or many, the same way for everybody: lock in one order, let the rule decide about each, then write all rows, movements and audit
 * entries in one go, and tell it. A refusal is thrown before anything is written.
 */
@Component
class AssetEngine {
    /**
     * @param action the audit trail's word
     * @param references what it is for, of each that has a reference of its own
     * @param checksHolds whether cases and transfers have a say
     * @param each true: who may not is reported, the others go on
     */
    record Occasion(
            String action,
            @Nullable String reason,
            @Nullable String reference,
            Map<AssetId, String> references,
            boolean checksHolds,
            boolean each) {
        static Occasion of(String action, @Nullable String reason, @Nullable String reference) {
            return new Occasion(action, reason, reference, Map.of(), false, false);
        }

        static Occasion of(String action, Map<AssetId, String> references) {
            return new Occasion(action, null, null, references, false, false);
        }

        Occasion checkingHolds() {
            return new Occasion(action, reason, reference, references, true, each);
        }

        Occasion forEach(boolean separately) {
            return new Occasion(action, reason, reference, references, checksHolds, separately);
        }

        @Nullable
        String reference(AssetId id) {
            return references.isEmpty() ? reference : references.get(id);
        }
    }

    /** @param after the same as before where there was nothing to do, null where refused */
    record Outcome(
            AssetId id,
            @Nullable Asset before,
            @Nullable Asset after,
            @Nullable Refusal refusal) {
        boolean changed() {
            return after != null && !after.equals(before);
        }
    }

    private final Assets assets;
    private final Places places;
    private final CompanyDay day;
    private final ObjectProvider<AssetUse> uses;
    private final Audit audit;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    AssetEngine(
            Assets assets,
            Places places,
            CompanyDay day,
            ObjectProvider<AssetUse> uses,
            Audit audit,
            Events events,
            Ids ids,
            Clock clock) {
        this.assets = assets;
        this.places = places;
        this.day = day;
        this.uses = uses;
        this.audit = audit;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("asset_number_taken", () -> new CodeTaken("you gave"));
        Constraints.mean("asset_code_taken", () -> new CodeTaken("you gave"));
        Constraints.mean("asset_alias_pkey", () -> new CodeTaken("you gave"));
    }

    Instant now() {
        return clock.instant();
    }

    List<Outcome> apply(Collection<AssetId> wanted, Occasion occasion, UnaryOperator<Asset> rule) {
        return applyKnowing(wanted, occasion, (ids, go) -> locked -> rule);
    }

    /** What else is to be known of assets. */
    interface Knowing {
        /** Asks the database in {@code go}; what is answered makes the rule of the assets, once that was run and they are locked. */
        Function<Collection<Asset>, UnaryOperator<Asset>> ask(Collection<AssetId> ids, Together go);
    }

    List<Outcome> applyKnowing(Collection<AssetId> wanted, Occasion occasion, Knowing knowing) {
        if (wanted.size() > AssetRegister.AT_ONCE_MAX) throw new TooManyAssets(AssetRegister.AT_ONCE_MAX);
        var order = new LinkedHashSet<>(wanted);
        var locked = new HashMap<AssetId, Asset>();
        var go = new Together();
        var rows = assets.lock(order.stream().map(AssetId::value).toList(), go);
        var rules = knowing.ask(order, go);
        assets.run(go);
        rows.forEach(a -> locked.put(a.id(), a));
        var rule = rules.apply(locked.values());
        var held = occasion.checksHolds() ? holds(order, occasion.reference()) : Map.<AssetId, String>of();
        var outcomes = new ArrayList<Outcome>();
        for (var id : order) {
            var before = locked.get(id);
            try {
                if (before == null) throw new NotFound("asset", id);
                var after = rule.apply(before);
                var why = held.get(id);
                if (why != null && !after.equals(before)) throw new AssetHeld(id, before.number(), why);
                outcomes.add(new Outcome(
                        id,
                        before,
                        after.equals(before) ? before : new AssetDraft(after).with(before.version() + 1),
                        null));
            } catch (Refusal refusal) {
                if (!occasion.each()) throw refusal;
                outcomes.add(new Outcome(id, before, null, refusal));
            }
        }
        write(outcomes.stream().filter(Outcome::changed).toList(), occasion);
        return outcomes;
    }

    private Map<AssetId, String> holds(Collection<AssetId> order, @Nullable String reference) {
        var held = new LinkedHashMap<AssetId, String>();
        uses.orderedStream().forEach(use -> use.holds(order, reference).forEach(held::putIfAbsent));
        return held;
    }

    private void write(List<Outcome> changed, Occasion occasion) {
        if (changed.isEmpty()) return;
        var befores = changed.stream()
                .map(o -> java.util.Objects.requireNonNull(o.before()))
                .toList();
        var afters = changed.stream()
                .map(o -> java.util.Objects.requireNonNull(o.after()))
                .toList();
        var go = new Together();
        assets.save(befores, afters, day.company().currency(), go);
        var now = now();
        var refs = refs(befores, afters);
        var moved = new ArrayList<Assets.Moved>();
        var entries = new ArrayList<Audit.Entry>();
        for (int i = 0; i < afters.size(); i++) {
            var before = befores.get(i);
            var after = afters.get(i);
            boolean went = !java.util.Objects.equals(before.locationId(), after.locationId());
            if (went || before.status() != after.status()) moved.add(movement(before, after, occasion, now));
            entries(entries, occasion.action(), before, after, refs);
        }
        Assets.insertMovements(moved, go);
        audit.recordAll(entries, go);
        assets.run(go);
        events.announceAll(told(befores, afters, occasion, now));
    }

    /** What a registration writes beside the rows. */
    void registered(List<Asset> created) {
        var now = now();
        var refs = refs(List.of(), created);
        var moved = new ArrayList<Assets.Moved>();
        var entries = new ArrayList<Audit.Entry>();
        for (var asset : created) {
            moved.add(movement(null, asset, Occasion.of("created", "Registered", null), now));
            entries(entries, "created", null, asset, refs);
        }
        var go = new Together();
        Assets.insertMovements(moved, go);
        audit.recordAll(entries, go);
        assets.run(go);
        events.announce(new AssetRegistered(created.stream().map(Asset::id).toList()));
    }

    /** What the places are called that are not what they were. */
    private Map<LocationId, LocationRef> refs(List<Asset> befores, List<Asset> afters) {
        var wanted = new HashSet<LocationId>();
        for (int i = 0; i < afters.size(); i++) {
            var before = befores.isEmpty() ? null : befores.get(i);
            var after = afters.get(i);
            differing(wanted, before == null ? null : before.locationId(), after.locationId());
            differing(wanted, before == null ? null : before.homeLocationId(), after.homeLocationId());
        }
        return places.refs(wanted);
    }

    private static void differing(Set<LocationId> wanted, @Nullable LocationId before, @Nullable LocationId after) {
        if (java.util.Objects.equals(before, after)) return;
        if (before != null) wanted.add(before);
        if (after != null) wanted.add(after);
    }

    private void entries(
            List<Audit.Entry> entries,
            String action,
            @Nullable Asset before,
            Asset after,
            Map<LocationId, LocationRef> refs) {
        var facts = audit.changes(before == null ? null : AssetFacts.of(before, refs), AssetFacts.of(after, refs));
        if (!facts.isEmpty()) {
            entries.add(new Audit.Entry(
                    new Subject("asset", after.id().value(), after.number()), action, after.version(), facts));
        }
        var costs = AssetFacts.Costs.of(after);
        if (before == null ? costs.empty() : costs.equals(AssetFacts.Costs.of(before))) return;
        var changes = audit.changes(before == null ? null : AssetFacts.Costs.of(before), costs);
        if (!changes.isEmpty()) {
            entries.add(new Audit.Entry(
                    new Subject(AssetFacts.COSTS, after.id().value(), after.number()),
                    action,
                    after.version(),
                    changes));
        }
    }

    private Assets.Moved movement(@Nullable Asset before, Asset after, Occasion occasion, Instant now) {
        var caller = Callers.current();
        return new Assets.Moved(
                ids.next(),
                after.id().value(),
                now,
                before == null || before.locationId() == null
                        ? null
                        : before.locationId().value(),
                after.locationId() == null ? null : after.locationId().value(),
                before == null ? null : before.status().name(),
                after.status().name(),
                occasion.reason(),
                caller.userId(),
                caller.name(),
                occasion.reference(after.id()));
    }

    private static List<DomainEvent> told(List<Asset> befores, List<Asset> afters, Occasion occasion, Instant now) {
        var moves = new ArrayList<AssetMoved.Move>();
        var gone = new ArrayList<AssetId>();
        var edited = new ArrayList<AssetId>();
        var damaged = new ArrayList<AssetId>();
        var lost = new ArrayList<AssetId>();
        for (int i = 0; i < afters.size(); i++) {
            var before = befores.get(i);
            var after = afters.get(i);
            boolean went = !java.util.Objects.equals(before.locationId(), after.locationId());
            if (went)
                moves.add(new AssetMoved.Move(
                        after.id(), before.locationId(), after.locationId(), occasion.reference(after.id())));
            if (before.status() != after.status()) {
                if (after.status().gone()) gone.add(after.id());
                if (after.status() == AssetStatus.DAMAGED && before.status() != AssetStatus.IN_REPAIR)
                    damaged.add(after.id());
                if (after.status() == AssetStatus.LOST) lost.add(after.id());
            } else if (!went) edited.add(after.id());
        }
        var by = Callers.current().userId();
        var told = new ArrayList<DomainEvent>();
        if (!moves.isEmpty()) told.add(new AssetMoved(moves, now));
        if (!gone.isEmpty()) told.add(new AssetDisposed(gone, now));
        if (!damaged.isEmpty()) told.add(new AssetDamaged(damaged, occasion.reason(), by, now));
        if (!lost.isEmpty()) told.add(new AssetLost(lost, occasion.reason(), by, now));
        if (!edited.isEmpty()) told.add(new AssetChanged(edited));
        return told;
    }
}
