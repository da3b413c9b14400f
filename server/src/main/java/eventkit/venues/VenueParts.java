package eventkit.venues;

import static eventkit.venues.db.Tables.CONTACT;
import static eventkit.venues.db.Tables.POWER_SUPPLY;
import static eventkit.venues.db.Tables.RIGGING_POINT;
import static eventkit.venues.db.Tables.ROOM;

import eventkit.core.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All SQL of what is listed below a venue: contacts, rooms, power, rigging points. */
@Component
class VenueParts {
    private final DSLContext db;
    private final Ids ids;

    VenueParts(DSLContext db, Ids ids) {
        this.db = db;
        this.ids = ids;
    }

    List<VenueContact> contacts(VenueId venue) {
        return db.selectFrom(CONTACT)
                .where(CONTACT.VENUE_ID.eq(venue.value()))
                .orderBy(CONTACT.POSITION, CONTACT.ID)
                .fetch(row -> new VenueContact(
                        row.getId(), row.getName(), row.getRole(), row.getEmail(), row.getPhone(), row.getPreferred()));
    }

    /** Of the whole venue, without those of its rooms. */
    List<PowerSupply> supplies(VenueId venue) {
        return db.selectFrom(POWER_SUPPLY)
                .where(POWER_SUPPLY.VENUE_ID.eq(venue.value()))
                .and(POWER_SUPPLY.ROOM_ID.isNull())
                .orderBy(POWER_SUPPLY.POSITION, POWER_SUPPLY.ID)
                .fetch(VenueParts::supply);
    }

    List<Room> rooms(VenueId venue) {
        var supplies = new HashMap<UUID, List<PowerSupply>>();
        db.selectFrom(POWER_SUPPLY)
                .where(POWER_SUPPLY.VENUE_ID.eq(venue.value()))
                .and(POWER_SUPPLY.ROOM_ID.isNotNull())
                .orderBy(POWER_SUPPLY.POSITION, POWER_SUPPLY.ID)
                .forEach(row -> supplies.computeIfAbsent(row.getRoomId(), r -> new ArrayList<>())
                        .add(supply(row)));
        var points = new HashMap<UUID, List<RiggingPoint>>();
        db.select(RIGGING_POINT.fields())
                .from(RIGGING_POINT)
                .join(ROOM)
                .on(ROOM.ID.eq(RIGGING_POINT.ROOM_ID))
                .where(ROOM.VENUE_ID.eq(venue.value()))
                .orderBy(RIGGING_POINT.POSITION, RIGGING_POINT.ID)
                .forEach(row -> points.computeIfAbsent(row.get(RIGGING_POINT.ROOM_ID), r -> new ArrayList<>())
                        .add(point(row)));
        return db.selectFrom(ROOM)
                .where(ROOM.VENUE_ID.eq(venue.value()))
                .orderBy(ROOM.POSITION, ROOM.ID)
                .fetch(row -> new Room(
                        new RoomId(row.getId()),
                        row.getName(),
                        row.getCapacity(),
                        row.getLengthMillimetres(),
                        row.getWidthMillimetres(),
                        row.getHeightMillimetres(),
                        row.getFloorLoadKilogramsPerSquareMetre(),
                        row.getNotes(),
                        supplies.getOrDefault(row.getId(), List.of()),
                        points.getOrDefault(row.getId(), List.of())));
    }

    /** All lists of the venue as they are in {@code d}: what has an id is there already. */
    void write(VenueId venue, VenueDetails d) {
        var queries = new ArrayList<Query>();
        // Or two would be preferred between one statement and the next.
        queries.add(db.update(CONTACT)
                .set(CONTACT.PREFERRED, false)
                .where(CONTACT.VENUE_ID.eq(venue.value()))
                .and(CONTACT.PREFERRED));
        var contacts = new ArrayList<UUID>();
        for (var contact : d.contacts())
            contacts.add(put(queries, CONTACT, CONTACT.ID, contact.id(), values(venue, contact, contacts.size())));
        var rooms = new ArrayList<UUID>();
        var supplies = new ArrayList<UUID>();
        var points = new ArrayList<UUID>();
        for (var supply : d.powerSupplies())
            supplies.add(put(
                    queries, POWER_SUPPLY, POWER_SUPPLY.ID, supply.id(), values(venue, null, supply, supplies.size())));
        for (var room : d.rooms()) {
            var old = room.id() == null ? null : room.id().value();
            var id = put(queries, ROOM, ROOM.ID, old, values(venue, room, rooms.size()));
            rooms.add(id);
            for (var supply : room.powerSupplies())
                supplies.add(put(
                        queries,
                        POWER_SUPPLY,
                        POWER_SUPPLY.ID,
                        supply.id(),
                        values(venue, id, supply, supplies.size())));
            for (var point : room.riggingPoints())
                points.add(put(queries, RIGGING_POINT, RIGGING_POINT.ID, point.id(), values(id, point, points.size())));
        }
        // What moved to another room has done so by now; a room takes what is left in it along.
        queries.add(
                db.deleteFrom(CONTACT).where(CONTACT.VENUE_ID.eq(venue.value())).and(CONTACT.ID.notIn(contacts)));
        queries.add(db.deleteFrom(POWER_SUPPLY)
                .where(POWER_SUPPLY.VENUE_ID.eq(venue.value()))
                .and(POWER_SUPPLY.ID.notIn(supplies)));
        queries.add(db.deleteFrom(RIGGING_POINT)
                .where(RIGGING_POINT.ROOM_ID.in(db.select(ROOM.ID).from(ROOM).where(ROOM.VENUE_ID.eq(venue.value()))))
                .and(RIGGING_POINT.ID.notIn(points)));
        db.batch(queries).execute();
        dropRooms(venue, rooms);
    }

    private void dropRooms(VenueId venue, Collection<UUID> kept) {
        db.deleteFrom(ROOM)
                .where(ROOM.VENUE_ID.eq(venue.value()))
                .and(ROOM.ID.notIn(kept))
                .execute();
    }

    private <R extends Record> UUID put(
            List<Query> queries,
            Table<R> table,
            TableField<R, UUID> key,
            @Nullable UUID old,
            Map<Field<?>, @Nullable Object> values) {
        var id = old == null ? ids.next() : old;
        queries.add(
                old == null
                        ? db.insertInto(table).set(values).set(key, id)
                        : db.update(table).set(values).where(key.eq(id)));
        return id;
    }

    private static Map<Field<?>, @Nullable Object> values(VenueId venue, VenueContact c, int position) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(CONTACT.VENUE_ID, venue.value());
        values.put(CONTACT.POSITION, position);
        values.put(CONTACT.NAME, c.name());
        values.put(CONTACT.ROLE, c.role());
        values.put(CONTACT.EMAIL, c.email());
        values.put(CONTACT.PHONE, c.phone());
        values.put(CONTACT.PREFERRED, Boolean.TRUE.equals(c.preferred()));
        return values;
    }

    private static Map<Field<?>, @Nullable Object> values(VenueId venue, Room room, int position) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(ROOM.VENUE_ID, venue.value());
        values.put(ROOM.POSITION, position);
        values.put(ROOM.NAME, room.name());
        values.put(ROOM.CAPACITY, room.capacity());
        values.put(ROOM.LENGTH_MILLIMETRES, room.lengthMillimetres());
        values.put(ROOM.WIDTH_MILLIMETRES, room.widthMillimetres());
        values.put(ROOM.HEIGHT_MILLIMETRES, room.heightMillimetres());
        values.put(ROOM.FLOOR_LOAD_KILOGRAMS_PER_SQUARE_METRE, room.floorLoadKilogramsPerSquareMetre());
        values.put(ROOM.NOTES, room.notes());
        return values;
    }

    private static Map<Field<?>, @Nullable Object> values(
            VenueId venue, @Nullable UUID room, PowerSupply s, int position) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(POWER_SUPPLY.VENUE_ID, venue.value());
        values.put(POWER_SUPPLY.ROOM_ID, room);
        values.put(POWER_SUPPLY.POSITION, position);
        values.put(POWER_SUPPLY.NAME, s.name());
        values.put(POWER_SUPPLY.CONNECTOR, s.connector());
        values.put(POWER_SUPPLY.PHASES, s.phases());
        values.put(POWER_SUPPLY.AMPS_PER_PHASE, s.ampsPerPhase());
        values.put(POWER_SUPPLY.VOLTS, s.volts());
        values.put(POWER_SUPPLY.QUANTITY, s.count());
        return values;
    }

    private static Map<Field<?>, @Nullable Object> values(UUID room, RiggingPoint p, int position) {
        var values = new LinkedHashMap<Field<?>, @Nullable Object>();
        values.put(RIGGING_POINT.ROOM_ID, room);
        values.put(RIGGING_POINT.POSITION, position);
        values.put(RIGGING_POINT.NAME, p.name());
        values.put(RIGGING_POINT.WORKING_LOAD_LIMIT_KILOGRAMS, p.workingLoadLimitKilograms());
        values.put(RIGGING_POINT.HEIGHT_MILLIMETRES, p.heightMillimetres());
        values.put(RIGGING_POINT.X_MILLIMETRES, p.xMillimetres());
        values.put(RIGGING_POINT.Y_MILLIMETRES, p.yMillimetres());
        return values;
    }

    private static PowerSupply supply(Record row) {
        return new PowerSupply(
                row.get(POWER_SUPPLY.ID),
                row.get(POWER_SUPPLY.NAME),
                row.get(POWER_SUPPLY.CONNECTOR),
                row.get(POWER_SUPPLY.PHASES),
                row.get(POWER_SUPPLY.AMPS_PER_PHASE),
                row.get(POWER_SUPPLY.VOLTS),
                row.get(POWER_SUPPLY.QUANTITY));
    }

    private static RiggingPoint point(Record row) {
        return new RiggingPoint(
                row.get(RIGGING_POINT.ID),
                row.get(RIGGING_POINT.NAME),
                Objects.requireNonNull(row.get(RIGGING_POINT.WORKING_LOAD_LIMIT_KILOGRAMS)),
                row.get(RIGGING_POINT.HEIGHT_MILLIMETRES),
                row.get(RIGGING_POINT.X_MILLIMETRES),
                row.get(RIGGING_POINT.Y_MILLIMETRES));
    }
}
