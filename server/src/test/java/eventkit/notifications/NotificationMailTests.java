package eventkit.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Outbox;
import eventkit.crm.LeadCame;
import eventkit.crm.LeadSource;
import eventkit.finance.InvoiceDue;
import eventkit.inventory.AssetDamaged;
import eventkit.inventory.AssetId;
import eventkit.mail.PostOffice;
import eventkit.maintenance.InspectionsDue;
import eventkit.maintenance.RepairReported;
import eventkit.maintenance.Severity;
import eventkit.notifications.Notification.About;
import eventkit.planning.EventRanShort;
import eventkit.planning.EventTomorrow;
import eventkit.planning.ReturnOverdue;
import eventkit.quoting.QuoteChanged;
import eventkit.quoting.QuoteState;
import eventkit.sourcing.SubHire;
import eventkit.sourcing.SubHireRequested;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServerTest
class NotificationMailTests {
    private static final About CABLE = new About("product", UUID.randomUUID(), "Cable <10 m>");
    private final Company company;
    private final Messenger messenger;
    private final MailsNotifications mails;
    private final TellsWhatHappened tells;
    private final PostOffice post;
    private final Warehouse warehouse;
    private final Outbox outbox;
    private final DSLContext db;
    private final GreenMail office = PostOffice.open("smtp");

    NotificationMailTests(
            Company company,
            Messenger messenger,
            MailsNotifications mails,
            TellsWhatHappened tells,
            PostOffice post,
            Warehouse warehouse,
            Outbox outbox,
            DSLContext db) {
        this.company = company;
        this.messenger = messenger;
        this.mails = mails;
        this.tells = tells;
        this.post = post;
        this.warehouse = warehouse;
        this.outbox = outbox;
        this.db = db;
    }

    @BeforeEach
    void open() {
        company.owner();
        db.execute("update notifications.notification set mail_due = null");
    }

    @AfterEach
    void close() {
        post.close();
        office.stop();
    }

    private void use() {
        post.use(office.getSmtp().getPort(), Map.of()).expect(200);
    }

    private Api wants(String way, boolean inApp, String type, String permission) {
        var somebody = company.somebodyWho(permission);
        somebody.put(
                        "/notifications/preferences",
                        Map.of("items", List.of(Map.of("type", type, "inApp", inApp, "mail", way))),
                        "*")
                .expect(200);
        return somebody;
    }

    private String tellLowStock(Api who) {
        var id = UUID.fromString(who.get("/me").expect(200).id());
        Callers.runAs(
                Caller.system(),
                () -> messenger.tell(id, NotificationType.LOW_STOCK, CABLE, Map.of("quantity", 4, "reorderPoint", 5)));
        return who.get("/me").expect(200).json().path("email").asString();
    }

    private List<String> arrived(String email) throws Exception {
        Callers.runAs(Caller.system(), mails::run);
        post.run();
        var texts = new java.util.ArrayList<String>();
        for (var mail : PostOffice.arrived(office))
            // whoever came with an invitation got that, too
            if (mail.getAllRecipients()[0].toString().contains(email)
                    && !mail.getSubject().contains("invites you"))
                texts.add(mail.getSubject() + "\n" + PostOffice.text(mail));
        return texts;
    }

    private static int total(Api api) {
        return api.get("/notifications").expect(200).json().path("total").asInt();
    }

    @Test
    void tellsAtOnceAndSeveralThingsTogether() throws Exception {
        use();
        var storekeeper = wants("AT_ONCE", true, "LOW_STOCK", "STOCK_ADJUST");
        var email = tellLowStock(storekeeper);
        assertThat(arrived(email))
                .singleElement()
                .asString()
                .startsWith("Cable <10 m> is running low: 4 left")
                .contains("Cable &lt;10 m&gt; is running low: 4 left")
                .contains("Account, Notifications");
        tellLowStock(storekeeper);
        tellLowStock(storekeeper);
        assertThat(arrived(email)).hasSize(2).last().asString().startsWith("2 new notifications from Stagelight GmbH");
        assertThat(arrived(email)).as("each once").hasSize(2);
        assertThat(total(storekeeper)).isEqualTo(3);
    }

    @Test
    void waitsForTheMorningWhereThatIsWanted() throws Exception {
        use();
        var storekeeper = wants("DAILY", false, "LOW_STOCK", "STOCK_ADJUST");
        var email = tellLowStock(storekeeper);
        tellLowStock(storekeeper);
        assertThat(total(storekeeper)).as("by e-mail alone").isZero();
        assertThat(arrived(email)).isEmpty();
        var due = db.fetch("select mail_due from notifications.notification where mail_due is not null")
                .getValues(0, Instant.class);
        assertThat(due)
                .hasSize(2)
                .allSatisfy(at -> assertThat(
                                at.atZone(java.time.ZoneId.of("Europe/Berlin")).getHour())
                        .isEqualTo(7));
        db.execute("update notifications.notification set mail_due = now() where mail_due is not null");
        assertThat(arrived(email)).singleElement().asString().contains("– Cable <10 m> is running low: 4 left");
    }

    @Test
    void sendsNothingThatWasSwitchedOffReadOrWhereNoServerIsSet() throws Exception {
        var eager = wants("AT_ONCE", true, "LOW_STOCK", "STOCK_ADJUST");
        tellLowStock(eager);
        use();
        var off = wants("OFF", true, "LOW_STOCK", "STOCK_ADJUST");
        tellLowStock(off);
        tellLowStock(eager);
        eager.post("/notifications/read-all", Map.of()).expect(200);
        var emails = eager.get("/me").expect(200).json().path("email").asString();
        assertThat(arrived(emails)).isEmpty();
        assertThat(arrived(off.get("/me").expect(200).json().path("email").asString()))
                .isEmpty();
        assertThat(off.get("/notifications/preferences")
                        .expect(200)
                        .json()
                        .path("mailReady")
                        .asBoolean())
                .isTrue();
    }

    /** Each of those that the product promises and whose source is here, to whom it is promised: on the screen, and by e-mail where they want that. */
    @Test
    void reachesWhoIsResponsible() throws Exception {
        use();
        var sales = eager("SALES");
        var planner = eager("PLANNER");
        var inventory = eager("INVENTORY_MANAGER");
        var warehouse = eager("WAREHOUSE");
        var finance = eager("FINANCE");
        var crew = company.somebody("CREW");
        var me = UUID.fromString(planner.get("/me").expect(200).id());
        Callers.runAs(Caller.system(), () -> everythingHappens(me));
        assertThat(types(sales)).containsExactly("NEW_ENQUIRY");
        assertThat(types(planner))
                .containsExactlyInAnyOrder(
                        "QUOTE_ACCEPTED", "EVENT_RAN_SHORT", "EVENT_TOMORROW", "RETURN_OVERDUE", "SUB_HIRE_REQUESTED");
        assertThat(types(inventory))
                .containsExactlyInAnyOrder(
                        "QUOTE_ACCEPTED",
                        "EVENT_RAN_SHORT",
                        "RETURN_OVERDUE",
                        "SUB_HIRE_REQUESTED",
                        "MAINTENANCE_DUE",
                        "DAMAGE_REPORTED",
                        "REPAIR_REPORTED");
        assertThat(types(warehouse))
                .containsExactlyInAnyOrder("RETURN_OVERDUE", "MAINTENANCE_DUE", "DAMAGE_REPORTED", "REPAIR_REPORTED");
        assertThat(types(finance)).containsExactlyInAnyOrder("QUOTE_APPROVAL", "INVOICE_DUE");
        assertThat(types(crew)).isEmpty();
        assertThat(mailed(sales)).contains("New enquiry: L-9001 Holm");
        assertThat(mailed(planner))
                .contains(
                        "Q-9001 Stage was accepted",
                        "E-9001 Stage runs short: 2 × SM58",
                        "E-9001 Stage begins tomorrow",
                        "The equipment of E-9001 Stage should be back",
                        "Sub-hire SH-9001 Lichtwerk was requested: 4 × Spot");
        assertThat(mailed(inventory))
                .contains("E-9001 Stage runs short", "Sub-hire SH-9001", "was reported damaged", "Repair R-9001");
        assertThat(mailed(warehouse)).contains("should be back", "Inspections overdue: 2", "Repair R-9001");
        assertThat(mailed(finance))
                .contains("Q-9002 Tour waits for approval", "R-2027-9001 of Holm is due: 119.00 EUR are open");
        assertThat(mailed(crew)).isEmpty();
    }

    /** Told at once by e-mail of everything that the role makes them responsible for. */
    private Api eager(String role) {
        var somebody = company.somebody(role);
        var all = somebody.get("/notifications/preferences")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(one -> Map.of("type", one.path("type").asString(), "inApp", true, "mail", "AT_ONCE"))
                .toList();
        somebody.put("/notifications/preferences", Map.of("items", all), "*").expect(200);
        return somebody;
    }

    private String mailed(Api who) throws Exception {
        return String.join(
                "\n", arrived(who.get("/me").expect(200).json().path("email").asString()));
    }

    /** What comes round by itself is said twice. */
    private void everythingHappens(UUID planner) {
        var event = UUID.randomUUID();
        var on = LocalDate.parse("2027-06-01");
        tells.enquiry(new LeadCame(UUID.randomUUID(), "L-9001", "Holm", LeadSource.FORM, null));
        tells.quote(quote("Q-9001", "Stage", QuoteState.SENT, QuoteState.ACCEPTED));
        tells.quote(quote("Q-9002", "Tour", QuoteState.DRAFT, QuoteState.IN_APPROVAL));
        tells.ranShort(new EventRanShort(event, "E-9001", "Stage", null, List.of("2 × SM58"), Instant.now()));
        tells.subHire(
                new SubHireRequested(UUID.randomUUID(), "SH-9001", SubHire.Direction.IN, "Lichtwerk", "Spot", 4, null));
        var asset = new AssetId(warehouse.asset(warehouse.product("SERIALISED", "Desk", 1L), warehouse.hall()));
        tells.damaged(new AssetDamaged(List.of(asset), "dented", null, Instant.now()));
        tells.repair(new RepairReported(
                UUID.randomUUID(),
                "R-9001",
                null,
                UUID.randomUUID(),
                "Spot",
                Severity.values()[0],
                null,
                Instant.now()));
        tells.due(new InvoiceDue(UUID.randomUUID(), "R-2027-9001", "Holm", "119.00 EUR"));
        for (int i = 0; i < 2; i++) {
            tells.tomorrow(new EventTomorrow(event, "E-9001", "Stage", planner, on));
            tells.overdue(new ReturnOverdue(event, "E-9001", "Stage", planner, Instant.parse("2027-06-02T10:00:00Z")));
            tells.due(new InspectionsDue(on, 2, 5));
        }
    }

    private static QuoteChanged quote(String number, String name, QuoteState from, QuoteState to) {
        return new QuoteChanged(UUID.randomUUID(), UUID.randomUUID(), number, name, null, null, from, to);
    }

    /** What was asked of a partner on the screen arrives where equipment is found elsewhere, not at whoever asked. */
    @Test
    void tellsOfARequestedSubHireWhoDidNotMakeIt() {
        var keeper = company.somebody("INVENTORY_MANAGER");
        var planner = company.somebody("PLANNER");
        var partner = company.owner()
                .post("/clients", Map.of("name", "Lichtwerk " + UUID.randomUUID()))
                .expect(201)
                .id();
        var hall = warehouse.hall();
        var made = planner.post(
                        "/sub-hires",
                        Map.of(
                                "direction",
                                "IN",
                                "partnerId",
                                partner,
                                "productId",
                                warehouse.cable(),
                                "warehouseId",
                                hall,
                                "quantity",
                                4,
                                "from",
                                "2033-06-01T08:00:00Z",
                                "to",
                                "2033-06-03T08:00:00Z"))
                .expect(201);
        outbox.drain();
        assertThat(types(keeper)).contains("SUB_HIRE_REQUESTED");
        assertThat(types(planner)).doesNotContain("SUB_HIRE_REQUESTED");
        assertThat(keeper.get("/notifications").expect(200).text()).contains(made.id());
    }

    private static List<String> types(Api who) {
        return who.get("/notifications")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(n -> n.path("type").asString())
                .toList();
    }
}
