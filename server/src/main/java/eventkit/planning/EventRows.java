package eventkit.planning;

import static eventkit.planning.db.Tables.BLOCK;
import static eventkit.planning.db.Tables.EVENT;
import static eventkit.planning.db.Tables.EVENT_LINE;

import eventkit.core.Ids;
import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Money;
import eventkit.core.Page;
import eventkit.core.Period;
import eventkit.planning.EventRegister.Details;
import eventkit.planning.db.tables.records.EventLineRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of the register of events. */
@Component
class EventRows {
    private static final TypeReference<LinkedHashMap<String, JsonNode>> CUSTOM = new TypeReference<>() {};
    private static final Field<String> NUMBER = DSL.coalesce(EVENT_LINE.NUMBER, DSL.inline(""));
    private static final Listing LISTING = Listing.by(EVENT_LINE.ID, "from")
            .sort("from", EVENT_LINE.FROM_AT)
            .sort("to", EVENT_LINE.TO_AT)
            .sort("number", NUMBER)
            .sort("name", DSL.lower(EVENT_LINE.NAME))
            .sort("phase", EVENT_LINE.PHASE)
            .sort("changedAt", EVENT_LINE.CHANGED_AT);
    private static final List<String> WORKED_ON = Arrays.stream(Phase.values())
            .filter(phase -> phase.firm() && phase.locksLists())
            .map(Phase::name)
            .toList();
    private final DSLContext db;
    private final JsonMapper json;
    private final Ids ids;

    EventRows(DSLContext db, JsonMapper json, Ids ids) {
        this.db = db;
        this.json = json;
        this.ids = ids;
    }

    Optional<Event> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** By their beginning. */
    List<Event> find(Collection<UUID> wanted) {
        var blocks = blocks(wanted);
        return db.selectFrom(EVENT_LINE)
                .where(EVENT_LINE.ID.in(wanted))
                .orderBy(EVENT_LINE.FROM_AT, EVENT_LINE.ID)
                .fetch(r -> map(r, blocks.getOrDefault(r.getId(), List.of())));
    }

    void lock(UUID id) {
        db.select(EVENT.ID).from(EVENT).where(EVENT.ID.eq(id)).forNoKeyUpdate().fetch();
    }

    Page<Event> list(EventRegister.Filter filter, ListQuery query) {
        var page = LISTING.page(
                db,
                query,
                EVENT_LINE,
                EventFilters.where(filter, query.text()),
                found -> db.selectFrom(EVENT_LINE).where(EVENT_LINE.ID.in(found)),
                r -> r.getId(),
                r -> r);
        var blocks = blocks(page.items().stream().map(EventLineRecord::getId).toList());
        return new Page<>(
                page.items().stream()
                        .map(r -> map(r, blocks.getOrDefault(r.getId(), List.of())))
                        .toList(),
                page.total(),
                page.next());
    }

    /** At most {@code limit}, by their beginning. */
    List<Event> between(EventRegister.Filter filter, int limit) {
        return find(db.select(EVENT_LINE.ID)
                .from(EVENT_LINE)
                .where(EventFilters.where(filter, null))
                .orderBy(EVENT_LINE.FROM_AT, EVENT_LINE.ID)
                .limit(limit)
                .fetch(EVENT_LINE.ID));
    }

    void insert(UUID id, boolean template, @Nullable String number, Details d, @Nullable UUID seriesId, Instant now) {
        db.insertInto(EVENT)
                .set(EVENT.ID, id)
                .set(EVENT.TEMPLATE, template)
                .set(EVENT.NUMBER, number)
                .set(EVENT.PHASE, Phase.ENQUIRY.name())
                .set(EVENT.PHASE_SINCE, now)
                .set(EVENT.SERIES_ID, seriesId)
                .set(EVENT.CREATED_AT, now)
                .set(details(d, now))
                .execute();
        insertBlocks(id, d.blocks());
    }

    /** Raises the version. */
    void update(UUID id, Details d, Instant now) {
        db.update(EVENT)
                .set(details(d, now))
                .set(EVENT.VERSION, EVENT.VERSION.plus(1))
                .where(EVENT.ID.eq(id))
                .execute();
        insertBlocks(id, d.blocks());
    }

    void delete(UUID id) {
        db.deleteFrom(EVENT).where(EVENT.ID.eq(id)).execute();
    }

    /** Something that belongs to it has changed. */
    void touch(UUID id, Instant now) {
        db.update(EVENT)
                .set(EVENT.CHANGED_AT, now)
                .set(EVENT.VERSION, EVENT.VERSION.plus(1))
                .where(EVENT.ID.eq(id))
                .execute();
    }

    void phase(
            UUID id,
            Phase phase,
            boolean another,
            @Nullable UUID ownPhaseId,
            @Nullable String cancelReason,
            Instant now) {
        var update = db.update(EVENT)
                .set(EVENT.PHASE, phase.name())
                .set(EVENT.OWN_PHASE_ID, ownPhaseId)
                .set(EVENT.CANCEL_REASON, cancelReason)
                .set(EVENT.CHANGED_AT, now)
                .set(EVENT.VERSION, EVENT.VERSION.plus(1));
        if (another)
            update = update.set(EVENT.PHASE_SINCE, now).set(EVENT.CANCELLED_AT, phase == Phase.CANCELLED ? now : null);
        if (!phase.open()) update = update.setNull(EVENT.OPTIONED_UNTIL);
        update.where(EVENT.ID.eq(id)).execute();
    }

    void optionedUntil(UUID id, @Nullable Instant until, Instant now) {
        db.update(EVENT)
                .set(EVENT.OPTIONED_UNTIL, until)
                .set(EVENT.CHANGED_AT, now)
                .set(EVENT.VERSION, EVENT.VERSION.plus(1))
                .where(EVENT.ID.eq(id))
                .execute();
    }

    List<UUID> optionsExpired(Instant now, int limit) {
        return db.select(EVENT.ID)
                .from(EVENT)
                .where(EVENT.OPTIONED_UNTIL.le(now))
                .orderBy(EVENT.OPTIONED_UNTIL, EVENT.ID)
                .limit(limit)
                .fetch(EVENT.ID);
    }

    List<String> tags() {
        var tag = DSL.field(DSL.name("tag"), String.class);
        return db.selectDistinct(tag)
                .from(EVENT, DSL.unnest(EVENT.TAGS).as("t", "tag"))
                .orderBy(tag)
                .fetch(tag);
    }

    /** Those that weigh on stock: what the warehouse works on already, then the others, by when they came into their phase. */
    List<UUID> holding() {
        return db.select(EVENT.ID)
                .from(EVENT)
                .where(EVENT.TEMPLATE.isFalse())
                .and(EVENT.PHASE
                        .notIn(Phase.ENQUIRY.name(), Phase.CLOSED.name(), Phase.CANCELLED.name())
                        .or(EVENT.OPTIONED_UNTIL.isNotNull()))
                .orderBy(DSL.field(EVENT.PHASE.in(WORKED_ON)).desc(), EVENT.PHASE_SINCE, EVENT.ID)
                .fetch(EVENT.ID);
    }

    void series(UUID id, UUID seriesId, Instant now) {
        db.update(EVENT)
                .set(EVENT.SERIES_ID, seriesId)
                .set(EVENT.CHANGED_AT, now)
                .set(EVENT.VERSION, EVENT.VERSION.plus(1))
                .where(EVENT.ID.eq(id))
                .execute();
    }

    private Map<Field<?>, @Nullable Object> details(Details d, Instant now) {
        var occupied = d.occupancy().around(new Period(d.from(), d.to()));
        var set = new LinkedHashMap<Field<?>, @Nullable Object>();
        set.put(EVENT.NAME, d.name());
        set.put(EVENT.PROJECT_ID, d.projectId());
        set.put(EVENT.CLIENT_ID, d.clientId());
        set.put(EVENT.VENUE_ID, d.venueId());
        set.put(EVENT.ROOM_ID, d.roomId());
        set.put(EVENT.PLANNER_ID, d.plannerId());
        set.put(EVENT.WAREHOUSE_ID, d.warehouseId());
        set.put(EVENT.TYPE_ID, d.typeId());
        set.put(EVENT.TAGS, d.tags() == null ? new String[0] : d.tags().toArray(String[]::new));
        set.put(EVENT.TIME_ZONE, d.timeZone());
        set.put(EVENT.FROM_AT, d.from());
        set.put(EVENT.TO_AT, d.to());
        set.put(EVENT.PREP_MINUTES, d.occupancy().prepMinutes());
        set.put(EVENT.TRANSIT_BEFORE_MINUTES, d.occupancy().transitBeforeMinutes());
        set.put(EVENT.TRANSIT_AFTER_MINUTES, d.occupancy().transitAfterMinutes());
        set.put(EVENT.TURNAROUND_MINUTES, d.occupancy().turnaroundMinutes());
        set.put(EVENT.OCCUPIED_FROM, occupied.from());
        set.put(EVENT.OCCUPIED_TO, occupied.to());
        set.put(EVENT.NOTES, d.notes());
        set.put(EVENT.CUSTOM, JSONB.valueOf(json.writeValueAsString(d.custom() == null ? Map.of() : d.custom())));
        set.put(EVENT.VALUE_MINOR, d.value() == null ? null : d.value().amountMinor());
        set.put(EVENT.CURRENCY, d.value() == null ? null : d.value().currency().getCurrencyCode());
        set.put(EVENT.PROBABILITY_PERCENT, d.probabilityPercent());
        set.put(EVENT.CHANGED_AT, now);
        return set;
    }

    /** Those that were there keep their ids; ids that were not are new ones. */
    private void insertBlocks(UUID eventId, @Nullable List<Block> blocks) {
        var there = new HashSet<>(db.select(BLOCK.ID)
                .from(BLOCK)
                .where(BLOCK.EVENT_ID.eq(eventId))
                .fetch(BLOCK.ID));
        db.deleteFrom(BLOCK).where(BLOCK.EVENT_ID.eq(eventId)).execute();
        if (blocks == null || blocks.isEmpty()) return;
        var insert = db.insertInto(
                BLOCK,
                BLOCK.ID,
                BLOCK.EVENT_ID,
                BLOCK.POSITION,
                BLOCK.KIND,
                BLOCK.STAGE,
                BLOCK.FROM_AT,
                BLOCK.TO_AT,
                BLOCK.NOTE);
        int position = 0;
        for (var b : blocks) {
            var id = b.id() != null && there.remove(b.id()) ? b.id() : ids.next();
            insert = insert.values(id, eventId, position++, b.kind().name(), b.stage(), b.from(), b.to(), b.note());
        }
        insert.execute();
    }

    private Map<UUID, List<Block>> blocks(Collection<UUID> eventIds) {
        var result = new LinkedHashMap<UUID, List<Block>>();
        if (eventIds.isEmpty()) return result;
        db.selectFrom(BLOCK)
                .where(BLOCK.EVENT_ID.in(eventIds))
                .orderBy(BLOCK.EVENT_ID, BLOCK.POSITION)
                .forEach(r -> result.computeIfAbsent(r.getEventId(), e -> new ArrayList<>())
                        .add(new Block(
                                r.getId(),
                                Block.Kind.valueOf(r.getKind()),
                                r.getStage(),
                                r.getFromAt(),
                                r.getToAt(),
                                r.getNote())));
        return result;
    }

    private Event map(EventLineRecord r, List<Block> blocks) {
        var custom = r.getCustom();
        return new Event(
                r.getId(),
                r.getTemplate(),
                r.getNumber(),
                r.getName(),
                r.getProjectId(),
                r.getProjectName(),
                r.getClientId(),
                r.getClientName(),
                r.getVenueId(),
                r.getVenueName(),
                r.getRoomId(),
                r.getRoomName(),
                r.getPlannerId(),
                r.getPlannerName(),
                r.getWarehouseId(),
                r.getWarehouseName(),
                r.getTypeId(),
                r.getTypeName(),
                r.getProjectColour() != null ? r.getProjectColour() : r.getTypeColour(),
                Phase.valueOf(r.getPhase()),
                r.getOwnPhaseNowId(),
                r.getOwnPhaseName(),
                r.getPhaseSince(),
                r.getOptionedUntil(),
                r.getCancelledAt(),
                r.getCancelReason(),
                List.of(r.getTags()),
                r.getTimeZone(),
                r.getFromAt(),
                r.getToAt(),
                new Occupancy(
                        r.getPrepMinutes(),
                        r.getTransitBeforeMinutes(),
                        r.getTransitAfterMinutes(),
                        r.getTurnaroundMinutes()),
                r.getOccupiedFrom(),
                r.getOccupiedTo(),
                List.copyOf(blocks),
                r.getNotes(),
                custom.data().length() <= 2 ? Map.of() : json.readValue(custom.data(), CUSTOM),
                r.getValueMinor() == null ? null : Money.of(r.getValueMinor(), r.getCurrency()),
                r.getProbabilityPercent(),
                r.getSeriesId(),
                r.getCreatedAt(),
                r.getChangedAt(),
                r.getVersion());
    }
}
