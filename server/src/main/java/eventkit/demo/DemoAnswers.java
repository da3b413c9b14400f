package eventkit.demo;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What clients did with the quotes: read them by links, asked, and said yes. */
@Component
final class DemoAnswers {
    private final JdbcTemplate jdbc;

    DemoAnswers(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void fill(Instant now) {
        jdbc.update("""
                update quoting.quote q set event_id = d.event_id
                  from crm.deal d, quoting.quote_version v
                 where d.id = q.deal_id and q.event_id is null and d.event_id is not null and v.quote_id = q.id and v.state = 'ACCEPTED'
                """);
        jdbc.update("""
                insert into portal.link (id, quote_id, secret_hash, for_name, created_at, created_by_name, expires_at, opened_at)
                select uuidv7(), v.quote_id, sha256(convert_to(gen_random_uuid()::text, 'UTF8')), coalesce(k.name, c.name), v.sent_at,
                       coalesce(v.sent_by_name, v.created_by_name), v.sent_at + interval '60 days', v.viewed_at
                  from quoting.quote_version v
                  join quoting.quote q on q.id = v.quote_id
                  join clients.client c on c.id = q.client_id
                  left join clients.contact k on k.id = q.contact_id
                 where v.state in ('SENT', 'VIEWED') and v.sent_at is not null
                """);
        jdbc.update("""
                insert into portal.remark (id, quote_id, nth, link_id, by_client, author_name, text, at)
                select uuidv7(), v.quote_id, v.nth, case when s.by_client then l.id end, s.by_client,
                       case when s.by_client then l.for_name else l.created_by_name end, s.text, least(v.viewed_at + s.later, ?)
                  from quoting.quote_version v
                  join portal.link l on l.quote_id = v.quote_id
                 cross join (values (true, 'Could the truck be there an hour earlier? The hall opens at six.', interval '20 minutes'),
                                    (false, 'Six it is. We have told the crew, the price stays as it is.', interval '3 hours')) as s (by_client, text, later)
                 where v.state = 'VIEWED' and v.viewed_at is not null
                """, Timestamp.from(now));
        jdbc.update("""
                insert into portal.acceptance (id, quote_id, version_id, state, state_since, name, at, witness_name, chosen, net_minor, gross_minor, currency,
                                               event_id, tried_at)
                select uuidv7(), v.quote_id, v.id, 'CONFIRMED', v.decided_at, coalesce(k.name, c.name), v.decided_at, coalesce(v.sent_by_name, v.created_by_name),
                       coalesce(v.chosen, '{}'), v.net_minor, v.gross_minor, v.currency, coalesce(q.event_id, d.event_id), v.decided_at
                  from quoting.quote_version v
                  join quoting.quote q on q.id = v.quote_id
                  join clients.client c on c.id = q.client_id
                  left join clients.contact k on k.id = q.contact_id
                  left join crm.deal d on d.id = q.deal_id
                 where v.state = 'ACCEPTED' and coalesce(q.event_id, d.event_id) is not null
                """);
        // One has been there, one was let in lately.
        jdbc.update("""
                insert into portal.access (contact_id, email_key, granted_at, granted_by_name, last_sign_in_at)
                select k.id, k.email_key, ?::timestamptz - a.before, (select name from identity.user_account where email = 'sales@demo.example'),
                       ?::timestamptz - a.seen
                  from (values ('jule@nordlicht.example', interval '90 days', interval '2 days'),
                               ('leonie@spreeklang.example', interval '3 days', null)) as a (email, before, seen)
                  join clients.contact k on k.email_key = a.email
                """, Timestamp.from(now), Timestamp.from(now));
    }
}
