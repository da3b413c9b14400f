package eventkit.finance;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Money;
import eventkit.core.NotFound;
import eventkit.core.Page;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class PaymentDesk implements Payments {
    private static final int PARTS_MAX = 200;
    private static final long MINOR_MAX = 1_000_000_000_000L;
    private final PaymentRows rows;
    private final InvoiceRows invoices;
    private final InvoiceDesk invoiceDesk;
    private final InvoiceChecks checks;
    private final Bookkeeping bookkeeping;
    private final BankFile files;
    private final Seen seen;
    private final Audit audit;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    PaymentDesk(
            PaymentRows rows,
            InvoiceRows invoices,
            InvoiceDesk invoiceDesk,
            InvoiceChecks checks,
            Bookkeeping bookkeeping,
            BankFile files,
            Seen seen,
            Audit audit,
            AuditTrail trail,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.invoices = invoices;
        this.invoiceDesk = invoiceDesk;
        this.checks = checks;
        this.bookkeeping = bookkeeping;
        this.files = files;
        this.seen = seen;
        this.audit = audit;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    private record Facts(
            UUID clientId,
            LocalDate paidOn,
            Money amount,
            @Nullable String reference,
            @Nullable String note,
            List<String> parts) {
        static Facts of(Payment p) {
            return new Facts(
                    p.client().id(),
                    p.paidOn(),
                    p.amount(),
                    p.reference(),
                    p.note(),
                    p.parts().stream()
                            .map(part -> part.number() + ": " + part.amount())
                            .toList());
        }
    }

    @Override
    public Page<Payment> list(Filter filter, ListQuery query) {
        return rows.list(filter, query);
    }

    @Override
    public Payment get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        return trail.history(KIND, get(id).id(), query);
    }

    @Override
    @Transactional
    public Payment create(NewPayment given) {
        return made(given, null, null);
    }

    private Payment made(NewPayment given, @Nullable String bankKey, @Nullable UUID refunds) {
        var first = given.parts().isEmpty() ? null : given.parts().getFirst().invoiceId();
        var client = given.clientId() != null
                ? given.clientId()
                : first == null
                        ? null
                        : invoices.find(first).map(i -> i.client().id()).orElse(null);
        var date = given.paidOn() == null ? bookkeeping.today() : given.paidOn();
        var check = new Check().required(client, "clientId");
        seen.client(check, client, "clientId");
        check.date(date, "paidOn")
                .that(
                        !date.isAfter(bookkeeping.today().plusDays(1)),
                        "paidOn",
                        "in-the-future",
                        "Enter a payment when it is there.")
                .required(given.amount(), "amount")
                .line(given.reference(), "reference", 200)
                .line(given.note(), "note", 1_000)
                .size(given.parts(), "parts", PARTS_MAX);
        if (given.amount() != null)
            check.that(given.amount().amountMinor() != 0, "amount", "zero", "Enter an amount.")
                    .between(given.amount().amountMinor(), "amount.amountMinor", -MINOR_MAX, MINOR_MAX)
                    .that(
                            given.amount().currency().getDefaultFractionDigits() >= 0,
                            "amount.currency",
                            "unknown",
                            "There is no such currency.");
        check.orThrow();
        var amount = Objects.requireNonNull(given.amount());
        var payer = Objects.requireNonNull(client);
        var rate = checks.rate(amount.currency(), given.rate(), null);
        var own = bookkeeping.own(amount, rate);
        var id = ids.next();
        var reference = InvoiceChecks.blankToNull(given.reference());
        var words =
                EntryWords.of(amount.amountMinor() < 0 ? EntryWords.Kind.REFUND : EntryWords.Kind.PAYMENT, reference);
        var entry = bookkeeping.payment(id, date, words, payer, amount, own);
        rows.insert(
                new PaymentRows.New(
                        id,
                        payer,
                        date,
                        amount,
                        rate,
                        own,
                        reference,
                        InvoiceChecks.blankToNull(given.note()),
                        bankKey,
                        refunds,
                        entry),
                Callers.current().name(),
                clock.instant());
        allocate(get(id), given.parts());
        var made = get(id);
        audit.created(made.subject(), Facts.of(made));
        return made;
    }

    @Override
    @Transactional
    public Payment allocate(UUID id, List<Part> parts, IfMatch ifMatch) {
        var before = locked(id, ifMatch);
        new Check().size(parts, "parts", PARTS_MAX).orThrow();
        allocate(before, parts);
        return changed(before, "allocated");
    }

    private Payment changed(Payment before, String action) {
        var after = get(before.id());
        audit.changed(after.subject(), action, after.version(), Facts.of(before), Facts.of(after));
        return after;
    }

    private Payment locked(UUID id, IfMatch ifMatch) {
        rows.lock(id);
        var payment = get(id);
        ifMatch.require(payment.version(), audit, KIND, id);
        if (payment.cancelledAt() != null) throw new PaymentCancelled();
        return payment;
    }

    /** The payment is locked, then its invoices in the order of their ids. */
    private void allocate(Payment payment, List<Part> parts) {
        if (parts.isEmpty()) return;
        var check = new Check();
        var once = new HashSet<UUID>();
        for (int i = 0; i < parts.size(); i++) {
            var at = "parts[" + i + "].";
            var invoice = parts.get(i).invoiceId();
            check.required(invoice, at + "invoiceId");
            if (invoice != null)
                check.that(once.add(invoice), at + "invoiceId", "twice", "Name each invoice once.")
                        .that(
                                payment.parts().stream()
                                        .noneMatch(p -> p.invoiceId().equals(invoice)),
                                at + "invoiceId",
                                "twice",
                                "The payment is for this invoice already. Release it first.");
        }
        check.orThrow();
        invoices.lock(once);
        long free = payment.free().amountMinor();
        long allocated = payment.allocated().amountMinor();
        int sign = Long.signum(payment.amount().amountMinor());
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var at = "parts[" + i + "].";
            var invoice = invoices.find(part.invoiceId()).orElse(null);
            check.that(invoice != null, at + "invoiceId", "unknown", "There is no such invoice.")
                    .orThrow();
            Objects.requireNonNull(invoice);
            if (invoice.number() == null) throw new InvoiceNotIssued(invoice.label());
            check.that(
                            invoice.client().id().equals(payment.client().id())
                                    && invoice.kind() != InvoiceKind.CREDIT_NOTE
                                    && invoice.currency()
                                            .equals(payment.amount().currency().getCurrencyCode()),
                            at + "invoiceId",
                            "of-another",
                            "Choose an invoice of this client, in this currency.")
                    .that(
                            part.amount() == null
                                    || part.amount()
                                                    .currency()
                                                    .equals(payment.amount().currency())
                                            && Long.signum(part.amount().amountMinor()) == sign,
                            at + "amount",
                            "of-another-kind",
                            "Use the currency and the sign of the payment.")
                    .orThrow();
            long open = sign * Math.max(0, sign * invoice.open().amountMinor());
            long most = sign * Math.min(sign * open, sign * free);
            long amount = part.amount() == null ? most : part.amount().amountMinor();
            if (amount == 0 || sign * amount > sign * open)
                throw new PaymentTooHigh(
                        invoice.label(), new Money(open, payment.amount().currency()));
            if (sign * amount > sign * free)
                throw new PaymentTooHigh(
                        "the payment", new Money(free, payment.amount().currency()));
            var entry = difference(payment, invoice, allocated, amount);
            rows.allocate(ids.next(), payment.id(), invoice.id(), amount, entry, clock.instant());
            invoiceDesk.paid(invoice.id(), amount);
            free -= amount;
            allocated += amount;
        }
        rows.allocated(payment.id(), allocated, clock.instant());
    }

    /** Both are counted up from the beginning, so that parts rounded one by one add up to the whole. */
    private @Nullable UUID difference(Payment payment, Invoice invoice, long allocated, long amount) {
        var theirs = Objects.requireNonNull(invoice.rate());
        if (theirs.compareTo(payment.rate()) == 0) return null;
        var currency = payment.amount().currency();
        long owed = between(currency, invoice.paid().amountMinor(), amount, theirs);
        long came = between(currency, allocated, amount, payment.rate());
        return bookkeeping.exchange(
                payment.id(),
                payment.paidOn(),
                EntryWords.of(EntryWords.Kind.EXCHANGE_DIFFERENCE, invoice.number()),
                currency,
                owed - came,
                new Posting.About(
                        invoice.event() == null ? null : invoice.event().id(),
                        invoice.client().id(),
                        invoice.deal() == null ? null : invoice.deal().id()));
    }

    private long between(java.util.Currency currency, long before, long amount, BigDecimal rate) {
        return bookkeeping.own(new Money(before + amount, currency), rate).amountMinor()
                - bookkeeping.own(new Money(before, currency), rate).amountMinor();
    }

    @Override
    @Transactional
    public Payment release(UUID id, UUID invoice, IfMatch ifMatch) {
        var before = locked(id, ifMatch);
        release(before, invoice);
        return changed(before, "released");
    }

    private void release(Payment payment, UUID invoice) {
        invoices.lock(List.of(invoice));
        var part = rows.allocation(payment.id(), invoice).orElseThrow(() -> new NotFound("allocation", invoice));
        rows.release(part.id());
        if (part.entry() != null)
            bookkeeping.reverse(
                    part.entry(),
                    bookkeeping.today(),
                    EntryWords.of(EntryWords.Kind.EXCHANGE_TAKEN_BACK, null),
                    KIND,
                    payment.id());
        invoiceDesk.paid(invoice, -part.amount());
        rows.allocated(payment.id(), get(payment.id()).allocated().amountMinor() - part.amount(), clock.instant());
    }

    @Override
    @Transactional
    public Payment refund(UUID id, Refund refund) {
        var before = locked(id, IfMatch.ANY);
        new Check()
                .that(
                        before.amount().amountMinor() > 0,
                        "id",
                        "a-refund",
                        "What was paid back is not paid back again. Cancel the refund.")
                .that(
                        refund.amount() == null
                                || refund.amount().amountMinor() > 0
                                        && refund.amount()
                                                .currency()
                                                .equals(before.amount().currency()),
                        "amount",
                        "of-another-kind",
                        "Enter an amount above zero in the currency of the payment.")
                .orThrow();
        long amount = refund.amount() == null
                ? before.free().amountMinor()
                : refund.amount().amountMinor();
        if (amount == 0 || amount > before.free().amountMinor()) throw new PaymentTooHigh("the payment", before.free());
        var currency = before.amount().currency();
        var made = made(
                new NewPayment(
                        before.client().id(),
                        refund.paidOn(),
                        new Money(-amount, currency),
                        before.rate(),
                        refund.reference(),
                        null,
                        List.of()),
                null,
                id);
        rows.allocated(made.id(), -amount, clock.instant());
        rows.allocated(id, before.allocated().amountMinor() + amount, clock.instant());
        changed(before, "refunded");
        return get(made.id());
    }

    @Override
    @Transactional
    public Payment cancel(UUID id, Cancellation cancellation, IfMatch ifMatch) {
        var reason = cancellation.reason() == null ? "" : cancellation.reason().strip();
        new Check().required(reason, "reason").line(reason, "reason", 300).orThrow();
        var before = locked(id, ifMatch);
        if (rows.refunded(id)) throw new PaymentRefunded();
        for (var part : before.parts()) release(before, part.invoiceId());
        if (before.refundsId() != null) {
            rows.lock(before.refundsId());
            var paid = get(before.refundsId());
            rows.allocated(
                    paid.id(), paid.allocated().amountMinor() + before.amount().amountMinor(), clock.instant());
            rows.allocated(id, 0, clock.instant());
        }
        rows.cancelled(id, clock.instant());
        bookkeeping.reverse(
                before.entryId(),
                bookkeeping.today(),
                EntryWords.because(EntryWords.Kind.PAYMENT_CANCELLED, reason),
                KIND,
                id);
        var after = get(id);
        audit.record(
                after.subject(),
                "cancelled",
                after.version(),
                List.of(
                        audit.change("reason", null, reason),
                        audit.change("parts", Facts.of(before).parts(), List.of())));
        return after;
    }

    @Override
    @Transactional
    public List<CsvLine> take(Csv csv) {
        var result = new ArrayList<CsvLine>();
        for (var line : files.read(csv.text())) result.add(take(line, csv.dryRun()));
        return result;
    }

    private CsvLine take(BankFile.Line line, boolean dryRun) {
        if (line.problem() != null) return told(line, CsvState.UNREADABLE, line.problem(), null, null, null);
        var known = rows.ofBank(line.key());
        if (known.isPresent()) return told(line, CsvState.KNOWN, "Entered already.", null, null, known.get());
        var amount = Objects.requireNonNull(line.amount());
        var invoice = rows.invoiceNamedIn(line.reference() + " ")
                .flatMap(invoices::find)
                .orElse(null);
        var client = invoice != null
                ? invoice.client()
                : rows.clientNamed(line.payer())
                        .map(id -> new Named(id, line.payer()))
                        .orElse(null);
        if (client == null)
            return told(
                    line,
                    CsvState.UNMATCHED,
                    "No invoice and no client was found: enter it by hand.",
                    null,
                    null,
                    null);
        if (!amount.currency().equals(bookkeeping.currency()))
            return told(
                    line,
                    CsvState.UNMATCHED,
                    "It is in another currency: enter it by hand, with its rate.",
                    client,
                    invoice,
                    null);
        var paid = invoice != null
                        && invoice.currency().equals(amount.currency().getCurrencyCode())
                        && Long.signum(invoice.open().amountMinor()) == Long.signum(amount.amountMinor())
                ? List.of(new Part(invoice.id(), null))
                : List.<Part>of();
        var message = paid.isEmpty() ? "Stays free." : "Pays an invoice.";
        if (dryRun) return told(line, CsvState.TAKEN, message, client, invoice, null);
        var made = made(
                new NewPayment(
                        client.id(),
                        line.date(),
                        amount,
                        null,
                        line.reference().isBlank() ? null : line.reference(),
                        line.payer().isBlank() ? null : line.payer(),
                        paid),
                line.key(),
                null);
        return told(line, CsvState.TAKEN, message, made.client(), invoice, made.id());
    }

    private static CsvLine told(
            BankFile.Line line,
            CsvState state,
            String message,
            @Nullable Named client,
            @Nullable Invoice invoice,
            @Nullable UUID payment) {
        return new CsvLine(
                line.line(),
                state,
                message,
                line.date(),
                line.amount(),
                line.payer(),
                line.reference(),
                client,
                invoice == null || invoice.number() == null ? null : new Named(invoice.id(), invoice.number()),
                payment);
    }
}
