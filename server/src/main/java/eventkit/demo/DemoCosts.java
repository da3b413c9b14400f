package eventkit.demo;

import eventkit.finance.Costs;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The costs that other rooms know of: taken over by finance where the job goes on, and written as it would have taken them over where the job is closed. */
@Component
final class DemoCosts {
    private static final String BY = "Lea Brandt";
    private final JdbcTemplate jdbc;
    private final Costs costs;

    DemoCosts(JdbcTemplate jdbc, Costs costs) {
        this.jdbc = jdbc;
        this.costs = costs;
    }

    /** As whoever may write costs. */
    void takeOver(Instant now) {
        closed(now);
        jdbc.query(
                        "select id from planning.event where client_id is not null and not template"
                                + " and phase not in ('ENQUIRY', 'QUOTED', 'CANCELLED', 'CLOSED') order by from_at, id",
                        (row, n) -> Objects.requireNonNull(row.getObject(1, UUID.class)))
                .forEach(costs::gather);
    }

    /** Three years of jobs in one statement: asked one by one, finance would take longer than all the rest of the demo. */
    private void closed(Instant now) {
        jdbc.update("""
                with source as (
                  select s.event_id, s.planned, s.profit_group, s.text, s.spent_on, round(s.quantity, 3) as quantity, s.unit,
                         round(s.unit_minor / 100, 4) as unit_cost, s.source_kind, s.source_id, s.source_key, s.thing
                    from finance.cost_source s
                   where s.unit_minor is not null and s.currency = 'EUR'
                   union all
                  select q.event_id, true,
                         case q.kind when 'CONSUMABLE' then 'CONSUMABLES' when 'TEXT' then 'OTHER' else q.kind end,
                         q.name, q.spent_on, round(q.quantity, 3), 'pc', round(q.unit_cost, 4), 'quote', q.quote_id, 'quote-line:' || q.line_id, null
                    from finance.quoted_cost q
                   where q.currency = 'EUR'),
                counted as materialized (
                  select uuidv7() as id, case when s.planned then null else uuidv7() end as entry_id, s.*,
                         round(s.quantity * s.unit_cost * 100)::bigint as minor,
                         least(?::timestamptz, (s.spent_on - case when s.planned then 20 else 0 end + time '17:00') at time zone e.time_zone) as at,
                         e.number, e.client_id,
                         (select d.id from crm.deal d where d.event_id = e.id and d.state = 'WON' order by d.number limit 1) as deal_id
                    from source s
                    join planning.event e on e.id = s.event_id and e.phase = 'CLOSED' and e.client_id is not null and not e.template),
                posted as materialized (
                  select *, case when profit_group in ('EQUIPMENT', 'CONSUMABLES', 'DAMAGE', 'LOSS') then 'STOCK' else 'ACCRUED' end as against
                    from counted where entry_id is not null and minor > 0),
                entry as (
                  insert into finance.entry (id, date, text, source_kind, source_id, posted_at, posted_by_name)
                  select entry_id, spent_on, number || ': ' || text, 'cost', id, at, ? from posted returning id),
                cost as (
                  insert into finance.cost (id, event_id, planned, profit_group, text, spent_on, quantity, unit, unit_cost, amount_minor, currency, rate, own_minor,
                         source_kind, source_id, thing, source_key, charge, entry_id, created_at, created_by_name, changed_at)
                  select c.id, c.event_id, c.planned, c.profit_group, c.text, c.spent_on, c.quantity, c.unit, c.unit_cost, c.minor, 'EUR', 1, c.minor,
                         c.source_kind, c.source_id, c.thing, c.source_key, c.profit_group in ('DAMAGE', 'LOSS'), p.entry_id, c.at, ?, c.at
                    from counted c left join posted p on p.id = c.id)
                insert into finance.line (id, entry_id, position, account_id, amount_minor, currency, own_minor, event_id, client_id, deal_id)
                select uuidv7(), p.entry_id, side.position, a.id, side.sign * p.minor, 'EUR', side.sign * p.minor, p.event_id, p.client_id, p.deal_id
                  from posted p
                  cross join (values (0, 1), (1, -1)) side (position, sign)
                  join finance.account a on a.standard and a.class = case side.position when 0 then 'COST' else p.against end
                   and (side.position = 1 or a.profit_group = p.profit_group)
                """, Timestamp.from(now), BY, BY);
    }
}
