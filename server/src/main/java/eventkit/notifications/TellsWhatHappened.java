package eventkit.notifications;

import eventkit.core.ListQuery;
import eventkit.core.Reacts;
import eventkit.crm.LeadCame;
import eventkit.crm.TaskDue;
import eventkit.finance.InvoiceDue;
import eventkit.imports.ImportFailed;
import eventkit.imports.ImportFinished;
import eventkit.inventory.AssetDamaged;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetRegister;
import eventkit.maintenance.InspectionFailed;
import eventkit.maintenance.InspectionsDue;
import eventkit.maintenance.RepairReported;
import eventkit.maintenance.Repairs;
import eventkit.notifications.Notification.About;
import eventkit.planning.EventRanShort;
import eventkit.planning.EventTomorrow;
import eventkit.planning.ReturnOverdue;
import eventkit.portal.ClientRemarked;
import eventkit.portal.OfferDeclined;
import eventkit.portal.OfferWaits;
import eventkit.quoting.QuoteChanged;
import eventkit.sourcing.SubHireRequested;
import eventkit.stock.StockFellToReorderPoint;
import eventkit.transfers.TransferReceived;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Hears of everything that somebody should know, and says it. */
@Component
class TellsWhatHappened {
    /** Of more assets that were damaged at once, one notification says how many. */
    private static final int ONE_BY_ONE_MAX = 10;

    private static final int NAMED_MAX = 4;
    private static final int TEXT_MAX = 200;

    private final Messenger messenger;
    private final AssetRegister assets;
    private final Repairs repairs;

    TellsWhatHappened(Messenger messenger, AssetRegister assets, Repairs repairs) {
        this.messenger = messenger;
        this.assets = assets;
        this.repairs = repairs;
    }

    @Reacts("notifications.tells-of-low-stock")
    void lowStock(StockFellToReorderPoint event) {
        messenger.tellWhoMay(
                NotificationType.LOW_STOCK,
                new About("product", event.productId(), event.productName()),
                Map.of("quantity", event.loose(), "reorderPoint", event.reorderPoint()),
                null);
    }

    @Reacts("notifications.tells-of-quotes")
    void quote(QuoteChanged event) {
        var type = switch (event.to()) {
            case IN_APPROVAL -> NotificationType.QUOTE_APPROVAL;
            case ACCEPTED -> NotificationType.QUOTE_ACCEPTED;
            case DRAFT, SENT, VIEWED, DECLINED, EXPIRED, SUPERSEDED -> null;
        };
        if (type != null)
            messenger.tellWhoMay(
                    type,
                    new About("quote", event.quoteId(), event.number() + " " + event.name()),
                    Map.of("number", event.number()),
                    null);
    }

    @Reacts("notifications.tells-of-waiting-offers")
    void waits(OfferWaits event) {
        messenger.tellWhoMay(
                NotificationType.OFFER_WAITS,
                new About("quote", event.quoteId(), event.number() + " " + event.name()),
                Map.of("message", event.message()),
                null);
    }

    @Reacts("notifications.tells-of-declined-offers")
    void declined(OfferDeclined event) {
        messenger.tellWhoMay(
                NotificationType.QUOTE_DECLINED,
                new About("quote", event.quoteId(), event.number() + " " + event.name()),
                Map.of("reason", shortened(event.reason())),
                null);
    }

    @Reacts("notifications.tells-of-clients-remarks")
    void remarked(ClientRemarked event) {
        messenger.tellWhoMay(
                NotificationType.CLIENT_REMARKED,
                new About("quote", event.quoteId(), event.number() + " " + event.name()),
                Map.of("name", event.byName(), "text", shortened(event.text())),
                null);
    }

    private static String shortened(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX) + "…";
    }

    @Reacts("notifications.tells-of-due-invoices")
    void due(InvoiceDue event) {
        messenger.tellWhoMay(
                NotificationType.INVOICE_DUE,
                new About("invoice", event.invoiceId(), event.number()),
                Map.of("client", event.clientName(), "open", event.open()),
                null);
    }

    @Reacts("notifications.tells-of-tasks")
    void task(TaskDue event) {
        messenger.tell(
                event.assigneeId(),
                NotificationType.TASK_DUE,
                new About("client", event.clientId(), event.clientName()),
                Map.of("subject", event.subject(), "at", event.at().toString()));
    }

    /** What was reported together with a repair is told as a repair. */
    @Reacts("notifications.tells-of-damage")
    void damaged(AssetDamaged event) {
        var damaged = new HashSet<>(event.assets());
        var ids = damaged.stream().map(AssetId::value).toList();
        var open = new Repairs.Filter(null, null, ids, null, null, null, null, true, null);
        repairs.list(open, ListQuery.first(ListQuery.LIMIT_MAX)).items().forEach(job -> {
            if (job.asset() != null) damaged.remove(new AssetId(job.asset().id()));
        });
        var lines = assets.lines(damaged);
        if (lines.size() > ONE_BY_ONE_MAX) {
            messenger.tellWhoMay(
                    NotificationType.DAMAGE_REPORTED,
                    new About("asset", null, lines.size() + " assets"),
                    Map.of("count", lines.size()),
                    null);
            return;
        }
        lines.values()
                .forEach(line -> messenger.tellWhoMay(
                        NotificationType.DAMAGE_REPORTED,
                        new About("asset", line.id().value(), line.number()),
                        Map.of("count", 1, "product", line.product().name()),
                        null));
    }

    @Reacts("notifications.tells-of-repair")
    void repair(RepairReported event) {
        messenger.tellWhoMay(
                NotificationType.REPAIR_REPORTED,
                new About("maintenance-job", event.jobId(), event.number()),
                Map.of(
                        "number",
                        event.number(),
                        "item",
                        event.item(),
                        "severity",
                        event.severity().name()),
                event.byId());
    }

    @Reacts("notifications.tells-of-failed-inspection")
    void failed(InspectionFailed event) {
        messenger.tellWhoMay(
                NotificationType.INSPECTION_FAILED,
                new About("asset", event.assetId(), event.assetNumber()),
                Map.of(
                        "plan",
                        event.planName(),
                        "inspectionId",
                        event.inspectionId().toString()),
                event.byId());
    }

    @Reacts("notifications.tells-of-maintenance-due")
    void due(InspectionsDue event) {
        messenger.tellWhoMayOnce(
                NotificationType.MAINTENANCE_DUE,
                new About("inspection", null, event.on().toString()),
                Map.of("overdue", event.overdue(), "dueSoon", event.dueSoon()),
                "maintenance-due:" + event.on());
    }

    @Reacts("notifications.tells-of-enquiry")
    void enquiry(LeadCame event) {
        messenger.tellWhoMay(
                NotificationType.NEW_ENQUIRY,
                new About("lead", event.leadId(), event.number() + " " + event.called()),
                Map.of("source", event.source().name()),
                event.byId());
    }

    /** To its planner; where it has none, to everybody who confirms events. */
    @Reacts("notifications.tells-of-event-tomorrow")
    void tomorrow(EventTomorrow event) {
        var about = new About("event", event.eventId(), event.number() + " " + event.name());
        var once = "event-tomorrow:" + event.eventId() + ":" + event.on();
        var facts = Map.of("on", event.on().toString());
        if (event.plannerId() != null)
            messenger.tellOnce(event.plannerId(), NotificationType.EVENT_TOMORROW, about, facts, once);
        else messenger.tellWhoMayOnce(NotificationType.EVENT_TOMORROW, about, facts, once);
    }

    @Reacts("notifications.tells-of-overdue-return")
    void overdue(ReturnOverdue event) {
        messenger.tellWhoMayOnce(
                NotificationType.RETURN_OVERDUE,
                new About("event", event.eventId(), event.number() + " " + event.name()),
                Map.of("since", event.since().toString()),
                "return-overdue:" + event.eventId() + ":" + event.since());
    }

    /** To its planner, and to everybody who finds equipment elsewhere. */
    @Reacts("notifications.tells-of-shortage")
    void ranShort(EventRanShort event) {
        var about = new About("event", event.eventId(), event.number() + " " + event.name());
        var more = event.lacking().size() - NAMED_MAX;
        var named = String.join(
                ", ", event.lacking().subList(0, Math.min(event.lacking().size(), NAMED_MAX)));
        var facts = Map.of("lacking", named + (more > 0 ? ", +" + more : ""));
        if (event.plannerId() != null)
            messenger.tell(event.plannerId(), NotificationType.EVENT_RAN_SHORT, about, facts);
        messenger.tellWhoMay(NotificationType.EVENT_RAN_SHORT, about, facts, event.plannerId());
    }

    @Reacts("notifications.tells-of-sub-hire")
    void subHire(SubHireRequested event) {
        messenger.tellWhoMay(
                NotificationType.SUB_HIRE_REQUESTED,
                new About("sub-hire", event.subHireId(), event.number() + " " + event.partnerName()),
                Map.of(
                        "quantity",
                        event.quantity(),
                        "item",
                        event.productName(),
                        "direction",
                        event.direction().name()),
                event.byId());
    }

    @Reacts("notifications.tells-of-transfer-difference")
    void received(TransferReceived event) {
        if (event.missing() + event.surplus() == 0) return;
        var facts = new HashMap<String, Object>();
        facts.put("missing", event.missing());
        facts.put("surplus", event.surplus());
        messenger.tellWhoMay(
                NotificationType.TRANSFER_DIFFERENCE,
                new About("transfer", event.transferId(), event.number()),
                facts,
                event.byId());
    }

    /** To whoever asked for it and may have gone on to something else. */
    @Reacts("notifications.tells-of-finished-import")
    void imported(ImportFinished event) {
        if (event.byId() == null) return;
        messenger.tell(
                event.byId(),
                NotificationType.IMPORT_FINISHED,
                new About("import", event.importId(), event.fileName()),
                Map.of(
                        "created",
                        event.created(),
                        "updated",
                        event.updated(),
                        "existing",
                        event.existing(),
                        "bad",
                        event.bad()));
    }

    @Reacts("notifications.tells-of-failed-import")
    void notImported(ImportFailed event) {
        if (event.byId() == null) return;
        messenger.tell(
                event.byId(),
                NotificationType.IMPORT_FAILED,
                new About("import", event.importId(), event.fileName()),
                Map.of());
    }
}
