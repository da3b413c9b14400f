package eventkit.finance;

import static eventkit.finance.db.Tables.ALLOCATION;
import static eventkit.finance.db.Tables.CLIENT_SEEN;
import static eventkit.finance.db.Tables.INVOICE;
import static eventkit.finance.db.Tables.PAYMENT;
import static eventkit.finance.db.Tables.PAYMENT_ROW;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Money;
import eventkit.core.Page;
import eventkit.finance.db.tables.records.PaymentRowRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of payments. */
@Component
class PaymentRows {
    private static final Listing LISTING = Listing.by(PAYMENT_ROW.ID, "-paidOn")
            .sort("paidOn", PAYMENT_ROW.PAID_ON)
            .sort("changedAt", PAYMENT_ROW.CHANGED_AT);
    private final DSLContext db;

    PaymentRows(DSLContext db) {
        this.db = db;
    }

    Optional<Payment> find(UUID id) {
        var parts = parts(List.of(id));
        return db.selectFrom(PAYMENT_ROW).where(PAYMENT_ROW.ID.eq(id)).fetchOptional(r -> map(r, parts));
    }

    void lock(UUID id) {
        db.select(PAYMENT.ID).from(PAYMENT).where(PAYMENT.ID.eq(id)).forUpdate().fetch();
    }

    Page<Payment> list(Payments.Filter f, ListQuery query) {
        var wanted = new ArrayList<Condition>();
        if (!f.clients().isEmpty()) wanted.add(PAYMENT_ROW.CLIENT_ID.in(f.clients()));
        if (!f.invoices().isEmpty())
            wanted.add(PAYMENT_ROW.ID.in(
                    DSL.select(ALLOCATION.PAYMENT_ID).from(ALLOCATION).where(ALLOCATION.INVOICE_ID.in(f.invoices()))));
        if (f.free() != null) {
            var free = PAYMENT_ROW.ALLOCATED_MINOR.ne(PAYMENT_ROW.AMOUNT_MINOR).and(PAYMENT_ROW.CANCELLED_AT.isNull());
            wanted.add(f.free() ? free : free.not());
        }
        if (f.from() != null) wanted.add(PAYMENT_ROW.PAID_ON.ge(f.from()));
        if (f.to() != null) wanted.add(PAYMENT_ROW.PAID_ON.le(f.to()));
        wanted.add(Listing.words(
                query.text(),
                PAYMENT_ROW.CLIENT_NAME,
                DSL.coalesce(PAYMENT_ROW.REFERENCE, ""),
                DSL.coalesce(PAYMENT_ROW.NOTE, "")));
        var parts = new HashMap<UUID, List<Payment.Part>>();
        return LISTING.page(
                db,
                query,
                PAYMENT_ROW,
                DSL.and(wanted),
                found -> {
                    parts.putAll(parts(found));
                    return db.selectFrom(PAYMENT_ROW).where(PAYMENT_ROW.ID.in(found));
                },
                r -> r.getId(),
                r -> map(r, parts));
    }

    private Map<UUID, List<Payment.Part>> parts(Collection<UUID> payments) {
        return db.select(ALLOCATION.PAYMENT_ID, INVOICE.ID, INVOICE.NUMBER, ALLOCATION.AMOUNT_MINOR, INVOICE.CURRENCY)
                .from(ALLOCATION)
                .join(INVOICE)
                .on(INVOICE.ID.eq(ALLOCATION.INVOICE_ID))
                .where(ALLOCATION.PAYMENT_ID.in(payments))
                .orderBy(ALLOCATION.ID)
                .fetchGroups(
                        r -> r.value1(),
                        r -> new Payment.Part(r.value2(), r.value3(), Money.of(r.value4(), r.value5())));
    }

    record New(
            UUID id,
            UUID client,
            LocalDate paidOn,
            Money amount,
            BigDecimal rate,
            Money own,
            @Nullable String reference,
            @Nullable String note,
            @Nullable String bankKey,
            @Nullable UUID refunds,
            UUID entry) {}

    void insert(New p, String by, Instant now) {
        db.insertInto(PAYMENT)
                .set(PAYMENT.ID, p.id())
                .set(PAYMENT.CLIENT_ID, p.client())
                .set(PAYMENT.PAID_ON, p.paidOn())
                .set(PAYMENT.AMOUNT_MINOR, p.amount().amountMinor())
                .set(PAYMENT.CURRENCY, p.amount().currency().getCurrencyCode())
                .set(PAYMENT.RATE, p.rate())
                .set(PAYMENT.OWN_MINOR, p.own().amountMinor())
                .set(PAYMENT.REFERENCE, p.reference())
                .set(PAYMENT.NOTE, p.note())
                .set(PAYMENT.BANK_KEY, p.bankKey())
                .set(PAYMENT.REFUNDS_ID, p.refunds())
                .set(PAYMENT.ENTRY_ID, p.entry())
                .set(PAYMENT.CREATED_AT, now)
                .set(PAYMENT.CREATED_BY_NAME, by)
                .set(PAYMENT.CHANGED_AT, now)
                .execute();
    }

    void allocated(UUID id, long allocated, Instant now) {
        db.update(PAYMENT)
                .set(PAYMENT.ALLOCATED_MINOR, allocated)
                .set(PAYMENT.CHANGED_AT, now)
                .set(PAYMENT.VERSION, PAYMENT.VERSION.plus(1))
                .where(PAYMENT.ID.eq(id))
                .execute();
    }

    void cancelled(UUID id, Instant now) {
        db.update(PAYMENT)
                .set(PAYMENT.CANCELLED_AT, now)
                .set(PAYMENT.CHANGED_AT, now)
                // a file may bring it again
                .set(PAYMENT.BANK_KEY, (String) null)
                .set(PAYMENT.VERSION, PAYMENT.VERSION.plus(1))
                .where(PAYMENT.ID.eq(id))
                .execute();
    }

    record Allocated(UUID id, long amount, @Nullable UUID entry) {}

    Optional<Allocated> allocation(UUID payment, UUID invoice) {
        return db.selectFrom(ALLOCATION)
                .where(ALLOCATION.PAYMENT_ID.eq(payment), ALLOCATION.INVOICE_ID.eq(invoice))
                .fetchOptional(r -> new Allocated(r.getId(), r.getAmountMinor(), r.getEntryId()));
    }

    void allocate(UUID id, UUID payment, UUID invoice, long amount, @Nullable UUID entry, Instant now) {
        db.insertInto(ALLOCATION)
                .set(ALLOCATION.ID, id)
                .set(ALLOCATION.PAYMENT_ID, payment)
                .set(ALLOCATION.INVOICE_ID, invoice)
                .set(ALLOCATION.AMOUNT_MINOR, amount)
                .set(ALLOCATION.ENTRY_ID, entry)
                .set(ALLOCATION.CREATED_AT, now)
                .execute();
    }

    void release(UUID allocation) {
        db.deleteFrom(ALLOCATION).where(ALLOCATION.ID.eq(allocation)).execute();
    }

    boolean refunded(UUID id) {
        return db.fetchExists(PAYMENT, PAYMENT.REFUNDS_ID.eq(id).and(PAYMENT.CANCELLED_AT.isNull()));
    }

    Optional<UUID> ofBank(String key) {
        return db.select(PAYMENT.ID)
                .from(PAYMENT)
                .where(PAYMENT.BANK_KEY.eq(key))
                .fetchOptional(PAYMENT.ID);
    }

    /** The issued invoice whose number stands in the text; the longest of several. */
    Optional<UUID> invoiceNamedIn(String text) {
        return db.select(INVOICE.ID)
                .from(INVOICE)
                .where(DSL.condition("position(upper({0}) in upper({1})) > 0", INVOICE.NUMBER, DSL.val(text)))
                .and(INVOICE.KIND.ne(InvoiceKind.CREDIT_NOTE.name()))
                .orderBy(DSL.length(INVOICE.NUMBER).desc())
                .limit(1)
                .fetchOptional(INVOICE.ID);
    }

    /** The client of exactly this name, if there is only one. */
    Optional<UUID> clientNamed(String name) {
        var found = db.select(CLIENT_SEEN.ID)
                .from(CLIENT_SEEN)
                .where(DSL.lower(CLIENT_SEEN.NAME).eq(DSL.lower(name.strip())))
                .limit(2)
                .fetch(CLIENT_SEEN.ID);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    int count(UUID client) {
        return db.fetchCount(PAYMENT, PAYMENT.CLIENT_ID.eq(client));
    }

    private static Payment map(PaymentRowRecord r, Map<UUID, List<Payment.Part>> parts) {
        var currency = Currency.getInstance(r.getCurrency());
        boolean over = r.getCancelledAt() != null;
        return new Payment(
                r.getId(),
                new Named(r.getClientId(), r.getClientName()),
                r.getPaidOn(),
                new Money(r.getAmountMinor(), currency),
                r.getRate(),
                r.getReference(),
                r.getNote(),
                new Money(r.getAllocatedMinor(), currency),
                new Money(over ? 0 : r.getAmountMinor() - r.getAllocatedMinor(), currency),
                List.copyOf(parts.getOrDefault(r.getId(), List.of())),
                r.getRefundsId(),
                r.getEntryId(),
                r.getCancelledAt(),
                r.getCreatedAt(),
                r.getCreatedByName(),
                r.getVersion());
    }
}
