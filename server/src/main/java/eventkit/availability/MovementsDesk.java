package eventkit.availability;

import eventkit.availability.Availability.Moved;
import eventkit.availability.ChangeOrder.Change;
import eventkit.core.Check;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

@Service
class MovementsDesk implements Movements {
    private final ChangeOrder order;
    private final Claims claims;

    MovementsDesk(ChangeOrder order, Claims claims) {
        this.order = order;
        this.claims = claims;
    }

    @Override
    public void wentOut(Owner owner, Collection<Moved> moved, Instant at, Instant dueBack) {
        var checked = checked(moved, at);
        order.make(new Change<>(Set.of(owner.id()), stocks(checked), turn -> {
            for (var each : checked) claims.wentOut(turn, owner, each, at, dueBack);
            return true;
        }));
    }

    @Override
    public void cameBack(UUID owner, Collection<Moved> moved, Instant readyAt) {
        var checked = checked(moved, readyAt);
        order.make(new Change<>(Set.of(owner), stocks(checked), turn -> {
            for (var each : checked) claims.cameBack(turn, owner, each, readyAt);
            return true;
        }));
    }

    /** Each line and stock once: what a turn has moved it does not move again. */
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
            check.between(each.quantity(), "quantity", 1, Availability.PIECES_MAX);
            sums.merge(new Moved(each.line(), each.stock(), 0), (long) each.quantity(), Long::sum);
        }
        for (var sum : sums.values()) check.between(sum, "quantity", 1, Availability.PIECES_MAX);
        check.orThrow();
        var result = new ArrayList<Moved>();
        sums.forEach((one, sum) -> result.add(new Moved(one.line(), one.stock(), sum.intValue())));
        return result;
    }

    private static Set<StockKey> stocks(List<Moved> moved) {
        var keys = new HashSet<StockKey>();
        for (var each : moved) keys.add(each.stock());
        return keys;
    }
}
