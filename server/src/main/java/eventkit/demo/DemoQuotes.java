package eventkit.demo;

import eventkit.demo.DemoOffers.Deal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** What was offered behind the deals: accepted quotes behind won ones, declined and expired behind lost ones, and drafts and open ones in several versions today. */
@Component
final class DemoQuotes {
    private static final long SEED = 20_261_127;
    private static final String SELLER = "sales@demo.example";
    private static final String INTRO = "Thank you for your enquiry. We are glad to offer you the following.";
    private static final String INTRO_DE = "Vielen Dank für Ihre Anfrage. Wir bieten Ihnen gern Folgendes an.";
    private static final String TERMS_DE =
            "Die Preise sind netto und gelten für die oben genannten Tage ab unserem Lager. Auf- und Abbau wie beschrieben. Mit der Annahme wird eine Anzahlung fällig, der Rest vierzehn Tage nach der Veranstaltung.";
    private static final String TERMS =
            "Prices are net, for the days named above, from our warehouse. Set-up and strike as described."
                    + " A deposit is due on acceptance, the balance fourteen days after the event.";
    private static final String CANCELLATION = "[{\"days\": 30, \"percent\": 50}, {\"days\": 7, \"percent\": 90}]";
    private static final BigDecimal DEPOSIT = BigDecimal.valueOf(30);
    private final JdbcTemplate jdbc;
    private final DataSource dataSource;
    private final Dice dice = new Dice(SEED);
    private final DemoOffers offers;
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private @Nullable String seller;
    private @Nullable DemoVat vats;

    DemoQuotes(JdbcTemplate jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.offers = new DemoOffers(jdbc, dice);
    }

    /** @param state in which it ends */
    private record Version(
            UUID id, UUID quote, Deal deal, int nth, String state, Instant made, List<DemoOfferLine> lines) {
        long sum(ToLongFunction<DemoOfferLine> of) {
            return lines.stream().mapToLong(of).sum();
        }
    }

    void fill(Instant now) {
        seller = jdbc.queryForObject("select name from identity.user_account where email = ?", String.class, SELLER);
        var today = LocalDate.ofInstant(now, Days.ZONE);
        settings(today, now);
        offers.read();
        vats = new DemoVat(jdbc);
        var first = new ArrayList<Version>();
        var second = new ArrayList<Version>();
        int nth = 0;
        for (var deal : offers.deals()) {
            if (deal.stage().equals("Lead")) continue;
            nth++;
            var made = Days.office(
                    Days.workday(LocalDate.ofInstant(deal.begun(), Days.ZONE).plusDays(1)), dice);
            if (made.isAfter(now)) made = deal.begun();
            var state = state(deal, nth);
            boolean again = deal.stage().equals("Negotiation") || (deal.stage().equals("Won") && nth % 4 == 0);
            var quote = dice.id(made);
            var lines = offers.lines(deal);
            first.add(new Version(dice.id(made), quote, deal, 1, again ? "SUPERSEDED" : state, made, lines));
            if (again) {
                var later = made.plus(2, ChronoUnit.DAYS);
                var fewer = new ArrayList<>(lines);
                if (fewer.size() > 5) fewer.remove(1);
                second.add(new Version(
                        dice.id(later),
                        quote,
                        deal,
                        2,
                        state,
                        later.isAfter(now) ? made : later,
                        DemoOfferLine.reduced(fewer)));
            }
        }
        quotes(first);
        versions(first, today);
        versions(second, today);
        template(now);
        jdbc.update("""
                update crm.deal d set value_minor = q.net_minor
                  from quoting.quote_row q where q.deal_id = d.id and not q.template
                """);
        jdbc.update(
                "update planning.event e set value_minor = d.value_minor from crm.deal d where d.event_id = e.id and d.state = 'WON'");
        numbers.forEach((year, next) ->
                jdbc.update("insert into quoting.numbering (year, next_quote) values (?, ?)", year, next));
    }

    private String state(Deal deal, int nth) {
        return switch (deal.stage()) {
            case "Won" -> "ACCEPTED";
            case "Lost" -> nth % 3 == 0 ? "EXPIRED" : "DECLINED";
            case "Qualified" -> nth % 3 == 0 ? "IN_APPROVAL" : "DRAFT";
            case "Proposal sent" -> nth % 2 == 0 ? "VIEWED" : "SENT";
            default -> nth % 2 == 0 ? "SENT" : "VIEWED";
        };
    }

    private void settings(LocalDate today, Instant now) {
        jdbc.update(
                "update quoting.settings set deposit_percent = 30, cancellation = ?::jsonb, intro = ?, terms = ?, intro_de = ?, terms_de = ?, version = 2",
                CANCELLATION,
                INTRO,
                TERMS,
                INTRO_DE,
                TERMS_DE);
        jdbc.update(
                "insert into quoting.role_limit (role_id, discount_percent) select id, 15 from identity.role where built_in = 'SALES'");
        jdbc.update(
                """
                insert into quoting.hire_rate (id, position, name, first_day, last_day, factor, created_at, changed_at)
                values (?, 0, 'New Year', ?, ?, 1.5, ?, ?)
                """,
                dice.id(now),
                Date.valueOf(today.withMonth(12).withDayOfMonth(30)),
                Date.valueOf(today.plusYears(1).withMonth(1).withDayOfMonth(2)),
                Timestamp.from(now),
                Timestamp.from(now));
        var list = dice.id(now);
        jdbc.update("""
                insert into quoting.price_list (id, position, name, currency, client_tags, discount_percent, created_at, changed_at)
                select ?, 0, 'Agencies', 'EUR', array[tag], 5, ?, ?
                  from (select unnest(tags) as tag, count(*) as n from clients.client group by tag order by n desc, tag limit 1) t
                """, list, Timestamp.from(now), Timestamp.from(now));
        jdbc.update("""
                insert into quoting.price (id, price_list_id, product_id, unit, price, minimum)
                select gen_random_uuid(), l.id, p.id, 'DAY', round(p.hire_price_minor * 0.9 / 100, 2), round(p.hire_price_minor / 100.0, 2)
                  from quoting.price_list l, (select * from catalogue.product where hire_price_minor > 2000 and kind <> 'CONSUMABLE' order by name limit 25) p
                 where l.id = ?
                """, list);
    }

    private void quotes(List<Version> versions) {
        var sellerId = jdbc.queryForObject("select id from identity.user_account where email = ?", UUID.class, SELLER);
        var quotes = new Rows(
                "quoting.quote (id, number, name, client_id, deal_id, event_id, owner_id, created_at, changed_at)");
        var audit = new Rows(
                "core.audit_entry (id, at, actor_id, actor_name, via, subject_kind, subject_id, subject_label, action, version, changes)");
        for (var v : versions) {
            int year = LocalDate.ofInstant(v.made(), Days.ZONE).getYear();
            int next = numbers.getOrDefault(year, 1);
            numbers.put(year, next + 1);
            var number = String.format(Locale.ROOT, "Q-%d-%04d", year, next);
            var deal = v.deal();
            quotes.add(
                    v.quote(),
                    number,
                    deal.name(),
                    deal.client(),
                    deal.id(),
                    deal.event(),
                    deal.owner(),
                    v.made(),
                    Objects.requireNonNullElse(deal.closed(), v.made()));
            audit.add(
                    dice.id(v.made()),
                    v.made(),
                    sellerId,
                    seller,
                    "WEB",
                    "quote",
                    v.quote(),
                    number + " " + deal.name(),
                    "created",
                    1,
                    Json.of(List.of(Json.object("field", "name", "old", null, "now", deal.name()))));
        }
        send(quotes, audit);
    }

    private void versions(List<Version> versions, LocalDate today) {
        var drafts = new Rows(
                "quoting.quote_version (id, quote_id, nth, state, state_since, currency, exchange_rate, language, hire_from, hire_to, charged_days,"
                        + " valid_until, intro, terms, cancellation, deposit_percent, vat_category, vat_percent, list_minor, net_minor, vat_minor,"
                        + " gross_minor, deposit_minor, cost_minor, created_at, created_by_name)");
        var groups = new Rows("quoting.quote_group (version_id, id, position, name)");
        var lines = new Rows(
                "quoting.quote_line (version_id, id, group_id, position, kind, product_id, name, quantity, list_price, source, unit, factor, factor_name,"
                        + " rate, discount_percent, percent, percent_of, unit_cost, list_minor, amount_minor, net_minor, steps)");
        var ends = new Rows(
                "ended (id, state, state_since, asked_by_name, sent_at, sent_by_name, viewed_at, decided_at, decline_reason, chosen)");
        for (var v : versions) {
            drafts.add(row(v, today));
            var own = new LinkedHashMap<String, UUID>();
            int position = 0;
            for (var line : v.lines()) {
                var group = own.get(line.group());
                if (group == null) {
                    group = new UUID(
                            v.quote().getMostSignificantBits(), line.group().hashCode());
                    own.put(line.group(), group);
                    groups.add(v.id(), group, own.size() - 1, line.group());
                }
                lines.add(row(v, group, position++, line));
            }
            ends.add(ended(v));
        }
        // What was sent does not change any more, so each version is a draft until its lines are there.
        jdbc.execute(
                "create temporary table if not exists ended (id uuid primary key, state text, state_since timestamptz, asked_by_name text, sent_at timestamptz,"
                        + " sent_by_name text, viewed_at timestamptz, decided_at timestamptz, decline_reason text, chosen uuid[]) on commit drop");
        jdbc.execute("truncate ended");
        send(drafts, groups, lines, ends);
        jdbc.update("""
                update quoting.quote_version v
                   set state = e.state, state_since = e.state_since, asked_by_name = e.asked_by_name, sent_at = e.sent_at, sent_by_name = e.sent_by_name,
                       viewed_at = e.viewed_at, decided_at = e.decided_at, decline_reason = e.decline_reason, chosen = e.chosen
                  from ended e where e.id = v.id
                """);
    }

    private void send(Rows... all) {
        var connection = DataSourceUtils.getConnection(dataSource);
        try {
            for (var rows : all) rows.send(connection);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static long share(long of, BigDecimal percent) {
        return BigDecimal.valueOf(of)
                .multiply(percent)
                .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private @Nullable Object[] row(Version v, LocalDate today) {
        long net = v.sum(DemoOfferLine::net);
        var rate = Objects.requireNonNull(vats).of(v.deal().client());
        long vat = share(net, rate.percent());
        long deposit = share(net, DEPOSIT);
        var day = LocalDate.ofInstant(v.made(), Days.ZONE);
        boolean open = List.of("DRAFT", "IN_APPROVAL", "SENT", "VIEWED").contains(v.state());
        return new @Nullable Object[] {
            v.id(),
            v.quote(),
            v.nth(),
            "DRAFT",
            v.made(),
            "EUR",
            1,
            "en",
            v.deal().from(),
            v.deal().to(),
            DemoOffers.days(v.deal()),
            open ? today.plusDays(dice.between(6, 30)) : day.plusDays(30),
            INTRO,
            TERMS,
            CANCELLATION,
            30,
            rate.category().name(),
            rate.percent(),
            v.sum(DemoOfferLine::list),
            net,
            vat,
            net + vat,
            deposit + share(deposit, rate.percent()),
            v.sum(DemoOfferLine::costs),
            v.made(),
            seller
        };
    }

    private static @Nullable Object[] row(Version v, UUID group, int position, DemoOfferLine l) {
        return new @Nullable Object[] {
            v.id(),
            l.id(),
            group,
            position,
            l.kind(),
            l.product(),
            l.name(),
            l.quantity(),
            l.price(),
            l.product() == null ? "ENTERED" : "CATALOGUE",
            l.unit(),
            l.factor(),
            l.product() == null ? null : "Standard",
            1,
            l.discount(),
            l.percent(),
            l.percent() == null ? null : "EQUIPMENT",
            l.cost(),
            l.list(),
            l.net(),
            l.net(),
            l.steps()
        };
    }

    private @Nullable Object[] ended(Version v) {
        var sent = v.state().equals("DRAFT") || v.state().equals("IN_APPROVAL")
                ? null
                : v.made().plus(1, ChronoUnit.HOURS);
        boolean viewed = List.of("VIEWED", "ACCEPTED", "DECLINED").contains(v.state());
        boolean decided = List.of("ACCEPTED", "DECLINED").contains(v.state());
        var end = Objects.requireNonNullElse(v.deal().closed(), v.made().plus(2, ChronoUnit.HOURS));
        return new @Nullable Object[] {
            v.id(),
            v.state(),
            decided || v.state().equals("EXPIRED") ? end : sent == null ? v.made() : sent,
            v.state().equals("IN_APPROVAL") ? seller : null,
            sent,
            sent == null ? null : seller,
            viewed ? v.made().plus(2, ChronoUnit.HOURS) : null,
            decided ? end : null,
            v.state().equals("DECLINED") ? "We decided for somebody else." : null,
            v.state().equals("ACCEPTED") ? List.of() : null
        };
    }

    private void template(Instant now) {
        var id = dice.id(now);
        var version = dice.id(now);
        var group = dice.id(now);
        jdbc.update(
                "insert into quoting.quote (id, template, name, created_at, changed_at) values (?, true, 'Small PA with technician', ?, ?)",
                id,
                Timestamp.from(now),
                Timestamp.from(now));
        jdbc.update("""
                insert into quoting.quote_version (id, quote_id, nth, state, state_since, currency, exchange_rate, language, charged_days, intro, terms,
                                                   deposit_percent, vat_category, vat_percent, list_minor, net_minor, vat_minor, gross_minor, deposit_minor,
                                                   created_at, created_by_name)
                select ?, ?, 1, 'DRAFT', ?, 'EUR', 1, 'en', 1, intro, terms, 30, 'STANDARD', 19, 42000, 42000, 7980, 49980, 14994, ?, ? from quoting.settings
                """, version, id, Timestamp.from(now), Timestamp.from(now), seller);
        jdbc.update(
                "insert into quoting.quote_group (version_id, id, position, name) values (?, ?, 0, 'Crew')",
                version,
                group);
        var line = new DemoOfferLine(
                dice.id(now),
                "Crew",
                "CREW",
                null,
                "Technician",
                BigDecimal.ONE,
                new BigDecimal("420"),
                "DAY",
                BigDecimal.ONE,
                null,
                null,
                new BigDecimal("265"),
                0);
        jdbc.update("""
                insert into quoting.quote_line (version_id, id, group_id, position, kind, name, quantity, list_price, source, unit, factor, rate, unit_cost,
                                                list_minor, amount_minor, net_minor, steps)
                values (?, ?, ?, 0, 'CREW', ?, 1, 420, 'ENTERED', 'DAY', 1, 1, 265, 42000, 42000, 42000, ?::jsonb)
                """, version, line.id(), group, line.name(), line.steps());
        jdbc.update("update quoting.quote_version set cost_minor = 26500 where id = ?", version);
    }
}
