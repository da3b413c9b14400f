package eventkit.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.crm.LeadCame;
import eventkit.crm.LeadSource;
import eventkit.mail.PostOffice;
import eventkit.notifications.Notification.About;
import eventkit.planning.EventRanShort;
import eventkit.planning.EventTomorrow;
import eventkit.planning.ReturnOverdue;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

@ServerTest
@Import({Company.class, PostOffice.class})
class NotificationMailTests {
    private static final About CABLE = new About("product", UUID.randomUUID(), "Cable <10 m>");
    private final Company company;
    private final Messenger messenger;
    private final MailsNotifications mails;
    private final TellsWhatHappened tells;
    private final PostOffice post;
    private final DSLContext db;
    private final GreenMail office = PostOffice.open("smtp");

    NotificationMailTests(
            Company company,
            Messenger messenger,
            MailsNotifications mails,
            TellsWhatHappened tells,
            PostOffice post,
            DSLContext db) {
        this.company = company;
        this.messenger = messenger;
        this.mails = mails;
        this.tells = tells;
        this.post = post;
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

    /** Each of those that the product promises and whose source is here, to whom it is promised. */
    @Test
    void reachesWhoIsResponsible() {
        var sales = company.somebody("SALES");
        var planner = company.somebody("PLANNER");
        var inventory = company.somebody("INVENTORY_MANAGER");
        var warehouse = company.somebody("WAREHOUSE");
        var crew = company.somebody("CREW");
        var event = UUID.randomUUID();
        var on = LocalDate.parse("2027-06-01");
        var me = UUID.fromString(planner.get("/me").expect(200).id());
        Callers.runAs(Caller.system(), () -> {
            tells.enquiry(new LeadCame(UUID.randomUUID(), "L-9001", "Holm", LeadSource.FORM, null));
            tells.ranShort(new EventRanShort(event, "E-9001", "Stage", null, List.of("2 × SM58"), Instant.now()));
            for (int i = 0; i < 2; i++) {
                tells.tomorrow(new EventTomorrow(event, "E-9001", "Stage", me, on));
                tells.overdue(new ReturnOverdue(event, "E-9001", "Stage", me, Instant.parse("2027-06-02T10:00:00Z")));
            }
        });
        assertThat(types(sales)).containsExactly("NEW_ENQUIRY");
        assertThat(types(planner)).containsExactlyInAnyOrder("EVENT_RAN_SHORT", "EVENT_TOMORROW", "RETURN_OVERDUE");
        assertThat(types(inventory)).containsExactlyInAnyOrder("EVENT_RAN_SHORT", "RETURN_OVERDUE");
        assertThat(types(warehouse)).containsExactly("RETURN_OVERDUE");
        assertThat(types(crew)).isEmpty();
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
