package eventkit.venues;

import eventkit.core.Check;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a venue's facts must be like. */
final class VenueRules {
    private static final int ADDRESS_LINES_MAX = 8;
    private static final int TAGS_MAX = 20;
    private static final int CONTACTS_MAX = 200;
    private static final int ROOMS_MAX = 100;
    private static final int SUPPLIES_MAX = 100;
    private static final int POINTS_MAX = 500;
    private static final int POINTS_IN_ALL_MAX = 2_000;
    private static final int DIGITS_MAX = 20;
    private static final long ROOM_MILLIMETRES_MAX = 10_000_000;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> ZONES = Set.copyOf(ZoneId.getAvailableZoneIds());

    private VenueRules() {}

    /** What a venue has now: whatever else claims an id is not its own. */
    record Known(Set<UUID> contacts, Set<RoomId> rooms, Set<UUID> supplies, Set<UUID> points) {
        static final Known NOTHING = new Known(Set.of(), Set.of(), Set.of(), Set.of());

        static Known of(Venue venue) {
            var known = new Known(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
            for (var contact : venue.contacts()) add(known.contacts, contact.id());
            for (var supply : venue.powerSupplies()) add(known.supplies, supply.id());
            for (var room : venue.rooms()) {
                add(known.rooms, room.id());
                for (var supply : room.powerSupplies()) add(known.supplies, supply.id());
                for (var point : room.riggingPoints()) add(known.points, point.id());
            }
            return known;
        }

        private static <T> void add(Set<T> ids, @Nullable T id) {
            if (id != null) ids.add(id);
        }
    }

    /** The same without blanks around texts and without lines that say nothing. */
    static VenueDetails tidy(VenueDetails d) {
        var country = stripped(d.country());
        var tags = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (var tag : d.tags()) if (!tag.isBlank()) tags.add(tag.strip());
        return new VenueDetails(
                plain(d.name()),
                d.addressLines().stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                stripped(d.city()),
                country == null ? null : country.toUpperCase(Locale.ROOT),
                degrees(d.latitude()),
                degrees(d.longitude()),
                plain(d.timeZone()),
                stripped(d.web()),
                stripped(d.loading()),
                stripped(d.dock()),
                d.doorWidthMillimetres(),
                d.doorHeightMillimetres(),
                stripped(d.parking()),
                stripped(d.notes()),
                List.copyOf(tags),
                d.contacts().stream()
                        .map(c -> new VenueContact(
                                c.id(),
                                plain(c.name()),
                                stripped(c.role()),
                                stripped(c.email()),
                                stripped(c.phone()),
                                c.preferred()))
                        .toList(),
                d.powerSupplies().stream().map(VenueRules::tidy).toList(),
                d.rooms().stream()
                        .map(room -> room.with(
                                plain(room.name()),
                                stripped(room.notes()),
                                room.powerSupplies().stream()
                                        .map(VenueRules::tidy)
                                        .toList(),
                                room.riggingPoints().stream()
                                        .map(VenueRules::tidy)
                                        .toList()))
                        .toList());
    }

    private static PowerSupply tidy(PowerSupply s) {
        return new PowerSupply(
                s.id(), plain(s.name()), plain(s.connector()), s.phases(), s.ampsPerPhase(), s.volts(), s.count());
    }

    private static RiggingPoint tidy(RiggingPoint p) {
        return new RiggingPoint(
                p.id(),
                plain(p.name()),
                p.workingLoadLimitKilograms(),
                p.heightMillimetres(),
                p.xMillimetres(),
                p.yMillimetres());
    }

    static void check(Check check, VenueDetails d, Known known) {
        check.required(d.name(), "name")
                .line(d.name(), "name", 200)
                .size(d.addressLines(), "addressLines", ADDRESS_LINES_MAX)
                .line(d.city(), "city", 100)
                .that(
                        d.country() == null || COUNTRIES.contains(d.country()),
                        "country",
                        "unknown-country",
                        "Use an ISO 3166 code such as DE.")
                .between(d.latitude(), "latitude", -90, 90)
                .between(d.longitude(), "longitude", -180, 180)
                .that(fine(d.latitude()), "latitude", "too-fine", "Use at most 6 digits after the point.")
                .that(fine(d.longitude()), "longitude", "too-fine", "Use at most 6 digits after the point.")
                .that(
                        (d.latitude() == null) == (d.longitude() == null),
                        d.latitude() == null ? "latitude" : "longitude",
                        "both",
                        "Give both latitude and longitude, or neither.")
                .required(d.timeZone(), "timeZone")
                .that(
                        d.timeZone().isEmpty() || ZONES.contains(d.timeZone()),
                        "timeZone",
                        "unknown-time-zone",
                        "Use a zone such as Europe/Berlin.")
                .webAddress(d.web(), "web")
                .text(d.loading(), "loading", 5_000)
                .text(d.dock(), "dock", 5_000)
                .between(d.doorWidthMillimetres(), "doorWidthMillimetres", 1, 100_000)
                .between(d.doorHeightMillimetres(), "doorHeightMillimetres", 1, 100_000)
                .text(d.parking(), "parking", 5_000)
                .text(d.notes(), "notes", 10_000)
                .size(d.tags(), "tags", TAGS_MAX)
                .size(d.contacts(), "contacts", CONTACTS_MAX)
                .size(d.rooms(), "rooms", ROOMS_MAX);
        for (int i = 0; i < d.addressLines().size(); i++)
            check.line(d.addressLines().get(i), "addressLines[" + i + "]", 200);
        for (int i = 0; i < d.tags().size(); i++) check.line(d.tags().get(i), "tags[" + i + "]", 40);
        contacts(check, d.contacts(), known);
        var supplies = new HashSet<UUID>();
        supplies(check, d.powerSupplies(), "powerSupplies", known, supplies);
        var rooms = new HashSet<RoomId>();
        var points = new HashSet<UUID>();
        int pointsInAll = 0;
        for (int i = 0; i < d.rooms().size(); i++) {
            var room = d.rooms().get(i);
            var field = "rooms[" + i + "].";
            own(check, room.id(), field + "id", known.rooms(), rooms);
            check.required(room.name(), field + "name")
                    .line(room.name(), field + "name", 200)
                    .between(room.capacity(), field + "capacity", 0, 1_000_000)
                    .between(room.lengthMillimetres(), field + "lengthMillimetres", 1, ROOM_MILLIMETRES_MAX)
                    .between(room.widthMillimetres(), field + "widthMillimetres", 1, ROOM_MILLIMETRES_MAX)
                    .between(room.heightMillimetres(), field + "heightMillimetres", 1, ROOM_MILLIMETRES_MAX)
                    .between(
                            room.floorLoadKilogramsPerSquareMetre(),
                            field + "floorLoadKilogramsPerSquareMetre",
                            1,
                            1_000_000)
                    .text(room.notes(), field + "notes", 10_000);
            supplies(check, room.powerSupplies(), field + "powerSupplies", known, supplies);
            points(check, room.riggingPoints(), field + "riggingPoints", known, points);
            pointsInAll += room.riggingPoints().size();
        }
        check.that(
                pointsInAll <= POINTS_IN_ALL_MAX,
                "rooms",
                "too-many",
                "Use at most " + POINTS_IN_ALL_MAX + " rigging points in all.");
    }

    private static void contacts(Check check, List<VenueContact> contacts, Known known) {
        var seen = new HashSet<UUID>();
        boolean preferred = false;
        for (int i = 0; i < contacts.size(); i++) {
            var contact = contacts.get(i);
            var field = "contacts[" + i + "].";
            boolean first = Boolean.TRUE.equals(contact.preferred());
            own(check, contact.id(), field + "id", known.contacts(), seen);
            check.required(contact.name(), field + "name")
                    .line(contact.name(), field + "name", 200)
                    .line(contact.role(), field + "role", 100)
                    .email(contact.email(), field + "email")
                    .line(contact.phone(), field + "phone", 50)
                    .that(
                            !(first && preferred),
                            field + "preferred",
                            "only-one",
                            "Prefer one contact; another one is preferred already.");
            preferred |= first;
        }
    }

    private static void supplies(Check check, List<PowerSupply> supplies, String list, Known known, Set<UUID> seen) {
        check.size(supplies, list, SUPPLIES_MAX);
        for (int i = 0; i < supplies.size(); i++) {
            var supply = supplies.get(i);
            var field = list + "[" + i + "].";
            own(check, supply.id(), field + "id", known.supplies(), seen);
            check.required(supply.name(), field + "name")
                    .line(supply.name(), field + "name", 200)
                    .required(supply.connector(), field + "connector")
                    .line(supply.connector(), field + "connector", 100)
                    .that(
                            supply.phases() == 1 || supply.phases() == 3,
                            field + "phases",
                            "one-or-three",
                            "Use 1 or 3 phases.")
                    .between(supply.ampsPerPhase(), field + "ampsPerPhase", 1, 10_000)
                    .between(supply.volts(), field + "volts", 1, 1_000)
                    .between(supply.count(), field + "count", 1, 1_000);
        }
    }

    private static void points(Check check, List<RiggingPoint> points, String list, Known known, Set<UUID> seen) {
        check.size(points, list, POINTS_MAX);
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            var field = list + "[" + i + "].";
            own(check, point.id(), field + "id", known.points(), seen);
            check.required(point.name(), field + "name")
                    .line(point.name(), field + "name", 100)
                    .between(point.workingLoadLimitKilograms(), field + "workingLoadLimitKilograms", 1, 1_000_000)
                    .between(point.heightMillimetres(), field + "heightMillimetres", 1, 1_000_000)
                    .between(point.xMillimetres(), field + "xMillimetres", -ROOM_MILLIMETRES_MAX, ROOM_MILLIMETRES_MAX)
                    .between(point.yMillimetres(), field + "yMillimetres", -ROOM_MILLIMETRES_MAX, ROOM_MILLIMETRES_MAX)
                    .that(
                            (point.xMillimetres() == null) == (point.yMillimetres() == null),
                            field + (point.xMillimetres() == null ? "xMillimetres" : "yMillimetres"),
                            "both",
                            "Give both x and y, or neither.");
        }
    }

    private static <T> void own(Check check, @Nullable T id, String field, Set<T> known, Set<T> seen) {
        if (id == null) return;
        check.that(known.contains(id), field, "unknown", "The venue has no such entry.")
                .that(seen.add(id), field, "repeated", "This entry is in the list already.");
    }

    /** Six digits are a hand's breadth. What is out of range or absurdly long is left as it is, for the check to refuse. */
    private static @Nullable BigDecimal degrees(@Nullable BigDecimal given) {
        if (given == null || !fine(given) || given.abs().compareTo(BigDecimal.valueOf(180)) > 0) return given;
        return given.setScale(6, RoundingMode.HALF_UP);
    }

    private static boolean fine(@Nullable BigDecimal given) {
        return given == null || given.scale() <= DIGITS_MAX;
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
