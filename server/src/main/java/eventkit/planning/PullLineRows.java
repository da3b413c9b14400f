package eventkit.planning;

import static eventkit.planning.db.Tables.LINE_SEEN;
import static eventkit.planning.db.Tables.PULL_LINE;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Money;
import eventkit.core.Page;
import eventkit.planning.db.tables.records.LineSeenRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of the lines of pull lists; many in one statement. */
@Component
class PullLineRows {
    /** Between two lines, so that one comes between without the others moving. */
    static final long STEP = 1L << 20;

    private static final Listing LISTING = Listing.by(LINE_SEEN.ID, "place").sort("place", LINE_SEEN.PLACE);

    /** The columns as they are sent to the database. */
    record Row(
            UUID id,
            UUID listId,
            @Nullable UUID groupId,
            @Nullable UUID accessoryOf,
            long position,
            String kind,
            @Nullable UUID productId,
            @Nullable UUID kitId,
            @Nullable UUID caseId,
            @Nullable UUID assetId,
            @Nullable String text,
            long quantity,
            @Nullable Instant fromAt,
            @Nullable Instant toAt,
            @Nullable Integer prepMinutes,
            @Nullable Integer transitBeforeMinutes,
            @Nullable Integer transitAfterMinutes,
            @Nullable Integer turnaroundMinutes,
            @Nullable Long unitPriceMinor,
            @Nullable String currency,
            @Nullable String warehouseNote,
            @Nullable String internalNote) {
        /** A line without its place. */
        static Row of(PullLine l) {
            var t = l.times();
            var price = l.unitPrice();
            return new Row(
                    l.id(),
                    l.listId(),
                    l.groupId(),
                    l.accessoryOf(),
                    0,
                    l.kind().name(),
                    l.productId(),
                    l.kitId(),
                    l.caseId(),
                    l.assetId(),
                    l.text(),
                    l.quantity(),
                    t.from(),
                    t.to(),
                    t.prepMinutes(),
                    t.transitBeforeMinutes(),
                    t.transitAfterMinutes(),
                    t.turnaroundMinutes(),
                    price == null ? null : price.amountMinor(),
                    price == null ? null : price.currency().getCurrencyCode(),
                    l.warehouseNote(),
                    l.internalNote());
        }

        Row at(long place) {
            return new Row(
                    id,
                    listId,
                    groupId,
                    accessoryOf,
                    place,
                    kind,
                    productId,
                    kitId,
                    caseId,
                    assetId,
                    text,
                    quantity,
                    fromAt,
                    toAt,
                    prepMinutes,
                    transitBeforeMinutes,
                    transitAfterMinutes,
                    turnaroundMinutes,
                    unitPriceMinor,
                    currency,
                    warehouseNote,
                    internalNote);
        }
    }

    private final DSLContext db;
    private final JsonMapper columns;

    PullLineRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.columns = json.rebuild()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .build();
    }

    Page<PullLine> list(UUID listId, ListQuery query) {
        return LISTING.page(
                db,
                query,
                LINE_SEEN,
                LINE_SEEN.LIST_ID.eq(listId).and(Listing.words(query.text(), LINE_SEEN.NAME, LINE_SEEN.CODE)),
                found -> db.selectFrom(LINE_SEEN).where(LINE_SEEN.ID.in(found)),
                r -> r.getId(),
                PullLineRows::map);
    }

    /** In their order. */
    List<PullLine> all(UUID listId) {
        return db.selectFrom(LINE_SEEN)
                .where(LINE_SEEN.LIST_ID.eq(listId))
                .orderBy(LINE_SEEN.PLACE, LINE_SEEN.ID)
                .fetch(PullLineRows::map);
    }

    Optional<PullLine> find(UUID listId, UUID id) {
        return find(listId, List.of(id)).stream().findFirst();
    }

    /** In their order, those of the list only. */
    List<PullLine> find(UUID listId, Collection<UUID> ids) {
        return db.selectFrom(LINE_SEEN)
                .where(LINE_SEEN.LIST_ID.eq(listId))
                .and(LINE_SEEN.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .orderBy(LINE_SEEN.PLACE, LINE_SEEN.ID)
                .fetch(PullLineRows::map);
    }

    /** In their order. */
    List<PullLine> accessoriesOf(UUID listId, Collection<UUID> ids) {
        return db.selectFrom(LINE_SEEN)
                .where(LINE_SEEN.LIST_ID.eq(listId))
                .and(LINE_SEEN.ACCESSORY_OF.eq(DSL.any(ids.toArray(UUID[]::new))))
                .orderBy(LINE_SEEN.PLACE, LINE_SEEN.ID)
                .fetch(PullLineRows::map);
    }

    void insert(List<Row> rows) {
        if (rows.isEmpty()) return;
        db.execute("""
                insert into planning.pull_line
                       (id, list_id, group_id, accessory_of, position, kind, product_id, kit_id, case_id, asset_id, text, quantity, from_at, to_at,
                        prep_minutes, transit_before_minutes, transit_after_minutes, turnaround_minutes, unit_price_minor, currency,
                        warehouse_note, internal_note)
                select id, list_id, group_id, accessory_of, position, kind, product_id, kit_id, case_id, asset_id, text, quantity, from_at, to_at,
                       prep_minutes, transit_before_minutes, transit_after_minutes, turnaround_minutes, unit_price_minor, currency,
                       warehouse_note, internal_note
                  from jsonb_populate_recordset(null::planning.pull_line, ?::jsonb)
                """, columns.writeValueAsString(rows));
    }

    void update(UUID id, PullLines.Details d) {
        var t = OwnTimes.orInherited(d.times());
        db.update(PULL_LINE)
                .set(PULL_LINE.TEXT, d.text())
                .set(PULL_LINE.QUANTITY, d.quantity())
                .set(PULL_LINE.FROM_AT, t.from())
                .set(PULL_LINE.TO_AT, t.to())
                .set(PULL_LINE.PREP_MINUTES, t.prepMinutes())
                .set(PULL_LINE.TRANSIT_BEFORE_MINUTES, t.transitBeforeMinutes())
                .set(PULL_LINE.TRANSIT_AFTER_MINUTES, t.transitAfterMinutes())
                .set(PULL_LINE.TURNAROUND_MINUTES, t.turnaroundMinutes())
                .set(
                        PULL_LINE.UNIT_PRICE_MINOR,
                        d.unitPrice() == null ? null : d.unitPrice().amountMinor())
                .set(
                        PULL_LINE.CURRENCY,
                        d.unitPrice() == null ? null : d.unitPrice().currency().getCurrencyCode())
                .set(PULL_LINE.WAREHOUSE_NOTE, d.warehouseNote())
                .set(PULL_LINE.INTERNAL_NOTE, d.internalNote())
                .where(PULL_LINE.ID.eq(id))
                .execute();
    }

    void quantity(UUID id, long quantity) {
        db.update(PULL_LINE)
                .set(PULL_LINE.QUANTITY, quantity)
                .where(PULL_LINE.ID.eq(id))
                .execute();
    }

    void times(UUID id, OwnTimes t) {
        db.update(PULL_LINE)
                .set(PULL_LINE.FROM_AT, t.from())
                .set(PULL_LINE.TO_AT, t.to())
                .set(PULL_LINE.PREP_MINUTES, t.prepMinutes())
                .set(PULL_LINE.TRANSIT_BEFORE_MINUTES, t.transitBeforeMinutes())
                .set(PULL_LINE.TRANSIT_AFTER_MINUTES, t.transitAfterMinutes())
                .set(PULL_LINE.TURNAROUND_MINUTES, t.turnaroundMinutes())
                .where(PULL_LINE.ID.eq(id))
                .execute();
    }

    /** Accessories go with what brought them. Gives how many are gone. */
    int delete(UUID listId, Collection<UUID> ids) {
        return db.deleteFrom(PULL_LINE)
                .where(PULL_LINE.LIST_ID.eq(listId))
                .and(PULL_LINE.ID.eq(DSL.any(ids.toArray(UUID[]::new))))
                .execute();
    }

    /**
     * Room for so many lines in a group.
     *
     * @param after null for before all others
     * @return the first position and what to add for each further one
     */
    Gap gap(UUID listId, @Nullable UUID groupId, @Nullable UUID after, boolean atEnd, int lines) {
        var gap = find(listId, groupId, after, atEnd, lines);
        if (gap.step() > 0) return gap;
        spread(listId, groupId);
        return find(listId, groupId, after, atEnd, lines);
    }

    record Gap(long first, long step) {
        long at(int line) {
            return first + line * step;
        }
    }

    private Gap find(UUID listId, @Nullable UUID groupId, @Nullable UUID after, boolean atEnd, int lines) {
        var here = PULL_LINE.LIST_ID.eq(listId).and(PULL_LINE.GROUP_ID.isNotDistinctFrom(groupId));
        Long low = atEnd
                ? db.select(DSL.max(PULL_LINE.POSITION))
                        .from(PULL_LINE)
                        .where(here)
                        .fetchOne(0, Long.class)
                : after == null
                        ? null
                        : db.select(PULL_LINE.POSITION)
                                .from(PULL_LINE)
                                .where(PULL_LINE.ID.eq(after))
                                .fetchOne(PULL_LINE.POSITION);
        if (atEnd) return new Gap((low == null ? 0 : low) + STEP, STEP);
        Long high = db.select(DSL.min(PULL_LINE.POSITION))
                .from(PULL_LINE)
                .where(low == null ? here : here.and(PULL_LINE.POSITION.gt(low)))
                .fetchOne(0, Long.class);
        if (high == null) return new Gap((low == null ? 0 : low) + STEP, STEP);
        if (low == null) return new Gap(high - lines * STEP, STEP);
        long step = (high - low) / (lines + 1);
        return new Gap(low + step, step);
    }

    /** Full steps between all lines of a group, however often somebody squeezed one in: the widest that {@code LINES_MAX} new ones need. */
    private void spread(UUID listId, @Nullable UUID groupId) {
        db.execute("""
                update planning.pull_line l
                   set position = o.place * ?::bigint
                  from (select id, row_number() over (order by position, id) as place
                          from planning.pull_line where list_id = ? and group_id is not distinct from ?::uuid) o
                 where l.id = o.id
                """, STEP, listId, groupId);
    }

    /** One after the other into the gap. */
    void place(List<UUID> ids, @Nullable UUID groupId, Gap gap) {
        db.execute("""
                update planning.pull_line l
                   set group_id = ?::uuid, position = ?::bigint + (m.place - 1) * ?::bigint
                  from unnest(?::uuid[]) with ordinality m (id, place)
                 where l.id = m.id
                """, groupId, gap.first(), gap.step(), ids.toArray(UUID[]::new));
    }

    private static PullLine map(LineSeenRecord r) {
        return new PullLine(
                r.getId(),
                r.getListId(),
                r.getGroupId(),
                r.getGroupName(),
                r.getAccessoryOf(),
                PullLine.Kind.valueOf(r.getKind()),
                r.getProductId(),
                r.getKitId(),
                r.getCaseId(),
                r.getAssetId(),
                r.getText(),
                r.getName(),
                r.getCode(),
                r.getQuantity(),
                new OwnTimes(
                        r.getFromAt(),
                        r.getToAt(),
                        r.getPrepMinutes(),
                        r.getTransitBeforeMinutes(),
                        r.getTransitAfterMinutes(),
                        r.getTurnaroundMinutes()),
                r.getUnitPriceMinor() == null ? null : Money.of(r.getUnitPriceMinor(), r.getCurrency()),
                r.getWarehouseNote(),
                r.getInternalNote());
    }
}
