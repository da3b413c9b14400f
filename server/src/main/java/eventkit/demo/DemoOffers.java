package eventkit.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is offered behind a deal: what its event needs, else some of the catalogue; crew, transport and insurance. */
final class DemoOffers {
    private static final int LINES_MAX = 24;
    private final JdbcTemplate jdbc;
    private final Dice dice;
    private final List<Thing> catalogue = new ArrayList<>();
    private final Map<UUID, List<Wanted>> lists = new HashMap<>();

    DemoOffers(JdbcTemplate jdbc, Dice dice) {
        this.jdbc = jdbc;
        this.dice = dice;
    }

    private record Thing(UUID id, String name, long hireMinor) {}

    private record Wanted(String group, Thing thing, long quantity) {}

    record Deal(
            UUID id,
            String name,
            UUID client,
            @Nullable UUID event,
            String stage,
            LocalDate from,
            LocalDate to,
            Instant begun,
            @Nullable Instant closed,
            UUID owner) {}

    void read() {
        catalogue.addAll(jdbc.query(
                """
                select id, name, hire_price_minor from catalogue.product
                 where hire_price_minor > 0 and kind <> 'CONSUMABLE' and currency = 'EUR' and archived_at is null order by name, id
                """,
                (row, n) -> new Thing(
                        row.getObject("id", UUID.class), row.getString("name"), row.getLong("hire_price_minor"))));
        jdbc.query("""
                select i.event_id, coalesce(g.name, '') as group_name, p.id, p.name, p.hire_price_minor, l.quantity
                  from planning.pull_line l
                  join planning.pull_list i on i.id = l.list_id
                  join catalogue.product p on p.id = l.product_id
                  left join planning.pull_group g on g.id = l.group_id
                 where l.kind = 'PRODUCT' and p.hire_price_minor > 0 and p.currency = 'EUR' and p.kind <> 'CONSUMABLE'
                 order by i.event_id, g.position nulls first, l.position, l.id
                """, row -> {
            lists.computeIfAbsent(row.getObject("event_id", UUID.class), id -> new ArrayList<>())
                    .add(new Wanted(
                            row.getString("group_name"),
                            new Thing(
                                    row.getObject("id", UUID.class),
                                    row.getString("name"),
                                    row.getLong("hire_price_minor")),
                            row.getLong("quantity")));
        });
    }

    List<Deal> deals() {
        return jdbc.query("""
                select d.*, s.name as stage_name from crm.deal d join crm.stage s on s.id = d.stage_id
                 where d.event_from is not null order by d.created_at, d.id
                """, (row, n) -> {
            var closed = row.getTimestamp("closed_at");
            var from = row.getObject("event_from", LocalDate.class);
            var to = row.getObject("event_to", LocalDate.class);
            return new Deal(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getObject("client_id", UUID.class),
                    row.getObject("event_id", UUID.class),
                    row.getString("stage_name"),
                    from,
                    to == null ? from : to,
                    row.getTimestamp("created_at").toInstant(),
                    closed == null ? null : closed.toInstant(),
                    row.getObject("owner_id", UUID.class));
        });
    }

    static int days(Deal deal) {
        return (int) Math.clamp(ChronoUnit.DAYS.between(deal.from(), deal.to()) + 1, 1, 60);
    }

    /** As the standard curve has it. */
    private static BigDecimal factor(int days) {
        var factor = switch (days) {
            case 1 -> "1";
            case 2 -> "1.5";
            case 3 -> "2";
            case 4 -> "2.375";
            case 5 -> "2.75";
            case 6 -> "3.125";
            default -> String.valueOf(3.5 + (days - 7) * 0.25);
        };
        return new BigDecimal(factor);
    }

    List<DemoOfferLine> lines(Deal deal) {
        int days = days(deal);
        var lines = new ArrayList<DemoOfferLine>();
        var wanted = deal.event() == null ? List.<Wanted>of() : lists.getOrDefault(deal.event(), List.of());
        if (wanted.isEmpty()) {
            var some = new ArrayList<Wanted>();
            for (int i = 0; i < dice.between(4, 12); i++)
                some.add(new Wanted("Equipment", dice.pick(catalogue), dice.between(1, 6)));
            wanted = some;
        }
        for (var one : wanted.subList(0, Math.min(wanted.size(), LINES_MAX)))
            lines.add(new DemoOfferLine(
                    dice.id(deal.begun()),
                    one.group(),
                    "PRODUCT",
                    one.thing().id(),
                    one.thing().name(),
                    BigDecimal.valueOf(one.quantity()),
                    BigDecimal.valueOf(one.thing().hireMinor(), 2),
                    "DAY",
                    factor(days),
                    dice.oneIn(9) ? (Integer) 10 : null,
                    null,
                    null,
                    0));
        var equipment = lines.stream().mapToLong(DemoOfferLine::net).sum();
        lines.add(service(
                deal, "CREW", "Technician", 1 + lines.size() / 6, "420", "DAY", BigDecimal.valueOf(days), "265", days));
        lines.add(service(deal, "CREW", "Stagehand, set-up and strike", 2, "190", "JOB", BigDecimal.ONE, "140", 1));
        lines.add(service(deal, "TRANSPORT", "Transport there and back", 1, "380", "JOB", BigDecimal.ONE, "220", 1));
        lines.add(new DemoOfferLine(
                dice.id(deal.begun()),
                "Crew and transport",
                "PERCENT",
                null,
                "Insurance",
                BigDecimal.ONE,
                BigDecimal.ZERO,
                "JOB",
                BigDecimal.ONE,
                null,
                BigDecimal.valueOf(3),
                null,
                equipment));
        return lines;
    }

    private DemoOfferLine service(
            Deal deal,
            String kind,
            String name,
            int quantity,
            String price,
            String unit,
            BigDecimal factor,
            String cost,
            int days) {
        return new DemoOfferLine(
                dice.id(deal.begun()),
                "Crew and transport",
                kind,
                null,
                name,
                BigDecimal.valueOf(quantity),
                new BigDecimal(price),
                unit,
                factor,
                null,
                null,
                new BigDecimal(cost).multiply(BigDecimal.valueOf(days)),
                0);
    }
}
