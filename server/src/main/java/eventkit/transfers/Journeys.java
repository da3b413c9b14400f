package eventkit.transfers;

import static eventkit.transfers.db.Tables.ASSET_SEEN;
import static eventkit.transfers.db.Tables.LINE;
import static eventkit.transfers.db.Tables.LINE_SEEN;
import static eventkit.transfers.db.Tables.NUMBERING;
import static eventkit.transfers.db.Tables.ON_THE_WAY;
import static eventkit.transfers.db.Tables.PLACE;
import static eventkit.transfers.db.Tables.PRODUCT_SEEN;
import static eventkit.transfers.db.Tables.TRANSFER;
import static eventkit.transfers.db.Tables.TRANSFER_LINE;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import eventkit.transfers.db.tables.records.AssetSeenRecord;
import eventkit.transfers.db.tables.records.LineSeenRecord;
import eventkit.transfers.db.tables.records.PlaceRecord;
import eventkit.transfers.db.tables.records.ProductSeenRecord;
import eventkit.transfers.db.tables.records.TransferLineRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of transfers. */
@Component
class Journeys {
    private static final LocalDate FAR = LocalDate.of(9999, 12, 31);
    private static final Listing LISTING = Listing.by(TRANSFER_LINE.ID, "-createdAt")
            .sort("number", TRANSFER_LINE.NUMBER)
            .sort("createdAt", TRANSFER_LINE.CREATED_AT)
            .sort("plannedOn", DSL.coalesce(TRANSFER_LINE.PLANNED_ON, DSL.val(FAR)))
            .sort("state", TRANSFER_LINE.STATE);
    private final DSLContext db;

    Journeys(DSLContext db) {
        this.db = db;
    }

    String nextNumber() {
        long next = db.update(NUMBERING)
                .set(NUMBERING.NEXT, NUMBERING.NEXT.plus(1))
                .returning(NUMBERING.NEXT)
                .fetchSingle()
                .getNext();
        return String.format(Locale.ROOT, "TR-%04d", next - 1);
    }

    Page<Transfer> list(Transfers.Filter f, ListQuery query) {
        Condition where = DSL.noCondition();
        if (f.states() != null && !f.states().isEmpty()) {
            where = where.and(
                    TRANSFER_LINE.STATE.in(f.states().stream().map(Enum::name).toList()));
        }
        if (f.fromIds() != null && !f.fromIds().isEmpty()) where = where.and(TRANSFER_LINE.FROM_ID.in(f.fromIds()));
        if (f.toIds() != null && !f.toIds().isEmpty()) where = where.and(TRANSFER_LINE.TO_ID.in(f.toIds()));
        if (f.assetId() != null) where = where.and(has(LINE.ASSET_ID.eq(f.assetId())));
        if (f.caseId() != null) where = where.and(has(LINE.CASE_ID.eq(f.caseId())));
        if (f.productId() != null) where = where.and(has(LINE.PRODUCT_ID.eq(f.productId())));
        var text = query.text();
        if (text != null) {
            where = where.and(TRANSFER_LINE
                    .NUMBER
                    .containsIgnoreCase(text)
                    .or(TRANSFER_LINE.FROM_NAME.containsIgnoreCase(text))
                    .or(TRANSFER_LINE.TO_NAME.containsIgnoreCase(text))
                    .or(TRANSFER_LINE.NOTE.containsIgnoreCase(text)));
        }
        return LISTING.page(
                db,
                query,
                TRANSFER_LINE,
                where,
                found -> db.selectFrom(TRANSFER_LINE).where(TRANSFER_LINE.ID.in(found)),
                row -> row.getId(),
                Journeys::transfer);
    }

    private static Condition has(Condition line) {
        return TRANSFER_LINE.ID.in(DSL.select(LINE.TRANSFER_ID).from(LINE).where(line));
    }

    Optional<Transfer> find(UUID id) {
        return db.selectFrom(TRANSFER_LINE).where(TRANSFER_LINE.ID.eq(id)).fetchOptional(Journeys::transfer);
    }

    void lock(UUID id) {
        db.selectOne().from(TRANSFER).where(TRANSFER.ID.eq(id)).forUpdate().fetch();
    }

    List<TransferLine> lines(UUID id) {
        return db.selectFrom(LINE_SEEN)
                .where(LINE_SEEN.TRANSFER_ID.eq(id))
                .orderBy(LINE_SEEN.POSITION)
                .fetch(Journeys::line);
    }

    void insert(UUID id, String number, Transfers.NewTransfer t, @Nullable String note, Instant now, String by) {
        db.insertInto(TRANSFER)
                .set(TRANSFER.ID, id)
                .set(TRANSFER.NUMBER, number)
                .set(TRANSFER.FROM_ID, t.fromId())
                .set(TRANSFER.TO_ID, t.toId())
                .set(TRANSFER.PLANNED_ON, t.plannedOn())
                .set(TRANSFER.ARRIVES_ON, t.arrivesOn())
                .set(TRANSFER.NOTE, note)
                .set(TRANSFER.CREATED_AT, now)
                .set(TRANSFER.CREATED_BY_NAME, by)
                .execute();
    }

    void update(UUID id, Transfers.Details d, @Nullable String note) {
        db.update(TRANSFER)
                .set(TRANSFER.FROM_ID, d.fromId())
                .set(TRANSFER.TO_ID, d.toId())
                .set(TRANSFER.PLANNED_ON, d.plannedOn())
                .set(TRANSFER.ARRIVES_ON, d.arrivesOn())
                .set(TRANSFER.NOTE, note)
                .set(TRANSFER.VERSION, TRANSFER.VERSION.plus(1))
                .where(TRANSFER.ID.eq(id))
                .execute();
    }

    void touched(UUID id) {
        db.update(TRANSFER)
                .set(TRANSFER.VERSION, TRANSFER.VERSION.plus(1))
                .where(TRANSFER.ID.eq(id))
                .execute();
    }

    void dispatched(UUID id, UUID transitId, Instant now, String by) {
        db.update(TRANSFER)
                .set(TRANSFER.STATE, TransferState.IN_TRANSIT.name())
                .set(TRANSFER.TRANSIT_ID, transitId)
                .set(TRANSFER.DISPATCHED_AT, now)
                .set(TRANSFER.DISPATCHED_BY_NAME, by)
                .set(TRANSFER.VERSION, TRANSFER.VERSION.plus(1))
                .where(TRANSFER.ID.eq(id))
                .execute();
    }

    void received(UUID id, Instant now, String by) {
        db.update(TRANSFER)
                .set(TRANSFER.STATE, TransferState.RECEIVED.name())
                .set(TRANSFER.RECEIVED_AT, now)
                .set(TRANSFER.RECEIVED_BY_NAME, by)
                .set(TRANSFER.VERSION, TRANSFER.VERSION.plus(1))
                .where(TRANSFER.ID.eq(id))
                .execute();
    }

    void cancelled(UUID id, Instant now, String reason) {
        db.update(TRANSFER)
                .set(TRANSFER.STATE, TransferState.CANCELLED.name())
                .set(TRANSFER.CANCELLED_AT, now)
                .set(TRANSFER.CANCEL_REASON, reason)
                .set(TRANSFER.VERSION, TRANSFER.VERSION.plus(1))
                .where(TRANSFER.ID.eq(id))
                .execute();
    }

    @Nullable
    UUID transit(UUID id) {
        return db.select(TRANSFER.TRANSIT_ID)
                .from(TRANSFER)
                .where(TRANSFER.ID.eq(id))
                .fetchOne(TRANSFER.TRANSIT_ID);
    }

    /** Does nothing where it is on the list; pieces from the same place are added to those on it. */
    void addLine(
            UUID id, UUID transferId, TransferLine.Kind kind, UUID itemId, long quantity, @Nullable UUID fromLocation) {
        var position = DSL.field(DSL.select(DSL.coalesce(DSL.max(LINE.POSITION).plus(1), 0))
                .from(LINE)
                .where(LINE.TRANSFER_ID.eq(transferId)));
        var insert = db.insertInto(LINE)
                .set(LINE.ID, id)
                .set(LINE.TRANSFER_ID, transferId)
                .set(LINE.POSITION, position)
                .set(
                        switch (kind) {
                            case ASSET -> LINE.ASSET_ID;
                            case CASE -> LINE.CASE_ID;
                            case STOCK -> LINE.PRODUCT_ID;
                        },
                        itemId)
                .set(LINE.QUANTITY, quantity)
                .set(LINE.FROM_LOCATION_ID, fromLocation);
        if (kind == TransferLine.Kind.STOCK) {
            int raised = db.update(LINE)
                    .set(LINE.QUANTITY, LINE.QUANTITY.plus(quantity))
                    .where(LINE.TRANSFER_ID.eq(transferId))
                    .and(LINE.PRODUCT_ID.eq(itemId))
                    .and(LINE.FROM_LOCATION_ID.eq(fromLocation))
                    .execute();
            if (raised > 0) return;
            insert.execute();
        } else {
            insert.onConflictDoNothing().execute();
        }
    }

    int removeLine(UUID transferId, UUID lineId) {
        return db.deleteFrom(LINE)
                .where(LINE.ID.eq(lineId))
                .and(LINE.TRANSFER_ID.eq(transferId))
                .execute();
    }

    void leftFrom(UUID lineId, @Nullable UUID locationId) {
        db.update(LINE)
                .set(LINE.FROM_LOCATION_ID, locationId)
                .where(LINE.ID.eq(lineId))
                .execute();
    }

    void arrived(UUID lineId, long received, TransferLine.Outcome outcome, @Nullable String note) {
        db.update(LINE)
                .set(LINE.RECEIVED_QUANTITY, received)
                .set(LINE.OUTCOME, outcome.name())
                .set(LINE.NOTE, note)
                .where(LINE.ID.eq(lineId))
                .execute();
    }

    Map<UUID, AssetSeenRecord> assets(Collection<UUID> ids) {
        return db.selectFrom(ASSET_SEEN).where(ASSET_SEEN.ID.in(ids)).fetchMap(ASSET_SEEN.ID);
    }

    /** Nobody else moves them until the transaction ends. */
    void lockAssets(Collection<UUID> ids) {
        db.select(ASSET_SEEN.ID)
                .from(ASSET_SEEN)
                .where(ASSET_SEEN.ID.in(ids))
                .orderBy(ASSET_SEEN.ID)
                .forUpdate()
                .fetch();
    }

    Map<UUID, ProductSeenRecord> products(Collection<UUID> ids) {
        return db.selectFrom(PRODUCT_SEEN).where(PRODUCT_SEEN.ID.in(ids)).fetchMap(PRODUCT_SEEN.ID);
    }

    Map<UUID, PlaceRecord> places(Collection<UUID> ids) {
        return db.selectFrom(PLACE).where(PLACE.ID.in(ids)).fetchMap(PLACE.ID);
    }

    /** The place for what is on the way. Whoever makes it does so alone. */
    Optional<UUID> transitPlace() {
        db.fetch("select pg_advisory_xact_lock(hashtext('transfers.transit'))");
        return db.select(PLACE.ID)
                .from(PLACE)
                .where(PLACE.KIND.eq("TRANSIT"))
                .and(DSL.not(PLACE.ARCHIVED))
                .orderBy(PLACE.ID)
                .limit(1)
                .fetchOptional(PLACE.ID);
    }

    /** Numbers of the transfers that have these assets on the way, by asset. */
    Map<UUID, String> onTheWay(Collection<UUID> assetIds) {
        return db.select(ON_THE_WAY.ASSET_ID, ON_THE_WAY.NUMBER)
                .from(ON_THE_WAY)
                .where(ON_THE_WAY.ASSET_ID.in(assetIds))
                .fetchMap(ON_THE_WAY.ASSET_ID, ON_THE_WAY.NUMBER);
    }

    /** Numbers of the other transfers that are being loaded and have these assets on their list, by asset. */
    Map<UUID, String> onOtherLists(UUID transferId, Collection<UUID> assetIds) {
        return db.select(LINE.ASSET_ID, DSL.min(TRANSFER.NUMBER))
                .from(LINE)
                .join(TRANSFER)
                .on(TRANSFER.ID.eq(LINE.TRANSFER_ID))
                .where(TRANSFER.STATE.eq(TransferState.DRAFT.name()))
                .and(TRANSFER.ID.ne(transferId))
                .and(LINE.ASSET_ID.in(assetIds))
                .groupBy(LINE.ASSET_ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
    }

    /** How many pieces of a product are on the lists of transfers that are being loaded, by the place they are taken from. */
    Map<UUID, Long> onLists(UUID productId) {
        var pieces = DSL.sum(LINE.QUANTITY);
        return db.select(LINE.FROM_LOCATION_ID, pieces)
                .from(LINE)
                .join(TRANSFER)
                .on(TRANSFER.ID.eq(LINE.TRANSFER_ID))
                .where(TRANSFER.STATE.eq(TransferState.DRAFT.name()))
                .and(LINE.PRODUCT_ID.eq(productId))
                .groupBy(LINE.FROM_LOCATION_ID)
                .fetchMap(row -> row.value1(), row -> row.value2().longValue());
    }

    int ofProduct(UUID productId) {
        return db.fetchCount(LINE, LINE.PRODUCT_ID.eq(productId));
    }

    /** Transfers that are not over, by the warehouse they leave or go to. */
    Map<UUID, Long> openAt(Collection<UUID> locationIds) {
        var at = DSL.select(TRANSFER.FROM_ID.as("location_id"), TRANSFER.ID)
                .from(TRANSFER)
                .where(TRANSFER.STATE.in("DRAFT", "IN_TRANSIT"))
                .union(DSL.select(TRANSFER.TO_ID, TRANSFER.ID)
                        .from(TRANSFER)
                        .where(TRANSFER.STATE.in("DRAFT", "IN_TRANSIT")))
                .asTable("at");
        var location = at.field("location_id", UUID.class);
        return db.select(location, DSL.count())
                .from(at)
                .where(DSL.field("location_id", UUID.class).in(locationIds))
                .groupBy(location)
                .fetchMap(row -> row.value1(), row -> row.value2().longValue());
    }

    private static Transfer transfer(TransferLineRecord r) {
        return new Transfer(
                r.getId(),
                r.getNumber(),
                TransferState.valueOf(r.getState()),
                new Transfer.Place(r.getFromId(), r.getFromName()),
                new Transfer.Place(r.getToId(), r.getToName()),
                r.getPlannedOn(),
                r.getArrivesOn(),
                r.getNote(),
                r.getLines(),
                r.getPending(),
                r.getDifferences(),
                r.getCreatedAt(),
                r.getCreatedByName(),
                r.getDispatchedAt(),
                r.getDispatchedByName(),
                r.getReceivedAt(),
                r.getReceivedByName(),
                r.getCancelledAt(),
                r.getCancelReason(),
                r.getVersion());
    }

    private static TransferLine line(LineSeenRecord r) {
        var kind = r.getAssetId() != null
                ? TransferLine.Kind.ASSET
                : r.getCaseId() != null ? TransferLine.Kind.CASE : TransferLine.Kind.STOCK;
        var from = r.getFromLocationId();
        return new TransferLine(
                r.getId(),
                r.getPosition(),
                kind,
                switch (kind) {
                    case ASSET -> r.getAssetId();
                    case CASE -> r.getCaseId();
                    case STOCK -> r.getProductId();
                },
                switch (kind) {
                    case ASSET -> r.getAssetNumber();
                    case CASE -> r.getCaseNumber();
                    case STOCK -> null;
                },
                kind == TransferLine.Kind.CASE ? r.getCaseName() : r.getProductName(),
                r.getQuantity(),
                r.getReceivedQuantity(),
                from == null ? null : new Transfer.Place(from, r.getFromLocationName()),
                TransferLine.Outcome.valueOf(r.getOutcome()),
                r.getNote());
    }
}
