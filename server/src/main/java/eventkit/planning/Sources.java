package eventkit.planning;

import eventkit.availability.StockKey;
import eventkit.catalogue.ProductId;
import eventkit.catalogue.ProductKind;
import eventkit.catalogue.Products;
import eventkit.core.Callers;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.Permission;
import eventkit.identity.CompanyProfile;
import eventkit.planning.Resolutions.Asked;
import eventkit.planning.Resolutions.Because;
import eventkit.planning.Resolutions.CostBasis;
import eventkit.planning.Resolutions.Level;
import eventkit.planning.Resolutions.Part;
import eventkit.planning.Resolutions.Remedy;
import eventkit.planning.Resolutions.Risk;
import eventkit.sourcing.PlannedStock;
import eventkit.sourcing.StockPlan;
import eventkit.sourcing.SubHire;
import eventkit.sourcing.SubHireState;
import eventkit.sourcing.SubHires;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is not on the spot: asked of a partner, bought, or brought from another warehouse of ours. */
@Component
class Sources {
    private static final int PARTNERS_MAX = 3;
    private static final int LOOKED_AT_MAX = 50;
    private static final Duration HIRED_SOON = Duration.ofDays(2);
    private static final Duration BOUGHT_SOON = Duration.ofDays(7);

    /** What was set going: asked of partners, bought, brought from another warehouse of ours. */
    record Ordered(List<UUID> subHires, List<UUID> purchases, List<Bringing.Brought> transfers) {
        static final Ordered NOTHING = new Ordered(List.of(), List.of(), List.of());
    }

    private final SubHires subHires;
    private final PlannedStock plans;
    private final Bringing bringing;
    private final Products products;
    private final CompanyProfile company;
    private final Clock clock;

    Sources(
            SubHires subHires,
            PlannedStock plans,
            Bringing bringing,
            Products products,
            CompanyProfile company,
            Clock clock) {
        this.subHires = subHires;
        this.plans = plans;
        this.bringing = bringing;
        this.products = products;
        this.company = company;
        this.clock = clock;
    }

    /** What others have. */
    List<Remedies.Step> steps(Trial trial) {
        var stock = trial.shortage().stock();
        if (stock.kind() != StockKey.Kind.PRODUCT) return List.of();
        var product = products.byIds(List.of(new ProductId(stock.item()))).values().stream()
                .findFirst()
                .orElse(null);
        if (product == null) return List.of();
        var from = trial.shortage().period().from();
        var left = Duration.between(clock.instant(), from);
        var steps = new ArrayList<Remedies.Step>();
        if (!left.isPositive()) return steps;
        var unanswered = new Risk(
                left.compareTo(HIRED_SOON) < 0 ? Level.HIGH : Level.MEDIUM,
                Because.UNANSWERED,
                left.toMinutes(),
                List.of());
        // What is used up is not given back.
        boolean lent = product.kind() != ProductKind.CONSUMABLE;
        for (var last : lent ? lately(stock.item()) : List.<SubHire>of())
            steps.add((start, quantity) -> start.with(part(
                    Remedy.SUB_HIRE,
                    quantity,
                    asLast(last, quantity, trial),
                    CostBasis.LAST_SUB_HIRE,
                    unanswered,
                    last.partner().id(),
                    last.partner().name(),
                    trial)));
        if (lent)
            steps.add((start, quantity) -> start.with(part(
                    Remedy.SUB_HIRE,
                    quantity,
                    times(product.hirePrice(), quantity),
                    CostBasis.HIRE_PRICE,
                    unanswered,
                    null,
                    null,
                    trial)));
        if (product.archivedAt() == null && day(from).isAfter(day(clock.instant()))) {
            var arrives = new Risk(
                    left.compareTo(BOUGHT_SOON) < 0 ? Level.HIGH : Level.MEDIUM,
                    Because.MUST_ARRIVE,
                    left.toMinutes(),
                    List.of());
            steps.add((start, quantity) -> start.with(part(
                    Remedy.BUY,
                    quantity,
                    times(product.replacementValue(), quantity),
                    CostBasis.REPLACEMENT_VALUE,
                    arrives,
                    null,
                    null,
                    trial)));
        }
        return steps;
    }

    private static @Nullable Money times(@Nullable Money each, int quantity) {
        return each == null ? null : each.times(quantity);
    }

    private static Part part(
            Remedy remedy,
            int covers,
            @Nullable Money cost,
            CostBasis basis,
            Risk risk,
            @Nullable UUID otherId,
            @Nullable String name,
            Trial trial) {
        var period = trial.shortage().period();
        return new Part(
                remedy,
                covers,
                cost,
                cost == null ? CostBasis.UNKNOWN : basis,
                risk,
                otherId,
                name,
                null,
                period.from(),
                remedy == Remedy.BUY ? null : period.to(),
                List.of());
    }

    /** The last sub-hire of the product from each of the partners that brought some, the newest first. */
    private List<SubHire> lately(UUID product) {
        var filter = new SubHires.Filter(
                List.of(SubHire.Direction.IN),
                List.of(SubHireState.ACCEPTED, SubHireState.RECEIVED, SubHireState.RETURNED),
                List.of(),
                List.of(product),
                List.of(),
                null);
        var found = reading(() -> subHires.list(filter, new ListQuery(null, "-changedAt", LOOKED_AT_MAX, null, 0)));
        var last = new LinkedHashMap<UUID, SubHire>();
        for (var one : found.items())
            if (one.cost() != null) last.putIfAbsent(one.partner().id(), one);
        return last.values().stream().limit(PARTNERS_MAX).toList();
    }

    /** By the piece and day. */
    private static Money asLast(SubHire last, int quantity, Trial trial) {
        long then = Math.max(1, days(Duration.between(last.from(), last.to())));
        long now = Math.max(1, days(trial.shortage().period().length()));
        var rate = BigDecimal.valueOf(quantity * now)
                .divide(BigDecimal.valueOf(last.quantity() * then), 12, RoundingMode.HALF_UP);
        return Objects.requireNonNull(last.cost()).times(rate, RoundingMode.HALF_UP);
    }

    private static long days(Duration length) {
        return Math.ceilDiv(length.toMinutes(), Duration.ofDays(1).toMinutes());
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, company.zone());
    }

    /** What was asked for the event and its shortage and is not there. */
    List<Asked> asked(Trial trial) {
        var shortage = trial.shortage();
        return reading(() -> subHires.ofEvents(List.of(trial.event().id()))).stream()
                .filter(s -> s.product().id().equals(shortage.stock().item())
                        && s.warehouse().id().equals(shortage.stock().warehouse())
                        && s.from().isBefore(shortage.period().to())
                        && shortage.period().from().isBefore(s.to())
                        && (s.state() == SubHireState.REQUESTED || s.state() == SubHireState.ACCEPTED))
                .map(s -> new Asked(
                        s.id(), s.number(), s.partner().name(), s.quantity(), s.state() == SubHireState.ACCEPTED))
                .toList();
    }

    /** Asks and plans what the parts say; whoever does it may do so. */
    Ordered order(Trial trial, List<Part> parts, @Nullable UUID partner) {
        var stock = trial.shortage().stock();
        var brought = bringing.order(trial, parts);
        var hired = new ArrayList<UUID>();
        var bought = new ArrayList<UUID>();
        for (var part : parts) {
            var from = part.from();
            if (from == null) continue;
            if (part.remedy() == Remedy.SUB_HIRE && part.to() != null) {
                var asked = part.otherId() == null ? partner : part.otherId();
                hired.add(subHires.create(new SubHires.Details(
                                SubHire.Direction.IN,
                                Objects.requireNonNull(asked, "whoever is asked is named"),
                                stock.item(),
                                stock.warehouse(),
                                part.covers(),
                                from,
                                part.to(),
                                trial.event().id(),
                                part.costBasis() == CostBasis.LAST_SUB_HIRE ? part.cost() : null,
                                null))
                        .id());
            }
            if (part.remedy() == Remedy.BUY)
                bought.add(plans.create(new PlannedStock.Details(
                                StockPlan.Kind.PURCHASE,
                                stock.item(),
                                stock.warehouse(),
                                part.covers(),
                                day(from),
                                null,
                                each(part),
                                trial.event().label() + " " + trial.event().name()))
                        .id());
        }
        return new Ordered(List.copyOf(hired), List.copyOf(bought), brought);
    }

    private static @Nullable Money each(Part part) {
        var cost = part.cost();
        return cost == null ? null : new Money(cost.amountMinor() / part.covers(), cost.currency());
    }

    /** Whether all of it can still be taken back. Nobody changes that until the transaction ends. */
    boolean open(Ordered ordered) {
        return bringing.open(ordered.transfers())
                && reading(() -> ordered.subHires().stream()
                                .allMatch(id -> subHires.hold(id).state() == SubHireState.REQUESTED)
                        && ordered.purchases().stream()
                                .allMatch(id -> plans.hold(id).state() == StockPlan.State.PLANNED));
    }

    void takeBack(Ordered ordered) {
        for (var id : ordered.subHires())
            subHires.move(id, new SubHires.Move(SubHireState.CANCELLED, null), IfMatch.ANY);
        for (var id : ordered.purchases())
            plans.move(id, new PlannedStock.Move(StockPlan.State.CANCELLED), IfMatch.ANY);
        bringing.takeBack(ordered.transfers());
    }

    /** Whoever may plan may know what is on its way to the event. */
    private static <T> T reading(Supplier<T> work) {
        return Callers.as(Callers.current().allowing(Permission.SOURCE_READ, Permission.PRODUCT_READ), work::get);
    }
}
