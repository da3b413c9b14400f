package eventkit.finance;

import static eventkit.finance.db.Tables.COST;
import static eventkit.finance.db.Tables.COST_ROW;
import static eventkit.finance.db.Tables.COST_SOURCE;
import static eventkit.finance.db.Tables.DAMAGE_SEEN;
import static eventkit.finance.db.Tables.DEAL_SEEN;
import static eventkit.finance.db.Tables.EVENT_SEEN;
import static eventkit.finance.db.Tables.MISSING_SEEN;
import static eventkit.finance.db.Tables.QUOTED_COST;
import static eventkit.finance.db.Tables.RETURNED_SEEN;
import static eventkit.finance.db.Tables.SUM;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Money;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.finance.db.tables.records.CostRowRecord;
import eventkit.finance.db.tables.records.EventSeenRecord;
import eventkit.quoting.LineKind;
import eventkit.quoting.Quotes;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of costs. */
@Component
class CostRows {
    private static final Listing LISTING = Listing.by(COST_ROW.ID, "-spentOn")
            .sort("spentOn", COST_ROW.SPENT_ON)
            .sort("amount", COST_ROW.OWN_MINOR)
            .sort("changedAt", COST_ROW.CHANGED_AT);
    private final DSLContext db;
    private final Bookkeeping bookkeeping;

    CostRows(DSLContext db, Bookkeeping bookkeeping) {
        this.db = db;
        this.bookkeeping = bookkeeping;
    }

    Optional<EventSeenRecord> event(UUID id) {
        return db.selectFrom(EVENT_SEEN).where(EVENT_SEEN.ID.eq(id)).fetchOptional();
    }

    /** The won deal that the event came from; the first of several. */
    @Nullable
    UUID deal(UUID event) {
        return db.select(DEAL_SEEN.ID)
                .from(DEAL_SEEN)
                .where(DEAL_SEEN.EVENT_ID.eq(event), DEAL_SEEN.STATE.eq("WON"))
                .orderBy(DEAL_SEEN.NUMBER)
                .limit(1)
                .fetchOne(DEAL_SEEN.ID);
    }

    /** What its won deals are worth, in the given currency; null where none says so. */
    @Nullable
    Long dealValue(UUID event, Currency currency) {
        var sum = db.select(DSL.sum(DEAL_SEEN.VALUE_MINOR))
                .from(DEAL_SEEN)
                .where(DEAL_SEEN.EVENT_ID.eq(event), DEAL_SEEN.STATE.eq("WON"))
                .and(DEAL_SEEN.CURRENCY.eq(currency.getCurrencyCode()))
                .fetchSingle()
                .value1();
        return sum == null ? null : sum.longValueExact();
    }

    Optional<Cost> find(UUID id) {
        var own = bookkeeping.currency();
        return db.selectFrom(COST_ROW).where(COST_ROW.ID.eq(id)).fetchOptional(r -> map(r, own));
    }

    void lock(UUID id) {
        db.select(COST.ID).from(COST).where(COST.ID.eq(id)).forUpdate().fetch();
    }

    /** Costs that the client is to pay and that stand on no invoice. */
    List<Cost> toCharge(UUID event) {
        return ofEvent(event).stream()
                .filter(c -> !c.planned() && c.charge() && c.chargedOn() == null)
                .toList();
    }

    /** One gathers for an event at a time. */
    void lockEvent(UUID event) {
        db.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "finance.costs:" + event);
    }

    Page<Cost> list(Costs.Filter f, ListQuery query) {
        var own = bookkeeping.currency();
        var wanted = new ArrayList<Condition>();
        if (!f.events().isEmpty()) wanted.add(COST_ROW.EVENT_ID.in(f.events()));
        if (!f.groups().isEmpty())
            wanted.add(
                    COST_ROW.PROFIT_GROUP.in(f.groups().stream().map(Enum::name).toList()));
        if (f.planned() != null) wanted.add(COST_ROW.PLANNED.eq(f.planned()));
        if (f.charge() != null) wanted.add(COST_ROW.CHARGE.eq(f.charge()));
        wanted.add(
                Boolean.TRUE.equals(f.takenBack())
                        ? COST_ROW.TAKEN_BACK_AT.isNotNull()
                        : COST_ROW.TAKEN_BACK_AT.isNull());
        wanted.add(Listing.words(query.text(), COST_ROW.TEXT, COST_ROW.EVENT_NUMBER, COST_ROW.EVENT_NAME));
        return LISTING.page(
                db,
                query,
                COST_ROW,
                DSL.and(wanted),
                found -> db.selectFrom(COST_ROW).where(COST_ROW.ID.in(found)),
                r -> r.getId(),
                r -> map(r, own));
    }

    /** Those that count. */
    List<Cost> ofEvent(UUID event) {
        var own = bookkeeping.currency();
        return db.selectFrom(COST_ROW)
                .where(COST_ROW.EVENT_ID.eq(event), COST_ROW.TAKEN_BACK_AT.isNull())
                .orderBy(COST_ROW.PROFIT_GROUP, COST_ROW.SPENT_ON, COST_ROW.ID)
                .fetch(r -> map(r, own));
    }

    /** @param key of the source that made it; null where somebody entered it */
    record New(
            UUID id,
            UUID event,
            boolean planned,
            ProfitGroup group,
            String text,
            LocalDate spentOn,
            BigDecimal quantity,
            String unit,
            BigDecimal unitCost,
            Money amount,
            BigDecimal rate,
            Money own,
            String sourceKind,
            @Nullable UUID sourceId,
            @Nullable String thing,
            @Nullable String key,
            boolean charge,
            @Nullable UUID entry) {}

    void insert(New c, String by, Instant now) {
        db.insertInto(COST)
                .set(COST.ID, c.id())
                .set(COST.EVENT_ID, c.event())
                .set(COST.PLANNED, c.planned())
                .set(COST.PROFIT_GROUP, c.group().name())
                .set(COST.TEXT, c.text())
                .set(COST.SPENT_ON, c.spentOn())
                .set(COST.QUANTITY, c.quantity())
                .set(COST.UNIT, c.unit())
                .set(COST.UNIT_COST, c.unitCost())
                .set(COST.AMOUNT_MINOR, c.amount().amountMinor())
                .set(COST.CURRENCY, c.amount().currency().getCurrencyCode())
                .set(COST.RATE, c.rate())
                .set(COST.OWN_MINOR, c.own().amountMinor())
                .set(COST.SOURCE_KIND, c.sourceKind())
                .set(COST.SOURCE_ID, c.sourceId())
                .set(COST.THING, c.thing())
                .set(COST.SOURCE_KEY, c.key())
                .set(COST.CHARGE, c.charge())
                .set(COST.ENTRY_ID, c.entry())
                .set(COST.CREATED_AT, now)
                .set(COST.CREATED_BY_NAME, by)
                .set(COST.CHANGED_AT, now)
                .execute();
    }

    void charge(UUID id, boolean charge, Instant now) {
        db.update(COST)
                .set(COST.CHARGE, charge)
                .set(COST.CHANGED_AT, now)
                .set(COST.VERSION, COST.VERSION.plus(1))
                .where(COST.ID.eq(id))
                .execute();
    }

    /** Each is charged once; nobody else charges them until the transaction ends. */
    void mustBeFree(Collection<UUID> costs) {
        if (costs.isEmpty()) return;
        db.select(COST.ID)
                .from(COST)
                .where(COST.ID.in(costs))
                .orderBy(COST.ID)
                .forUpdate()
                .fetch();
        for (var id : costs) {
            var cost = find(id).orElseThrow(() -> new NotFound(Costs.KIND, id));
            if (cost.chargedOn() != null || cost.takenBackAt() != null) throw new CostCharged(cost);
        }
    }

    /** @param invoice null: that was credited */
    void charged(Collection<UUID> costs, @Nullable UUID invoice) {
        if (costs.isEmpty()) return;
        db.update(COST)
                .set(COST.CHARGED_ON, invoice)
                .set(COST.VERSION, COST.VERSION.plus(1))
                .where(COST.ID.in(costs))
                .execute();
    }

    void takeBack(UUID id, Instant now) {
        db.update(COST)
                .set(COST.TAKEN_BACK_AT, now)
                .set(COST.CHANGED_AT, now)
                .set(COST.VERSION, COST.VERSION.plus(1))
                .where(COST.ID.eq(id))
                .execute();
    }

    /** What another room knows of an event's costs. */
    record Source(
            boolean planned,
            ProfitGroup group,
            String text,
            LocalDate spentOn,
            BigDecimal quantity,
            String unit,
            BigDecimal unitMinor,
            Currency currency,
            String kind,
            UUID id,
            @Nullable String thing,
            String key) {}

    List<Source> sources(UUID event) {
        var all = new ArrayList<>(recorded(event));
        db.selectFrom(QUOTED_COST)
                .where(QUOTED_COST.EVENT_ID.eq(event))
                .orderBy(QUOTED_COST.NAME, QUOTED_COST.LINE_ID)
                .forEach(r -> {
                    var currency = Currency.getInstance(r.getCurrency());
                    all.add(new Source(
                            true,
                            QuoteBill.group(LineKind.valueOf(r.getKind())),
                            r.getName(),
                            r.getSpentOn(),
                            r.getQuantity(),
                            "pc",
                            r.getUnitCost().movePointRight(Bookkeeping.digits(currency)),
                            currency,
                            Quotes.KIND,
                            r.getQuoteId(),
                            null,
                            "quote-line:" + r.getLineId()));
                });
        return all;
    }

    private List<Source> recorded(UUID event) {
        return db.selectFrom(COST_SOURCE)
                .where(COST_SOURCE.EVENT_ID.eq(event))
                .and(COST_SOURCE.UNIT_MINOR.isNotNull())
                .orderBy(COST_SOURCE.PROFIT_GROUP, COST_SOURCE.TEXT, COST_SOURCE.SOURCE_KEY)
                .fetch(r -> new Source(
                        r.getPlanned(),
                        ProfitGroup.valueOf(r.getProfitGroup()),
                        r.getText(),
                        r.getSpentOn(),
                        r.getQuantity(),
                        r.getUnit(),
                        r.getUnitMinor(),
                        Currency.getInstance(r.getCurrency()),
                        r.getSourceKind(),
                        r.getSourceId(),
                        r.getThing(),
                        r.getSourceKey()));
    }

    /** A cost that a source made and that counts. */
    record Taken(
            UUID id,
            boolean planned,
            String key,
            BigDecimal quantity,
            Money amount,
            @Nullable UUID entry,
            boolean charged) {}

    List<Taken> taken(UUID event) {
        return db.selectFrom(COST)
                .where(COST.EVENT_ID.eq(event), COST.SOURCE_KEY.isNotNull(), COST.TAKEN_BACK_AT.isNull())
                .fetch(r -> new Taken(
                        r.getId(),
                        r.getPlanned(),
                        r.getSourceKey(),
                        r.getQuantity(),
                        Money.of(r.getAmountMinor(), r.getCurrency()),
                        r.getEntryId(),
                        r.getChargedOn() != null));
    }

    /** @param own what the lines of the class and group add up to; debit is positive */
    record Summed(AccountClass of, @Nullable ProfitGroup group, long own) {}

    List<Summed> sums(UUID event) {
        var own = DSL.sum(SUM.OWN_MINOR);
        return db.select(SUM.CLASS, SUM.PROFIT_GROUP, own)
                .from(SUM)
                .where(SUM.EVENT_ID.eq(event))
                .groupBy(SUM.CLASS, SUM.PROFIT_GROUP)
                .fetch(r -> new Summed(
                        AccountClass.valueOf(r.value1()),
                        JournalRows.group(r.value2()),
                        r.value3().longValueExact()));
    }

    List<Costs.Thing> out(UUID event, boolean lost) {
        return db.selectFrom(MISSING_SEEN)
                .where(MISSING_SEEN.EVENT_ID.eq(event))
                .and(lost ? MISSING_SEEN.STATUS.eq("LOST") : MISSING_SEEN.STATUS.in("CHECKED_OUT", "ON_SITE"))
                .orderBy(MISSING_SEEN.NUMBER)
                .fetch(r -> new Costs.Thing("asset", r.getId(), r.getNumber(), r.getName(), r.getStatus()));
    }

    long back(UUID event) {
        return db.select(RETURNED_SEEN.BACK)
                .from(RETURNED_SEEN)
                .where(RETURNED_SEEN.EVENT_ID.eq(event))
                .fetchOptional(RETURNED_SEEN.BACK)
                .orElse(0L);
    }

    List<Costs.Thing> damaged(UUID event) {
        return db.selectFrom(DAMAGE_SEEN)
                .where(DAMAGE_SEEN.EVENT_ID.eq(event))
                .orderBy(DAMAGE_SEEN.NUMBER)
                .fetch(r -> new Costs.Thing(
                        "maintenance-job",
                        r.getId(),
                        r.getNumber(),
                        r.getAssetNumber() == null ? r.getName() : r.getAssetNumber() + " " + r.getName(),
                        r.getState()));
    }

    private static Cost map(CostRowRecord r, Currency own) {
        return new Cost(
                r.getId(),
                new Named(r.getEventId(), r.getEventNumber() + " " + r.getEventName()),
                r.getPlanned(),
                ProfitGroup.valueOf(r.getProfitGroup()),
                r.getText(),
                r.getSpentOn(),
                r.getQuantity(),
                r.getUnit(),
                r.getUnitCost(),
                Money.of(r.getAmountMinor(), r.getCurrency()),
                new Money(r.getOwnMinor(), own),
                r.getSourceKind(),
                r.getSourceId(),
                r.getThing(),
                r.getCharge(),
                JournalRows.named(
                        r.getChargedOn(), r.getChargedNumber() == null ? r.getChargedTitle() : r.getChargedNumber()),
                r.getEntryId(),
                r.getTakenBackAt(),
                r.getCreatedAt(),
                r.getCreatedByName(),
                r.getVersion());
    }
}
