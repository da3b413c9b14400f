package eventkit.planning;

import eventkit.availability.Availability;
import eventkit.availability.StockKey;
import eventkit.catalogue.Product;
import eventkit.catalogue.ProductId;
import eventkit.catalogue.Products;
import eventkit.core.Callers;
import eventkit.core.Money;
import eventkit.core.Permission;
import eventkit.planning.Resolutions.Because;
import eventkit.planning.Resolutions.CostBasis;
import eventkit.planning.Resolutions.Level;
import eventkit.planning.Resolutions.Remedy;
import eventkit.planning.Resolutions.Risk;
import eventkit.planning.Trial.Plan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what can be done about a shortage. Everything was tried on the engine before it is offered. */
@Component
class Remedies {
    private static final int OTHERS_MAX = 5;
    private static final int MIX_MAX = 3;
    private static final Duration SOON = Duration.ofDays(1);

    /** Something that can be done on top of what is planned already, for so many pieces at most. */
    interface Step {
        @Nullable
        Plan on(Plan start, int quantity);
    }

    /** @param before the event that this one is put before */
    record Found(Plan plan, @Nullable UUID before) {}

    private final Products products;
    private final LineForms forms;
    private final Known known;
    private final Settings settings;
    private final Reservations reservations;
    private final Drafts drafts;
    private final Priorities priorities;
    private final Sources sources;
    private final Bringing bringing;
    private final Clock clock;

    Remedies(
            Products products,
            LineForms forms,
            Known known,
            Settings settings,
            Reservations reservations,
            Drafts drafts,
            Priorities priorities,
            Sources sources,
            Bringing bringing,
            Clock clock) {
        this.products = products;
        this.forms = forms;
        this.known = known;
        this.settings = settings;
        this.reservations = reservations;
        this.drafts = drafts;
        this.priorities = priorities;
        this.sources = sources;
        this.bringing = bringing;
        this.clock = clock;
    }

    /** One by one, and those that together cover what none of them covers; in no order yet. */
    List<Found> of(Trial trial) {
        int lacking = trial.shortage().quantity();
        var steps = new ArrayList<Step>();
        steps.addAll(substitutes(trial));
        steps.addAll(warehouses(trial));
        steps.addAll(bringing.steps(trial));
        steps.add((start, quantity) -> ownTime(trial, start));
        steps.addAll(othersTime(trial));
        steps.add((start, quantity) -> otherTimes(trial, start, quantity));
        var closing = new ArrayList<>(sources.steps(trial));
        closing.add((start, quantity) -> reduced(trial, start, quantity));
        steps.addAll(closing);
        var found = new ArrayList<Found>();
        var partial = new ArrayList<Step>();
        for (var step : steps) {
            var plan = step.on(trial.start(), lacking);
            if (plan == null) continue;
            found.add(new Found(plan, null));
            if (Parts.covers(plan) < lacking) partial.add(step);
        }
        for (var first : partial)
            for (var last : closing) {
                var mix = mixed(trial, first, partial, last);
                if (mix != null) found.add(new Found(mix, null));
            }
        for (int direction : new int[] {1, -1}) {
            var moved = moved(trial, direction);
            if (moved != null) found.add(new Found(moved, null));
        }
        for (var put : priorities.of(trial)) found.add(new Found(trial.start().with(put.part()), put.before()));
        return found;
    }

    /** The first, then whatever covers part of the rest, and at the end what can cover all of it. */
    private static @Nullable Plan mixed(Trial trial, Step first, List<Step> partial, Step last) {
        int lacking = trial.shortage().quantity();
        var plan = first.on(trial.start(), lacking);
        if (plan == null) return null;
        for (var next : partial) {
            if (next == first || plan.parts().size() == MIX_MAX - 1) continue;
            if (Parts.covers(plan) >= lacking) break;
            var more = next.on(plan, lacking - Parts.covers(plan));
            if (more != null) plan = more;
        }
        if (Parts.covers(plan) < lacking && first != last) {
            var more = last.on(plan, lacking - Parts.covers(plan));
            if (more != null) plan = more;
        }
        return plan.parts().size() > 1 && Parts.covers(plan) >= lacking ? plan : null;
    }

    private List<Step> substitutes(Trial trial) {
        var stock = trial.shortage().stock();
        if (stock.kind() != StockKey.Kind.PRODUCT) return List.of();
        var others = Callers.as(
                Callers.current().allowing(Permission.PRODUCT_READ),
                () -> products.alternatives(new ProductId(stock.item())));
        var steps = new ArrayList<Step>();
        for (var other : others) {
            if (other.archivedAt() != null || steps.size() == OTHERS_MAX) continue;
            var along = forms.accessories(Set.of(other.id().value()))
                    .getOrDefault(other.id().value(), Map.of());
            var names =
                    products.byIds(along.keySet().stream().map(ProductId::new).toList());
            var instead = LineRemedies.substitute(
                    other.id().value(), other.name(), other.numberPrefix(), along, id -> name(names, id));
            steps.add((start, quantity) -> {
                var relief = LineRemedies.relieve(trial, start, quantity, LineRemedies::ofProduct, instead);
                return relief == null
                        ? null
                        : Parts.forNothing(
                                trial,
                                start,
                                relief,
                                Remedy.SUBSTITUTE,
                                new Risk(Level.LOW, Because.COMPATIBLE, null, List.of()),
                                other.id().value(),
                                other.name());
            });
        }
        return steps;
    }

    private static String name(Map<ProductId, Product> names, UUID id) {
        var product = names.get(new ProductId(id));
        return product == null ? "" : product.name();
    }

    private List<Step> warehouses(Trial trial) {
        var shortage = trial.shortage();
        if (shortage.stock().kind() != StockKey.Kind.PRODUCT
                || trial.event().phase().locksLists()) return List.of();
        var others = known.warehouses();
        others.remove(shortage.stock().warehouse());
        var questions = new ArrayList<Availability.Question>();
        others.forEach((id, name) -> questions.add(
                new Availability.Question(StockKey.product(shortage.stock().item(), id), shortage.period())));
        var there = reservations.free(questions);
        var between = Callers.as(Callers.current().allowing(Permission.EVENT_READ), settings::current)
                .betweenWarehouses();
        var steps = new ArrayList<Step>();
        for (int i = 0; i < questions.size(); i++) {
            if (there.get(i).firm() <= 0 || steps.size() == OTHERS_MAX) continue;
            var id = questions.get(i).stock().warehouse();
            var name = Objects.requireNonNull(others.get(id));
            var instead = LineRemedies.from(id, name, between.minutes(), clock.instant());
            steps.add((start, quantity) -> {
                if (Bringing.takesFrom(start, id)) return null;
                var relief = LineRemedies.relieve(trial, start, quantity, LineRemedies::whole, instead);
                return relief == null
                        ? null
                        : Parts.with(
                                trial,
                                start,
                                relief,
                                Remedy.OTHER_WAREHOUSE,
                                between.cost(),
                                between.cost() == null ? CostBasis.UNKNOWN : CostBasis.TRANSFER,
                                fromAfar(relief.plan().draft(), id, between.minutes()),
                                id,
                                name);
            });
        }
        return steps;
    }

    private Risk fromAfar(Draft draft, UUID warehouse, int minutes) {
        var leaves = draft.lists().stream()
                .filter(list -> warehouse.equals(list.warehouseId()))
                .flatMap(list -> list.lines().stream())
                .map(line -> draft.taken(line).from())
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        var left = Duration.between(clock.instant(), leaves);
        return left.compareTo(SOON) < 0
                ? new Risk(Level.HIGH, Because.LEAVES_SOON, left.toMinutes(), List.of())
                : new Risk(Level.MEDIUM, Because.COMES_FROM_AFAR, (long) minutes, List.of());
    }

    private static @Nullable Plan ownTime(Trial trial, Plan start) {
        var shortened = TimeRemedies.own(trial, start);
        return shortened == null ? null : shortened(trial, start, shortened, null);
    }

    private List<Step> othersTime(Trial trial) {
        var steps = new ArrayList<Step>();
        for (var holder : trial.shortage().holders()) {
            if (steps.size() == OTHERS_MAX) break;
            var draft = drafts.find(holder.owner());
            if (draft == null) continue;
            steps.add((start, quantity) -> {
                if (start.others().containsKey(holder.owner())) return null;
                var shortened = TimeRemedies.others(trial, start, draft);
                return shortened == null ? null : shortened(trial, start, shortened, draft.event());
            });
        }
        return steps;
    }

    private static Plan shortened(Trial trial, Plan start, TimeRemedies.Shortened shortened, @Nullable Event of) {
        var level = shortened.minutes() * 2 >= shortened.planned()
                ? Level.LOW
                : shortened.minutes() >= 30 ? Level.MEDIUM : Level.HIGH;
        return Parts.forNothing(
                trial,
                start,
                shortened.relief(),
                Remedy.SHORTEN_TURNAROUND,
                new Risk(level, Because.LITTLE_TIME, shortened.minutes(), List.of()),
                of == null ? null : of.id(),
                of == null ? null : of.label() + " " + of.name());
    }

    private static @Nullable Plan otherTimes(Trial trial, Plan start, int quantity) {
        var relief = LineRemedies.relieve(
                trial, start, quantity, LineRemedies::whole, LineRemedies.otherTimes(trial.shortage()));
        if (relief == null) return null;
        var draft = relief.plan().draft();
        var fresh = draft.lines()
                .filter(line ->
                        start.draft().line(line.id()).isEmpty() && line.times().from() != null)
                .findFirst()
                .orElseThrow();
        var onSite = draft.onSite(fresh);
        var origin = draft.behind(fresh.id());
        var whole = start.draft()
                .line(Objects.requireNonNull(origin, "it was split off a line"))
                .orElseThrow();
        long less = start.draft().onSite(whole).length().minus(onSite.length()).toMinutes();
        var plan = Parts.forNothing(
                trial,
                start,
                relief,
                Remedy.MOVE_LINES,
                new Risk(Level.MEDIUM, Because.LESS_ON_SITE, less, List.of()),
                null,
                null);
        return Parts.dated(plan, null, onSite.from(), onSite.to());
    }

    private static @Nullable Plan reduced(Trial trial, Plan start, int quantity) {
        var relief = LineRemedies.relieve(trial, start, quantity, line -> true, LineRemedies.nothing());
        return relief == null
                ? null
                : Parts.forNothing(
                        trial,
                        start,
                        relief,
                        Remedy.REDUCE,
                        new Risk(Level.MEDIUM, Because.CLIENT_GETS_LESS, null, List.of()),
                        null,
                        null);
    }

    private @Nullable Plan moved(Trial trial, int direction) {
        if (trial.event().phase().locksLists()) return null;
        var moved = TimeRemedies.move(trial, direction, clock.instant());
        if (moved == null) return null;
        var level = trial.event().phase().open() ? Level.MEDIUM : Level.HIGH;
        var plan = Parts.with(
                trial,
                trial.start(),
                moved.relief(),
                Remedy.MOVE_EVENT,
                null,
                CostBasis.UNKNOWN,
                new Risk(level, Because.CLIENT_MUST_AGREE, null, List.of()),
                null,
                null);
        return Parts.dated(
                plan, moved.days(), moved.onSite().from(), moved.onSite().to());
    }

    /** What a piece that is lacking brings: what its line asks for it, or else what the catalogue does. */
    @Nullable
    Money stake(Trial trial) {
        var shortage = trial.shortage();
        for (var id : shortage.lines()) {
            var line = trial.start().draft().line(id).orElse(null);
            if (line != null && line.kind() == PullLine.Kind.PRODUCT && line.unitPrice() != null)
                return line.unitPrice();
        }
        if (shortage.stock().kind() != StockKey.Kind.PRODUCT) return null;
        var product =
                products.byIds(List.of(new ProductId(shortage.stock().item()))).values();
        return product.stream().findFirst().map(Product::hirePrice).orElse(null);
    }
}
