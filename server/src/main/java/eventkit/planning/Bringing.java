package eventkit.planning;

import eventkit.availability.Availability;
import eventkit.availability.StockKey;
import eventkit.core.Callers;
import eventkit.core.Period;
import eventkit.core.Permission;
import eventkit.identity.CompanyProfile;
import eventkit.planning.Resolutions.Because;
import eventkit.planning.Resolutions.CostBasis;
import eventkit.planning.Resolutions.Level;
import eventkit.planning.Resolutions.Part;
import eventkit.planning.Resolutions.Remedy;
import eventkit.planning.Resolutions.Risk;
import eventkit.planning.Trial.Plan;
import eventkit.transfers.Gathering;
import eventkit.transfers.Gathering.Wanted;
import eventkit.transfers.TransferState;
import eventkit.transfers.Transfers;
import eventkit.transfers.Transfers.Cancellation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What another warehouse of ours has, brought to where the list is loaded (rules 11 and 13): a transfer that arrives before the shortage begins. It stays
 * there; the lists do not change.
 */
@Component
class Bringing {
    private static final int OTHERS_MAX = 5;
    private static final long MINUTES_OF_A_DAY = Duration.ofDays(1).toMinutes();
    private static final Duration SOON = Duration.ofDays(1);

    /** @param version as it was made; another one has been worked on since */
    record Brought(UUID transferId, long version) {}

    private final Transfers transfers;
    private final Gathering gathering;
    private final Reservations reservations;
    private final Known known;
    private final Settings settings;
    private final CompanyProfile company;
    private final Clock clock;

    Bringing(
            Transfers transfers,
            Gathering gathering,
            Reservations reservations,
            Known known,
            Settings settings,
            CompanyProfile company,
            Clock clock) {
        this.transfers = transfers;
        this.gathering = gathering;
        this.reservations = reservations;
        this.known = known;
        this.settings = settings;
        this.company = company;
        this.clock = clock;
    }

    /** Days in the company's time: what arrives by the end of a day can be had from the next on. */
    private record Journey(LocalDate leavesOn, LocalDate arrivesOn, ZoneId zone) {
        static Journey before(Instant begins, long minutes, ZoneId zone) {
            var arrives = LocalDate.ofInstant(begins, zone).minusDays(1);
            return new Journey(arrives.minusDays(Math.max(0, minutes - 1) / MINUTES_OF_A_DAY), arrives, zone);
        }

        Instant leaves() {
            return leavesOn.atStartOfDay(zone).toInstant();
        }

        Instant there() {
            return arrivesOn.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    List<Remedies.Step> steps(Trial trial) {
        var stock = trial.shortage().stock();
        if (stock.kind() != StockKey.Kind.PRODUCT) return List.of();
        var between = Callers.as(Callers.current().allowing(Permission.EVENT_READ), settings::current)
                .betweenWarehouses();
        var journey = Journey.before(trial.shortage().period().from(), between.minutes(), company.zone());
        var now = clock.instant();
        if (journey.leavesOn().isBefore(LocalDate.ofInstant(now, journey.zone()))) return List.of();
        var others = known.warehouses();
        others.remove(stock.warehouse());
        // It does not come back by itself: nobody may want it there ever after.
        var gone = new Period(journey.leaves().isBefore(now) ? now : journey.leaves(), Availability.LATEST);
        var needed = trial.shortage().period().to();
        var risk = risk(Duration.between(now, journey.leaves()), between.minutes());
        var steps = new ArrayList<Remedies.Step>();
        for (var other : others.entrySet()) {
            if (steps.size() == OTHERS_MAX) break;
            var id = other.getKey();
            int spare = reservations.spare(StockKey.product(stock.item(), id), gone, needed);
            if (spare <= 0) continue;
            long most = Math.min(spare, reading(() -> gathering.ready(stock.item(), id)));
            if (most <= 0) continue;
            var name = other.getValue();
            steps.add((start, quantity) -> takesFrom(start, id)
                    ? null
                    : start.with(new Part(
                            Remedy.TRANSFER,
                            (int) Math.min(quantity, most),
                            between.cost(),
                            between.cost() == null ? CostBasis.UNKNOWN : CostBasis.TRANSFER,
                            risk,
                            id,
                            name,
                            null,
                            journey.leaves(),
                            journey.there(),
                            List.of())));
        }
        return steps;
    }

    /** What is there is taken once: for a list that is loaded there, or to be brought here. */
    static boolean takesFrom(Plan plan, UUID warehouse) {
        return plan.parts().stream()
                .anyMatch(part -> (part.remedy() == Remedy.TRANSFER || part.remedy() == Remedy.OTHER_WAREHOUSE)
                        && warehouse.equals(part.otherId()));
    }

    private static Risk risk(Duration left, int minutes) {
        return left.compareTo(SOON) < 0
                ? new Risk(Level.HIGH, Because.LEAVES_SOON, Math.max(0, left.toMinutes()), List.of())
                : new Risk(Level.MEDIUM, Because.COMES_FROM_AFAR, (long) minutes, List.of());
    }

    /** A draft for each part that brings something; whoever does it may do so. */
    List<Brought> order(Trial trial, List<Part> parts) {
        var stock = trial.shortage().stock();
        var made = new ArrayList<Brought>();
        for (var part : parts) {
            var from = part.otherId();
            var leaves = part.from();
            var there = part.to();
            if (part.remedy() != Remedy.TRANSFER || from == null || leaves == null || there == null) continue;
            var zone = company.zone();
            var draft = gathering.gather(new Wanted(
                    from,
                    stock.warehouse(),
                    stock.item(),
                    part.covers(),
                    LocalDate.ofInstant(leaves, zone),
                    LocalDate.ofInstant(there, zone).minusDays(1),
                    trial.event().label() + " " + trial.event().name()));
            made.add(new Brought(draft.id(), draft.version()));
        }
        return List.copyOf(made);
    }

    /** Whether none of them was worked on. Nobody begins to until the transaction ends. */
    boolean open(List<Brought> brought) {
        return reading(() -> brought.stream().allMatch(one -> {
            var transfer = transfers.hold(one.transferId());
            return transfer.state() == TransferState.DRAFT && transfer.version() == one.version();
        }));
    }

    void takeBack(List<Brought> brought) {
        for (var one : brought) transfers.cancel(one.transferId(), new Cancellation("A resolution was undone"));
    }

    private static <T extends @Nullable Object> T reading(Supplier<T> work) {
        return Callers.as(Callers.current().allowing(Permission.ASSET_READ, Permission.PRODUCT_READ), work::get);
    }
}
