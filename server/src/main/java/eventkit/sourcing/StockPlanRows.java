package eventkit.sourcing;

import static eventkit.sourcing.db.Tables.PLAN;
import static eventkit.sourcing.db.Tables.PLAN_LINE;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.sourcing.db.tables.records.PlanLineRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of planned purchases and sales. */
@Component
class StockPlanRows {
    private static final Listing LISTING = Listing.by(PLAN_LINE.ID, "-dueOn")
            .sort("dueOn", PLAN_LINE.DUE_ON)
            .sort("number", PLAN_LINE.NUMBER)
            .sort("changedAt", PLAN_LINE.CHANGED_AT);
    private final DSLContext db;

    StockPlanRows(DSLContext db) {
        this.db = db;
    }

    Optional<StockPlan> find(UUID id) {
        return db.selectFrom(PLAN_LINE).where(PLAN_LINE.ID.eq(id)).fetchOptional(StockPlanRows::map);
    }

    void lock(UUID id) {
        db.select(PLAN.ID).from(PLAN).where(PLAN.ID.eq(id)).forUpdate().fetch();
    }

    Page<StockPlan> list(PlannedStock.Filter filter, ListQuery query) {
        return LISTING.page(
                db,
                query,
                PLAN_LINE,
                where(filter, query.text()),
                found -> db.selectFrom(PLAN_LINE).where(PLAN_LINE.ID.in(found)),
                r -> r.getId(),
                StockPlanRows::map);
    }

    private static Condition where(PlannedStock.Filter filter, @Nullable String text) {
        var wanted = new ArrayList<Condition>();
        if (!filter.kinds().isEmpty())
            wanted.add(PLAN_LINE.KIND.in(filter.kinds().stream().map(Enum::name).toList()));
        if (!filter.states().isEmpty())
            wanted.add(
                    PLAN_LINE.STATE.in(filter.states().stream().map(Enum::name).toList()));
        if (!filter.products().isEmpty()) wanted.add(PLAN_LINE.PRODUCT_ID.in(filter.products()));
        wanted.add(Listing.words(text, PLAN_LINE.NUMBER, PLAN_LINE.PRODUCT_NAME, PLAN_LINE.PARTNER_NAME));
        return DSL.and(wanted);
    }

    void insert(UUID id, String number, PlannedStock.Details d, Instant now, String by) {
        db.insertInto(PLAN)
                .set(facts(d))
                .set(PLAN.ID, id)
                .set(PLAN.NUMBER, number)
                .set(PLAN.KIND, d.kind().name())
                .set(PLAN.CREATED_AT, now)
                .set(PLAN.CREATED_BY_NAME, by)
                .set(PLAN.CHANGED_AT, now)
                .execute();
    }

    void update(UUID id, PlannedStock.Details d, Instant now) {
        change(id, facts(d), now);
    }

    void move(UUID id, StockPlan.State state, Instant now) {
        change(id, Map.of(PLAN.STATE, state.name()), now);
    }

    private void change(UUID id, Map<? extends Field<?>, ? extends @Nullable Object> values, Instant now) {
        db.update(PLAN)
                .set(values)
                .set(PLAN.CHANGED_AT, now)
                .set(PLAN.VERSION, PLAN.VERSION.plus(1))
                .where(PLAN.ID.eq(id))
                .execute();
    }

    int count(Condition condition) {
        return db.fetchCount(PLAN, condition);
    }

    private static Map<Field<?>, @Nullable Object> facts(PlannedStock.Details d) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(PLAN.PRODUCT_ID, d.productId());
        values.put(PLAN.WAREHOUSE_ID, d.warehouseId());
        values.put(PLAN.QUANTITY, d.quantity());
        values.put(PLAN.DUE_ON, d.dueOn());
        values.put(PLAN.PARTNER_ID, d.partnerId());
        values.put(PLAN.UNIT_COST_MINOR, SourcingRows.minor(d.unitCost()));
        values.put(PLAN.CURRENCY, SourcingRows.currency(d.unitCost()));
        values.put(PLAN.NOTE, d.note());
        return values;
    }

    private static StockPlan map(PlanLineRecord r) {
        return new StockPlan(
                r.getId(),
                r.getNumber(),
                StockPlan.Kind.valueOf(r.getKind()),
                StockPlan.State.valueOf(r.getState()),
                new Named(r.getProductId(), r.getProductName()),
                new Named(r.getWarehouseId(), r.getWarehouseName()),
                r.getQuantity(),
                r.getDueOn(),
                r.getPartnerId() == null ? null : new Named(r.getPartnerId(), r.getPartnerName()),
                SourcingRows.money(r.getUnitCostMinor(), r.getCurrency()),
                r.getNote(),
                r.getCreatedAt(),
                r.getCreatedByName(),
                r.getChangedAt(),
                r.getVersion());
    }
}
