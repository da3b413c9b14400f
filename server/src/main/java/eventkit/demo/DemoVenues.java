package eventkit.demo;

import eventkit.demo.DemoLines.Line;
import eventkit.demo.World.Room;
import eventkit.demo.World.Venue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ten venues with rooms, power and rigging points, from {@code demo/venues.txt}. */
final class DemoVenues {
    private static final long SEED = 20_261_123;
    private final World world;
    private final Dice dice = new Dice(SEED);
    private final Diary diary;
    private int position;

    DemoVenues(World world) {
        this.world = world;
        this.diary = new Diary(world.sheets.audit, dice);
    }

    void fill() {
        var at = Days.at(Days.workday(world.days.ago(790)), 10, 0);
        Venue venue = null;
        Line room = null;
        for (var line : DemoLines.of("/demo/venues.txt")) {
            position++;
            if (line.kind().equals("VENUE")) {
                at = Days.office(Days.workday(world.days.ago(785 - 50 * world.venues.size())), dice);
                venue = venue(line, at);
                room = null;
                continue;
            }
            if (venue == null) throw new IllegalStateException(line.toString());
            switch (line.kind()) {
                case "CONTACT" -> contact(venue, line, at);
                case "ROOM" -> {
                    room = line;
                    room(venue, line, at);
                }
                case "POWER" ->
                    power(venue, room == null ? null : venue.rooms().getLast().id(), line, at);
                case "POINTS" -> points(venue.rooms().getLast(), java.util.Objects.requireNonNull(room), line, at);
                default -> throw new IllegalStateException(line.kind());
            }
        }
    }

    private Venue venue(Line line, Instant at) {
        var id = dice.id(at);
        var venue = new Venue(id, line.fields().getFirst(), line.fields().get(4), new ArrayList<>());
        world.venues.add(venue);
        world.sheets.venues.add(
                id,
                venue.name(),
                line.list(1),
                line.text(2),
                line.text(3),
                venue.timeZone(),
                line.text(5),
                line.text(6),
                line.text(7),
                line.tags(8),
                line.text(9),
                line.text(10),
                line.text(11),
                line.text(12),
                line.text(13),
                line.text(14),
                at,
                at);
        diary.wrote(
                at,
                world.staff.planner(),
                "venue",
                id,
                venue.name(),
                "created",
                1,
                "name",
                null,
                venue.name(),
                "city",
                null,
                line.text(2),
                "timeZone",
                null,
                venue.timeZone(),
                "loading",
                null,
                line.text(9));
        return venue;
    }

    private void contact(Venue venue, Line line, Instant at) {
        world.sheets.venueContacts.add(
                dice.id(at),
                venue.id(),
                position,
                line.text(0),
                line.text(1),
                line.text(2),
                line.text(3),
                line.fields().get(4).equals("yes"));
    }

    private void room(Venue venue, Line line, Instant at) {
        var id = dice.id(at);
        venue.rooms().add(new Room(id, line.fields().getFirst()));
        world.sheets.rooms.add(
                id,
                venue.id(),
                position,
                line.text(0),
                line.text(1),
                line.text(2),
                line.text(3),
                line.text(4),
                line.text(5),
                line.text(6));
    }

    private void power(Venue venue, @Nullable UUID room, Line line, Instant at) {
        world.sheets.supplies.add(
                dice.id(at),
                venue.id(),
                room,
                position,
                line.text(0),
                line.text(1),
                line.number(2),
                line.number(3),
                line.number(4),
                line.number(5));
    }

    /** A grid over the room: A1 is next to its corner, letters run across. */
    private void points(Room room, Line measured, Line line, Instant at) {
        int along = line.number(0);
        int across = line.number(1);
        for (int row = 0; row < across; row++) {
            for (int column = 0; column < along; column++) {
                world.sheets.points.add(
                        dice.id(at),
                        room.id(),
                        row * along + column,
                        "" + (char) ('A' + row) + (column + 1),
                        line.number(2),
                        line.number(3),
                        measured.number(2) * (column + 1) / (along + 1),
                        measured.number(3) * (row + 1) / (across + 1));
            }
        }
    }
}
