package eventkit.finance;

import static eventkit.finance.db.Tables.CANCELLATION;

import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.NotFound;
import eventkit.core.Permission;
import eventkit.crm.Activities;
import eventkit.crm.Activity;
import eventkit.finance.QuoteBillingDesk.Accepted;
import eventkit.finance.db.tables.records.CancellationRecord;
import eventkit.finance.db.tables.records.EventSeenRecord;
import eventkit.papers.Figures;
import eventkit.planning.EventPhases;
import eventkit.planning.Phase;
import eventkit.quoting.CancellationStep;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class CancellationDesk implements Cancellations {
    private static final int MOST = 500;
    private final DSLContext db;
    private final CostRows events;
    private final BilledRows billed;
    private final InvoiceRows rows;
    private final Invoices invoices;
    private final InvoiceDesk desk;
    private final QuoteBillingDesk billing;
    private final Bookkeeping bookkeeping;
    private final EventPhases phases;
    private final Activities activities;
    private final Clock clock;

    CancellationDesk(
            DSLContext db,
            CostRows events,
            BilledRows billed,
            InvoiceRows rows,
            Invoices invoices,
            InvoiceDesk desk,
            QuoteBillingDesk billing,
            Bookkeeping bookkeeping,
            EventPhases phases,
            Activities activities,
            Clock clock) {
        this.db = db;
        this.events = events;
        this.billed = billed;
        this.rows = rows;
        this.invoices = invoices;
        this.desk = desk;
        this.billing = billing;
        this.bookkeeping = bookkeeping;
        this.phases = phases;
        this.activities = activities;
        this.clock = clock;
    }

    private EventSeenRecord event(UUID id) {
        return events.event(id).orElseThrow(() -> new NotFound("event", id));
    }

    @Override
    public Plan plan(UUID eventId) {
        var event = event(eventId);
        var settled = db.selectFrom(CANCELLATION)
                .where(CANCELLATION.EVENT_ID.eq(eventId))
                .fetchOne();
        var bills = bills(eventId);
        var phase = Phase.valueOf(event.getPhase());
        var named = new Named(event.getId(), event.getNumber() + " " + event.getName());
        if (settled != null)
            return new Plan(
                    named,
                    event.getPhase(),
                    false,
                    settled.getCancelledOn(),
                    settled.getReason(),
                    List.of(),
                    bills.stream()
                            .filter(i -> i.credited().amountMinor() != 0)
                            .map(i -> credit(i, i.credited(), false))
                            .toList(),
                    List.of(),
                    feeInvoice(settled));
        return new Plan(
                named,
                event.getPhase(),
                phase == Phase.CANCELLED || phase.firm() && phase.successors().contains(Phase.CANCELLED),
                null,
                null,
                fees(accepted(eventId), event),
                credits(toCredit(bills)),
                drafts(bills).stream().map(i -> new Named(i.id(), i.title())).toList(),
                null);
    }

    private @Nullable Named feeInvoice(CancellationRecord settled) {
        var id = settled.getFeeInvoiceId();
        return id == null
                ? null
                : rows.find(id).map(i -> new Named(i.id(), i.label())).orElse(null);
    }

    /** Nothing is given back of a deposit that an invoice goes on deducting. */
    private List<Credit> credits(List<Invoice> bills) {
        var fitting = bills.stream().filter(desk::restFits).map(Invoice::id).collect(Collectors.toSet());
        boolean all = bills.stream().allMatch(i -> i.kind() == InvoiceKind.DEPOSIT || fitting.contains(i.id()));
        return bills.stream()
                .map(i -> credit(
                        i, i.due().minus(i.credited()), !fitting.contains(i.id()) || !all && rows.deducted(i.id())))
                .toList();
    }

    private static Credit credit(Invoice i, Money gross, boolean byHand) {
        return new Credit(
                i.id(),
                Objects.requireNonNull(i.number()),
                i.kind(),
                gross,
                i.paid(),
                i.credited().amountMinor() != 0 && i.state() != InvoiceState.CREDITED,
                byHand);
    }

    private List<Invoice> bills(UUID event) {
        return rows.list(Invoices.Filter.ofEvents(List.of(event)), ListQuery.first(MOST))
                .items();
    }

    /** What deducts a deposit comes before it. */
    private static List<Invoice> toCredit(List<Invoice> bills) {
        return bills.stream()
                .filter(i -> i.kind() != InvoiceKind.CREDIT_NOTE
                        && i.number() != null
                        && i.state() != InvoiceState.CREDITED
                        && i.due().amountMinor() > 0)
                .sorted(Comparator.comparing((Invoice i) -> i.kind() == InvoiceKind.DEPOSIT)
                        .thenComparing(i -> Objects.requireNonNull(i.number())))
                .toList();
    }

    private static List<Invoice> drafts(List<Invoice> bills) {
        return bills.stream().filter(i -> i.number() == null).toList();
    }

    private List<Accepted> accepted(UUID event) {
        return billed.acceptedFor(event).stream().map(billing::accepted).toList();
    }

    private long daysBefore(Accepted accepted, EventSeenRecord event) {
        var zone = ZoneId.of(event.getTimeZone());
        var first = accepted.version().hireFrom() != null
                ? accepted.version().hireFrom()
                : LocalDate.ofInstant(event.getFromAt(), zone);
        return ChronoUnit.DAYS.between(bookkeeping.today(), first);
    }

    private @Nullable Fee fee(Accepted accepted, EventSeenRecord event) {
        long before = daysBefore(accepted, event);
        var step = CancellationStep.at(accepted.version().cancellation(), before);
        if (step == null || step.percent().signum() == 0) return null;
        return new Fee(
                new Named(accepted.quote().id(), accepted.bill().words().quote()),
                before,
                step.percent(),
                accepted.version().share(step.percent()).net());
    }

    private List<Fee> fees(List<Accepted> all, EventSeenRecord event) {
        return all.stream().map(a -> fee(a, event)).filter(Objects::nonNull).toList();
    }

    @Override
    @Transactional
    public Plan cancel(UUID eventId, Cancel cancel) {
        var reason = cancel.reason() == null ? "" : cancel.reason().strip();
        new Check().required(reason, "reason").text(reason, "reason", 1_000).orThrow();
        events.lockEvent(eventId);
        var event = event(eventId);
        if (db.fetchExists(CANCELLATION, CANCELLATION.EVENT_ID.eq(eventId))) return plan(eventId);
        var quotes = billed.acceptedFor(eventId);
        quotes.stream().sorted().forEach(billed::lock);
        if (!Phase.CANCELLED.name().equals(event.getPhase()))
            phases.move(eventId, new EventPhases.Move(Phase.CANCELLED, null, reason, null));
        var bills = bills(eventId);
        for (var draft : drafts(bills)) invoices.remove(draft.id(), IfMatch.ANY);
        var credited = new ArrayList<Invoice>();
        for (var bill : toCredit(bills)) {
            if (!desk.restFits(bill) || rows.deducted(bill.id())) continue;
            invoices.issue(invoices.credit(bill.id()).id(), new Invoices.Issue(null, null), IfMatch.ANY);
            credited.add(bill);
        }
        var all = accepted(eventId);
        var fees = Boolean.FALSE.equals(cancel.fee()) ? List.<Fee>of() : fees(all, event);
        var bill = fees.isEmpty() ? null : feeInvoice(all, fees);
        db.insertInto(CANCELLATION)
                .set(CANCELLATION.EVENT_ID, eventId)
                .set(CANCELLATION.CANCELLED_ON, bookkeeping.today())
                .set(CANCELLATION.REASON, reason)
                .set(
                        CANCELLATION.DAYS_BEFORE,
                        fees.isEmpty() ? null : (Integer) (int) fees.getFirst().daysBefore())
                .set(
                        CANCELLATION.PERCENT,
                        fees.isEmpty() ? null : fees.getFirst().percent())
                .set(CANCELLATION.FEE_INVOICE_ID, bill == null ? null : bill.id())
                .set(CANCELLATION.AT, clock.instant())
                .set(CANCELLATION.BY_NAME, Callers.current().name())
                .execute();
        note(event, reason, fees, credited);
        return plan(eventId);
    }

    /** Of all quotes of the first one's client and currency. */
    private Invoice feeInvoice(List<Accepted> all, List<Fee> fees) {
        var first = all.stream()
                .filter(a -> a.quote().id().equals(fees.getFirst().quote().id()))
                .findFirst()
                .orElseThrow();
        var lines = new ArrayList<Invoices.Line>();
        for (var fee : fees)
            all.stream()
                    .filter(a -> a.quote().id().equals(fee.quote().id())
                            && a.version().currency().equals(first.version().currency()))
                    .forEach(a -> lines.addAll(a.bill().fee(fee.percent())));
        return invoices.create(new Invoices.Details(
                InvoiceKind.FINAL,
                Objects.requireNonNull(first.quote().client()).id(),
                first.event(),
                first.quote().deal() == null ? null : first.quote().deal().id(),
                first.quote().id(),
                null,
                first.quote().name(),
                first.version().language(),
                first.version().currency(),
                null,
                null,
                null,
                null,
                first.bill().words().cancelled(bookkeeping.today()),
                null,
                lines,
                List.of()));
    }

    /** On the timeline of the deal and its client. */
    private void note(EventSeenRecord event, String reason, List<Fee> fees, List<Invoice> credited) {
        if (event.getClientId() == null) return;
        boolean german = Callers.current().locale().startsWith("de");
        var words = Figures.of(german ? "de" : "en");
        var text = new ArrayList<String>();
        text.add(reason);
        for (var fee : fees)
            text.add((german
                            ? "Vereinbarte Gebühr nach %s: %s %% = %s netto (Entwurf)"
                            : "Fee agreed by %s: %s %% = %s net (draft)")
                    .formatted(
                            fee.quote().name(),
                            fee.percent().stripTrailingZeros().toPlainString(),
                            words.money(fee.net())));
        if (!credited.isEmpty())
            text.add((german ? "Gutgeschrieben: " : "Credited: ")
                    + credited.stream()
                            .map(i -> i.number() + " (" + words.money(i.due().minus(i.credited())) + ")")
                            .collect(Collectors.joining(", ")));
        var subject = (german ? "%s storniert" : "%s cancelled").formatted(event.getNumber() + " " + event.getName());
        var details = new Activities.Details(
                Activity.Kind.NOTE,
                subject.length() <= 200 ? subject : subject.substring(0, 200),
                String.join("\n", text),
                event.getClientId(),
                events.deal(event.getId()),
                null,
                clock.instant(),
                null,
                null);
        Callers.as(
                Callers.current().allowing(Permission.DEAL_EDIT, Permission.DEAL_READ),
                () -> activities.create(details));
    }
}
