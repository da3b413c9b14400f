package eventkit.planning;

import static eventkit.planning.db.Tables.RESOLUTION;

import eventkit.core.Money;
import eventkit.planning.Resolutions.Part;
import eventkit.planning.Resolutions.Resolution;
import eventkit.planning.db.tables.records.ResolutionRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of resolutions. */
@Component
class ResolutionRows {
    /** When an event is on site, with what happens when. */
    record Dates(Instant from, Instant to, List<Block> blocks) {}

    /** @param since the event counted as confirmed since then, and does so since {@code now} */
    record Priority(UUID before, Instant since, Instant now) {}

    /** What has to be taken back. */
    record Trace(
            List<DraftRows.Trace> lists,
            @Nullable Dates datesBefore,
            @Nullable Dates datesAfter,
            @Nullable Priority priority,
            Sources.Ordered ordered) {}

    private static final TypeReference<List<Part>> PARTS = new TypeReference<>() {};
    private final DSLContext db;
    private final JsonMapper json;

    ResolutionRows(DSLContext db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    List<Resolution> of(UUID eventId) {
        return db.selectFrom(RESOLUTION)
                .where(RESOLUTION.EVENT_ID.eq(eventId))
                .orderBy(RESOLUTION.APPLIED_AT.desc(), RESOLUTION.ID)
                .fetch(this::map);
    }

    Optional<Resolution> find(UUID eventId, UUID id) {
        return db.selectFrom(RESOLUTION)
                .where(RESOLUTION.EVENT_ID.eq(eventId))
                .and(RESOLUTION.ID.eq(id))
                .fetchOptional(this::map);
    }

    Trace trace(UUID id) {
        return json.readValue(
                db.selectFrom(RESOLUTION)
                        .where(RESOLUTION.ID.eq(id))
                        .fetchSingle()
                        .getTrace()
                        .data(),
                Trace.class);
    }

    void insert(Resolution r, Trace trace) {
        db.insertInto(RESOLUTION)
                .set(RESOLUTION.ID, r.id())
                .set(RESOLUTION.EVENT_ID, r.eventId())
                .set(RESOLUTION.ITEM_ID, r.itemId())
                .set(RESOLUTION.ITEM, r.item())
                .set(RESOLUTION.WAREHOUSE_ID, r.warehouseId())
                .set(RESOLUTION.WAREHOUSE, r.warehouse())
                .set(RESOLUTION.LACKING, r.lacking())
                .set(RESOLUTION.COVERS, r.covers())
                .set(RESOLUTION.COST_MINOR, minor(r.cost()))
                .set(RESOLUTION.COST_CURRENCY, currency(r.cost()))
                .set(RESOLUTION.MARGIN_MINOR, minor(r.margin()))
                .set(RESOLUTION.MARGIN_CURRENCY, currency(r.margin()))
                .set(RESOLUTION.PARTS, JSONB.valueOf(json.writeValueAsString(r.parts())))
                .set(RESOLUTION.TRACE, JSONB.valueOf(json.writeValueAsString(trace)))
                .set(RESOLUTION.REASON, r.reason())
                .set(RESOLUTION.APPLIED_AT, r.appliedAt())
                .set(RESOLUTION.APPLIED_BY_NAME, r.appliedByName())
                .execute();
    }

    void undone(UUID id, Instant at, String by) {
        db.update(RESOLUTION)
                .set(RESOLUTION.UNDONE_AT, at)
                .set(RESOLUTION.UNDONE_BY_NAME, by)
                .where(RESOLUTION.ID.eq(id))
                .execute();
    }

    private static @Nullable Long minor(@Nullable Money money) {
        return money == null ? null : money.amountMinor();
    }

    private static @Nullable String currency(@Nullable Money money) {
        return money == null ? null : money.currency().getCurrencyCode();
    }

    private static @Nullable Money money(@Nullable Long minor, @Nullable String currency) {
        return minor == null || currency == null ? null : Money.of(minor, currency);
    }

    private Resolution map(ResolutionRecord r) {
        return new Resolution(
                r.getId(),
                r.getEventId(),
                r.getItemId(),
                r.getItem(),
                r.getWarehouseId(),
                r.getWarehouse(),
                r.getLacking(),
                r.getCovers(),
                money(r.getCostMinor(), r.getCostCurrency()),
                money(r.getMarginMinor(), r.getMarginCurrency()),
                json.readValue(r.getParts().data(), PARTS),
                r.getReason(),
                r.getAppliedAt(),
                r.getAppliedByName(),
                r.getUndoneAt(),
                r.getUndoneByName());
    }
}
