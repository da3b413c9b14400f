package eventkit.availability;

import eventkit.availability.Availability.Moved;
import eventkit.availability.ChangeOrder.Change;
import eventkit.core.Check;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;

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
    public void wentOut(Owner owner, Collection<Moved> moved, Instant at, Instant dueBack) {
        var checked = checked(moved, at);
        order.make(change(owner.id(), checked, turn -> claims.wentOut(turn, owner, checked, at, dueBack)));
    }

    @Override
    public void cameBack(UUID owner, Collection<Moved> moved, Instant readyAt) {
        var checked = checked(moved, readyAt);
        order.make(change(owner, checked, turn -> claims.cameBack(turn, owner, checked, readyAt)));
    }

    @Override
    public void undoWentOut(Owner owner, Collection<Moved> moved) {
        var checked = checked(moved, clock.instant());
        order.make(change(owner.id(), checked, turn -> claims.undoWentOut(turn, owner, checked)));
    }

    @Override
    public void undoCameBack(UUID owner, Collection<Moved> moved) {
        var checked = checked(moved, clock.instant());
        order.make(change(owner, checked, turn -> claims.undoCameBack(turn, owner, checked)));
    }

    @Override
    public List<Out> out(UUID owner) {
        return order.out(owner);
    }

    private static Change<Boolean> change(UUID owner, List<Moved> moved, Function<Turn, Boolean> decide) {
        var stocks = new HashSet<StockKey>();
        var assets = new HashSet<UUID>();
        for (var each : moved) {
            stocks.add(each.stock());
            if (each.asset() != null) assets.add(each.asset());
        }
        return new Change<>(Set.of(owner), stocks, assets, decide);
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
