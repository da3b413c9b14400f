package eventkit.sourcing;

import static eventkit.sourcing.db.Tables.SUB_HIRE;
import static eventkit.sourcing.db.Tables.SUB_HIRE_LINE;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.sourcing.db.tables.records.SubHireLineRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of sub-hires. */
@Component
class SubHireRows {
    private static final List<String> OVER = List.of("RETURNED", "DECLINED", "CANCELLED");
    private static final Listing LISTING = Listing.by(SUB_HIRE_LINE.ID, "-from")
            .sort("from", SUB_HIRE_LINE.BEGINS)
            .sort("number", SUB_HIRE_LINE.NUMBER)
            .sort("changedAt", SUB_HIRE_LINE.CHANGED_AT);
    private final DSLContext db;

    SubHireRows(DSLContext db) {
        this.db = db;
    }

    Optional<SubHire> find(UUID id) {
        return db.selectFrom(SUB_HIRE_LINE).where(SUB_HIRE_LINE.ID.eq(id)).fetchOptional(SubHireRows::map);
    }

    void lock(UUID id) {
        db.select(SUB_HIRE.ID)
                .from(SUB_HIRE)
                .where(SUB_HIRE.ID.eq(id))
                .forUpdate()
                .fetch();
    }

    List<SubHire> ofEvents(Collection<UUID> events) {
        if (events.isEmpty()) return List.of();
        return db.selectFrom(SUB_HIRE_LINE)
                .where(SUB_HIRE_LINE.EVENT_ID.in(events))
                .and(SUB_HIRE_LINE.STATE.notIn(OVER))
                .orderBy(SUB_HIRE_LINE.NUMBER)
                .fetch(SubHireRows::map);
    }

    Page<SubHire> list(SubHires.Filter filter, ListQuery query) {
        return LISTING.page(
                db,
                query,
                SUB_HIRE_LINE,
                where(filter, query.text()),
                found -> db.selectFrom(SUB_HIRE_LINE).where(SUB_HIRE_LINE.ID.in(found)),
                r -> r.getId(),
                SubHireRows::map);
    }

    private static Condition where(SubHires.Filter filter, @Nullable String text) {
        var wanted = new ArrayList<Condition>();
        if (!filter.directions().isEmpty())
            wanted.add(SUB_HIRE_LINE.DIRECTION.in(
                    filter.directions().stream().map(Enum::name).toList()));
        if (!filter.states().isEmpty())
            wanted.add(SUB_HIRE_LINE.STATE.in(
                    filter.states().stream().map(Enum::name).toList()));
        if (!filter.partners().isEmpty()) wanted.add(SUB_HIRE_LINE.PARTNER_ID.in(filter.partners()));
        if (!filter.products().isEmpty()) wanted.add(SUB_HIRE_LINE.PRODUCT_ID.in(filter.products()));
        if (!filter.events().isEmpty()) wanted.add(SUB_HIRE_LINE.EVENT_ID.in(filter.events()));
        if (filter.open() != null)
            wanted.add(filter.open() ? SUB_HIRE_LINE.STATE.notIn(OVER) : SUB_HIRE_LINE.STATE.in(OVER));
        wanted.add(Listing.words(text, SUB_HIRE_LINE.NUMBER, SUB_HIRE_LINE.PRODUCT_NAME, SUB_HIRE_LINE.PARTNER_NAME));
        return DSL.and(wanted);
    }

    void insert(UUID id, String number, SubHires.Details d, Instant now, String by) {
        db.insertInto(SUB_HIRE)
                .set(facts(d))
                .set(SUB_HIRE.ID, id)
                .set(SUB_HIRE.NUMBER, number)
                .set(SUB_HIRE.DIRECTION, d.direction().name())
                .set(SUB_HIRE.CREATED_AT, now)
                .set(SUB_HIRE.CREATED_BY_NAME, by)
                .set(SUB_HIRE.CHANGED_AT, now)
                .execute();
    }

    void update(UUID id, SubHires.Details d, Instant now) {
        change(id, facts(d), now);
    }

    void move(UUID id, SubHireState state, Instant now) {
        change(id, Map.of(SUB_HIRE.STATE, state.name()), now);
    }

    private void change(UUID id, Map<? extends Field<?>, ? extends @Nullable Object> values, Instant now) {
        db.update(SUB_HIRE)
                .set(values)
                .set(SUB_HIRE.CHANGED_AT, now)
                .set(SUB_HIRE.VERSION, SUB_HIRE.VERSION.plus(1))
                .where(SUB_HIRE.ID.eq(id))
                .execute();
    }

    int count(Condition condition) {
        return db.fetchCount(SUB_HIRE, condition);
    }

    private static Map<Field<?>, @Nullable Object> facts(SubHires.Details d) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(SUB_HIRE.PARTNER_ID, d.partnerId());
        values.put(SUB_HIRE.PRODUCT_ID, d.productId());
        values.put(SUB_HIRE.WAREHOUSE_ID, d.warehouseId());
        values.put(SUB_HIRE.QUANTITY, d.quantity());
        values.put(SUB_HIRE.BEGINS, d.from());
        values.put(SUB_HIRE.ENDS, d.to());
        values.put(SUB_HIRE.EVENT_ID, d.eventId());
        values.put(SUB_HIRE.COST_MINOR, SourcingRows.minor(d.cost()));
        values.put(SUB_HIRE.CURRENCY, SourcingRows.currency(d.cost()));
        values.put(SUB_HIRE.NOTE, SourcingRows.blankToNull(d.note()));
        return values;
    }

    private static SubHire map(SubHireLineRecord r) {
        var direction = SubHire.Direction.valueOf(r.getDirection());
        var state = SubHireState.valueOf(r.getState());
        return new SubHire(
                r.getId(),
                r.getNumber(),
                direction,
                state,
                new Named(r.getPartnerId(), r.getPartnerName()),
                new Named(r.getProductId(), r.getProductName()),
                new Named(r.getWarehouseId(), r.getWarehouseName()),
                r.getQuantity(),
                r.getBegins(),
                r.getEnds(),
                r.getEventId() == null
                        ? null
                        : new SubHire.ForEvent(r.getEventId(), r.getEventNumber(), r.getEventName()),
                SourcingRows.money(r.getCostMinor(), r.getCurrency()),
                r.getNote(),
                state.successors(direction),
                r.getCreatedAt(),
                r.getCreatedByName(),
                r.getChangedAt(),
                r.getVersion());
    }
}
