package eventkit.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * What was sold and what was not: a won deal behind every event that came about, lost ones between them, and what sales works on today, at every stage.
 */
@Component
final class DemoDeals {
    private static final long SEED = 20_261_126;
    private static final int LOST_EVERY_DAYS = 16;
    private static final List<String> COMPETITORS = List.of("Lichtwerk Nord", "Bühne & Ton", "Stagecraft Europe");
    private static final List<String> REASONS = List.of(
            "Too dear by a tenth.",
            "The event was called off.",
            "They wanted video, too, and got all of it from one company.",
            "We had no line array free on their dates.",
            "No answer since the second reminder.");
    private static final List<String> IDEAS = List.of(
            "Summer party",
            "Product launch",
            "Open-air weekend",
            "Club tour, ten dates",
            "Annual general meeting",
            "Light festival",
            "Award ceremony",
            "Theatre season",
            "Road show",
            "Congress with four rooms");

    private static final String SELLER = "sales@demo.example";
    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final Rows rows = new Rows(
            "crm.deal (id, number, name, client_id, pipeline_id, stage_id, state, stage_since, value_minor, currency, expected_close,"
                    + " event_from, event_to, venue_id, event_id, owner_id, competitor, lost_reason, closed_at, created_at, changed_at, version)");
    private final Rows audit = new Rows(
            "core.audit_entry (id, at, actor_id, actor_name, via, subject_kind, subject_id, subject_label, action, version, changes)");
    private @Nullable String sellerName;
    private final Dice dice = new Dice(SEED);
    private final List<Deal> deals = new ArrayList<>();
    private final List<UUID> clients = new ArrayList<>();

    DemoDeals(JdbcTemplate jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    private record Job(
            UUID id,
            String name,
            UUID client,
            @Nullable UUID venue,
            Instant made,
            LocalDate from,
            LocalDate to,
            @Nullable Long value) {}

    /** @param since when it came to its stage */
    private record Deal(
            String stage,
            String name,
            UUID client,
            Instant begun,
            Instant since,
            @Nullable Job job,
            @Nullable String reason,
            @Nullable String competitor) {}

    void fill(Instant now) {
        var today = LocalDate.ofInstant(now, Days.ZONE);
        var seller = jdbc.queryForObject("select id from identity.user_account where email = ?", UUID.class, SELLER);
        sellerName =
                jdbc.queryForObject("select name from identity.user_account where email = ?", String.class, SELLER);
        var pipeline = jdbc.queryForObject("select id from crm.pipeline where standard", UUID.class);
        var stages = new HashMap<String, UUID>();
        for (var row : jdbc.queryForList("select name, id from crm.stage where pipeline_id = ?", pipeline))
            stages.put(String.valueOf(row.get("name")), (UUID) Objects.requireNonNull(row.get("id")));
        clients.addAll(jdbc.queryForList("select id from clients.client order by created_at, id", UUID.class));
        for (var job : jobs()) won(job);
        for (int days = 760; days > 4; days -= LOST_EVERY_DAYS) lost(today.minusDays(days));
        int nth = 0;
        for (var stage : List.of("Lead", "Qualified", "Proposal sent", "Negotiation"))
            for (int i = 0; i < 4; i++) open(stage, nth++, today);
        write(stages, Objects.requireNonNull(pipeline), Objects.requireNonNull(seller));
    }

    private List<Job> jobs() {
        return jdbc.query(
                """
                select id, name, client_id, venue_id, created_at, (from_at at time zone time_zone)::date as first, (to_at at time zone time_zone)::date as last, value_minor
                  from planning.event
                 where client_id is not null and not template and phase not in ('ENQUIRY', 'QUOTED', 'CANCELLED')
                 order by created_at, id
                """,
                (row, n) -> new Job(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getObject("client_id", UUID.class),
                        row.getObject("venue_id", UUID.class),
                        row.getTimestamp("created_at").toInstant(),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        row.getObject("value_minor", Long.class)));
    }

    private void won(Job job) {
        var begun = office(LocalDate.ofInstant(job.made(), Days.ZONE).minusDays(dice.between(5, 40)));
        deals.add(new Deal("Won", job.name(), job.client(), begun, job.made(), job, null, null));
    }

    private void lost(LocalDate day) {
        var reason = dice.pick(REASONS);
        var competitor = reason.startsWith("Too") || reason.startsWith("They") ? dice.pick(COMPETITORS) : null;
        var begun = office(day.minusDays(dice.between(10, 40)));
        deals.add(new Deal("Lost", dice.pick(IDEAS), dice.pick(clients), begun, office(day), null, reason, competitor));
    }

    private void open(String stage, int nth, LocalDate today) {
        int age = dice.between(8, 60);
        var begun = office(today.minusDays(age));
        var since = office(today.minusDays(age / 2));
        deals.add(new Deal(stage, IDEAS.get(nth % IDEAS.size()), dice.pick(clients), begun, since, null, null, null));
    }

    private Instant office(LocalDate day) {
        return Days.office(Days.workday(day), dice);
    }

    /** In the order in which they came, so that their numbers rise with the years. */
    private void write(Map<String, UUID> stages, UUID pipeline, UUID seller) {
        deals.sort(Comparator.comparing(Deal::begun).thenComparing(Deal::name));
        int nth = 0;
        for (var deal : deals) {
            var number = String.format(Locale.ROOT, "D-%04d", ++nth);
            var id = dice.id(deal.begun());
            add(deal, id, number, Objects.requireNonNull(stages.get(deal.stage())), pipeline, seller);
            wrote(deal, id, number, deal.begun(), "created", 1, "name", null, deal.name(), seller);
            if (!deal.stage().equals("Lead"))
                wrote(deal, id, number, deal.since(), "moved", 2, "stage", "Lead", deal.stage(), seller);
        }
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            rows.send(connection);
            audit.send(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
        jdbc.update("update crm.numbering set next_deal = ?", nth + 1);
    }

    private void add(Deal deal, UUID id, String number, UUID stage, UUID pipeline, UUID seller) {
        var job = deal.job();
        boolean open = !deal.stage().equals("Won") && !deal.stage().equals("Lost");
        var day = LocalDate.ofInstant(deal.since(), Days.ZONE);
        var first = job != null ? job.from() : day.plusDays(dice.between(40, 160));
        rows.add(
                id,
                number,
                deal.name(),
                deal.client(),
                pipeline,
                stage,
                open ? "OPEN" : deal.stage().toUpperCase(Locale.ROOT),
                deal.since(),
                job != null && job.value() != null ? job.value() : dice.between(15, 480) * 10_000L,
                "EUR",
                open ? LocalDate.ofInstant(deal.begun(), Days.ZONE).plusDays(60 + dice.between(10, 130)) : day,
                first,
                job != null ? job.to() : first.plusDays(dice.between(0, 2)),
                job == null ? null : job.venue(),
                job == null ? null : job.id(),
                seller,
                deal.competitor(),
                deal.reason(),
                open ? null : deal.since(),
                deal.begun(),
                deal.since(),
                deal.stage().equals("Lead") ? 1 : 2);
    }

    private void wrote(
            Deal deal,
            UUID id,
            String number,
            Instant at,
            String action,
            int version,
            String field,
            @Nullable String old,
            String now,
            UUID seller) {
        audit.add(
                dice.id(at),
                at,
                seller,
                sellerName,
                "WEB",
                "deal",
                id,
                number + " " + deal.name(),
                action,
                version,
                Json.of(List.of(Json.object("field", field, "old", old, "now", now))));
    }
}
