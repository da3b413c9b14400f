package eventkit.demo;

import eventkit.availability.Availability;
import eventkit.availability.Shortage;
import eventkit.availability.Shortfall;
import eventkit.availability.StockKey;
import eventkit.core.IfMatch;
import eventkit.core.Money;
import eventkit.core.Period;
import eventkit.sourcing.PlannedStock;
import eventkit.sourcing.StockPlan;
import eventkit.sourcing.SubHire;
import eventkit.sourcing.SubHireState;
import eventkit.sourcing.SubHires;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What a planner did today about what is lacking: some is hired from partners, something is lent to one, the most wanted is to be bought. Most shortages are
 * left to whoever tries the demo.
 */
@Component
final class DemoSourcing {
    private static final Duration WAY = Duration.ofDays(1);
    private static final List<SubHireState> STATES =
            List.of(SubHireState.ACCEPTED, SubHireState.REQUESTED, SubHireState.ACCEPTED, SubHireState.DECLINED);

    private final SubHires subHires;
    private final PlannedStock plans;
    private final Availability availability;
    private final JdbcTemplate jdbc;

    DemoSourcing(SubHires subHires, PlannedStock plans, Availability availability, JdbcTemplate jdbc) {
        this.subHires = subHires;
        this.plans = plans;
        this.availability = availability;
        this.jdbc = jdbc;
    }

    void fill(Instant now) {
        var partners = jdbc.queryForList("select id from clients.client order by name desc limit 3", UUID.class);
        var lacking = availability.shortfalls().stream()
                .filter(one -> one.owner().kind().equals("event")
                        && one.shortage().stock().kind() == StockKey.Kind.PRODUCT
                        && one.shortage().period().from().isAfter(now.plus(Duration.ofDays(3))))
                .sorted(Comparator.comparing(
                                (Shortfall one) -> one.shortage().period().from())
                        .thenComparing(one -> one.shortage().item())
                        .thenComparing(one -> one.owner().label()))
                .toList();
        var products = new HashSet<UUID>();
        int made = 0;
        for (var one : lacking) {
            if (made == STATES.size()) break;
            if (!products.add(one.shortage().stock().item())) continue;
            hire(one, partners.get(made % partners.size()), STATES.get(made), made % 2 == 0);
            made++;
        }
        if (!lacking.isEmpty()) buy(lacking.getLast().shortage(), now, partners.getFirst());
        lendAndSell(now, partners.getLast());
    }

    private void hire(Shortfall one, UUID partner, SubHireState state, boolean forTheEvent) {
        var shortage = one.shortage();
        var made = subHires.create(new SubHires.Details(
                SubHire.Direction.IN,
                partner,
                shortage.stock().item(),
                shortage.stock().warehouse(),
                shortage.quantity(),
                shortage.period().from().minus(WAY),
                shortage.period().to().plus(WAY),
                forTheEvent ? one.owner().id() : null,
                Money.of(3_500L * shortage.quantity(), "EUR"),
                state == SubHireState.DECLINED ? "They are on tour with them themselves." : null));
        move(made, state);
    }

    private void move(SubHire made, SubHireState state) {
        if (state != SubHireState.REQUESTED) subHires.move(made.id(), new SubHires.Move(state, null), IfMatch.ANY);
    }

    private void buy(Shortage shortage, Instant now, @Nullable UUID from) {
        var today = LocalDate.ofInstant(now, Days.ZONE);
        plans.create(new PlannedStock.Details(
                StockPlan.Kind.PURCHASE,
                shortage.stock().item(),
                shortage.stock().warehouse(),
                shortage.quantity() + 2,
                today.plusDays(30),
                from,
                Money.of(48_000, "EUR"),
                "Short again and again."));
    }

    /** Of what there is more than enough. */
    private void lendAndSell(Instant now, UUID partner) {
        var warehouse = jdbc.queryForObject(
                "select id from inventory.location where kind = 'WAREHOUSE' order by name limit 1", UUID.class);
        var from = now.plus(Duration.ofDays(10)).truncatedTo(java.time.temporal.ChronoUnit.HOURS);
        var quarter = new Period(now, now.plus(Duration.ofDays(90)));
        var plenty = availability.catalogue(java.util.Objects.requireNonNull(warehouse), quarter).stream()
                .filter(each -> each.free().worst() >= 8)
                .sorted(Comparator.comparing(Availability.ProductFree::product))
                .limit(2)
                .toList();
        if (plenty.size() < 2) return;
        move(
                subHires.create(new SubHires.Details(
                        SubHire.Direction.OUT,
                        partner,
                        plenty.getFirst().product(),
                        warehouse,
                        4,
                        from,
                        from.plus(Duration.ofDays(6)),
                        null,
                        Money.of(22_000, "EUR"),
                        "They fetch it themselves.")),
                SubHireState.ACCEPTED);
        plans.create(new PlannedStock.Details(
                StockPlan.Kind.SALE,
                plenty.getLast().product(),
                warehouse,
                2,
                LocalDate.ofInstant(now, Days.ZONE).plusDays(60),
                partner,
                Money.of(9_500, "EUR"),
                null));
    }
}
