package eventkit.demo;

import eventkit.availability.Availability;
import eventkit.availability.Movements;
import eventkit.availability.Owner;
import eventkit.availability.StockKey;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.IfMatch;
import eventkit.demo.Staff.Person;
import eventkit.documents.CompanyLogo;
import eventkit.documents.ContentKeeping;
import eventkit.identity.CompanyProfile;
import eventkit.identity.People;
import eventkit.identity.Sessions;
import eventkit.planning.EventStock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Furnishes an empty instance before the first request is answered, in one transaction; does nothing where a company stands already. It asks for its
 * setting when it starts, because the beans are laid out when the server is built.
 */
@Component
class DemoCompany implements SmartLifecycle {
    static final String EMAIL = "owner@demo.example";
    static final String PASSWORD = "limelight crane 42 velvet";
    private static final String PLANNER = "planner@demo.example";
    private static final String WAREHOUSE = "warehouse@demo.example";
    private static final long SEED = 20_261_121;
    private static final Logger log = LoggerFactory.getLogger(DemoCompany.class);

    /** Name, e-mail, built-in role. */
    static final List<List<String>> PEOPLE = List.of(
            List.of("Jonas Weber", "admin@demo.example", "ADMIN"),
            List.of("Mia Sander", "inventory@demo.example", "INVENTORY_MANAGER"),
            List.of("Tom Keller", WAREHOUSE, "WAREHOUSE"),
            List.of("Aylin Demir", "berlin@demo.example", "WAREHOUSE"),
            List.of("Henning Petersen", "hamburg@demo.example", "WAREHOUSE"),
            List.of("Lea Brandt", PLANNER, "PLANNER"),
            List.of("Noah Fischer", "sales@demo.example", "SALES"),
            List.of("Emma Vogel", "finance@demo.example", "FINANCE"),
            List.of("Paul Hartmann", "crew@demo.example", "CREW"),
            List.of("Sofia Klein", "readonly@demo.example", "READ_ONLY"));

    private final CompanyProfile company;
    private final People people;
    private final CompanyLogo logo;
    private final ContentKeeping keeping;
    private final EventStock events;
    private final Movements movements;
    private final DemoSourcing sourcing;
    private final DemoTemplates templates;
    private final DemoScans scans;
    private final DemoStocktakes stocktakes;
    private final DemoDeals deals;
    private final DemoQuotes quotes;
    private final DemoAnswers answers;
    private final DemoLeads leads;
    private final DemoMoney money;
    private final DemoCosts costs;
    private final DemoReports reports;
    private final Sessions sessions;
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean wanted;
    private final int scale;
    private volatile boolean running;

    DemoCompany(
            CompanyProfile company,
            People people,
            CompanyLogo logo,
            ContentKeeping keeping,
            EventStock events,
            Movements movements,
            DemoSourcing sourcing,
            DemoTemplates templates,
            DemoScans scans,
            DemoStocktakes stocktakes,
            DemoDeals deals,
            DemoQuotes quotes,
            DemoAnswers answers,
            DemoLeads leads,
            DemoMoney money,
            DemoCosts costs,
            DemoReports reports,
            Sessions sessions,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${eventkit.demo.enabled:false}") boolean wanted,
            @Value("${eventkit.demo.scale:1}") int scale) {
        this.company = company;
        this.people = people;
        this.logo = logo;
        this.keeping = keeping;
        this.events = events;
        this.movements = movements;
        this.sourcing = sourcing;
        this.templates = templates;
        this.scans = scans;
        this.stocktakes = stocktakes;
        this.deals = deals;
        this.quotes = quotes;
        this.answers = answers;
        this.leads = leads;
        this.money = money;
        this.costs = costs;
        this.reports = reports;
        this.sessions = sessions;
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.wanted = wanted;
        this.scale = scale;
    }

    @Override
    public void start() {
        running = true;
        if (!wanted || company.find().isPresent()) return;
        long begun = System.nanoTime();
        var took = new LinkedHashMap<String, Long>();
        Callers.runAs(Caller.system(), () -> {
            var out = new ArrayList<DemoEvents.Out>();
            transaction.executeWithoutResult(status -> {
                timed(took, "story", () -> out.addAll(furnish()));
                timed(took, "deals", () -> deals.fill(clock.instant()));
                timed(took, "quotes", () -> quotes.fill(clock.instant()));
                timed(took, "answers", () -> answers.fill(clock.instant()));
                timed(took, "leads", () -> leads.fill(clock.instant()));
                timed(took, "money", () -> money.fill(clock.instant()));
                timed(took, "reports", () -> reports.fill(clock.instant()));
            });
            timed(took, "stock held", () -> hold(out));
        });
        Callers.runAs(standIn(PLANNER), () -> {
            timed(took, "sourcing", () -> sourcing.fill(clock.instant()));
            timed(took, "templates", templates::fill);
        });
        timed(took, "scans", () -> scans.fill(standIn(EMAIL), standIn(WAREHOUSE)));
        timed(took, "stocktakes", () -> stocktakes.fill(standIn(EMAIL), standIn(WAREHOUSE)));
        // What the costs are is asked of all rooms at once, and must not be planned as if they were empty.
        timed(took, "analyze", () -> jdbc.execute("analyze"));
        Callers.runAs(standIn(EMAIL), () -> timed(took, "costs", () -> costs.takeOver(clock.instant())));
        timed(took, "analyze costs", () -> jdbc.execute("analyze finance.cost, finance.entry, finance.line"));
        log.info("the demo company was furnished in {} ms, of them {}", (System.nanoTime() - begun) / 1_000_000, took);
    }

    private static void timed(Map<String, Long> took, String part, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        took.put(part, (System.nanoTime() - begun) / 1_000_000);
    }

    private Caller standIn(String email) {
        var id = jdbc.queryForObject("select id from identity.user_account where email = ?", UUID.class, email);
        return sessions.standIn(Objects.requireNonNull(id), null).orElseThrow();
    }

    /** What was written past the modules is now told to availability, each event in the order in which it came into its phase. */
    private void hold(List<DemoEvents.Out> out) {
        events.holdAgain();
        rememberPast();
        var byEvent = new LinkedHashMap<UUID, List<DemoEvents.Out>>();
        for (var one : out)
            byEvent.computeIfAbsent(one.event(), e -> new ArrayList<>()).add(one);
        byEvent.forEach((event, pieces) -> {
            var called = jdbc.queryForObject(
                    "select number || ' ' || name from planning.event where id = ?", String.class, event);
            movements.wentOut(
                    new Owner("event", event, Objects.requireNonNull(called)),
                    moved(event, pieces),
                    pieces.getFirst().at(),
                    pieces.getFirst().dueBack());
        });
    }

    /** What was promised to events that are closed by now: known from when they were planned until they closed, as closing leaves it behind. */
    private void rememberPast() {
        jdbc.update("""
                insert into availability.owner (id, kind, label)
                select e.id, 'event', e.number || ' ' || e.name from planning.event e where e.phase = 'CLOSED' and not e.template
                on conflict do nothing
                """);
        jdbc.update("""
                insert into availability.booking (owner_id, line_id, stock_id, quantity, begins, ends, standing, priority_at, known_from, known_to)
                select e.id, l.id, s.id, sum(l.quantity * coalesce(k.quantity, 1))::integer, e.occupied_from, e.occupied_to, 'CONFIRMED', e.created_at,
                       e.created_at, e.phase_since
                  from planning.event e
                  join planning.pull_list p on p.event_id = e.id
                  join planning.pull_line l on l.list_id = p.id and l.kind in ('PRODUCT', 'KIT', 'ASSET')
                  left join catalogue.pieces_of_kits(array(select id from catalogue.kit)) k on k.kit_id = l.kit_id
                  left join inventory.asset a on a.id = l.asset_id
                  join catalogue.product c on c.id = coalesce(l.product_id, k.product_id, a.product_id) and c.kind <> 'CONSUMABLE'
                  join availability.stock s on s.product_id = c.id and s.warehouse_id = e.warehouse_id
                 where e.phase = 'CLOSED' and not e.template and e.created_at < e.phase_since
                 group by e.id, l.id, s.id
                """);
    }

    /** By their numbers, as far as their registers say that they are out for the event. */
    private List<Availability.Moved> moved(UUID event, List<DemoEvents.Out> pieces) {
        var named = new HashMap<StockKey, ArrayDeque<UUID>>();
        jdbc.query(
                """
                select id, product_id, warehouse_id from availability.asset_now
                 where out_for = ? and warehouse_id is not null and unit_id is null and status in ('CHECKED_OUT', 'ON_SITE', 'DAMAGED', 'LOST')
                 order by number
                """,
                row -> {
                    var stock = StockKey.product(
                            row.getObject("product_id", UUID.class), row.getObject("warehouse_id", UUID.class));
                    named.computeIfAbsent(stock, key -> new ArrayDeque<>()).add(row.getObject("id", UUID.class));
                },
                "event:" + event);
        var moved = new ArrayList<Availability.Moved>();
        for (var piece : pieces) {
            var stock = StockKey.product(piece.product(), piece.warehouse());
            var assets = named.getOrDefault(stock, new ArrayDeque<>());
            int left = piece.quantity();
            for (; left > 0 && !assets.isEmpty(); left--)
                moved.add(Availability.Moved.of(piece.line(), stock, assets.remove()));
            if (left > 0) moved.add(new Availability.Moved(piece.line(), stock, left));
        }
        return moved;
    }

    private List<DemoEvents.Out> furnish() {
        var owner = people.setUp(
                new People.Setup("Stagelight GmbH", "Ana Ruiz", EMAIL, PASSWORD, "en", "Europe/Berlin", "EUR"));
        var dice = new Dice(SEED);
        var days = Days.of(clock.instant());
        jdbc.update("update identity.company set address_lines = ?, phone = ?, email = ?, property_notice = ?", ps -> {
            ps.setArray(1, ps.getConnection().createArrayOf("text", new String[] {"Hafenstraße 12", "10245 Berlin"}));
            ps.setString(2, "+49 30 555 0142");
            ps.setString(3, "warehouse@stagelight.example");
            ps.setString(
                    4,
                    "This is property of Stagelight GmbH. If you have found it, please call +49 30 555 0142. Thank you!");
        });
        var since = Days.at(Days.workday(days.ago(805)), 9, 0);
        jdbc.update("update identity.company set created_at = ?", Timestamp.from(since));
        jdbc.update("update identity.user_account set created_at = ?", Timestamp.from(since));
        var staff = new ArrayList<Person>();
        staff.add(new Person(owner.id(), "Ana Ruiz", EMAIL, "OWNER"));
        for (var person : PEOPLE) {
            var joined = since.plusSeconds(3_600L * staff.size());
            var one = new Person(dice.id(joined), person.get(0), person.get(1), person.get(2));
            staff.add(one);
            jdbc.update("""
                    insert into identity.user_account (id, email, name, password_hash, state, locale, time_zone, created_at)
                    select ?, ?, ?, password_hash, 'ACTIVE', 'en', 'Europe/Berlin', ?
                      from identity.user_account where id = ?
                    """, one.id(), one.email(), one.name(), Timestamp.from(joined), owner.id());
            jdbc.update(
                    "insert into identity.user_role (user_id, role_id) select ?, id from identity.role where built_in = ?",
                    one.id(),
                    one.role());
        }
        try (var picture = Objects.requireNonNull(DemoCompany.class.getResourceAsStream("/demo/logo.png"))) {
            logo.change("stagelight.png", picture, IfMatch.ANY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (var sheets = new Sheets()) {
            var world = new World(sheets, dice, days, new Staff(staff), keeping, scale);
            var story = new Story(world);
            // in the order of their ids, or the dice would fall differently for each
            story.tell(permission -> people.whoMay(permission).stream().sorted().toList());
            jdbc.update("update cases.numbering set next = ?", story.nextCase());
            jdbc.update("update maintenance.numbering set next = ?", story.nextRepair());
            jdbc.update("update transfers.numbering set next = ?", story.nextTransfer());
            jdbc.update(
                    "update planning.settings set event_next = ?, project_next = ?, prep_minutes = 480, transit_before_minutes = 120,"
                            + " transit_after_minutes = 120, turnaround_minutes = 480",
                    story.events().next(),
                    story.events().nextProject());
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try {
                sheets.send(connection);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
            return story.events().out;
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which comes last. */
    @Override
    public int getPhase() {
        return 0;
    }
}
