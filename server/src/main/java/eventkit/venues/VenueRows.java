package eventkit.venues;

import static eventkit.venues.db.Tables.RIGGING_POINT;
import static eventkit.venues.db.Tables.ROOM;
import static eventkit.venues.db.Tables.VENUE;

import eventkit.core.ListQuery;
import eventkit.core.Listing;
import eventkit.core.Page;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of venues; {@link VenueParts} has that of what is listed below them. */
@Component
class VenueRows {
    private static final Field<Integer> ROOMS =
            DSL.field(DSL.select(DSL.count()).from(ROOM).where(ROOM.VENUE_ID.eq(VENUE.ID)));
    private static final Field<Integer> CAPACITY =
            DSL.field(DSL.select(DSL.max(ROOM.CAPACITY)).from(ROOM).where(ROOM.VENUE_ID.eq(VENUE.ID)));
    private static final Field<Integer> POINTS = DSL.field(DSL.select(DSL.count())
            .from(RIGGING_POINT)
            .join(ROOM)
            .on(ROOM.ID.eq(RIGGING_POINT.ROOM_ID))
            .where(ROOM.VENUE_ID.eq(VENUE.ID)));
    private final DSLContext db;
    private final VenueParts parts;

    VenueRows(DSLContext db, VenueParts parts) {
        this.db = db;
        this.parts = parts;
    }

    Optional<Venue> find(VenueId id) {
        return db.selectFrom(VENUE)
                .where(VENUE.ID.eq(id.value()))
                .fetchOptional(row -> new Venue(
                        id,
                        row.getName(),
                        List.of(row.getAddressLines()),
                        row.getCity(),
                        row.getCountry(),
                        row.getLatitude(),
                        row.getLongitude(),
                        row.getTimeZone(),
                        row.getWeb(),
                        row.getLoading(),
                        row.getDock(),
                        row.getDoorWidthMillimetres(),
                        row.getDoorHeightMillimetres(),
                        row.getParking(),
                        row.getNotes(),
                        List.of(row.getTags()),
                        parts.contacts(id),
                        parts.supplies(id),
                        parts.rooms(id),
                        row.getArchivedAt(),
                        row.getCreatedAt(),
                        row.getChangedAt(),
                        row.getVersion()));
    }

    /** Locked until the end of the transaction. */
    Optional<Venue> lock(VenueId id) {
        db.select(VENUE.ID)
                .from(VENUE)
                .where(VENUE.ID.eq(id.value()))
                .forUpdate()
                .fetch();
        return find(id);
    }

    Optional<String> name(VenueId id) {
        return db.select(VENUE.NAME).from(VENUE).where(VENUE.ID.eq(id.value())).fetchOptional(VENUE.NAME);
    }

    List<String> tags() {
        var tag = DSL.field(DSL.name("tag"), String.class);
        return db.selectDistinct(tag)
                .from(VENUE, DSL.unnest(VENUE.TAGS).as("t", "tag"))
                .orderBy(tag)
                .fetch(tag);
    }

    Page<VenueLine> list(ListQuery query, Venues.Filter filter) {
        return Listing.by(VENUE.ID, "name")
                .sort("name", DSL.lower(VENUE.NAME))
                .sort("city", DSL.lower(DSL.coalesce(VENUE.CITY, "")))
                .sort("createdAt", VENUE.CREATED_AT)
                .sort("changedAt", VENUE.CHANGED_AT)
                .page(
                        db,
                        query,
                        VENUE,
                        where(filter, query.text()),
                        found -> db.select(VENUE.fields())
                                .select(ROOMS.as("room_count"), CAPACITY.as("capacity"), POINTS.as("point_count"))
                                .from(VENUE)
                                .where(VENUE.ID.in(found)),
                        row -> row.get(VENUE.ID),
                        row -> new VenueLine(
                                new VenueId(row.get(VENUE.ID)),
                                row.get(VENUE.NAME),
                                row.get(VENUE.CITY),
                                row.get(VENUE.COUNTRY),
                                row.get(VENUE.TIME_ZONE),
                                row.get("room_count", int.class),
                                row.get("capacity", Integer.class),
                                row.get("point_count", int.class),
                                List.of(row.get(VENUE.TAGS)),
                                row.get(VENUE.ARCHIVED_AT),
                                row.get(VENUE.CREATED_AT),
                                row.get(VENUE.CHANGED_AT),
                                row.get(VENUE.VERSION)));
    }

    private static Condition where(Venues.Filter filter, @Nullable String text) {
        Condition where = DSL.noCondition();
        if (filter.archived() != null)
            where = where.and(filter.archived() ? VENUE.ARCHIVED_AT.isNotNull() : VENUE.ARCHIVED_AT.isNull());
        if (!filter.tags().isEmpty()) where = where.and(DSL.arrayOverlap(VENUE.TAGS, array(filter.tags())));
        if (!filter.countries().isEmpty()) where = where.and(VENUE.COUNTRY.in(filter.countries()));
        if (filter.capacity() != null)
            where = where.and(DSL.exists(DSL.selectOne()
                    .from(ROOM)
                    .where(ROOM.VENUE_ID.eq(VENUE.ID))
                    .and(ROOM.CAPACITY.ge(filter.capacity()))));
        if (text != null) {
            var searched = DSL.concat(
                    VENUE.NAME, DSL.val(" "), DSL.coalesce(VENUE.CITY, ""), DSL.val(" "), DSL.coalesce(halls(), ""));
            where = where.and(Listing.words(text, searched));
        }
        return where;
    }

    private static Field<String> halls() {
        return DSL.field(
                DSL.select(DSL.groupConcat(ROOM.NAME).separator(" ")).from(ROOM).where(ROOM.VENUE_ID.eq(VENUE.ID)));
    }

    void insert(VenueId id, VenueDetails d, Instant now) {
        db.insertInto(VENUE)
                .set(facts(d))
                .set(VENUE.ID, id.value())
                .set(VENUE.CREATED_AT, now)
                .set(VENUE.CHANGED_AT, now)
                .execute();
    }

    void update(VenueId id, VenueDetails d, Instant now, long version) {
        db.update(VENUE)
                .set(facts(d))
                .set(VENUE.CHANGED_AT, now)
                .set(VENUE.VERSION, version)
                .where(VENUE.ID.eq(id.value()))
                .execute();
    }

    void archive(VenueId id, @Nullable Instant at, Instant now, long version) {
        db.update(VENUE)
                .set(VENUE.ARCHIVED_AT, at)
                .set(VENUE.CHANGED_AT, now)
                .set(VENUE.VERSION, version)
                .where(VENUE.ID.eq(id.value()))
                .execute();
    }

    void delete(VenueId id) {
        db.deleteFrom(VENUE).where(VENUE.ID.eq(id.value())).execute();
    }

    private static Map<Field<?>, @Nullable Object> facts(VenueDetails d) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(VENUE.NAME, d.name());
        values.put(VENUE.ADDRESS_LINES, array(d.addressLines()));
        values.put(VENUE.CITY, d.city());
        values.put(VENUE.COUNTRY, d.country());
        values.put(VENUE.LATITUDE, d.latitude());
        values.put(VENUE.LONGITUDE, d.longitude());
        values.put(VENUE.TIME_ZONE, d.timeZone());
        values.put(VENUE.WEB, d.web());
        values.put(VENUE.LOADING, d.loading());
        values.put(VENUE.DOCK, d.dock());
        values.put(VENUE.DOOR_WIDTH_MILLIMETRES, d.doorWidthMillimetres());
        values.put(VENUE.DOOR_HEIGHT_MILLIMETRES, d.doorHeightMillimetres());
        values.put(VENUE.PARKING, d.parking());
        values.put(VENUE.NOTES, d.notes());
        values.put(VENUE.TAGS, array(d.tags()));
        return values;
    }

    private static String[] array(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
