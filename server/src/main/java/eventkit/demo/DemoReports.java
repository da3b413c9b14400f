package eventkit.demo;

import eventkit.core.Ids;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reports that go out by e-mail: the month's profit to whoever minds the money, and each Monday what is busy to whoever minds the stock. */
@Component
final class DemoReports {
    private static final int HOUR = 7;
    private static final String FINANCE = "finance@demo.example";
    private final JdbcTemplate jdbc;
    private final Ids ids;

    DemoReports(JdbcTemplate jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    void fill(Instant now) {
        var clock = now.atZone(Days.ZONE);
        insert(
                FINANCE,
                "Profit by quarter",
                "EVENT_PROFITABILITY",
                "{\"by\": \"QUARTER\", \"span\": \"LAST_12_MONTHS\"}",
                "PDF",
                "MONTHLY",
                firstOfMonth(clock),
                1,
                List.of(FINANCE, DemoCompany.EMAIL),
                now);
        insert(
                DemoCompany.EMAIL,
                "What is busy",
                "UTILISATION",
                "{\"by\": \"CATEGORY\", \"span\": \"THIS_QUARTER\"}",
                "XLSX",
                "WEEKLY",
                monday(clock),
                1,
                List.of(DemoCompany.EMAIL, "inventory@demo.example"),
                now);
    }

    private static Instant firstOfMonth(ZonedDateTime now) {
        return at(now.toLocalDate().withDayOfMonth(1).plusMonths(1), now);
    }

    private static Instant monday(ZonedDateTime now) {
        return at(now.toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY)), now);
    }

    private static Instant at(LocalDate day, ZonedDateTime now) {
        return day.atTime(HOUR, 0).atZone(now.getZone()).toInstant();
    }

    private void insert(
            String owner,
            String name,
            String report,
            String filters,
            String format,
            String rhythm,
            Instant next,
            int day,
            List<String> to,
            Instant now) {
        var id = ids.next();
        jdbc.update(
                """
                insert into reports.subscription (id, owner_id, report, name, filters, format, rhythm, day, hour, next_at, created_at, changed_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                person(owner),
                report,
                name,
                filters,
                format,
                rhythm,
                day,
                HOUR,
                Timestamp.from(next),
                Timestamp.from(now),
                Timestamp.from(now));
        for (var one : to)
            jdbc.update("insert into reports.recipient (subscription_id, user_id) values (?, ?)", id, person(one));
    }

    private UUID person(String email) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select id from identity.user_account where email = ?", UUID.class, email));
    }
}
