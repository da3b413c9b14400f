package eventkit.finance;

import eventkit.core.Money;
import eventkit.finance.Invoices.Ageing;
import eventkit.finance.Invoices.StatementLine;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What clients owe: all of it, and one client's in the order of the days. */
@Component
class StatementRows {
    private final DSLContext db;

    StatementRows(DSLContext db) {
        this.db = db;
    }

    List<Ageing> ageing(LocalDate on) {
        var given = new ArrayList<Object>();
        for (var age : Age.values()) {
            given.add(age.fromDays);
            given.add(age.toDays);
        }
        given.add(on);
        return db.fetch("""
                        select d.client_id, c.name, d.currency,
                               sum(d.open) filter (where d.late between ? and ?) as not_due, sum(d.open) filter (where d.late between ? and ?) as upto30,
                               sum(d.open) filter (where d.late between ? and ?) as upto60, sum(d.open) filter (where d.late between ? and ?) as upto90,
                               sum(d.open) filter (where d.late between ? and ?) as older, sum(d.free) as free
                          from (select client_id, currency, ?::date - due_on as late, open_minor as open, 0 as free from finance.invoice where open_minor <> 0
                                union all
                                select client_id, currency, null, 0, amount_minor - allocated_minor from finance.payment
                                 where amount_minor <> allocated_minor and cancelled_at is null) d
                          join finance.client_seen c on c.id = d.client_id
                         group by d.client_id, c.name, d.currency
                         order by sum(d.open) - sum(d.free) desc, c.name
                        """, given.toArray()).map(r -> {
            var currency = r.get("currency", String.class);
            long[] sums = new long[6];
            var names = List.of("not_due", "upto30", "upto60", "upto90", "older", "free");
            for (int i = 0; i < sums.length; i++) {
                var sum = r.get(names.get(i), Long.class);
                sums[i] = sum == null ? 0 : sum;
            }
            return new Ageing(
                    new Named(r.get("client_id", UUID.class), r.get("name", String.class)),
                    currency,
                    Money.of(sums[0], currency),
                    Money.of(sums[1], currency),
                    Money.of(sums[2], currency),
                    Money.of(sums[3], currency),
                    Money.of(sums[4], currency),
                    Money.of(sums[5], currency),
                    Money.of(sums[0] + sums[1] + sums[2] + sums[3] + sums[4] - sums[5], currency));
        });
    }

    List<StatementLine> statement(UUID client, @Nullable LocalDate from, @Nullable LocalDate to) {
        var rows = db.fetch("""
                select * from (
                  select issued_on as date, kind, id, number || ' ' || title as text, case when kind <> 'CREDIT_NOTE' then due_on end as due_on,
                         case kind when 'CREDIT_NOTE' then -1 else 1 end * (gross_minor - deducted_minor) as amount, currency, created_at
                    from finance.invoice where client_id = ? and number is not null
                  union all
                  select paid_on, case when amount_minor < 0 then 'REFUND' else 'PAYMENT' end, id, coalesce(reference, ''), null, -amount_minor, currency, created_at
                    from finance.payment where client_id = ? and cancelled_at is null) s
                 where ?::date is null or date <= ?::date
                 order by date, created_at, id
                """, client, client, to, to);
        var balances = new LinkedHashMap<String, Long>();
        var before = new LinkedHashMap<String, Long>();
        var lines = new ArrayList<StatementLine>();
        for (var r : rows) {
            var currency = r.get("currency", String.class);
            long amount = r.get("amount", Long.class);
            long balance = balances.merge(currency, amount, Long::sum);
            var date = r.get("date", LocalDate.class);
            if (from != null && date.isBefore(from)) {
                before.put(currency, balance);
                continue;
            }
            lines.add(new StatementLine(
                    date,
                    r.get("kind", String.class),
                    r.get("id", UUID.class),
                    r.get("text", String.class).strip(),
                    r.get("due_on", LocalDate.class),
                    Money.of(amount, currency),
                    Money.of(balance, currency)));
        }
        if (from == null) return lines;
        var all = new ArrayList<StatementLine>();
        before.forEach((currency, balance) -> all.add(new StatementLine(
                from, "CARRIED", client, "", null, Money.of(balance, currency), Money.of(balance, currency))));
        all.addAll(lines);
        return all;
    }
}
