package eventkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.availability.Availability;
import eventkit.availability.StockKey;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Period;
import eventkit.testing.Api;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * Every report of the demo company against a recount of its rows, and against what the rooms themselves say. Tests of {@link DemoCompanyTests}, in a file of
 * their own.
 */
abstract class DemoReportsTests {
    private static final String PROFIT = "/reports/EVENT_PROFITABILITY?span=ALL&by=";
    private final JdbcTemplate db;
    private final Availability availability;
    private final Api api;

    DemoReportsTests(JdbcTemplate db, Availability availability, WebServerApplicationContext server) {
        this.db = db;
        this.availability = availability;
        this.api = new Api(server.getWebServer().getPort());
    }

    @BeforeEach
    void signsIn() {
        api.post("/session", Map.of("email", DemoCompany.EMAIL, "password", DemoCompany.PASSWORD))
                .expect(200);
    }

    private JsonNode report(String path) {
        return api.get(path).expect(200).json();
    }

    private static int column(JsonNode report, String key) {
        int at = 0;
        for (var column : report.path("columns")) {
            if (column.path("key").asString().equals(key)) return at;
            at++;
        }
        throw new AssertionError("no column " + key);
    }

    private static JsonNode cell(JsonNode report, JsonNode row, String key) {
        return row.path("cells").get(column(report, key));
    }

    private static long minor(JsonNode report, JsonNode row, String key) {
        return cell(report, row, key).path("money").path("amountMinor").asLong();
    }

    private record Sums(long revenue, long cost) {
        Sums plus(long own, String of) {
            return of.equals("REVENUE") ? new Sums(revenue - own, cost) : new Sums(revenue, cost + own);
        }
    }

    private Map<String, Sums> recounted(String key) {
        var sums = new HashMap<String, Sums>();
        db.query(
                "select " + key
                        + "::text as key, l.own_minor, a.class from finance.line l join finance.entry e on e.id = l.entry_id"
                        + " join finance.account a on a.id = l.account_id where a.class in ('REVENUE', 'COST', 'EXCHANGE')",
                row -> {
                    var name = row.getString("key");
                    if (name != null)
                        sums.put(
                                name,
                                sums.getOrDefault(name, new Sums(0, 0))
                                        .plus(row.getLong("own_minor"), row.getString("class")));
                });
        return sums;
    }

    @Test
    void endsAnEventOfWholeDaysOnTheLastOfThem() {
        var hall = report("/locations?kind=WAREHOUSE&limit=1")
                .path("items")
                .get(0)
                .path("id")
                .asString();
        var client = report("/clients?limit=1").path("items").get(0).path("id").asString();
        var days = Map.of("from", "2031-06-03T22:00:00Z", "to", "2031-06-05T22:00:00Z", "timeZone", "Europe/Berlin");
        var event = new HashMap<String, Object>(days);
        event.putAll(Map.of("name", "Two whole days", "warehouseId", hall, "clientId", client));
        var id = api.post("/events", event).expect(201).json().path("id").asString();
        var cost = Map.of(
                "eventId",
                id,
                "planned",
                false,
                "profitGroup",
                "OTHER",
                "text",
                "Permit",
                "quantity",
                1,
                "unitCost",
                10);
        api.post("/costs", cost).expect(201);
        var report = report(PROFIT + "EVENT");
        var its = report.path("rows")
                .valueStream()
                .filter(row ->
                        cell(report, row, "event").path("link").asString().contains(id));
        assertThat(its.map(row -> cell(report, row, "day").path("text").asString()))
                .containsExactly("2031-06-05");
    }

    @Test
    void earnsPerEventWhatItsMoneyTabSays() {
        var report = report(PROFIT + "EVENT");
        var recounted = recounted("l.event_id");
        assertThat(report.path("rows").size()).isEqualTo(recounted.size()).isGreaterThan(150);
        int compared = 0;
        for (var row : report.path("rows")) {
            var link = cell(report, row, "event").path("link").asString();
            var id = link.substring("/events/".length(), link.indexOf('?'));
            var sums = Objects.requireNonNull(recounted.get(id));
            assertThat(minor(report, row, "revenue")).isEqualTo(sums.revenue());
            assertThat(minor(report, row, "cost")).isEqualTo(sums.cost());
            if (compared++ % 10 != 0) continue;
            var total = report("/events/" + id + "/profit").path("total");
            assertThat(minor(report, row, "profit"))
                    .isEqualTo(total.path("profit").path("amountMinor").asLong());
        }
        var top = report(PROFIT + "TOP");
        assertThat(top.path("rows").size()).isEqualTo(100);
        long before = Long.MAX_VALUE;
        for (var row : top.path("rows")) {
            long profit = minor(top, row, "profit");
            assertThat(profit).isLessThanOrEqualTo(before);
            before = profit;
        }
    }

    @Test
    void sumsQuartersAndClientsAsTheLedgerDoes() {
        var quarters = report(PROFIT + "QUARTER");
        var recounted = recounted("date_trunc('quarter', e.date::timestamp)::date");
        assertThat(quarters.path("rows").size()).isEqualTo(recounted.size());
        for (var row : quarters.path("rows")) {
            var sums = Objects.requireNonNull(
                    recounted.get(cell(quarters, row, "quarter").path("text").asString()));
            assertThat(minor(quarters, row, "revenue")).isEqualTo(sums.revenue());
            assertThat(minor(quarters, row, "profit")).isEqualTo(sums.revenue() - sums.cost());
            // what the number opens
            var lines = cell(quarters, row, "revenue").path("link").asString().replace("/ledger?", "/ledger-lines?");
            assertThat(report(lines + "&limit=1").path("total").asLong()).isPositive();
        }
        var matrix = report(PROFIT + "CLIENT_YEAR");
        var byClient = recounted("l.client_id");
        var byYear = recounted("extract(year from e.date)");
        long shown = 0;
        for (var row : matrix.path("rows")) shown += minor(matrix, row, "profit");
        assertThat(shown)
                .isEqualTo(recounted("1").values().stream()
                        .mapToLong(s -> s.revenue() - s.cost())
                        .sum());
        for (var year : byYear.entrySet())
            assertThat(minor(matrix, matrix.path("total"), "y" + year.getKey()))
                    .isEqualTo(year.getValue().revenue() - year.getValue().cost());
        var values = report("/reports/CLIENT_VALUE");
        assertThat(values.path("rows").size()).isEqualTo(byClient.size());
        for (var row : values.path("rows")) {
            var link = cell(values, row, "client").path("link").asString();
            var sums = Objects.requireNonNull(byClient.get(link.substring("/clients/".length(), link.indexOf('?'))));
            assertThat(minor(values, row, "profit")).isEqualTo(sums.revenue() - sums.cost());
        }
        var year = LocalDate.now(ZoneId.of("Europe/Berlin")).getYear();
        var twice = report("/reports/YEAR_OVER_YEAR?by=PROFIT");
        for (var one : List.of(year - 1, year)) {
            var sums = byYear.getOrDefault("" + one, new Sums(0, 0));
            assertThat(minor(twice, twice.path("total"), "y" + one)).isEqualTo(sums.revenue() - sums.cost());
        }
    }

    /** What is posted counts at once. */
    @Test
    void isCurrentAfterAPosting() {
        var event = Objects.requireNonNull(db.queryForObject(
                "select event_id::text from finance.event_profit where event_id is not null order by revenue_minor desc, event_id limit 1",
                String.class));
        long before = cost(event);
        var cost = api.post(
                        "/costs",
                        Map.of(
                                "eventId",
                                event,
                                "planned",
                                false,
                                "profitGroup",
                                "CREW",
                                "text",
                                "Night shift",
                                "quantity",
                                1,
                                "unitCost",
                                new BigDecimal("123.45")))
                .expect(201);
        assertThat(cost(event)).isEqualTo(before + 12_345);
        api.send("POST", "/costs/" + cost.id() + "/withdrawal", Map.of("reason", "Tried"), Map.of("If-Match", "*"))
                .expect(200);
        assertThat(cost(event)).isEqualTo(before);
        assertThat(report("/ledger-recount").path("wrong").asLong()).isZero();
    }

    private long cost(String event) {
        var report = report(PROFIT + "EVENT");
        for (var row : report.path("rows"))
            if (cell(report, row, "event").path("link").asString().contains(event)) return minor(report, row, "cost");
        throw new AssertionError("the event is not in the report");
    }

    @Test
    void countsSeasonsAndDeals() {
        var seasons = report("/reports/SEASONALITY?span=LAST_YEAR");
        long events = 0;
        for (var row : seasons.path("rows"))
            events += row.path("cells").get(1).path("number").asLong();
        assertThat(events)
                .isEqualTo(
                        count(
                                "select count(*) from planning.event where not template and phase not in ('ENQUIRY', 'QUOTED', 'CANCELLED')"
                                        + " and extract(year from from_at at time zone time_zone) = extract(year from now()) - 1"));
        var stages = report("/reports/PIPELINE");
        assertThat(cell(stages, stages.path("total"), "deals").path("number").asLong())
                .isEqualTo(count("select count(*) from crm.deal where state = 'OPEN'"));
        assertThat(minor(stages, stages.path("total"), "value"))
                .isEqualTo(count("select sum(value_minor) from crm.deal where state = 'OPEN' and currency = 'EUR'"));
        var closed = report("/reports/PIPELINE?by=MONTH&span=ALL");
        assertThat(cell(closed, closed.path("total"), "won").path("number").asLong())
                .isEqualTo(count("select count(*) from crm.deal where state = 'WON'"));
        assertThat(minor(closed, closed.path("total"), "lostValue"))
                .isEqualTo(count("select sum(value_minor) from crm.deal where state = 'LOST' and currency = 'EUR'"));
    }

    private long count(String sql) {
        var found = db.queryForObject(sql, Long.class);
        return found == null ? 0 : found;
    }

    @Test
    void countsWhatEquipmentCostAndBrought() {
        var report = report("/reports/EQUIPMENT_RETURN");
        assertThat(minor(report, report.path("total"), "bought"))
                .isEqualTo(count("select sum(purchase_cost_minor) from inventory.asset where currency = 'EUR'"));
        assertThat(minor(report, report.path("total"), "repairs"))
                .isEqualTo(
                        count(
                                "select sum(l.amount_minor) from maintenance.cost_line l join maintenance.job j on j.id = l.job_id where j.state <> 'CANCELLED' and l.currency = 'EUR'"));
        long income = count(
                "select round(sum(l.net_minor / v.exchange_rate)) from quoting.quote_line l join quoting.quote_version v on v.id = l.version_id"
                        + " where v.state = 'ACCEPTED' and l.chosen and (l.product_id is not null or l.kit_id is not null) and l.kind <> 'SUB_HIRE'");
        // Each product is rounded by itself.
        assertThat(Math.abs(minor(report, report.path("total"), "income") - income))
                .isLessThanOrEqualTo(report.path("rows").size());
        var past = report("/reports/UTILISATION?by=MONTH&span=LAST_12_MONTHS");
        for (var row : past.path("rows"))
            assertThat(cell(past, row, "usedDays").path("number").asDouble()).isPositive();
        var from = LocalDate.now(ZoneId.of("Europe/Berlin")).withDayOfMonth(1);
        var use = report("/reports/UTILISATION?by=PRODUCT&from=" + from + "&to=" + from.plusDays(27));
        var begin = from.atStartOfDay(ZoneId.of("Europe/Berlin")).toInstant();
        var end = from.plusDays(28).atStartOfDay(ZoneId.of("Europe/Berlin")).toInstant();
        var seconds = new HashMap<UUID, Long>();
        db.query("select product_id, quantity, begins, ends from reports.booking", row -> {
            var in = max(begin, row.getTimestamp("begins").toInstant());
            var out = min(end, row.getTimestamp("ends").toInstant());
            if (in.isBefore(out))
                seconds.merge(
                        row.getObject("product_id", UUID.class),
                        row.getLong("quantity") * Duration.between(in, out).toSeconds(),
                        Long::sum);
        });
        long used = 0;
        for (var row : use.path("rows")) {
            var id = UUID.fromString(
                    cell(use, row, "product").path("link").asString().substring("/availability/".length()));
            var days = BigDecimal.valueOf(seconds.getOrDefault(id, 0L))
                    .divide(BigDecimal.valueOf(86_400), 1, RoundingMode.HALF_UP)
                    .doubleValue();
            assertThat(cell(use, row, "usedDays").path("number").asDouble()).isBetween(days - 0.11, days + 0.11);
            if (days > 0) used++;
        }
        assertThat(used).isGreaterThan(10);
    }

    private static Instant max(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant min(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** Each week that is said to break lacks what the engine of availability lacks. */
    @Test
    void saysWhichWeeksAJobBreaks() {
        var product = Objects.requireNonNull(db.queryForObject(
                "select product_id from reports.booking where begins > now() group by 1 order by sum(quantity) desc, 1 limit 1",
                UUID.class));
        var hall = Objects.requireNonNull(db.queryForObject(
                "select s.warehouse_id from availability.stock s where s.product_id = ? order by 1 limit 1",
                UUID.class,
                product));
        long owned = count("select sum(pieces) from reports.supply where product_id = '" + product
                + "' and warehouse_id = '" + hall + "'");
        var asked = "/reports/CAPACITY?by=PRODUCT&warehouse=" + hall + "&wanted=product:" + product + ":";
        var report = report(asked + owned);
        var weeks = report("/reports/CAPACITY?warehouse=" + hall + "&wanted=product:" + product + ":" + owned);
        assertThat(report.path("rows").size()).isPositive();
        assertThat(weeks.path("rows").size()).isBetween(13, 15);
        var zone = ZoneId.of("Europe/Berlin");
        var last = LocalDate.parse(report.path("to").asString());
        for (var row : report.path("rows")) {
            var week = LocalDate.parse(cell(report, row, "week").path("text").asString());
            var sunday = week.with(java.time.DayOfWeek.MONDAY).plusDays(6);
            var ends = sunday.isAfter(last) ? last : sunday;
            var free = Callers.as(
                    Caller.system(),
                    () -> availability.free(List.of(new Availability.Question(
                            StockKey.product(product, hall),
                            new Period(
                                    week.atStartOfDay(zone).toInstant(),
                                    ends.plusDays(1).atStartOfDay(zone).toInstant())))));
            assertThat(cell(report, row, "free").path("number").asInt())
                    .isEqualTo(free.getFirst().firm());
            assertThat(cell(report, row, "worstFree").path("number").asInt())
                    .isEqualTo(free.getFirst().worst());
        }
        assertThat(report(asked + (owned + 1_000)).path("rows").size())
                .isEqualTo(weeks.path("rows").size());
        var template = Objects.requireNonNull(
                db.queryForObject("select event_id from reports.template_line order by 1 limit 1", UUID.class));
        assertThat(report("/reports/CAPACITY?template=" + template).path("rows").size())
                .isPositive();
        assertThat(api.get("/reports/CAPACITY").refusal(400)).isEqualTo("invalid");
        assertThat(api.get("/reports/CAPACITY?wanted=nonsense").refusal(400)).isEqualTo("invalid");
        assertThat(api.get("/reports/CAPACITY?span=ALL&wanted=product:" + product + ":1")
                        .refusal(400))
                .isEqualTo("invalid");
    }

    /** Totals, too. */
    @Test
    void everyNumberOpensWhatItIsMadeOf() {
        int sums = 0;
        int counts = 0;
        int begun = 0;
        var hall = db.queryForObject(
                "select warehouse_id from reports.event group by 1 order by count(*) desc, 1 limit 1", UUID.class);
        for (var about : report("/reports").path("items")) {
            var kind = about.path("kind").asString();
            if (kind.equals("CAPACITY")) continue;
            var asked = new ArrayList<String>();
            for (var way : about.path("ways")) asked.add("?by=" + way.asString());
            // What only events have narrows the ledger down, too.
            boolean ofMoney = about.path("sieves").toString().contains("EVENT_TYPE");
            if (ofMoney)
                for (var way : about.path("ways")) asked.add("?span=ALL&by=" + way.asString() + "&warehouse=" + hall);
            if (kind.equals("EVENT_PROFITABILITY")) asked.add("?span=ALL&by=EVENT");
            for (var question : asked) {
                var report = report("/reports/" + kind + question);
                var rows = new ArrayList<JsonNode>();
                for (var row : report.path("rows")) if (rows.size() < 2) rows.add(row);
                if (!report.path("total").isNull()) rows.add(report.path("total"));
                for (var row : rows) {
                    int at = 0;
                    for (var cell : row.path("cells")) {
                        var column = report.path("columns").get(at++);
                        var key = column.path("key").asString();
                        var link = cell.path("link").isNull()
                                ? ""
                                : cell.path("link").asString();
                        if (ofMoney
                                && (!cell.path("money").isNull()
                                        || !cell.path("number").isNull()))
                            assertThat(link).as(kind + question + " " + key).isNotEmpty();
                        if (link.startsWith("/reports/")) report(asked(link));
                        if (link.startsWith("/ledger?") && !cell.path("money").isNull()) {
                            assertThat(ledger(link, key))
                                    .as(link)
                                    .isEqualTo(cell.path("money")
                                            .path("amountMinor")
                                            .asLong());
                            sums++;
                        }
                        if (link.startsWith("/deals?")
                                && List.of("deals", "won", "lost").contains(key)) {
                            assertThat(report(link + "&limit=1").path("total").asLong())
                                    .as(link)
                                    .isEqualTo(cell.path("number").asLong());
                            counts++;
                        }
                        if (link.startsWith("/invoices?")) report(link + "&limit=1");
                        if (link.startsWith("/events?")) {
                            long found = report(link + "&limit=1").path("total").asLong();
                            if (column.path("type").asString().equals("COUNT")) {
                                assertThat(found)
                                        .as(link)
                                        .isEqualTo(cell.path("number").asLong());
                                begun++;
                            }
                        }
                    }
                }
            }
        }
        assertThat(sums).isGreaterThan(20);
        assertThat(counts).isGreaterThan(10);
        assertThat(begun).isGreaterThan(10);
        var products = report("/reports/EQUIPMENT_RETURN");
        var first = products.path("rows").get(0);
        var lines = report(asked(cell(products, first, "income").path("link").asString()));
        assertThat(minor(lines, lines.path("total"), "income")).isEqualTo(minor(products, first, "income"));
        long sum = 0;
        for (var row : lines.path("rows")) sum += minor(lines, row, "income");
        assertThat(Math.abs(sum - minor(products, first, "income")))
                .as("each line is rounded by itself")
                .isLessThanOrEqualTo(lines.path("rows").size());
        var all = report(asked(
                cell(products, products.path("total"), "income").path("link").asString()));
        assertThat(minor(all, all.path("total"), "income"))
                .isEqualTo(minor(products, products.path("total"), "income"));
    }

    /** The address of a report on the screen, as the server is asked. */
    private static String asked(String link) {
        int at = link.indexOf('?');
        var kind = link.substring("/reports/".length(), at);
        return "/reports/" + kind.toUpperCase(Locale.ROOT).replace('-', '_') + link.substring(at);
    }

    private long ledger(String link, String key) {
        long sum = 0;
        var path = link.replace("/ledger?", "/ledger-lines?") + "&limit=500";
        for (var next = ""; ; ) {
            var page = report(path + next);
            for (var line : page.path("items"))
                sum += line.path("own").path("amountMinor").asLong();
            if (page.path("next").isNull()) return key.equals("cost") ? sum : -sum;
            next = "&cursor=" + page.path("next").asString();
        }
    }

    @Test
    void hasReportsThatGoOutByMail() {
        var all = report("/report-subscriptions").path("items");
        assertThat(all.size()).isEqualTo(2);
        for (var one : all) {
            assertThat(Instant.parse(one.path("nextAt").asString())).isAfter(Instant.now());
            var may = report("/report-readers?report=" + one.path("report").asString())
                    .path("items")
                    .valueStream()
                    .map(r -> r.path("id").asString())
                    .toList();
            for (var to : one.path("recipients"))
                assertThat(may).contains(to.path("id").asString());
        }
    }

    @Test
    void comesAsFilesToo() throws IOException {
        var product = Objects.requireNonNull(
                db.queryForObject("select product_id from reports.booking order by 1 limit 1", UUID.class));
        for (var about : report("/reports").path("items"))
            for (var way : about.path("ways")) {
                var path = "/reports/" + about.path("kind").asString() + "%s?by=" + way.asString() + "&wanted=product:"
                        + product + ":3";
                var report = report(path.formatted(""));
                for (var row : report.path("rows"))
                    assertThat(row.path("cells").size())
                            .isEqualTo(report.path("columns").size());
                for (var language : List.of("en", "de")) {
                    var csv = api.get(path.formatted("/file") + "&format=CSV&language=" + language)
                            .expect(200)
                            .text();
                    assertThat(csv.lines().count())
                            .isEqualTo(report.path("rows").size()
                                    + 1
                                    + (report.path("total").isNull() ? 0 : 1));
                }
                if (way.equals(about.path("ways").get(0))) {
                    assertThat(api.get(path.formatted("/file") + "&format=XLSX")
                                    .expect(200)
                                    .bytes())
                            .startsWith('P', 'K');
                    var pdf = api.get(path.formatted("/file") + "&format=PDF&language=de")
                            .expect(200)
                            .bytes();
                    try (var document = Loader.loadPDF(pdf)) {
                        var page = document.getPage(0).getMediaBox();
                        assertThat(page.getWidth()).isGreaterThan(page.getHeight());
                        assertThat(new PDFTextStripper().getText(document)).contains("Seite 1 von");
                    }
                }
            }
    }
}
