package eventkit.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.crm.LeadCame;
import eventkit.crm.LeadSource;
import eventkit.crm.TaskDue;
import eventkit.finance.InvoiceDue;
import eventkit.imports.ImportFailed;
import eventkit.imports.ImportFinished;
import eventkit.imports.ImportKind;
import eventkit.inventory.AssetDamaged;
import eventkit.inventory.AssetId;
import eventkit.mail.PostOffice;
import eventkit.maintenance.InspectionFailed;
import eventkit.maintenance.InspectionsDue;
import eventkit.maintenance.RepairReported;
import eventkit.maintenance.Severity;
import eventkit.planning.EventRanShort;
import eventkit.planning.EventTomorrow;
import eventkit.planning.ReturnOverdue;
import eventkit.portal.ClientRemarked;
import eventkit.portal.OfferDeclined;
import eventkit.portal.OfferWaits;
import eventkit.quoting.QuoteChanged;
import eventkit.quoting.QuoteState;
import eventkit.sourcing.SubHire;
import eventkit.sourcing.SubHireRequested;
import eventkit.stock.StockFellToReorderPoint;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import eventkit.transfers.TransferReceived;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each type there is, from what happens to whoever is told: in the centre and by e-mail, as its reader chose. */
@ServerTest
class EveryNotificationTests {
    private final Company company;
    private final MailsNotifications mails;
    private final TellsWhatHappened tells;
    private final PostOffice post;
    private final Warehouse warehouse;
    private final GreenMail office = PostOffice.open("smtp");

    EveryNotificationTests(
            Company company, MailsNotifications mails, TellsWhatHappened tells, PostOffice post, Warehouse warehouse) {
        this.company = company;
        this.mails = mails;
        this.tells = tells;
        this.post = post;
        this.warehouse = warehouse;
    }

    @AfterEach
    void close() {
        post.close();
        office.stop();
    }

    /** What happens, and what whoever is told of it reads. */
    private record Case(Runnable happens, String says) {}

    /** @param people whom what is for one person is told */
    private Map<NotificationType, Case> oneOfEach(List<UUID> people) {
        var event = UUID.randomUUID();
        var quote = UUID.randomUUID();
        var on = LocalDate.parse("2027-07-01");
        var now = Instant.now();
        var asset = new AssetId(warehouse.asset(warehouse.product("SERIALISED", "Desk", 1L), warehouse.hall()));
        var cases = new EnumMap<NotificationType, Case>(NotificationType.class);
        cases.put(
                NotificationType.NEW_ENQUIRY,
                new Case(
                        () -> tells.enquiry(new LeadCame(UUID.randomUUID(), "L-9002", "Holm", LeadSource.FORM, null)),
                        "New enquiry: L-9002 Holm"));
        cases.put(
                NotificationType.LOW_STOCK,
                new Case(
                        () -> tells.lowStock(
                                new StockFellToReorderPoint(UUID.randomUUID(), "Cable", 4, 5, null, null, now)),
                        "Cable is running low: 4 left"));
        cases.put(
                NotificationType.DAMAGE_REPORTED,
                new Case(
                        () -> tells.damaged(new AssetDamaged(List.of(asset), "dented", null, now)),
                        "was reported damaged"));
        cases.put(
                NotificationType.REPAIR_REPORTED,
                new Case(
                        () -> tells.repair(new RepairReported(
                                UUID.randomUUID(),
                                "R-9002",
                                null,
                                UUID.randomUUID(),
                                "Spot",
                                Severity.values()[0],
                                null,
                                now)),
                        "Repair R-9002 was reported: Spot"));
        cases.put(
                NotificationType.INSPECTION_FAILED,
                new Case(
                        () -> tells.failed(new InspectionFailed(
                                UUID.randomUUID(), asset.value(), "A-9002", UUID.randomUUID(), "PAT", null, now)),
                        "A-9002 failed the inspection PAT"));
        cases.put(
                NotificationType.MAINTENANCE_DUE,
                new Case(() -> tells.due(new InspectionsDue(on, 2, 5)), "Inspections overdue: 2, due soon: 5"));
        cases.put(
                NotificationType.TRANSFER_DIFFERENCE,
                new Case(
                        () -> tells.received(new TransferReceived(
                                UUID.randomUUID(), "T-9002", UUID.randomUUID(), UUID.randomUUID(), 1, 2, null, now)),
                        "Transfer T-9002 arrived with differences: 1 missing, 2 surplus"));
        cases.put(
                NotificationType.SUB_HIRE_REQUESTED,
                new Case(
                        () -> tells.subHire(new SubHireRequested(
                                UUID.randomUUID(), "SH-9002", SubHire.Direction.IN, "Lichtwerk", "Spot", 4, null)),
                        "Sub-hire SH-9002 Lichtwerk was requested: 4 × Spot"));
        cases.put(
                NotificationType.EVENT_RAN_SHORT,
                new Case(
                        () -> tells.ranShort(
                                new EventRanShort(event, "E-9002", "Stage", null, List.of("2 × SM58"), now)),
                        "E-9002 Stage runs short: 2 × SM58"));
        cases.put(
                NotificationType.EVENT_TOMORROW,
                new Case(
                        () -> tells.tomorrow(new EventTomorrow(event, "E-9002", "Stage", null, on)),
                        "E-9002 Stage begins tomorrow"));
        cases.put(
                NotificationType.RETURN_OVERDUE,
                new Case(
                        () -> tells.overdue(new ReturnOverdue(event, "E-9002", "Stage", null, now)),
                        "The equipment of E-9002 Stage should be back"));
        cases.put(
                NotificationType.QUOTE_APPROVAL,
                new Case(
                        () -> tells.quote(quote("Q-9003", "Tour", QuoteState.DRAFT, QuoteState.IN_APPROVAL)),
                        "Q-9003 Tour waits for approval"));
        cases.put(
                NotificationType.QUOTE_ACCEPTED,
                new Case(
                        () -> tells.quote(quote("Q-9004", "Stage", QuoteState.SENT, QuoteState.ACCEPTED)),
                        "Q-9004 Stage was accepted"));
        cases.put(
                NotificationType.OFFER_WAITS,
                new Case(
                        () -> tells.waits(
                                new OfferWaits(UUID.randomUUID(), quote, "Q-9005", "Stage", null, "2 × SM58")),
                        "Q-9005 Stage was accepted, but not everything is free: 2 × SM58"));
        cases.put(
                NotificationType.QUOTE_DECLINED,
                new Case(
                        () -> tells.declined(new OfferDeclined(quote, "Q-9006", "Stage", "Holm", "Ada", "Too dear")),
                        "Q-9006 Stage was declined: Too dear"));
        cases.put(
                NotificationType.CLIENT_REMARKED,
                new Case(
                        () -> tells.remarked(new ClientRemarked(quote, "Q-9007", "Stage", "Ada", "Any louder?")),
                        "Ada about Q-9007 Stage: Any louder?"));
        cases.put(
                NotificationType.INVOICE_DUE,
                new Case(
                        () -> tells.due(new InvoiceDue(UUID.randomUUID(), "R-2027-9002", "Holm", "119.00 EUR")),
                        "R-2027-9002 of Holm is due: 119.00 EUR are open"));
        cases.put(
                NotificationType.TASK_DUE,
                new Case(
                        () -> people.forEach(id -> tells.task(
                                new TaskDue(UUID.randomUUID(), id, "Call back", UUID.randomUUID(), "Holm", now))),
                        "Call back: Holm"));
        cases.put(
                NotificationType.IMPORT_FINISHED,
                new Case(
                        () -> people.forEach(id -> tells.imported(new ImportFinished(
                                UUID.randomUUID(), ImportKind.DEALS, "deals.csv", 1, 0, 0, 0, id, now))),
                        "The import deals.csv is finished"));
        cases.put(
                NotificationType.IMPORT_FAILED,
                new Case(
                        () -> people.forEach(
                                id -> tells.notImported(new ImportFailed(UUID.randomUUID(), "leads.csv", id, now))),
                        "The import leads.csv failed"));
        return cases;
    }

    /** A type without a line above does not pass. */
    @Test
    void bringsEachTypeToTheCentreAndByMailAsItsReaderChose() throws Exception {
        company.owner();
        post.use(office.getSmtp().getPort(), Map.of()).expect(200);
        var permissions = Stream.of(NotificationType.values())
                .map(NotificationType::permission)
                .filter(Objects::nonNull)
                .map(Enum::name)
                .distinct()
                .toArray(String[]::new);
        var both = chooses(company.somebodyWho(permissions), true, "AT_ONCE");
        var mailOnly = chooses(company.somebodyWho(permissions), false, "AT_ONCE");
        var centreOnly = chooses(company.somebodyWho(permissions), true, "OFF");
        var cases = oneOfEach(Stream.of(both, mailOnly, centreOnly)
                .map(who -> UUID.fromString(who.get("/me").expect(200).id()))
                .toList());
        assertThat(cases).containsOnlyKeys(NotificationType.values());
        Callers.runAs(
                Caller.system(),
                () -> cases.values().forEach(one -> one.happens().run()));
        var names = cases.keySet().stream().map(Enum::name).toList();
        assertThat(types(both)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(types(centreOnly)).containsExactlyInAnyOrderElementsOf(names);
        assertThat(types(mailOnly)).isEmpty();
        var says = cases.values().stream().map(Case::says).toList();
        for (var who : List.of(both, mailOnly))
            assertThat(mailed(who)).contains(says).doesNotContain("{").doesNotContain("null");
        assertThat(mailed(centreOnly)).isEmpty();
        assertThat(both.get("/notifications").expect(200).text()).contains(says);
    }

    private static Api chooses(Api somebody, boolean inApp, String mail) {
        var all = somebody.get("/notifications/preferences")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .map(one -> Map.of("type", one.path("type").asString(), "inApp", inApp, "mail", mail))
                .toList();
        somebody.put("/notifications/preferences", Map.of("items", all), "*").expect(200);
        return somebody;
    }

    /** All letters to somebody, but not the invitation by which they came. */
    private String mailed(Api who) throws Exception {
        var email = who.get("/me").expect(200).json().path("email").asString();
        Callers.runAs(Caller.system(), mails::run);
        post.run();
        var texts = new ArrayList<String>();
        for (var mail : PostOffice.arrived(office))
            if (mail.getAllRecipients()[0].toString().contains(email)
                    && !mail.getSubject().contains("invites you")) texts.add(PostOffice.text(mail));
        return String.join("\n", texts);
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

    private static QuoteChanged quote(String number, String name, QuoteState from, QuoteState to) {
        return new QuoteChanged(UUID.randomUUID(), UUID.randomUUID(), number, name, null, null, from, to);
    }
}
