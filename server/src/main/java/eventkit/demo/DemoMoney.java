package eventkit.demo;

import eventkit.core.Money;
import eventkit.core.VatRate;
import eventkit.core.VatTotals;
import eventkit.finance.EntryWords;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * What events were billed, what was paid for them and what they cost, posted as finance posts it: a deposit before large jobs, the rest after the event,
 * most of it paid in time, some late, some in part, a little not yet.
 */
@Component
final class DemoMoney {
    private static final long SEED = 20_261_127;
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final long DEPOSIT_FROM = 1_500_000;
    private static final int PAYMENT_DAYS = 14;
    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final Dice dice = new Dice(SEED);
    private final Map<String, UUID> accounts = new HashMap<>();
    private final List<Bill> bills = new ArrayList<>();
    private final Rows costs = new Rows(
            "finance.cost (id, event_id, planned, profit_group, text, spent_on, quantity, unit, unit_cost, amount_minor, currency, rate, own_minor,"
                    + " source_kind, charge, entry_id, created_at, created_by_name, changed_at)");
    private final Rows entries = new Rows(
            "finance.entry (id, date, text, words, words_of, source_kind, source_id, posted_at, posted_by_name)");
    private final Rows lines = new Rows(
            "finance.line (id, entry_id, position, account_id, amount_minor, currency, own_minor, event_id, client_id, deal_id)");
    private LocalDate today = LocalDate.EPOCH;

    DemoMoney(JdbcTemplate jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    private record Job(
            UUID id,
            String number,
            String name,
            UUID client,
            @Nullable UUID deal,
            @Nullable UUID quote,
            LocalDate from,
            LocalDate to,
            boolean over,
            boolean closed,
            long value,
            VatRate vat) {}

    private record Line(String text, String unit, String group, int quantity, BigDecimal unitPrice) {
        long net() {
            return unitPrice
                    .multiply(BigDecimal.valueOf(quantity))
                    .movePointRight(2)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
        }
    }

    /** @param deposit that it deducts */
    private record Bill(
            UUID id,
            String kind,
            Job job,
            LocalDate on,
            List<Line> lines,
            @Nullable Bill deposit) {
        VatTotals totals() {
            return VatTotals.of(
                    EUR,
                    lines.stream()
                            .map(l -> new VatTotals.Line(job.vat(), new Money(l.net(), EUR)))
                            .toList());
        }

        long due() {
            return totals().gross().amountMinor()
                    - (deposit == null ? 0 : deposit.totals().gross().amountMinor());
        }
    }

    void fill(Instant now) {
        today = LocalDate.ofInstant(now, Days.ZONE);
        jdbc.update("""
                update finance.settings set currency = 'EUR', legal_name = 'Stagelight GmbH', street = 'Hafenstraße 12', postcode = '10245', city = 'Berlin', country = 'DE',
                       vat_number = 'DE136695976', register_entry = 'Amtsgericht Charlottenburg, HRB 123456', iban = 'DE89370400440532013000',
                       bic = 'COBADEFF', bank_name = 'Commerzbank'
                """);
        for (var row : jdbc.queryForList(
                "select class || coalesce(' ' || profit_group, '') as name, id from finance.account where standard"))
            accounts.put(String.valueOf(row.get("name")), (UUID) Objects.requireNonNull(row.get("id")));
        var vats = new DemoVat(jdbc);
        for (var job : jobs(vats)) {
            spend(job);
            bill(job);
        }
        bills.sort(Comparator.comparing(Bill::on).thenComparing(Bill::kind).thenComparing(Bill::id));
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            write(connection, vats);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private List<Job> jobs(DemoVat vats) {
        return jdbc.query(
                """
                select e.id, e.number, e.name, e.client_id, d.id as deal, (e.from_at at time zone e.time_zone)::date as first, (e.to_at at time zone e.time_zone)::date as last,
                       e.phase in ('LOAD_IN', 'DE_PREP', 'CLOSED') as over, e.phase = 'CLOSED' as closed, coalesce(w.net_minor, d.value_minor, e.value_minor, 800000) as value, w.id as quote
                  from planning.event e
                  left join lateral (select d.id, d.value_minor from crm.deal d where d.event_id = e.id and d.state = 'WON' order by d.number limit 1) d on true
                  left join lateral (select q.id, v.net_minor from quoting.quote q join quoting.quote_version v on v.quote_id = q.id and v.state = 'ACCEPTED'
                                      where q.deal_id = d.id and v.net_minor > 0 order by q.number limit 1) w on true
                 where e.client_id is not null and not e.template and e.phase not in ('ENQUIRY', 'QUOTED', 'CANCELLED')
                 order by e.from_at, e.id
                """,
                (row, n) -> new Job(
                        row.getObject("id", UUID.class),
                        row.getString("number"),
                        row.getString("name"),
                        row.getObject("client_id", UUID.class),
                        row.getObject("deal", UUID.class),
                        row.getObject("quote", UUID.class),
                        row.getObject("first", LocalDate.class),
                        row.getObject("last", LocalDate.class),
                        row.getBoolean("over"),
                        row.getBoolean("closed"),
                        row.getLong("value"),
                        vats.of(row.getObject("client_id", UUID.class))));
    }

    /** What no other room knows of: a little more or less in the end than was planned, by hand or in the quote. The rest {@link DemoCosts} takes over. */
    private void spend(Job job) {
        spend(job, "CREW", "Crew on site", "h", 18, 26, "ACCRUED");
        spend(job, "TRANSPORT", "Truck and driver", "day", 4, 8, "ACCRUED");
        if (dice.oneIn(3) && job.closed()) spend(job, "SUB_HIRE", "Sub-hired equipment", "pc", 5, 16, "ACCRUED");
        if (dice.oneIn(2)) spend(job, "CONSUMABLES", "Tape, haze fluid and batteries", "pc", 1, 2, "STOCK");
        if (dice.oneIn(9)) spend(job, "DAMAGE", "Repair of what came back damaged", "pc", 1, 3, "STOCK");
    }

    private void spend(Job job, String group, String text, String unit, int least, int most, String against) {
        int quantity = dice.between(1, 12);
        long one = Math.max(1, job.value() * dice.between(least * 10, most * 10) / 1_000 / quantity);
        if (job.quote() == null) cost(job, group, text, unit, quantity, one, true, null);
        if (!job.over() || job.to().isAfter(today)) return;
        long spent = Math.max(1, one * dice.between(92, 112) / 100);
        var day = job.to();
        var id = dice.id(Days.at(day, 17, 0));
        var entry = entry(day, job.number() + ": " + text, null, "cost", id);
        post(entry, 0, "COST " + group, spent * quantity, job, true);
        post(entry, 1, against, -spent * quantity, job, true);
        cost(job, group, text, unit, quantity, spent, false, new UUID[] {id, entry});
    }

    private void cost(
            Job job,
            String group,
            String text,
            String unit,
            int quantity,
            long one,
            boolean planned,
            UUID @Nullable [] posted) {
        var day = planned ? job.from() : job.to();
        var at = Days.at(planned ? earlier(job.from().minusDays(20)) : job.to(), 17, 0);
        costs.add(
                posted == null ? dice.id(at) : posted[0],
                job.id(),
                planned,
                group,
                text,
                day,
                quantity,
                unit,
                BigDecimal.valueOf(one, 2),
                one * quantity,
                "EUR",
                1,
                one * quantity,
                "hand",
                false,
                posted == null ? null : posted[1],
                at,
                "Lea Brandt",
                at);
    }

    private LocalDate earlier(LocalDate day) {
        return day.isAfter(today) ? today : day;
    }

    private void bill(Job job) {
        Bill deposit = null;
        var before = Days.workday(job.from().minusDays(dice.between(15, 30)));
        if (job.value() >= DEPOSIT_FROM && before.isBefore(today)) {
            var line = new Line(
                    "Deposit, 30 % of the order",
                    "pc", "EQUIPMENT", 1, BigDecimal.valueOf((job.value() * 3 + 5) / 10, 2));
            deposit = new Bill(dice.id(Days.at(before, 10, 0)), "DEPOSIT", job, before, List.of(line), null);
            bills.add(deposit);
        }
        var after = Days.nextWorkday(job.to().plusDays(dice.between(1, DemoPhases.BILLED_WITHIN_DAYS)));
        if (!job.over() || !after.isBefore(today)) return;
        long crew = job.value() * dice.between(20, 28) / 100;
        long transport = job.value() * dice.between(5, 9) / 100;
        long hour = crew / 8;
        var lines = List.of(
                new Line(
                        "Hire of equipment",
                        "pc",
                        "EQUIPMENT",
                        1,
                        BigDecimal.valueOf(job.value() - 8 * hour - transport, 2)),
                new Line("Crew", "h", "CREW", 8, BigDecimal.valueOf(hour, 2)),
                new Line("Transport", "pc", "TRANSPORT", 1, BigDecimal.valueOf(transport, 2)));
        bills.add(new Bill(dice.id(Days.at(after, 10, 0)), "FINAL", job, after, lines, deposit));
    }

    private void write(Connection connection, DemoVat vats) {
        var invoices = new Rows(
                "finance.invoice (id, kind, series_id, title, client_id, event_id, deal_id, quote_id, language, currency, payment_days, supplied_from, supplied_to,"
                        + " net_minor, vat_minor, gross_minor, deducted_minor, created_at, created_by_name, changed_at)");
        var billed = new Rows(
                "finance.invoice_line (id, invoice_id, position, text, quantity, unit, unit_price, net_minor, vat_category, vat_percent, exemption_reason, profit_group, quote_part_id)");
        var vat = new Rows(
                "finance.invoice_vat (invoice_id, position, category, percent, base_minor, vat_minor, exemption_reason)");
        var deductions = new Rows("finance.deduction (invoice_id, deposit_id, gross_minor)");
        var payments = new Rows(
                "finance.payment (id, client_id, paid_on, amount_minor, currency, rate, own_minor, reference, allocated_minor, entry_id, created_at, created_by_name, changed_at)");
        var parts = new Rows("finance.allocation (id, payment_id, invoice_id, amount_minor, created_at)");
        var issued = new Rows("issued (id, year, nth, number, issued_on, due_on, own, paid, state, entry_id, level)");
        var reminders =
                new Rows("finance.reminder (id, invoice_id, level, reminded_on, open_minor, title, text, by_name)");
        var audit = new Rows(
                "core.audit_entry (id, at, actor_id, actor_name, via, subject_kind, subject_id, subject_label, action, version, changes)");
        var clerk = jdbc.queryForObject(
                "select id from identity.user_account where email = 'finance@demo.example'", UUID.class);
        var series =
                jdbc.queryForObject("select id from finance.series where kind = 'INVOICE' and standard", UUID.class);
        jdbc.execute(
                "create temporary table issued (id uuid primary key, year integer, nth bigint, number text, issued_on date, due_on date, own bigint, paid bigint, state text, entry_id uuid, level integer) on commit drop");
        var last = new TreeMap<Integer, Long>();
        for (var bill : bills) {
            var job = bill.job();
            var at = Days.at(bill.on(), 10, 0);
            var totals = bill.totals();
            long gross = totals.gross().amountMinor();
            long deducted = gross - bill.due();
            int year = bill.on().getYear();
            long nth = last.merge(year, 1L, Long::sum);
            var number = String.format(Locale.ROOT, "R-%d-%04d", year, nth);
            invoices.add(
                    bill.id(),
                    bill.kind(),
                    series,
                    job.name(),
                    job.client(),
                    job.id(),
                    job.deal(),
                    job.quote(),
                    "de",
                    "EUR",
                    PAYMENT_DAYS,
                    job.from(),
                    job.to(),
                    totals.net().amountMinor(),
                    totals.tax().amountMinor(),
                    gross,
                    deducted,
                    at,
                    "Emma Vogel",
                    at);
            var rate = job.vat();
            int position = 0;
            for (var line : bill.lines())
                billed.add(
                        dice.id(at),
                        bill.id(),
                        position++,
                        line.text(),
                        line.quantity(),
                        line.unit(),
                        line.unitPrice(),
                        line.net(),
                        rate.category().code(),
                        rate.percent(),
                        vats.reason(rate),
                        line.group(),
                        job.quote());
            vat.add(
                    bill.id(),
                    0,
                    rate.category().code(),
                    rate.percent(),
                    totals.net().amountMinor(),
                    totals.tax().amountMinor(),
                    vats.reason(rate));
            if (bill.deposit() != null) deductions.add(bill.id(), bill.deposit().id(), deducted);
            audit.add(
                    dice.id(at),
                    at,
                    clerk,
                    "Emma Vogel",
                    "WEB",
                    "invoice",
                    bill.id(),
                    number + " " + job.name(),
                    "issued",
                    2,
                    "[{\"field\": \"number\", \"old\": null, \"now\": \"" + number + "\"}]");
            var entry = post(bill, number);
            var due = bill.on().plusDays(PAYMENT_DAYS);
            long paid = pay(bill, number, due, payments, parts);
            boolean late = paid < bill.due() && due.isBefore(today.minusDays(7));
            if (late)
                reminders.add(
                        dice.id(Days.at(due.plusDays(8), 9, 0)),
                        bill.id(),
                        1,
                        earlier(due.plusDays(8)),
                        bill.due() - paid,
                        "Zahlungserinnerung",
                        "Sie haben unsere Rechnung vielleicht übersehen. Bitte zahlen Sie den offenen Betrag innerhalb von sieben Tagen.",
                        "Emma Vogel");
            issued.add(
                    bill.id(),
                    year,
                    nth,
                    number,
                    bill.on(),
                    due,
                    bill.due(),
                    paid,
                    paid == bill.due() ? "PAID" : paid == 0 ? "ISSUED" : "PART_PAID",
                    entry,
                    late ? 1 : 0);
        }
        // entries before what was made by them, lines with their entries
        for (var rows : List.of(entries, lines, costs, invoices, billed, vat, deductions, issued))
            rows.send(connection);
        jdbc.update("""
                update finance.invoice i
                   set number = s.number, series_year = s.year, series_number = s.nth, issued_on = s.issued_on, due_on = s.due_on, rate = 1, own_gross_minor = s.own,
                       paid_minor = s.paid, state = s.state, entry_id = s.entry_id, reminder_level = s.level, version = 2,
                       seller = jsonb_build_object('name', f.legal_name, 'lines', jsonb_build_array(f.street, f.postcode || ' ' || f.city), 'street', f.street,
                         'postcode', f.postcode, 'city', f.city, 'country', f.country, 'vatNumber', f.vat_number, 'registerEntry', f.register_entry,
                         'iban', f.iban, 'bic', f.bic, 'bankName', f.bank_name),
                       buyer = jsonb_build_object('name', coalesce(c.billing_name, c.name), 'lines', to_jsonb(c.address_lines), 'country', c.country, 'vatNumber', c.vat_number,
                         'street', c.address_lines[1],
                         'postcode', substring(c.address_lines[cardinality(c.address_lines)] from '^([0-9]{4,5}) '),
                         'city', substring(c.address_lines[cardinality(c.address_lines)] from '^[0-9]{4,5} (.+)$'))
                  from issued s, finance.settings f, clients.client c
                 where s.id = i.id and c.id = i.client_id
                """);
        for (var rows : List.of(payments, parts, reminders, audit)) rows.send(connection);
        jdbc.update("insert into finance.due_told (invoice_id) select id from finance.invoice where due_on < ?", today);
        last.forEach((year, count) -> jdbc.update(
                "insert into finance.series_number (series_id, year, last) values (?, ?, ?)", series, year, count));
    }

    private UUID post(Bill bill, String number) {
        var job = bill.job();
        var totals = bill.totals();
        boolean advance = bill.kind().equals("DEPOSIT");
        var entry = entry(
                bill.on(),
                advance ? EntryWords.Kind.DEPOSIT_INVOICE : EntryWords.Kind.INVOICE,
                number,
                "invoice",
                bill.id());
        int position = 0;
        post(entry, position++, "RECEIVABLE", bill.due(), job, true);
        for (var line : bill.lines())
            post(entry, position++, advance ? "DEPOSIT" : "REVENUE " + line.group(), -line.net(), job, true);
        long vat = totals.tax().amountMinor();
        if (bill.deposit() != null) {
            var before = bill.deposit().totals();
            post(entry, position++, "DEPOSIT", before.net().amountMinor(), job, true);
            vat -= before.tax().amountMinor();
        }
        if (vat != 0) post(entry, position, "VAT", -vat, job, true);
        return entry;
    }

    /** Most pay within five weeks; what is not old yet may be open. */
    private long pay(Bill bill, String number, LocalDate due, Rows payments, Rows parts) {
        var day = Days.nextWorkday(due.plusDays(dice.between(-10, 24)));
        boolean old = due.isBefore(today.minusDays(90));
        boolean never = !old && dice.oneIn(7);
        if (!day.isBefore(today) || never || bill.due() <= 0) return 0;
        long paid = !old && dice.oneIn(8) ? bill.due() / 2 : bill.due();
        var at = Days.at(day, 8, 30);
        var id = dice.id(at);
        var entry = entry(day, EntryWords.Kind.PAYMENT, number, "payment", id);
        post(entry, 0, "BANK", paid, bill.job(), false);
        post(entry, 1, "RECEIVABLE", -paid, bill.job(), false);
        payments.add(id, bill.job().client(), day, paid, "EUR", 1, paid, number, paid, entry, at, "Emma Vogel", at);
        parts.add(dice.id(at), id, bill.id(), paid, at);
        return paid;
    }

    private UUID entry(LocalDate day, EntryWords.Kind says, String of, String kind, UUID source) {
        var words = EntryWords.of(says, of);
        return entry(day, words.text(), words, kind, source);
    }

    private UUID entry(LocalDate day, String text, @Nullable EntryWords words, String kind, UUID source) {
        var at = Days.at(day, 18, 0);
        var id = dice.id(at);
        entries.add(
                id,
                day,
                text,
                words == null ? null : words.kind(),
                words == null ? null : words.of(),
                kind,
                source,
                at,
                "Emma Vogel");
        return id;
    }

    /** @param ofEvent payments are the client's alone */
    private void post(UUID entry, int position, String account, long minor, Job job, boolean ofEvent) {
        lines.add(
                dice.id(Days.at(job.to(), 18, 0)),
                entry,
                position,
                accounts.get(account),
                minor,
                "EUR",
                minor,
                ofEvent ? job.id() : null,
                job.client(),
                ofEvent ? job.deal() : null);
    }
}
