package eventkit.demo;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.availability.Availability;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.finance.Costs;
import eventkit.finance.ProfitGroup;
import eventkit.inventory.AssetStatus;
import eventkit.maintenance.MaintenanceJobState;
import eventkit.quoting.QuoteState;
import eventkit.quoting.Quotes;
import eventkit.testing.Api;
import eventkit.testing.Hledger;
import eventkit.testing.ServerTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the demo wrote straight into the tables holds against the rules of the modules. */
@ServerTest
@TestPropertySource(properties = {"eventkit.demo.enabled=true", "eventkit.demo.scale=1"})
class DemoCompanyTests {
    private final JdbcTemplate db;
    private final PlatformTransactionManager transactions;
    private final Quotes quotes;
    private final Costs costs;
    private final Api api;

    DemoCompanyTests(
            JdbcTemplate db,
            PlatformTransactionManager transactions,
            Quotes quotes,
            Costs costs,
            WebServerApplicationContext server) {
        this.db = db;
        this.quotes = quotes;
        this.costs = costs;
        this.transactions = transactions;
        this.api = new Api(server.getWebServer().getPort());
    }

    private long count(String sql) {
        return Objects.requireNonNull(db.queryForObject(sql, Long.class));
    }

    @Test
    void isAsLargeAsPromised() {
        assertThat(count("select count(*) from catalogue.product where attributes <> '{}' or weight_grams is not null"))
                .isGreaterThan(500);
        assertThat(count("select count(*) from catalogue.product")).isGreaterThan(627);
        assertThat(count("select count(*) from inventory.asset where created_at < current_date"))
                .isEqualTo(5_000);
        assertThat(count("select count(*) from cases.flight_case")).isEqualTo(300);
        assertThat(count("select count(*) from inventory.location where kind = 'WAREHOUSE'"))
                .isEqualTo(2);
        assertThat(count("select count(*) from inventory.location where kind = 'SHELF'"))
                .isEqualTo(120);
        assertThat(count("select count(*) from stock.level")).isGreaterThan(60);
        assertThat(count("select count(*) from stock.reorder")).isEqualTo(12);
        assertThat(count("select count(*) from catalogue.kit")).isGreaterThan(10);
        assertThat(count("select count(*) from catalogue.accessory")).isGreaterThan(300);
        assertThat(count("select count(*) from maintenance.plan")).isEqualTo(10);
        assertThat(count("select count(*) from maintenance.inspection")).isGreaterThan(3_000);
        assertThat(count("select count(*) from identity.company where logo_file_id is not null"))
                .isEqualTo(1);
        assertThat(count("select count(*) from clients.client")).isEqualTo(12);
        assertThat(count("select count(*) from clients.contact")).isGreaterThan(12);
        assertThat(count("select count(*) from venues.venue")).isEqualTo(10);
        assertThat(count("select count(*) from venues.room")).isGreaterThan(10);
        assertThat(count("select count(*) from venues.power_supply")).isGreaterThan(20);
        assertThat(count("select count(*) from venues.rigging_point")).isGreaterThan(100);
        assertThat(count("select count(*) from core.saved_view")).isGreaterThan(5);
        assertThat(count("select count(*) from notifications.notification where read_at is null"))
                .isGreaterThan(10);
    }

    /** Somebody has begun to do something about what is lacking. */
    @Test
    void hiresAndBuysWhatIsLacking() {
        assertThat(db.queryForList("select distinct direction || ' ' || state from sourcing.sub_hire", String.class))
                .containsExactlyInAnyOrder("IN ACCEPTED", "IN REQUESTED", "IN DECLINED", "OUT ACCEPTED");
        assertThat(count("select count(*) from sourcing.sub_hire where event_id is not null"))
                .isPositive();
        assertThat(db.queryForList("select kind from sourcing.plan", String.class))
                .containsExactlyInAnyOrder("PURCHASE", "SALE");
    }

    /** Three years of events, in every phase; what is confirmed is held, and a little more than there is. */
    @Test
    void hasDealsAtEveryStage() {
        assertThat(
                        count(
                                "select count(*) from crm.stage s where not exists (select from crm.deal d where d.stage_id = s.id)"))
                .isZero();
        assertThat(count("select count(*) from crm.deal where state = 'WON' and event_id is not null"))
                .isGreaterThan(100);
        assertThat(count("select count(*) from crm.deal where created_at < now() - interval '2 years'"))
                .isGreaterThan(2);
        assertThat(count("select count(*) from crm.deal where state = 'OPEN' and expected_close > current_date"))
                .isGreaterThan(8);
        assertThat(count("select count(*) - (select next_deal - 1 from crm.numbering) from crm.deal"))
                .isZero();
        assertThat(count("select count(*) - (select next_lead - 1 from crm.numbering) from crm.lead"))
                .isZero();
        assertThat(count("select count(distinct state) from crm.lead")).isEqualTo(4);
        assertThat(count("select count(*) from crm.activity where at < now() - interval '2 years'"))
                .isGreaterThan(2);
        assertThat(count("select count(*) from crm.activity where kind = 'TASK' and done_at is null"))
                .isGreaterThan(8);
        assertThat(
                        count(
                                "select count(*) from clients.client c where not exists (select from crm.activity a where a.client_id = c.id)"))
                .isZero();
    }

    /** What quotes were made of comes to what they say, in every state. */
    @Test
    void hasQuotesThatAddUp() {
        assertThat(db.queryForList("select distinct state from quoting.quote_version", String.class))
                .hasSize(QuoteState.values().length);
        assertThat(count("select count(*) from quoting.quote where created_at < now() - interval '2 years'"))
                .isGreaterThan(2);
        assertThat(count("select count(*) from quoting.quote_version where state = 'ACCEPTED'"))
                .isGreaterThan(100);
        var versions = db.queryForList("select id from quoting.quote_version order by id", UUID.class);
        Callers.runAs(Caller.system(), () -> {
            for (int i = 0; i < versions.size(); i += 7) {
                var stored = quotes.version(versions.get(i));
                var reckoned = quotes.choose(versions.get(i), Set.of());
                assertThat(reckoned.totals()).isEqualTo(stored.totals());
                assertThat(reckoned.cost()).isEqualTo(stored.cost());
                assertThat(reckoned.list()).isEqualTo(stored.list());
                assertThat(reckoned.deposit()).isEqualTo(stored.deposit());
            }
        });
    }

    /** What clients said to quotes: whatever was accepted has its evidence and its event. */
    @Test
    void hasAnswersOfClients() {
        assertThat(count("select count(*) from portal.acceptance where state = 'CONFIRMED'"))
                .isGreaterThan(100);
        assertThat(count("select count(*) from portal.link where opened_at is not null"))
                .isGreaterThan(0);
        assertThat(count("select count(*) from portal.remark where at > now()")).isZero();
        assertThat(count("select count(*) from portal.remark")).isGreaterThan(1);
    }

    /** Three years of money, and an outside bookkeeping program comes to the same profit of each event, to the cent. */
    @Test
    void hasBooksThatAnotherProgramVerifies() {
        assertThat(count("select count(*) from finance.invoice where number is not null"))
                .isGreaterThan(150);
        assertThat(count("select count(*) from finance.invoice where kind = 'DEPOSIT'"))
                .isGreaterThan(10);
        assertThat(db.queryForList("select distinct state from finance.invoice", String.class))
                .contains("ISSUED", "PAID");
        assertThat(count("select count(distinct extract(year from date)) from finance.entry"))
                .isGreaterThanOrEqualTo(3);
        assertThat(count("select count(*) from finance.recount")).isEqualTo(count("select count(*) from finance.sum"));
        assertThat(
                        count(
                                "select count(*) from finance.entry where source_kind in ('invoice', 'payment') and words is null"))
                .isZero();
        assertThat(count(
                        "select count(*) from (select * from finance.recount except select event_id, quarter, client_id, class, profit_group, own_minor, lines"
                                + " from finance.sum) d"))
                .isZero();
        assertThat(
                        count(
                                "select count(*) from (select series_year, max(series_number) - count(*) as gap from finance.invoice where number is not null group by 1) s where gap <> 0"))
                .isZero();
        api.post("/session", Map.of("email", DemoCompany.EMAIL, "password", DemoCompany.PASSWORD))
                .expect(200);
        var hledger = new Hledger(api.get("/ledger.journal").expect(200).bytes());
        hledger.check();
        var theirs = hledger.profitByEvent("EUR");
        int compared = 0;
        for (var row : db.queryForList(
                "select e.number, -sum(s.own_minor)::bigint as profit from finance.sum s join planning.event e on e.id = s.event_id"
                        + " where s.class in ('REVENUE', 'COST', 'EXCHANGE') group by e.number")) {
            assertThat(theirs.getOrDefault(String.valueOf(row.get("number")), 0L))
                    .as("%s", row.get("number"))
                    .isEqualTo(row.get("profit"));
            compared++;
        }
        assertThat(compared).isGreaterThan(150);
    }

    /** Closed jobs cost what finance itself would gather for them: asked again, it finds nothing to add or to change. */
    @Test
    void hasCostsOfClosedJobsThatAreGatheredAlready() {
        assertThat(
                        count(
                                "select count(*) from finance.cost where profit_group = 'EQUIPMENT' and not planned and source_kind = 'hand'"))
                .isZero();
        var closed = db.queryForList(
                "select id from planning.event where phase = 'CLOSED' and client_id is not null and not template order by from_at, id",
                UUID.class);
        assertThat(closed).hasSizeGreaterThan(100);
        var written = count("select count(*) from finance.cost");
        Callers.runAs(Caller.system(), () -> {
            for (int i = 0; i < closed.size(); i += 3) {
                var before = costs.profit(closed.get(i));
                assertThat(before.lines()).anySatisfy(line -> {
                    assertThat(line.profitGroup()).isEqualTo(ProfitGroup.EQUIPMENT);
                    assertThat(line.cost()).isEqualTo(line.plannedCost());
                    assertThat(line.cost().amountMinor()).isPositive();
                });
                assertThat(costs.closeOut(closed.get(i)).gathered()).isZero();
                assertThat(costs.gather(closed.get(i))).isEmpty();
                assertThat(costs.profit(closed.get(i))).isEqualTo(before);
            }
        });
        assertThat(count("select count(*) from finance.cost")).isEqualTo(written);
    }

    @Test
    void hasEventsThatHoldTheirEquipment() {
        assertThat(count("select count(*) from planning.event")).isGreaterThan(200);
        assertThat(db.queryForList("select distinct phase from planning.event", String.class))
                .contains(
                        "ENQUIRY",
                        "QUOTED",
                        "CONFIRMED",
                        "PREP",
                        "LOAD_OUT",
                        "ON_SITE",
                        "DE_PREP",
                        "CLOSED",
                        "CANCELLED");
        assertThat(
                        count(
                                "select count(*) from planning.event where greatest(created_at, changed_at, phase_since) > now()"))
                .isZero();
        assertThat(count("select count(*) from planning.event where optioned_until > now()"))
                .isPositive();
        assertThat(count("select count(*) from planning.event where from_at > now() + interval '6 months'"))
                .isGreaterThan(10);
        assertThat(count("""
                        select count(*) from planning.event e
                         where e.phase in ('CONFIRMED', 'PREP', 'LOAD_OUT', 'ON_SITE', 'DE_PREP') and not exists (
                               select from availability.booking b
                                where b.owner_id = e.id and b.standing = 'CONFIRMED' and b.known_to is null)""")).isZero();
        assertThat(count("select count(*) from availability.booking where progress = 'OUT'"))
                .isPositive();
        api.post("/session", Map.of("email", DemoCompany.EMAIL, "password", DemoCompany.PASSWORD))
                .expect(200);
        assertThat(api.get("/shortages").expect(200).json().path("items")).isNotEmpty();
        assertThat(
                        count(
                                "select count(*) from availability.booking where progress = 'OUT' and ends < now() and known_to is null"))
                .as("late")
                .isPositive();
        assertThat(api.get("/availability/check").expect(200).json().path("differences"))
                .isEmpty();
    }

    /** The next jobs are half prepared by scanning, and nothing that is on right now waits in the warehouse. */
    @Test
    void hasScannedToday() {
        assertThat(count("select count(*) from scanning.scan where kind = 'PREP' and result = 'ACCEPTED'"))
                .isGreaterThan(10);
        assertThat(db.queryForList("select message from scanning.scan where result <> 'ACCEPTED'", String.class))
                .isEmpty();
        assertThat(count("select count(*) from scanning.held_asset where not gone"))
                .isGreaterThan(10);
        assertThat(
                        count(
                                "select count(*) from planning.event where phase = 'CONFIRMED' and from_at < now() and to_at > now()"))
                .isZero();
        assertThat(db.queryForList("""
                        select e.number from planning.event e
                         where e.phase = 'ON_SITE' and not exists (select from scanning.need_count n where n.event_id = e.id and n.gone > 0)
                        """, String.class))
                .as("on site, and nothing was scanned")
                .isEmpty();
        assertThat(count("""
                        select count(*) from availability.booking b join availability.owner o on o.id = b.owner_id and o.kind = 'event'
                         where b.progress = 'OUT' and b.known_to is null and b.scanned_asset is not null
                           and not exists (select from scanning.held_asset h where h.asset_id = b.scanned_asset and h.event_id = b.owner_id and h.gone)
                        """)).isZero();
    }

    /** One shelf is right again, one waits for a second person, one is being counted. */
    @Test
    void hasCountedShelves() {
        assertThat(db.queryForList("select state from scanning.stocktake order by number", String.class))
                .containsExactly("APPLIED", "TO_CONFIRM", "COUNTING");
    }

    @Test
    void hasTemplatesTagsAndPhasesOfItsOwn() {
        assertThat(count("select count(*) from planning.event where template")).isEqualTo(2);
        assertThat(count("select count(distinct t) from planning.event, unnest(tags) t"))
                .isEqualTo(3);
        assertThat(count("select count(*) from planning.event_line where own_phase_name is not null"))
                .isPositive();
    }

    @Test
    void hasTwoYearsBehindIt() {
        for (var history : List.of(
                "select count(*) from inventory.asset_movement where at < now() - interval '1 year'",
                "select count(*) from core.audit_entry where at < now() - interval '2 years'")) {
            assertThat(count(history)).as(history).isGreaterThan(4_000);
        }
        assertThat(count("select count(*) from maintenance.inspection where inspected_on < current_date - 365"))
                .isGreaterThan(500);
        assertThat(count("select count(*) from transfers.transfer where state = 'RECEIVED'"))
                .isGreaterThan(10);
    }

    @Test
    void showsEveryState() {
        assertThat(db.queryForList("select distinct status from inventory.asset", String.class))
                .containsExactlyInAnyOrderElementsOf(names(AssetStatus.values()));
        assertThat(db.queryForList("select distinct state from maintenance.job", String.class))
                .containsExactlyInAnyOrderElementsOf(names(MaintenanceJobState.values()));
        assertThat(db.queryForList("select distinct state from transfers.transfer", String.class))
                .containsExactlyInAnyOrder("DRAFT", "IN_TRANSIT", "RECEIVED", "CANCELLED");
        assertThat(db.queryForList("select distinct status from cases.flight_case", String.class))
                .containsExactlyInAnyOrder("OPEN", "CLOSED", "OUT_OF_SERVICE", "RETIRED");
        assertThat(db.queryForList("select distinct status from stock.consumable_line", String.class))
                .containsExactlyInAnyOrder("OK", "LOW", "OUT");
        assertThat(db.queryForList("select distinct result from maintenance.inspection", String.class))
                .containsExactlyInAnyOrder("PASS", "PASS_WITH_REMARKS", "FAIL");
        assertThat(count("select count(*) from cases.flight_case where parent_id is not null"))
                .isGreaterThan(10);
        assertThat(count("select count(*) from cases.packed_stock")).isGreaterThan(5);
        long due = count("select count(*) from maintenance.due");
        assertThat(count("select count(*) from maintenance.due where due_on < current_date"))
                .as("overdue of " + due)
                .isBetween(1L, due / 15);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    @Test
    void letsEveryRoleIn() {
        api.post("/session", Map.of("email", DemoCompany.EMAIL, "password", DemoCompany.PASSWORD))
                .expect(200);
        for (var person : DemoCompany.PEOPLE) {
            var answer = api.post("/session", Map.of("email", person.get(1), "password", DemoCompany.PASSWORD))
                    .expect(200);
            assertThat(answer.json().path("roles").size()).as(person.getFirst()).isEqualTo(1);
        }
        assertThat(
                        count(
                                "select count(*) from identity.role r where not exists (select from identity.user_role u where u.role_id = r.id)"))
                .as("roles without anybody")
                .isZero();
    }

    /** What {@code ./eventkit demo} prints is what lets people in. */
    @Test
    void saysHowToSignIn() throws IOException {
        var page = Files.readString(Path.of("../README.md"));
        try (var text = Objects.requireNonNull(DemoCompany.class.getResourceAsStream("/demo/welcome.txt"))) {
            var welcome = new String(text.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(welcome).contains(DemoCompany.PASSWORD).contains(DemoCompany.EMAIL);
            for (var person : DemoCompany.PEOPLE) assertThat(welcome).contains(person.get(0), person.get(1));
        }
        assertThat(page).contains(DemoCompany.PASSWORD).contains(DemoCompany.EMAIL);
    }

    @Test
    void movedAssetsOnlyWhereTheRulesAllow() {
        var steps = db.queryForList(
                "select distinct from_status, to_status from inventory.asset_movement where from_status <> to_status");
        assertThat(steps).hasSizeGreaterThan(12);
        for (var step : steps) {
            var from = AssetStatus.valueOf(String.valueOf(step.get("from_status")));
            var to = AssetStatus.valueOf(String.valueOf(step.get("to_status")));
            assertThat(from.mayBecome(to)).as(from + " to " + to).isTrue();
        }
    }

    /** Each counts what would break a rule. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // assets and their history
                "select count(*) from inventory.asset a where a.version <> (select max(e.version) from core.audit_entry e where e.subject_kind = 'asset' and e.subject_id = a.id)",
                """
                select count(*) from inventory.asset a
                  join lateral (select to_status, to_location_id, at from inventory.asset_movement m where m.asset_id = a.id order by m.at desc, m.id desc limit 1) last on true
                 where last.to_status <> a.status or last.to_location_id is distinct from a.location_id
                """,
                """
                select count(*) from (
                  select m.*, lag(to_status) over w as was_status, lag(to_location_id) over w as was_place
                    from inventory.asset_movement m window w as (partition by asset_id order by id)) m
                 where m.from_status is distinct from m.was_status or m.from_location_id is distinct from m.was_place
                """,
                "select count(*) from inventory.asset a join catalogue.product p on p.id = a.product_id where p.kind <> 'SERIALISED'",
                "select count(*) from inventory.asset a where a.status in ('CHECKED_OUT', 'ON_SITE', 'RESERVED') and a.out_for is null",
                "select count(*) from inventory.asset a where a.status in ('SOLD', 'TRANSFERRED') and a.location_id is not null",
                "select count(*) from inventory.asset a join inventory.condition c on c.name = a.condition where a.status = 'AVAILABLE' and not c.usable",
                "select count(*) from inventory.asset a where a.purchase_date > current_date or a.created_at > now()",
                // repairs
                "select count(*) from maintenance.job j join inventory.asset a on a.id = j.asset_id where j.state = 'REPORTED' and a.status <> 'DAMAGED'",
                "select count(*) from maintenance.job j join inventory.asset a on a.id = j.asset_id where j.state in ('IN_REPAIR', 'REPAIRED') and (a.status <> 'IN_REPAIR' or a.location_id <> j.repair_shop_id)",
                "select count(*) from inventory.asset a where a.status = 'IN_REPAIR' and not exists (select from maintenance.job j where j.asset_id = a.id and j.state in ('IN_REPAIR', 'REPAIRED'))",
                "select count(*) from maintenance.job where coalesce(started_at, reported_at) < reported_at or coalesce(repaired_at, started_at) < started_at or coalesce(ended_at, repaired_at) < repaired_at",
                "select count(*) from maintenance.job j where j.state in ('REPAIRED', 'RETURNED') and not exists (select from maintenance.cost_line c where c.job_id = j.id)",
                "select count(*) from maintenance.cost_line where amount_minor <> round(quantity * unit_cost_minor)",
                // inspections
                "select count(*) from maintenance.inspection i where not exists (select from maintenance.due d where d.asset_id = i.asset_id and d.plan_id = i.plan_id) and not exists (select from inventory.asset a where a.id = i.asset_id and a.disposed_at is not null)",
                "select count(*) from maintenance.inspection i where i.result <> 'FAIL' and i.next_due <> (select (i.inspected_on + make_interval(months => n.interval_months))::date from maintenance.plan n where n.id = i.plan_id)",
                "select count(*) from maintenance.inspection i where i.result = 'FAIL' and i.job_id is null and not exists (select from maintenance.inspection later where later.asset_id = i.asset_id and later.plan_id = i.plan_id and later.id > i.id)",
                // stock
                "select count(*) from stock.level l where l.quantity <> (select sum(delta) from stock.entry e where e.product_id = l.product_id and e.location_id = l.location_id)",
                "select count(*) from (select at < lag(at) over (partition by product_id, location_id order by sequence) as back from stock.entry) e where back",
                "select abs(sum(delta))::bigint from stock.entry where kind = 'MOVE'",
                "select count(*) from stock.consumable_line c where (c.low_since is not null) <> (c.quantity <= c.reorder_point)",
                "select count(*) from cases.packed_stock s where s.quantity <> (select -sum(e.delta) from stock.entry e where e.kind = 'PACK' and e.ref_id = s.case_id)",
                // cases
                "select count(*) from cases.packed_asset p join inventory.asset a on a.id = p.asset_id join cases.flight_case c on c.id = p.case_id where a.location_id is distinct from c.location_id or a.status <> 'AVAILABLE'",
                "select count(*) from cases.packed_asset p join inventory.asset_movement m on m.asset_id = p.asset_id join cases.flight_case c on c.id = p.case_id join inventory.location o on o.id = c.location_id where m.at > p.packed_at and o.kind <> 'TRANSIT'",
                "select count(*) from cases.packed_asset p join cases.expected e on e.case_id = p.case_id join inventory.asset a on a.id = p.asset_id where e.product_id <> a.product_id",
                "select count(*) from cases.flight_case c where c.contents_kind = 'FIXED' and not exists (select from cases.expected e where e.case_id = c.id)",
                "select count(*) from cases.flight_case c where c.version <> (select count(*) from core.audit_entry e where e.subject_kind = 'case' and e.subject_id = c.id)",
                // transfers
                "select count(*) from transfers.line l join transfers.transfer t on t.id = l.transfer_id where (l.outcome = 'PENDING') = (t.state = 'RECEIVED')",
                "select count(*) from transfers.on_the_way w join inventory.asset a on a.id = w.asset_id join inventory.location o on o.id = a.location_id where o.kind <> 'TRANSIT'",
                "select count(*) from inventory.asset a join inventory.location o on o.id = a.location_id where o.kind = 'TRANSIT' and a.status = 'AVAILABLE' and not exists (select from transfers.on_the_way w where w.asset_id = a.id) and not exists (select from cases.packed_asset p where p.asset_id = a.id)",
                // files belong to what there is, and say what they are
                "select count(*) from documents.attachment t where t.subject_kind = 'product' and not exists (select from catalogue.product p where p.id = t.subject_id)",
                "select count(*) from documents.attachment t where t.subject_kind = 'inspection' and not exists (select from maintenance.inspection i where i.id = t.subject_id and i.result <> 'FAIL' and i.inspector_id is null)",
                "select count(*) from documents.attachment t where t.role = 'PHOTO' and t.caption not like 'Pictogram: %'",
                "select count(*) from documents.attachment t where t.role = 'CERTIFICATE' and t.caption <> 'Demo document, certifies nothing'",
                "select count(*) from documents.attachment t join documents.file f on f.id = t.file_id where t.role <> 'LOGO' and not exists (select from core.audit_entry e where e.subject_id = t.subject_id and e.action = 'file-added' and e.at = f.created_at)",
                // search knows everything
                "select (select count(*) from inventory.asset) - (select count(*) from insight.search_entry where kind = 'asset')",
                "select (select count(*) from catalogue.product) - (select count(*) from insight.search_entry where kind = 'product')",
                "select (select count(*) from catalogue.kit) - (select count(*) from insight.search_entry where kind = 'kit')",
                "select (select count(*) from cases.flight_case) - (select count(*) from insight.search_entry where kind = 'case')",
                "select (select count(*) from maintenance.job) - (select count(*) from insight.search_entry where kind = 'maintenance-job')",
                "select (select count(*) from inventory.location) - (select count(*) from insight.search_entry where kind = 'location')",
                "select (select count(*) from clients.client) - (select count(*) from insight.search_entry where kind = 'client')",
                "select (select count(*) from venues.venue) - (select count(*) from insight.search_entry where kind = 'venue')",
                // whom to ask, and nothing hangs outside its room
                "select count(*) from clients.client c where not exists (select from clients.contact p where p.client_id = c.id and p.preferred)",
                "select count(*) from venues.venue v where not exists (select from venues.contact p where p.venue_id = v.id and p.preferred)",
                "select count(*) from venues.venue v where not exists (select from venues.room r where r.venue_id = v.id)",
                "select count(*) from venues.rigging_point p join venues.room r on r.id = p.room_id where p.x_millimetres not between 0 and r.length_millimetres or p.y_millimetres not between 0 and r.width_millimetres or p.height_millimetres > r.height_millimetres",
                // everything was written down, by somebody, in the past, at an hour at which people work
                "select count(*) from core.audit_entry where at > now() or actor_id is null and via <> 'SYSTEM'",
                "select count(*) from core.audit_entry where via = 'WEB' and at < current_date and extract(hour from at at time zone 'Europe/Berlin') not between 7 and 18",
                "select count(*) from core.audit_entry where floor(extract(epoch from at))::bigint <> (('x' || lpad(left(replace(id::text, '-', ''), 12), 16, '0'))::bit(64)::bigint / 1000)",
                "select count(*) from catalogue.product where hire_price_minor < 0"
            })
    void keepsTheRule(String broken) {
        assertThat(count(broken)).isZero();
    }

    @Test
    void clientsAndVenuesAreAsTheirFormsWouldTakeThem() {
        api.post("/session", Map.of("email", DemoCompany.EMAIL, "password", DemoCompany.PASSWORD));
        for (var list : List.of("clients", "venues")) {
            for (var one : api.get("/" + list).expect(200).json().path("items")) {
                var path = "/" + list + "/" + one.path("id").asString();
                var name = one.path("name").asString();
                var whole = api.get(path).expect(200);
                var same = api.patch(path, Map.of("name", name), whole.etag()).expect(200);
                assertThat(same.etag()).as(name).isEqualTo(whole.etag());
            }
        }
    }

    @Test
    void wroteDownHowEachThingCameToBe() {
        for (var thing : Map.ofEntries(
                        Map.entry("asset", "inventory.asset"),
                        Map.entry("product", "catalogue.product"),
                        Map.entry("category", "catalogue.category"),
                        Map.entry("kit", "catalogue.kit"),
                        Map.entry("location", "inventory.location"),
                        Map.entry("case", "cases.flight_case"),
                        Map.entry("maintenance-job", "maintenance.job"),
                        Map.entry("inspection", "maintenance.inspection"),
                        Map.entry("inspection-plan", "maintenance.plan"),
                        Map.entry("transfer", "transfers.transfer"),
                        Map.entry("client", "clients.client"),
                        Map.entry("venue", "venues.venue"))
                .entrySet()) {
            assertThat(count("select count(*) from " + thing.getValue()
                            + " t where (select count(*) from core.audit_entry e where e.subject_kind = '"
                            + thing.getKey() + "' and e.subject_id = t.id and e.action = 'created') <> 1"))
                    .as(thing.getKey())
                    .isZero();
        }
        assertThat(
                        count(
                                "select count(*) from stock.entry s where not exists (select from core.audit_entry e where e.subject_kind = 'stock' and e.at = s.at and e.version = s.sequence)"))
                .isZero();
    }

    /** Through the API, as each of them would see it: with what it holds, or politely refused. */
    @Test
    void rendersForEveryRole() {
        var lists = List.of(
                "/assets?limit=200",
                "/products?limit=200",
                "/categories",
                "/kits",
                "/cases?limit=200",
                "/locations",
                "/stock",
                "/stock/entries",
                "/consumables",
                "/maintenance-jobs?limit=200",
                "/inspection-plans",
                "/inspections?limit=200",
                "/inspections/due",
                "/transfers",
                "/activity?limit=100",
                "/audit?limit=100",
                "/users",
                "/notifications",
                "/home",
                "/search?q=shure",
                "/views?list=assets");
        var emails = new ArrayList<>(List.of(DemoCompany.EMAIL));
        DemoCompany.PEOPLE.forEach(person -> emails.add(person.get(1)));
        for (var email : emails) {
            api.post("/session", Map.of("email", email, "password", DemoCompany.PASSWORD))
                    .expect(200);
            for (var list : lists) {
                var status = api.get(list).status();
                if (email.equals(DemoCompany.EMAIL)) assertThat(status).as(list).isEqualTo(200);
                else assertThat(status).as(list + " for " + email).isIn(200, 403);
            }
        }
    }

    @Test
    void opensEverythingOnItsOwnPage() {
        api.post("/session", Map.of("email", DemoCompany.EMAIL, "password", DemoCompany.PASSWORD))
                .expect(200);
        for (var list : List.of(
                "/assets",
                "/products",
                "/kits",
                "/cases",
                "/locations",
                "/maintenance-jobs",
                "/inspection-plans",
                "/inspections",
                "/transfers")) {
            var items = api.get(list + "?limit=30").expect(200).json().path("items");
            assertThat(items.size()).as(list).isPositive();
            for (var item : items) {
                var path = list + "/" + item.path("id").asString();
                api.get(path).expect(200);
                assertThat(api.get(path + "/history")
                                .expect(200)
                                .json()
                                .path("items")
                                .size())
                        .as(path)
                        .isPositive();
            }
        }
    }

    /** What is attached is there, and none of it passes for what it is not. */
    @Test
    void attachesPictogramsAndPapersThatSayWhatTheyAre() throws IOException {
        api.post("/session", Map.of("email", DemoCompany.EMAIL, "password", DemoCompany.PASSWORD))
                .expect(200);
        assertThat(count("select count(*) from documents.attachment where role = 'PHOTO'"))
                .isGreaterThan(100);
        assertThat(count("select count(*) from documents.attachment where role = 'CERTIFICATE'"))
                .isGreaterThan(100);
        for (var pictogram : db.queryForList(
                "select distinct on (sha256) id::text from documents.file where name like 'pictogram-%'",
                String.class)) {
            assertThat(api.get("/files/" + pictogram + "/thumbnail?size=256")
                            .expect(200)
                            .bytes())
                    .hasSizeGreaterThan(500);
        }
        var papers = db.queryForList(
                "select distinct on (sha256) id::text from documents.file where media_type = 'application/pdf'",
                String.class);
        assertThat(papers).hasSizeGreaterThan(5);
        for (var paper : papers) {
            try (var document = Loader.loadPDF(
                    api.get("/files/" + paper + "/content").expect(200).bytes())) {
                assertThat(document.getDocumentInformation().getTitle()).startsWith("Demo document, not a certificate");
                assertThat(new PDFTextStripper().getText(document))
                        .contains("DEMO DOCUMENT - NOT A CERTIFICATE", "certifies nothing", "(invented)");
            }
        }
    }

    @Test
    void putsTheIndexesBackAsTheyWere() {
        var definitions =
                "select indexdef from pg_indexes where schemaname = 'inventory' and tablename = 'asset' order by indexname";
        var before = db.queryForList(definitions, String.class);
        assertThat(before).hasSizeGreaterThan(10).anyMatch(index -> index.contains("asset_by_status"));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            var connection = DataSourceUtils.getConnection(Objects.requireNonNull(db.getDataSource()));
            try {
                var aside = Indexes.aside(connection, "inventory.asset");
                assertThat(db.queryForList(definitions, String.class))
                        .as("those that keep a rule stay")
                        .hasSizeBetween(1, 3)
                        .allMatch(index -> index.startsWith("CREATE UNIQUE INDEX"));
                aside.back();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            assertThat(db.queryForList(definitions, String.class)).isEqualTo(before);
            status.setRollbackOnly();
        });
    }

    @Test
    void givesTheNextOneTheNextNumber() {
        api.post("/session", Map.of("email", DemoCompany.EMAIL, "password", DemoCompany.PASSWORD))
                .expect(200);
        var product =
                db.queryForObject("select id::text from catalogue.product where number_prefix = 'SM58'", String.class);
        var answer = api.post("/assets", Map.of("productId", String.valueOf(product)))
                .expect(201);
        assertThat(answer.text()).contains("SM58-061");
        var asset = db.queryForObject("select id::text from inventory.asset where number = 'SM58-061'", String.class);
        long jobs = count("select count(*) from maintenance.job");
        var repair = api.post(
                        "/maintenance-jobs",
                        Map.of("assetId", String.valueOf(asset), "severity", "LOW", "description", "Rattles"))
                .expect(201);
        assertThat(repair.text()).contains("RJ-%04d".formatted(jobs + 1));
    }

    /** On the same company: it takes its time to be furnished. */
    @Nested
    class Reports extends DemoReportsTests {
        Reports(JdbcTemplate db, Availability availability, WebServerApplicationContext server) {
            super(db, availability, server);
        }
    }

    @Nested
    class Events extends DemoEventsTests {
        Events(JdbcTemplate db) {
            super(db);
        }
    }
}
