package eventkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.planning.Phase;
import java.sql.Timestamp;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** When the demo company's events came to where they are, and what they are worth. Tests of {@link DemoCompanyTests}, in a file of their own. */
abstract class DemoEventsTests {
    private final JdbcTemplate db;

    DemoEventsTests(JdbcTemplate db) {
        this.db = db;
    }

    private long count(String sql) {
        return Objects.requireNonNull(db.queryForObject(sql, Long.class));
    }

    @Test
    void closesNoEventBeforeAllIsBack() {
        assertThat(count("select count(*) from planning.event where phase = 'CLOSED'"))
                .isGreaterThan(150);
        assertThat(db.queryForList(
                        "select number from planning.event where phase = 'CLOSED' and phase_since < occupied_to",
                        String.class))
                .isEmpty();
    }

    @Test
    void closesNoEventThatIsNotBilled() {
        assertThat(db.queryForList("""
                        select e.number from planning.event e
                         where e.phase = 'CLOSED' and e.client_id is not null
                           and not exists (select from finance.invoice i where i.event_id = e.id and i.kind = 'FINAL' and i.created_at < e.phase_since)
                        """, String.class)).isEmpty();
    }

    /** One step after the other, and none that the rules would not allow. */
    @Test
    void movedEventsInTheOrderOfTime() {
        var steps = db.queryForList("""
                select a.subject_label as event, a.at, c ->> 'old' as old, c ->> 'now' as now,
                       lag(a.at) over w as was_at, lag(c ->> 'now', 1, 'ENQUIRY') over w as was
                  from core.audit_entry a cross join jsonb_array_elements(a.changes) c
                 where a.subject_kind = 'event' and a.action in ('moved', 'cancelled') and c ->> 'field' = 'phase'
                window w as (partition by a.subject_id order by a.version)
                """);
        assertThat(steps).hasSizeGreaterThan(1_000).allSatisfy(step -> {
            assertThat(step.get("old")).isEqualTo(step.get("was"));
            assertThat(Phase.valueOf(String.valueOf(step.get("old"))).successors())
                    .contains(Phase.valueOf(String.valueOf(step.get("now"))));
            if (step.get("was_at") instanceof Timestamp before)
                assertThat((Timestamp) step.get("at")).isAfter(before);
        });
    }

    @Test
    void wroteDownWhenEachEventCameIntoItsPhase() {
        assertThat(db.queryForList("""
                        select e.number from planning.event e
                         where not e.template and abs(extract(epoch from e.phase_since - (
                               select max(a.at) from core.audit_entry a
                                where a.subject_kind = 'event' and a.subject_id = e.id and a.action in ('created', 'copied', 'moved', 'cancelled')))) > 60
                        """, String.class)).isEmpty();
        assertThat(count("""
                        select count(*) from planning.event e
                         where e.version < (select max(a.version) from core.audit_entry a where a.subject_kind = 'event' and a.subject_id = e.id)
                        """)).isZero();
    }

    /** An event is worth what its client said yes to; those without a quote lie among the others. */
    @Test
    void valuesEventsAsTheirQuotesDo() {
        var accepted = """
                select count(*) from planning.event e
                  join crm.deal d on d.event_id = e.id and d.state = 'WON'
                  join quoting.quote q on q.deal_id = d.id
                  join quoting.quote_version v on v.quote_id = q.id and v.state = 'ACCEPTED' and v.currency = e.currency
                """;
        assertThat(count(accepted + " where e.value_minor = v.net_minor")).isGreaterThan(150);
        assertThat(count(accepted + " where e.value_minor <> v.net_minor")).isZero();
        var prices = db.queryForMap("""
                select percentile_cont(0.5) within group (order by value_minor) filter (where won) as quoted,
                       percentile_cont(0.5) within group (order by value_minor) filter (where not won) as other,
                       max(value_minor) filter (where not won) as most, count(*) filter (where not won) as others
                  from (select e.value_minor, exists (select from crm.deal d where d.event_id = e.id and d.state = 'WON') as won
                          from planning.event e where not e.template and e.value_minor is not null) v
                """);
        double quoted = (Double) Objects.requireNonNull(prices.get("quoted"));
        assertThat((Long) prices.get("others")).isGreaterThan(30);
        assertThat((Double) prices.get("other")).isBetween(quoted / 2, quoted * 2);
        assertThat((Long) prices.get("most")).isLessThan((long) (quoted * 10));
    }
}
