package eventkit.availability;

import eventkit.availability.Availability.Moved;
import eventkit.availability.ChangeOrder.Change;
import eventkit.core.Check;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class MovementsDesk implements Movements {
    private final ChangeOrder order;
    private final Claims claims;
    private final Clock clock;

    MovementsDesk(ChangeOrder order, Claims claims, Clock clock) {
        this.order = order;
        this.claims = claims;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void happened(List<Step> steps) {
        var checked = steps.stream().map(this::checked).toList();
        for (var round : rounds(checked)) order.make(change(round));
    }

    @Override
    public void wentOut(Owner owner, Collection<Moved> moved, Instant at, Instant dueBack) {
        alone(new WentOut(owner, moved, at, dueBack));
    }

    @Override
    public void cameBack(UUID owner, Collection<Moved> moved, Instant readyAt) {
        alone(new CameBack(owner, moved, readyAt));
    }

    @Override
    public void undoWentOut(Owner owner, Collection<Moved> moved) {
        alone(new DidNotGoOut(owner, moved));
    }

    @Override
    public void undoCameBack(UUID owner, Collection<Moved> moved) {
        alone(new DidNotComeBack(owner, moved));
    }

    private void alone(Step step) {
        order.make(change(List.of(checked(step))));
    }

    /** Each owner once a turn: what a turn opened can not be closed in it. What goes out and other things that come back do not meet. */
    private static List<List<Step>> rounds(List<Step> steps) {
        var rounds = new ArrayList<List<Step>>();
        var last = new HashMap<UUID, Integer>();
        for (var step : steps) {
            int round = last.getOrDefault(step.ownerId(), 0);
            if (last.containsKey(step.ownerId()) && meets(step, rounds.get(round))) round++;
            last.put(step.ownerId(), round);
            if (round == rounds.size()) rounds.add(new ArrayList<>());
            rounds.get(round).add(step);
        }
        return rounds;
    }

    private static boolean meets(Step step, List<Step> round) {
        var before = round.stream()
                .filter(other -> other.ownerId().equals(step.ownerId()))
                .toList();
        return before.size() > 1 || before.stream().anyMatch(other -> !apart(step, other));
    }

    /** One goes out and the other comes back, of assets that have names, and none of them in both. */
    private static boolean apart(Step one, Step other) {
        boolean outAndBack = one instanceof WentOut && other instanceof CameBack
                || one instanceof CameBack && other instanceof WentOut;
        if (!outAndBack) return false;
        var assets = new HashSet<UUID>();
        for (var each : one.moved()) if (each.asset() == null || !assets.add(each.asset())) return false;
        for (var each : other.moved()) if (each.asset() == null || !assets.add(each.asset())) return false;
        return true;
    }

    private Change<Boolean> change(List<Step> steps) {
        var owners = new HashSet<UUID>();
        var stocks = new HashSet<StockKey>();
        var assets = new HashMap<UUID, Set<UUID>>();
        for (var step : steps) {
            owners.add(step.ownerId());
            for (var each : step.moved()) {
                stocks.add(each.stock());
                if (each.asset() != null)
                    assets.computeIfAbsent(step.ownerId(), o -> new HashSet<>()).add(each.asset());
            }
        }
        return new Change<>(owners, stocks, assets, turn -> {
            for (var step : steps) claims.happened(turn, step);
            return true;
        });
    }

    private Step checked(Step step) {
        return switch (step) {
            case WentOut(var owner, var moved, var at, var dueBack) ->
                new WentOut(owner, checked(moved, at), at, dueBack);
            case CameBack(var owner, var moved, var readyAt) -> new CameBack(owner, checked(moved, readyAt), readyAt);
            case DidNotGoOut(var owner, var moved) -> new DidNotGoOut(owner, checked(moved, clock.instant()));
            case DidNotComeBack(var owner, var moved) -> new DidNotComeBack(owner, checked(moved, clock.instant()));
        };
    }

    @Override
    public List<Out> out(UUID owner) {
        return order.out(owner);
    }

    /** What is said of one line, stock and asset, once. */
    private static List<Moved> checked(Collection<Moved> moved, Instant at) {
        var check = new Check()
                .that(moved.size() <= Availability.LINES_MAX, "moved", "too-many", "Move fewer lines at once.")
                .that(
                        at.isAfter(Instant.EPOCH) && at.isBefore(Availability.LATEST),
                        "at",
                        "out-of-reach",
                        "Stock is planned from the year 1970 to the year 2067. Check the date.");
        Map<Moved, Long> sums = new LinkedHashMap<>();
        for (var each : moved) {
            check.between(each.quantity(), "quantity", 1, each.asset() == null ? Availability.PIECES_MAX : 1);
            sums.merge(
                    new Moved(each.line(), each.stock(), 0, each.asset()),
                    (long) each.quantity(),
                    each.asset() == null ? Long::sum : Math::max);
        }
        for (var sum : sums.values()) check.between(sum, "quantity", 1, Availability.PIECES_MAX);
        check.orThrow();
        var result = new ArrayList<Moved>();
        sums.forEach((one, sum) -> result.add(new Moved(one.line(), one.stock(), sum.intValue(), one.asset())));
        return result;
    }
}
