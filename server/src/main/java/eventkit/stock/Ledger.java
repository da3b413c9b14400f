package eventkit.stock;

import static eventkit.stock.db.Tables.ENTRY;
import static eventkit.stock.db.Tables.ENTRY_LINE;
import static eventkit.stock.db.Tables.LEVEL;
import static eventkit.stock.db.Tables.PRODUCT_LINE;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.stock.Tally.Line;
import eventkit.stock.Tally.Slot;
import eventkit.stock.Tally.Standing;
import eventkit.stock.db.tables.records.EntryLineRecord;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of levels that are about to change and of the entries that change them. */
@Component
class Ledger {
    /** A level with its row's id. */
    record Locked(UUID levelId, Standing standing) {}

    /** Who writes an entry, when and what for. */
    record Stamp(
            UUID operationId,
            StockEntry.@Nullable Ref ref,
            Instant at,
            @Nullable UUID byId,
            String byName) {}

    record Product(UUID id, String name, String kind) {}

    private final DSLContext db;

    Ledger(DSLContext db) {
        this.db = db;
    }

    Map<UUID, Product> products(Collection<UUID> ids) {
        return db.selectFrom(PRODUCT_LINE)
                .where(PRODUCT_LINE.ID.in(ids))
                .fetchMap(PRODUCT_LINE.ID, r -> new Product(r.getId(), r.getName(), r.getKind()));
    }

    /**
     * Locks the levels of these slots, making those that are not there yet. PostgreSQL's own order of ids for both steps, so that no two callers
     * wait for each other.
     *
     * @param fresh an id for each slot, used where its level is new
     */
    Map<Slot, Locked> lock(Collection<Slot> slots, Map<Slot, UUID> fresh, Instant now) {
        var ordered = List.copyOf(new TreeSet<>(slots));
        var ids = ordered.stream().map(fresh::get).toArray(UUID[]::new);
        var products = ordered.stream().map(Slot::productId).toArray(UUID[]::new);
        var locations = ordered.stream().map(Slot::locationId).toArray(UUID[]::new);
        db.query("""
                        insert into stock.level (id, product_id, location_id, changed_at)
                        select s.id, s.product_id, s.location_id, {3}
                          from unnest({0}, {1}, {2}) as s (id, product_id, location_id)
                         order by s.product_id, s.location_id
                            on conflict (product_id, location_id) do nothing
                        """, DSL.val(ids), DSL.val(products), DSL.val(locations), DSL.val(now))
                .execute();
        var locked = new HashMap<Slot, Locked>();
        db.resultQuery("""
                        select l.id, l.product_id, l.location_id, l.quantity, l.version
                          from stock.level l
                          join unnest({0}, {1}) as s (product_id, location_id) using (product_id, location_id)
                         order by l.product_id, l.location_id
                           for update of l
                        """, DSL.val(products), DSL.val(locations))
                .fetch()
                .forEach(r -> locked.put(
                        new Slot(r.get("product_id", UUID.class), r.get("location_id", UUID.class)),
                        new Locked(
                                r.get("id", UUID.class),
                                new Standing(r.get("quantity", Long.class), r.get("version", Long.class)))));
        return locked;
    }

    /** Writes lines and what they make of the levels; {@code ids} are the entries' in the same order. */
    void write(List<Line> lines, List<UUID> ids, Stamp stamp) {
        var insert = db.insertInto(
                ENTRY,
                ENTRY.ID,
                ENTRY.PRODUCT_ID,
                ENTRY.LOCATION_ID,
                ENTRY.SEQUENCE,
                ENTRY.KIND,
                ENTRY.DELTA,
                ENTRY.RESULTING,
                ENTRY.REASON,
                ENTRY.NOTE,
                ENTRY.OPERATION_ID,
                ENTRY.PAIR_ID,
                ENTRY.REVERSES_ID,
                ENTRY.REF_KIND,
                ENTRY.REF_ID,
                ENTRY.REF_LABEL,
                ENTRY.AT,
                ENTRY.BY_ID,
                ENTRY.BY_NAME);
        var last = new HashMap<Slot, Line>();
        var counted = new HashMap<Slot, Boolean>();
        var ref = stamp.ref();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var p = line.posting();
            insert = insert.values(
                    ids.get(i),
                    p.slot().productId(),
                    p.slot().locationId(),
                    line.sequence(),
                    p.kind().name(),
                    line.delta(),
                    line.resulting(),
                    p.reason() == null ? null : p.reason().name(),
                    p.note(),
                    stamp.operationId(),
                    p.pairId(),
                    p.reversesId(),
                    ref == null ? null : ref.kind(),
                    ref == null ? null : ref.id(),
                    ref == null ? null : ref.label(),
                    stamp.at(),
                    stamp.byId(),
                    stamp.byName());
            last.put(p.slot(), line);
            counted.merge(p.slot(), p.kind() == StockEntry.Kind.COUNT, Boolean::logicalOr);
        }
        insert.execute();
        var updates = new java.util.ArrayList<org.jooq.Query>();
        last.forEach((slot, line) -> updates.add(db.update(LEVEL)
                .set(LEVEL.QUANTITY, line.resulting())
                .set(LEVEL.VERSION, line.sequence())
                .set(LEVEL.CHANGED_AT, stamp.at())
                .set(LEVEL.COUNTED_AT, Boolean.TRUE.equals(counted.get(slot)) ? DSL.val(stamp.at()) : LEVEL.COUNTED_AT)
                .where(LEVEL.PRODUCT_ID.eq(slot.productId()))
                .and(LEVEL.LOCATION_ID.eq(slot.locationId()))));
        db.batch(updates).execute();
    }

    Optional<StockEntry> entry(UUID id) {
        return db.selectFrom(ENTRY_LINE).where(ENTRY_LINE.ID.eq(id)).fetchOptional(Ledger::map);
    }

    /** In the order in which they were written. */
    List<StockEntry> entries(Collection<UUID> ids) {
        return db.selectFrom(ENTRY_LINE)
                .where(ENTRY_LINE.ID.in(ids))
                .orderBy(ENTRY_LINE.ID)
                .fetch(Ledger::map);
    }

    List<StockEntry> pair(UUID pairId) {
        return db.selectFrom(ENTRY_LINE)
                .where(ENTRY_LINE.PAIR_ID.eq(pairId))
                .and(ENTRY_LINE.KIND.eq(StockEntry.Kind.MOVE.name()))
                .orderBy(ENTRY_LINE.ID)
                .fetch(Ledger::map);
    }

    Page<StockEntry> list(Condition where, ListQuery query) {
        return Listing.by(ENTRY_LINE.ID, "-at")
                .sort("at", ENTRY_LINE.AT)
                .sort("product", DSL.lower(ENTRY_LINE.PRODUCT_NAME))
                .sort("location", DSL.lower(ENTRY_LINE.LOCATION_NAME))
                .sort("delta", ENTRY_LINE.DELTA)
                .page(
                        db,
                        query,
                        ENTRY_LINE,
                        where,
                        found -> db.selectFrom(ENTRY_LINE).where(ENTRY_LINE.ID.in(found)),
                        r -> r.getId(),
                        Ledger::map);
    }

    boolean used(UUID productId) {
        return db.fetchExists(ENTRY, ENTRY.PRODUCT_ID.eq(productId));
    }

    private static StockEntry map(EntryLineRecord r) {
        return new StockEntry(
                r.getId(),
                r.getProductId(),
                r.getProductName(),
                r.getLocationId(),
                r.getLocationName(),
                StockEntry.Kind.valueOf(r.getKind()),
                r.getDelta(),
                r.getResulting(),
                r.getReason() == null ? null : StockEntry.Reason.valueOf(r.getReason()),
                r.getNote(),
                r.getOperationId(),
                r.getPairId(),
                r.getReversesId(),
                r.getReversedById(),
                r.getRefId() == null
                        ? null
                        : new StockEntry.Ref(r.getRefKind(), r.getRefId(), String.valueOf(r.getRefLabel())),
                r.getAt(),
                r.getById(),
                r.getByName());
    }
}
