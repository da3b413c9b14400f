package eventkit.finance;

import static eventkit.finance.db.Tables.INVOICE;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.Events;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.finance.Bookkeeping.Charge;
import eventkit.finance.Bookkeeping.Revenue;
import eventkit.papers.Papers;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class InvoiceDesk implements Invoices {
    private final InvoiceRows rows;
    private final InvoiceChecks checks;
    private final StatementRows statements;
    private final SeriesRows series;
    private final CostRows costs;
    private final BilledRows billed;
    private final CreditRows credits;
    private final Parties parties;
    private final Papers papers;
    private final Bookkeeping bookkeeping;
    private final Audit audit;
    private final AuditTrail trail;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    InvoiceDesk(
            InvoiceRows rows,
            InvoiceChecks checks,
            StatementRows statements,
            SeriesRows series,
            CostRows costs,
            BilledRows billed,
            CreditRows credits,
            Parties parties,
            Papers papers,
            Bookkeeping bookkeeping,
            Audit audit,
            AuditTrail trail,
            Events events,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.checks = checks;
        this.statements = statements;
        this.series = series;
        this.costs = costs;
        this.billed = billed;
        this.credits = credits;
        this.parties = parties;
        this.papers = papers;
        this.bookkeeping = bookkeeping;
        this.audit = audit;
        this.trail = trail;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
        Constraints.mean("deposit_deducted_once", DepositDeducted::new);
    }

    /** How the audit trail tells of a draft: its lines by what they say. */
    private record Facts(
            InvoiceKind kind,
            UUID clientId,
            @Nullable UUID eventId,
            @Nullable UUID dealId,
            String title,
            String currency,
            String language,
            @Nullable LocalDate suppliedFrom,
            @Nullable LocalDate suppliedTo,
            @Nullable Integer paymentDays,
            @Nullable String buyerReference,
            @Nullable String introduction,
            @Nullable String closing,
            Money gross,
            List<String> lines) {
        static Facts of(InvoiceDocument d) {
            var i = d.invoice();
            return new Facts(
                    i.kind(),
                    i.client().id(),
                    i.event() == null ? null : i.event().id(),
                    i.deal() == null ? null : i.deal().id(),
                    i.title(),
                    i.currency(),
                    i.language(),
                    i.suppliedFrom(),
                    i.suppliedTo(),
                    i.paymentDays(),
                    i.buyerReference(),
                    i.introduction(),
                    i.closing(),
                    i.gross(),
                    d.lines().stream()
                            .map(l -> l.quantity().stripTrailingZeros().toPlainString() + " × " + l.text() + ": "
                                    + l.net())
                            .toList());
        }
    }

    private record Standing(
            InvoiceState state,
            @Nullable String number,
            @Nullable LocalDate issuedOn) {
        static Standing of(Invoice i) {
            return new Standing(i.state(), i.number(), i.issuedOn());
        }
    }

    @Override
    public Page<Invoice> list(Filter filter, ListQuery query) {
        return rows.list(filter, query);
    }

    @Override
    public Invoice get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    public InvoiceDocument document(UUID id) {
        var invoice = get(id);
        var currency = Currency.getInstance(invoice.currency());
        var corrects =
                invoice.corrects() == null ? null : get(invoice.corrects().id());
        return new InvoiceDocument(
                invoice,
                rows.seller(id).orElseGet(parties::seller),
                rows.buyer(id).orElseGet(() -> parties.buyer(invoice.client().id())),
                rows.lines(id, currency),
                rows.vat(id, currency),
                rows.deductions(id),
                corrects == null
                        ? null
                        : new InvoiceDocument.Reference(
                                corrects.id(),
                                Objects.requireNonNull(corrects.number()),
                                Objects.requireNonNull(corrects.issuedOn())),
                credits.creditNotes(id));
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        return trail.history(KIND, get(id).id(), query);
    }

    @Override
    public List<Ageing> ageing(@Nullable LocalDate on) {
        new Check().date(on, "on").orThrow();
        return statements.ageing(on == null ? bookkeeping.today() : on);
    }

    @Override
    public List<StatementLine> statement(UUID client, @Nullable LocalDate from, @Nullable LocalDate to) {
        new Check().date(from, "from").date(to, "to").orThrow();
        return statements.statement(client, from, to);
    }

    @Override
    @Transactional
    public Invoice create(Details details) {
        new Check()
                .that(
                        details.kind() != InvoiceKind.CREDIT_NOTE,
                        "kind",
                        "of-an-invoice",
                        "Make a credit note from the invoice that it credits.")
                .orThrow();
        return made(checks.form(details, null), null);
    }

    private Invoice made(InvoiceForm form, @Nullable UUID corrects) {
        var id = ids.next();
        if (corrects == null) billed.lock(form.details().quoteId());
        rows.insert(id, form, corrects, Callers.current().name(), clock.instant());
        if (corrects == null) billed.require(form.details().quoteId());
        var made = get(id);
        audit.created(made.subject(), Facts.of(document(id)));
        return made;
    }

    @Override
    @Transactional
    public Invoice change(UUID id, Details details, IfMatch ifMatch) {
        var before = draft(id, ifMatch);
        var was = document(id);
        new Check()
                .that(
                        (details.kind() == InvoiceKind.CREDIT_NOTE) == (before.kind() == InvoiceKind.CREDIT_NOTE),
                        "kind",
                        "fixed",
                        "A credit note stays one, and an invoice does not become one.")
                .orThrow();
        var form = checks.form(details, was);
        if (form.details().equals(Details.of(was))) return before;
        boolean credit = before.kind() == InvoiceKind.CREDIT_NOTE;
        if (!credit) billed.lock(form.details().quoteId());
        rows.update(id, form, clock.instant());
        if (!credit) billed.require(form.details().quoteId());
        var after = get(id);
        audit.changed(after.subject(), after.version(), Facts.of(was), Facts.of(document(id)));
        return after;
    }

    @Override
    @Transactional
    public void remove(UUID id, IfMatch ifMatch) {
        var before = draft(id, ifMatch);
        var was = Facts.of(document(id));
        rows.delete(id);
        audit.removed(before.subject(), before.version() + 1, was);
    }

    private Invoice draft(UUID id, IfMatch ifMatch) {
        rows.lock(List.of(id));
        var invoice = get(id);
        ifMatch.require(invoice.version(), audit, KIND, id);
        if (invoice.state() != InvoiceState.DRAFT) throw new InvoiceIssued(invoice.label());
        return invoice;
    }

    /** All that can be refused is refused before the number is taken: from then on until the commit others wait for the series. */
    @Override
    @Transactional
    public Invoice issue(UUID id, Issue issue, IfMatch ifMatch) {
        var before = draft(id, ifMatch);
        var involved = new ArrayList<>(rows.deductions(id).stream()
                .map(InvoiceDocument.Deduction::depositId)
                .toList());
        if (before.corrects() != null) involved.add(before.corrects().id());
        if (!involved.isEmpty()) rows.lock(involved);
        var document = document(id);
        var on = issue.issuedOn() == null ? bookkeeping.today() : issue.issuedOn();
        var currency = Currency.getInstance(before.currency());
        var rate = checks.rate(
                currency,
                issue.rate(),
                before.corrects() == null ? null : get(before.corrects().id()));
        checks.issuable(document, on);
        boolean credit = before.kind() == InvoiceKind.CREDIT_NOTE;
        if (!credit) {
            billed.lock(before.quoteId());
            billed.require(before.quoteId());
        }
        var chargedOn = document.lines().stream()
                .map(InvoiceDocument.Line::costId)
                .filter(Objects::nonNull)
                .toList();
        if (!credit) costs.mustBeFree(chargedOn);
        var corrected = before.corrects() == null ? null : get(before.corrects().id());
        if (corrected != null) checks.creditable(document, corrected);
        var state = credit ? InvoiceState.ISSUED : InvoiceState.of(before.due().amountMinor(), 0, 0);
        var look = papers.lookNow();
        var taken = series.take(before.seriesId(), on);
        long owed = bookkeeping.own(before.due(), rate).amountMinor();
        rows.issued(
                id,
                new InvoiceRows.Issued(
                        taken.year(),
                        taken.number(),
                        taken.label(),
                        on,
                        on.plusDays(before.paymentDays()),
                        rate,
                        owed,
                        document.seller(),
                        document.buyer(),
                        look,
                        state),
                clock.instant());
        rows.posted(id, post(document, taken.label(), on, rate, credit));
        var after = get(id);
        audit.changed(after.subject(), "issued", after.version(), Standing.of(before), Standing.of(after));
        if (corrected != null) credited(corrected, document, on);
        costs.charged(chargedOn, credit ? null : id);
        events.announce(new InvoiceWentOut(
                id,
                taken.label(),
                after.kind(),
                after.client().id(),
                after.event() == null ? null : after.event().id()));
        return after;
    }

    private @Nullable UUID post(InvoiceDocument d, String number, LocalDate on, BigDecimal rate, boolean credit) {
        var invoice = d.invoice();
        var revenue = new LinkedHashMap<List<@Nullable Object>, Long>();
        for (var line : d.lines()) {
            var key = new ArrayList<@Nullable Object>();
            key.add(line.profitGroup());
            key.add(line.eventId());
            revenue.merge(key, line.net().amountMinor(), Math::addExact);
        }
        long net = 0;
        long vat = 0;
        long ownNet = 0;
        long ownVat = 0;
        for (var deposit : d.deductions()) {
            var theirs = Objects.requireNonNull(get(deposit.depositId()).rate());
            net += deposit.net().amountMinor();
            vat += deposit.vat().amountMinor();
            ownNet += bookkeeping.own(deposit.net(), theirs).amountMinor();
            ownVat += bookkeeping.own(deposit.vat(), theirs).amountMinor();
        }
        var corrected =
                invoice.corrects() == null ? null : get(invoice.corrects().id());
        return bookkeeping
                .charge(
                        new Charge(
                                invoice.id(),
                                number,
                                on,
                                Currency.getInstance(invoice.currency()),
                                rate,
                                new Posting.About(
                                        invoice.event() == null
                                                ? null
                                                : invoice.event().id(),
                                        invoice.client().id(),
                                        invoice.deal() == null
                                                ? null
                                                : invoice.deal().id()),
                                (corrected == null ? invoice : corrected).kind() == InvoiceKind.DEPOSIT,
                                revenue.entrySet().stream()
                                        .map(e -> new Revenue(
                                                (ProfitGroup) Objects.requireNonNull(
                                                        e.getKey().get(0)),
                                                (UUID) e.getKey().get(1),
                                                e.getValue()))
                                        .toList(),
                                invoice.vat().amountMinor(),
                                net,
                                vat,
                                ownNet,
                                ownVat),
                        credit)
                .entry();
    }

    private void credited(Invoice corrected, InvoiceDocument note, LocalDate on) {
        long due = corrected.due().amountMinor();
        long credited =
                corrected.credited().amountMinor() + note.invoice().due().amountMinor();
        long paid = corrected.paid().amountMinor();
        rows.settled(corrected.id(), paid, credited, InvoiceState.of(due, paid, credited), clock.instant());
        if (credited == due) rows.freeDeposits(corrected.id());
        var after = get(corrected.id());
        audit.changed(after.subject(), "credited", after.version(), Standing.of(corrected), Standing.of(after));
    }

    @Override
    @Transactional
    public Invoice credit(UUID id) {
        rows.lock(List.of(id));
        var invoice = get(id);
        if (invoice.kind() == InvoiceKind.CREDIT_NOTE)
            throw new Invalid("id", "a-credit-note", "A credit note is not credited. Write an invoice.");
        if (invoice.state() == InvoiceState.DRAFT) throw new InvoiceNotIssued(invoice.label());
        if (rows.deducted(id)) throw new DepositDeducted();
        if (invoice.credited().amountMinor() == invoice.due().amountMinor() && invoice.state() == InvoiceState.CREDITED)
            throw new CreditTooHigh(invoice, Money.zero(Currency.getInstance(invoice.currency())));
        var note = note(invoice);
        return made(checks.form(note, null), id);
    }

    private Details note(Invoice invoice) {
        var document = document(invoice.id());
        var d = Details.of(document);
        var currency = Currency.getInstance(invoice.currency());
        return new Details(
                InvoiceKind.CREDIT_NOTE,
                d.clientId(),
                d.eventId(),
                d.dealId(),
                d.quoteId(),
                null,
                invoice.title(),
                d.language(),
                d.currency(),
                d.suppliedFrom(),
                d.suppliedTo(),
                0,
                d.buyerReference(),
                null,
                null,
                CreditRest.of(document, rows.creditedLines(invoice.id(), currency)),
                d.deposits());
    }

    /** VAT is rounded on each document by itself: what is left of one credited in part may be a cent off by what its lines say. */
    boolean restFits(Invoice invoice) {
        if (invoice.credited().amountMinor() == 0) return true;
        var form = checks.form(note(invoice), null);
        return form.totals().gross().minus(form.deducted()).equals(invoice.due().minus(invoice.credited()));
    }

    /** Takes the part of a payment on an invoice into what it stands at. */
    void paid(UUID id, long amount) {
        var before = get(id);
        long paid = before.paid().amountMinor() + amount;
        long credited = before.credited().amountMinor();
        var state = InvoiceState.of(before.due().amountMinor(), paid, credited);
        rows.settled(id, paid, credited, state, clock.instant());
        var after = get(id);
        audit.record(
                after.subject(),
                "paid",
                after.version(),
                List.of(
                        audit.change("paid", before.paid(), after.paid()),
                        audit.change("state", before.state(), after.state())));
    }

    int count(UUID client) {
        return rows.count(INVOICE.CLIENT_ID.eq(client));
    }
}
