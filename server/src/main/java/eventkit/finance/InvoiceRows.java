package eventkit.finance;

import static eventkit.finance.db.Tables.DEDUCTION;
import static eventkit.finance.db.Tables.INVOICE;
import static eventkit.finance.db.Tables.INVOICE_LINE;
import static eventkit.finance.db.Tables.INVOICE_ROW;
import static eventkit.finance.db.Tables.INVOICE_VAT;

import eventkit.core.Ids;
import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Money;
import eventkit.core.Page;
import eventkit.core.VatCategory;
import eventkit.finance.db.tables.records.InvoiceLineRecord;
import eventkit.finance.db.tables.records.InvoiceRowRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.RecordMapper;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of invoices. */
@Component
class InvoiceRows {
    private static final LocalDate NEVER = LocalDate.of(9999, 1, 1);
    private static final Listing LISTING = Listing.by(INVOICE_ROW.ID, "-issuedOn")
            .sort("number", DSL.coalesce(INVOICE_ROW.NUMBER, ""))
            .sort("issuedOn", DSL.coalesce(INVOICE_ROW.ISSUED_ON, NEVER))
            .sort("changedAt", INVOICE_ROW.CHANGED_AT)
            .sort("due", DSL.coalesce(INVOICE_ROW.DUE_ON, NEVER))
            .sort("open", DSL.coalesce(INVOICE_ROW.OPEN_MINOR, 0L))
            .sort("client", DSL.lower(INVOICE_ROW.CLIENT_NAME));
    private final DSLContext db;
    private final JsonMapper json;
    private final Ids ids;
    private final Bookkeeping bookkeeping;

    InvoiceRows(DSLContext db, JsonMapper json, Ids ids, Bookkeeping bookkeeping) {
        this.db = db;
        this.json = json;
        this.ids = ids;
        this.bookkeeping = bookkeeping;
    }

    Optional<Invoice> find(UUID id) {
        return db.selectFrom(INVOICE_ROW).where(INVOICE_ROW.ID.eq(id)).fetchOptional(map());
    }

    void lock(Collection<UUID> wanted) {
        db.select(INVOICE.ID)
                .from(INVOICE)
                .where(INVOICE.ID.in(wanted))
                .orderBy(INVOICE.ID)
                .forUpdate()
                .fetch();
    }

    Page<Invoice> list(Invoices.Filter filter, ListQuery query) {
        var map = map();
        return LISTING.page(
                db,
                query,
                INVOICE_ROW,
                where(filter, query.text()),
                found -> db.selectFrom(INVOICE_ROW).where(INVOICE_ROW.ID.in(found)),
                r -> r.getId(),
                r -> Objects.requireNonNull(map.map(r)));
    }

    /** The newest first. */
    List<Invoice> ofQuote(UUID quote) {
        return db.selectFrom(INVOICE_ROW)
                .where(INVOICE_ROW.QUOTE_ID.eq(quote))
                .orderBy(INVOICE_ROW.CREATED_AT.desc(), INVOICE_ROW.ID.desc())
                .fetch(map());
    }

    /** Deposits of a quote that were billed, stand, and are deducted nowhere. */
    List<UUID> depositsToDeduct(UUID quote) {
        return db.select(INVOICE.ID)
                .from(INVOICE)
                .where(
                        INVOICE.QUOTE_ID.eq(quote),
                        INVOICE.KIND.eq(InvoiceKind.DEPOSIT.name()),
                        INVOICE.NUMBER.isNotNull(),
                        INVOICE.STATE.ne(InvoiceState.CREDITED.name()),
                        notDeducted(INVOICE.ID))
                .orderBy(INVOICE.ISSUED_ON, INVOICE.NUMBER)
                .fetch(INVOICE.ID);
    }

    private static Condition notDeducted(Field<UUID> deposit) {
        return DSL.notExists(DSL.selectOne()
                .from(DEDUCTION)
                .where(DEDUCTION.DEPOSIT_ID.eq(deposit).and(DEDUCTION.LIVE)));
    }

    private Condition where(Invoices.Filter f, @Nullable String text) {
        var wanted = new ArrayList<Condition>();
        if (!f.kinds().isEmpty())
            wanted.add(INVOICE_ROW.KIND.in(f.kinds().stream().map(Enum::name).toList()));
        if (!f.states().isEmpty())
            wanted.add(INVOICE_ROW.STATE.in(f.states().stream().map(Enum::name).toList()));
        if (!f.clients().isEmpty()) wanted.add(INVOICE_ROW.CLIENT_ID.in(f.clients()));
        if (!f.events().isEmpty()) wanted.add(INVOICE_ROW.EVENT_ID.in(f.events()));
        if (!f.deals().isEmpty()) wanted.add(INVOICE_ROW.DEAL_ID.in(f.deals()));
        if (f.overdue() != null) {
            var late = INVOICE_ROW.OPEN_MINOR.gt(0L).and(INVOICE_ROW.DUE_ON.lt(bookkeeping.today()));
            wanted.add(f.overdue() ? late : INVOICE_ROW.DUE_ON.isNull().or(late.not()));
        }
        if (f.open() != null) wanted.add(f.open() ? INVOICE_ROW.OPEN_MINOR.ne(0L) : INVOICE_ROW.OPEN_MINOR.eq(0L));
        if (!f.ages().isEmpty())
            wanted.add(INVOICE_ROW.OPEN_MINOR.ne(0L).and(Age.any(f.ages(), INVOICE_ROW.DUE_ON, bookkeeping.today())));
        if (!f.currencies().isEmpty()) wanted.add(INVOICE_ROW.CURRENCY.in(f.currencies()));
        if (f.deductible() != null) {
            var free = INVOICE_ROW
                    .KIND
                    .eq(InvoiceKind.DEPOSIT.name())
                    .and(INVOICE_ROW.NUMBER.isNotNull())
                    .and(INVOICE_ROW.CREDITED_MINOR.eq(0L))
                    .and(notDeducted(INVOICE_ROW.ID));
            wanted.add(f.deductible() ? free : free.not());
        }
        if (f.issuedFrom() != null) wanted.add(INVOICE_ROW.ISSUED_ON.ge(f.issuedFrom()));
        if (f.issuedTo() != null) wanted.add(INVOICE_ROW.ISSUED_ON.le(f.issuedTo()));
        wanted.add(Listing.words(
                text,
                DSL.coalesce(INVOICE_ROW.NUMBER, ""),
                INVOICE_ROW.TITLE,
                INVOICE_ROW.CLIENT_NAME,
                DSL.coalesce(INVOICE_ROW.EVENT_NUMBER, ""),
                DSL.coalesce(INVOICE_ROW.EVENT_NAME, ""),
                DSL.coalesce(INVOICE_ROW.BUYER_REFERENCE, "")));
        return DSL.and(wanted);
    }

    List<InvoiceDocument.Line> lines(UUID id, Currency currency) {
        return db.selectFrom(INVOICE_LINE)
                .where(INVOICE_LINE.INVOICE_ID.eq(id))
                .orderBy(INVOICE_LINE.POSITION)
                .fetch(r -> line(r, currency));
    }

    private static InvoiceDocument.Line line(InvoiceLineRecord r, Currency currency) {
        return new InvoiceDocument.Line(
                r.getId(),
                r.getPosition(),
                r.getText(),
                r.getDescription(),
                r.getQuantity(),
                r.getUnit(),
                r.getUnitPrice(),
                r.getDiscountPercent(),
                new Money(r.getNetMinor(), currency),
                VatCategory.ofCode(r.getVatCategory()),
                r.getVatPercent(),
                r.getExemptionReason(),
                ProfitGroup.valueOf(r.getProfitGroup()),
                r.getEventId(),
                r.getCostId(),
                r.getQuotePartId());
    }

    /** Of issued credit notes over it. */
    List<InvoiceDocument.Line> creditedLines(UUID id, Currency currency) {
        var note = INVOICE.as("note");
        return db.select(INVOICE_LINE.fields())
                .from(INVOICE_LINE)
                .join(note)
                .on(note.ID.eq(INVOICE_LINE.INVOICE_ID))
                .where(note.CORRECTS_ID.eq(id), note.NUMBER.isNotNull())
                .orderBy(note.NUMBER, INVOICE_LINE.POSITION)
                .fetch(r -> line(r.into(INVOICE_LINE), currency));
    }

    List<InvoiceDocument.VatSum> vat(UUID id, Currency currency) {
        return db.selectFrom(INVOICE_VAT)
                .where(INVOICE_VAT.INVOICE_ID.eq(id))
                .orderBy(INVOICE_VAT.POSITION)
                .fetch(r -> new InvoiceDocument.VatSum(
                        VatCategory.ofCode(r.getCategory()),
                        r.getPercent(),
                        new Money(r.getBaseMinor(), currency),
                        new Money(r.getVatMinor(), currency),
                        r.getExemptionReason()));
    }

    List<InvoiceDocument.Deduction> deductions(UUID id) {
        var deposit = INVOICE.as("deposit");
        return db.select(
                        deposit.ID,
                        deposit.NUMBER,
                        deposit.ISSUED_ON,
                        deposit.NET_MINOR,
                        deposit.VAT_MINOR,
                        deposit.GROSS_MINOR,
                        deposit.CURRENCY)
                .from(DEDUCTION)
                .join(deposit)
                .on(deposit.ID.eq(DEDUCTION.DEPOSIT_ID))
                .where(DEDUCTION.INVOICE_ID.eq(id))
                .orderBy(deposit.ISSUED_ON, deposit.NUMBER)
                .fetch(r -> {
                    var currency = r.get(deposit.CURRENCY);
                    return new InvoiceDocument.Deduction(
                            r.get(deposit.ID),
                            r.get(deposit.NUMBER),
                            r.get(deposit.ISSUED_ON),
                            Money.of(r.get(deposit.NET_MINOR), currency),
                            Money.of(r.get(deposit.VAT_MINOR), currency),
                            Money.of(r.get(deposit.GROSS_MINOR), currency));
                });
    }

    Optional<Party> seller(UUID id) {
        return party(id, INVOICE.SELLER);
    }

    Optional<Party> buyer(UUID id) {
        return party(id, INVOICE.BUYER);
    }

    private Optional<Party> party(UUID id, Field<JSONB> side) {
        return db.select(side)
                .from(INVOICE)
                .where(INVOICE.ID.eq(id))
                .fetchOptional(side)
                .map(text -> json.readValue(text.data(), Party.class));
    }

    /** The invoice that deducts this deposit and stands. */
    boolean deducted(UUID deposit) {
        return db.fetchExists(DEDUCTION, DEDUCTION.DEPOSIT_ID.eq(deposit).and(DEDUCTION.LIVE));
    }

    void insert(UUID id, InvoiceForm form, @Nullable UUID corrects, String by, Instant now) {
        db.insertInto(INVOICE)
                .set(facts(form))
                .set(INVOICE.ID, id)
                .set(INVOICE.CORRECTS_ID, corrects)
                .set(INVOICE.CREATED_AT, now)
                .set(INVOICE.CREATED_BY_NAME, by)
                .set(INVOICE.CHANGED_AT, now)
                .execute();
        parts(id, form);
    }

    void update(UUID id, InvoiceForm form, Instant now) {
        db.update(INVOICE)
                .set(facts(form))
                .set(INVOICE.CHANGED_AT, now)
                .set(INVOICE.VERSION, INVOICE.VERSION.plus(1))
                .where(INVOICE.ID.eq(id))
                .execute();
        db.deleteFrom(INVOICE_LINE).where(INVOICE_LINE.INVOICE_ID.eq(id)).execute();
        db.deleteFrom(INVOICE_VAT).where(INVOICE_VAT.INVOICE_ID.eq(id)).execute();
        db.deleteFrom(DEDUCTION).where(DEDUCTION.INVOICE_ID.eq(id)).execute();
        parts(id, form);
    }

    private static Map<Field<?>, @Nullable Object> facts(InvoiceForm f) {
        var d = f.details();
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(INVOICE.KIND, d.kind().name());
        values.put(INVOICE.SERIES_ID, d.seriesId());
        values.put(INVOICE.TITLE, d.title());
        values.put(INVOICE.CLIENT_ID, d.clientId());
        values.put(INVOICE.EVENT_ID, d.eventId());
        values.put(INVOICE.DEAL_ID, d.dealId());
        values.put(INVOICE.QUOTE_ID, d.quoteId());
        values.put(INVOICE.LANGUAGE, d.language());
        values.put(INVOICE.CURRENCY, d.currency());
        values.put(INVOICE.SUPPLIED_FROM, d.suppliedFrom());
        values.put(INVOICE.SUPPLIED_TO, d.suppliedTo());
        values.put(INVOICE.PAYMENT_DAYS, d.paymentDays());
        values.put(INVOICE.BUYER_REFERENCE, d.buyerReference());
        values.put(INVOICE.INTRODUCTION, d.introduction());
        values.put(INVOICE.CLOSING, d.closing());
        values.put(INVOICE.NET_MINOR, f.totals().net().amountMinor());
        values.put(INVOICE.VAT_MINOR, f.totals().tax().amountMinor());
        values.put(INVOICE.GROSS_MINOR, f.totals().gross().amountMinor());
        values.put(INVOICE.DEDUCTED_MINOR, f.deducted().amountMinor());
        return values;
    }

    private void parts(UUID id, InvoiceForm form) {
        var lines = form.details().lines();
        if (!lines.isEmpty()) {
            var insert = db.insertInto(
                    INVOICE_LINE,
                    INVOICE_LINE.ID,
                    INVOICE_LINE.INVOICE_ID,
                    INVOICE_LINE.POSITION,
                    INVOICE_LINE.TEXT,
                    INVOICE_LINE.DESCRIPTION,
                    INVOICE_LINE.QUANTITY,
                    INVOICE_LINE.UNIT,
                    INVOICE_LINE.UNIT_PRICE,
                    INVOICE_LINE.DISCOUNT_PERCENT,
                    INVOICE_LINE.NET_MINOR,
                    INVOICE_LINE.VAT_CATEGORY,
                    INVOICE_LINE.VAT_PERCENT,
                    INVOICE_LINE.EXEMPTION_REASON,
                    INVOICE_LINE.PROFIT_GROUP,
                    INVOICE_LINE.EVENT_ID,
                    INVOICE_LINE.COST_ID,
                    INVOICE_LINE.QUOTE_PART_ID);
            for (int i = 0; i < lines.size(); i++) {
                var l = lines.get(i);
                insert = insert.values(
                        ids.next(),
                        id,
                        i,
                        l.text(),
                        l.description(),
                        l.quantity(),
                        l.unit(),
                        l.unitPrice(),
                        l.discountPercent(),
                        form.nets().get(i).amountMinor(),
                        InvoiceForm.category(l).code(),
                        l.vatPercent(),
                        l.exemptionReason(),
                        InvoiceForm.group(l).name(),
                        l.eventId(),
                        l.costId(),
                        l.quotePartId());
            }
            insert.execute();
        }
        int position = 0;
        for (var sum : form.totals().sums())
            db.insertInto(INVOICE_VAT)
                    .set(INVOICE_VAT.INVOICE_ID, id)
                    .set(INVOICE_VAT.POSITION, position++)
                    .set(INVOICE_VAT.CATEGORY, sum.rate().category().code())
                    .set(INVOICE_VAT.PERCENT, sum.rate().percent())
                    .set(INVOICE_VAT.BASE_MINOR, sum.net().amountMinor())
                    .set(INVOICE_VAT.VAT_MINOR, sum.tax().amountMinor())
                    .set(INVOICE_VAT.EXEMPTION_REASON, form.reason(sum.rate()))
                    .execute();
        for (var deposit : form.deposits())
            db.insertInto(DEDUCTION)
                    .set(DEDUCTION.INVOICE_ID, id)
                    .set(DEDUCTION.DEPOSIT_ID, deposit.id())
                    .set(DEDUCTION.GROSS_MINOR, deposit.gross().amountMinor())
                    .set(DEDUCTION.LIVE, form.details().kind() != InvoiceKind.CREDIT_NOTE)
                    .execute();
    }

    void delete(UUID id) {
        db.deleteFrom(INVOICE).where(INVOICE.ID.eq(id)).execute();
    }

    /** What is known only when it is issued. */
    record Issued(
            int year,
            long number,
            String label,
            LocalDate on,
            LocalDate due,
            BigDecimal rate,
            long ownGross,
            Party seller,
            Party buyer,
            UUID look,
            InvoiceState state) {}

    void issued(UUID id, Issued i, Instant now) {
        db.update(INVOICE)
                .set(INVOICE.STATE, i.state().name())
                .set(INVOICE.SERIES_YEAR, i.year())
                .set(INVOICE.SERIES_NUMBER, i.number())
                .set(INVOICE.NUMBER, i.label())
                .set(INVOICE.ISSUED_ON, i.on())
                .set(INVOICE.DUE_ON, i.due())
                .set(INVOICE.RATE, i.rate())
                .set(INVOICE.OWN_GROSS_MINOR, i.ownGross())
                .set(INVOICE.SELLER, JSONB.valueOf(json.writeValueAsString(i.seller())))
                .set(INVOICE.BUYER, JSONB.valueOf(json.writeValueAsString(i.buyer())))
                .set(INVOICE.LOOK_ID, i.look())
                .set(INVOICE.CHANGED_AT, now)
                .set(INVOICE.VERSION, INVOICE.VERSION.plus(1))
                .where(INVOICE.ID.eq(id))
                .execute();
    }

    void posted(UUID id, @Nullable UUID entry) {
        if (entry == null) return;
        db.update(INVOICE).set(INVOICE.ENTRY_ID, entry).where(INVOICE.ID.eq(id)).execute();
    }

    void settled(UUID id, long paid, long credited, InvoiceState state, Instant now) {
        db.update(INVOICE)
                .set(INVOICE.PAID_MINOR, paid)
                .set(INVOICE.CREDITED_MINOR, credited)
                .set(INVOICE.STATE, state.name())
                .set(INVOICE.CHANGED_AT, now)
                .set(INVOICE.VERSION, INVOICE.VERSION.plus(1))
                .where(INVOICE.ID.eq(id))
                .execute();
    }

    void reminded(UUID id, int level, Instant now) {
        db.update(INVOICE)
                .set(INVOICE.REMINDER_LEVEL, level)
                .set(INVOICE.CHANGED_AT, now)
                .set(INVOICE.VERSION, INVOICE.VERSION.plus(1))
                .where(INVOICE.ID.eq(id))
                .execute();
    }

    /** What it deducted can be deducted again. */
    void freeDeposits(UUID id) {
        db.update(DEDUCTION)
                .set(DEDUCTION.LIVE, false)
                .where(DEDUCTION.INVOICE_ID.eq(id))
                .execute();
    }

    /** In the currency of the books, as it was posted. */
    long ownGross(UUID id) {
        return Objects.requireNonNull(db.select(INVOICE.OWN_GROSS_MINOR)
                .from(INVOICE)
                .where(INVOICE.ID.eq(id))
                .fetchSingle(INVOICE.OWN_GROSS_MINOR));
    }

    int count(Condition condition) {
        return db.fetchCount(INVOICE, condition);
    }

    private RecordMapper<InvoiceRowRecord, Invoice> map() {
        var today = bookkeeping.today();
        return r -> map(r, today);
    }

    private static Invoice map(InvoiceRowRecord r, LocalDate today) {
        var currency = Currency.getInstance(r.getCurrency());
        long open = r.getOpenMinor();
        return new Invoice(
                r.getId(),
                InvoiceKind.valueOf(r.getKind()),
                InvoiceState.valueOf(r.getState()),
                r.getNumber(),
                r.getTitle(),
                new Named(r.getClientId(), r.getClientName()),
                JournalRows.named(r.getEventId(), r.getEventNumber() + " " + r.getEventName()),
                JournalRows.named(r.getDealId(), r.getDealNumber() + " " + r.getDealName()),
                r.getQuoteId(),
                JournalRows.named(r.getCorrectsId(), r.getCorrectsNumber()),
                r.getSeriesId(),
                r.getLanguage(),
                r.getCurrency(),
                r.getRate(),
                r.getIssuedOn(),
                r.getSuppliedFrom(),
                r.getSuppliedTo(),
                r.getPaymentDays(),
                r.getDueOn(),
                r.getDueOn() != null && open > 0 && r.getDueOn().isBefore(today),
                r.getBuyerReference(),
                r.getIntroduction(),
                r.getClosing(),
                new Money(r.getNetMinor(), currency),
                new Money(r.getVatMinor(), currency),
                new Money(r.getGrossMinor(), currency),
                new Money(r.getDeductedMinor(), currency),
                new Money(r.getPaidMinor(), currency),
                new Money(r.getCreditedMinor(), currency),
                new Money(open, currency),
                r.getReminderLevel(),
                r.getEntryId(),
                r.getCreatedAt(),
                r.getCreatedByName(),
                r.getChangedAt(),
                r.getVersion());
    }
}
