package eventkit.demo;

import eventkit.demo.Staff.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Journeys between the two warehouses: most arrived, one short of something, one called off, one on the road, one being loaded. */
final class DemoTransfers {
    private record Pieces(World.Product product, UUID from, UUID to, long quantity) {}

    private final World world;
    private final DemoAssets assets;
    private final DemoStock stock;
    private int made;

    DemoTransfers(World world, DemoAssets assets, DemoStock stock) {
        this.world = world;
        this.assets = assets;
        this.stock = stock;
    }

    /** What one journey carries and how far it has come. */
    private final class Journey {
        final Instant planned;
        final UUID id;
        final String number;
        final World.Place from;
        final World.Place to;
        final Person who;
        final String note;
        final List<Unit> units;
        final List<Pieces> pieces = new ArrayList<>();
        final List<DemoCases.Case> cases = new ArrayList<>();
        String state = "DRAFT";
        long version = 1;

        @Nullable
        Instant dispatched;

        @Nullable
        Instant received;

        @Nullable
        Instant cancelled;

        @Nullable
        String reason;

        Journey(Instant planned, boolean north, String note, int wanted) {
            this.planned = planned;
            this.id = world.dice.id(planned);
            this.number = "TR-%04d".formatted(++made);
            var warehouses = world.of("WAREHOUSE");
            this.from = warehouses.get(north ? 0 : 1);
            this.to = warehouses.get(north ? 1 : 0);
            this.who = world.staff.warehouse(world.dice);
            this.note = note;
            var day = LocalDate.ofInstant(planned, Days.ZONE);
            this.units = assets.some(
                    wanted,
                    day,
                    u -> u.location != null && world.place(u.location).root().equals(from.id()));
            wrote(
                    planned,
                    who,
                    "created",
                    "from",
                    null,
                    Json.named(from.id(), from.name()),
                    "to",
                    null,
                    Json.named(to.id(), to.name()),
                    "note",
                    null,
                    note);
        }

        void carries(World.Product product, int slot, long quantity) {
            pieces.add(new Pieces(product, stock.slot(product, slot), stock.slot(product, 1 - slot), quantity));
        }

        void loaded(Instant at) {
            version++;
            int lines = units.size() + pieces.size() + cases.size();
            wrote(at, who, "loaded", "lines", 0, lines, "pending", 0, lines);
        }

        void wrote(Instant at, Person by, String action, @Nullable Object... changes) {
            world.diary.wrote(at, by, "transfer", id, number, action, version, changes);
        }

        void write() {
            world.sheets.transfers.add(
                    id,
                    number,
                    state,
                    from.id(),
                    to.id(),
                    dispatched == null ? null : transit().id(),
                    LocalDate.ofInstant(planned, Days.ZONE).plusDays(1),
                    note,
                    planned,
                    who.name(),
                    dispatched,
                    dispatched == null ? null : who.name(),
                    received,
                    received == null ? null : receiver().name(),
                    cancelled,
                    reason,
                    version);
        }

        Person receiver() {
            var staff = world.staff.all().stream()
                    .filter(p -> p.role().equals("WAREHOUSE"))
                    .toList();
            return staff.get(number.hashCode() & 1);
        }

        void line(
                int position,
                @Nullable Unit unit,
                DemoCases.@Nullable Case one,
                @Nullable Pieces some,
                @Nullable Long came,
                @Nullable UUID place,
                @Nullable String remark) {
            long quantity = some == null ? 1 : some.quantity;
            var outcome = came == null ? "PENDING" : came == quantity ? "RECEIVED" : came == 0 ? "MISSING" : "PARTLY";
            world.sheets.lines.add(
                    world.dice.id(planned.plusMillis(position + 1L)),
                    id,
                    position,
                    unit == null ? null : unit.id,
                    one == null ? null : one.id,
                    some == null ? null : some.product.id(),
                    quantity,
                    came,
                    some == null ? place : some.from,
                    outcome,
                    remark);
        }
    }

    private World.Place transit() {
        return world.of("TRANSIT").getFirst();
    }

    /** One that arrived long ago. @param short_ whether something was missing */
    void arrived(LocalDate after, int n, boolean missing) {
        var dice = world.dice;
        var planned = Days.nextWorkday(after);
        var leaves = Days.nextWorkday(planned);
        var arrives = Days.nextWorkday(leaves);
        var journey = new Journey(
                Days.office(planned, dice),
                n % 2 == 0,
                n % 3 == 0 ? "Balance after the tour" : "For the next job there",
                dice.between(10, 26));
        var cables = world.products.stream()
                .filter(p -> p.line().category().endsWith("/Cable"))
                .toList();
        var cable = cables.get(n % cables.size());
        journey.carries(cable, n % 2, Math.max(1, cable.line().units() / 30));
        journey.loaded(journey.planned.plusSeconds(1_200));
        dispatch(journey, Days.at(leaves, 15, 30));
        receive(journey, Days.at(arrives, 10, 0), arrives, missing);
        journey.write();
    }

    private void dispatch(Journey journey, Instant at) {
        journey.version++;
        journey.state = "IN_TRANSIT";
        journey.dispatched = at;
        for (var p : journey.pieces)
            stock.move(p.product, p.from, transit().id(), p.quantity, at, journey.who, journey.id, journey.number);
        journey.wrote(at, journey.who, "dispatched", "state", "DRAFT", "IN_TRANSIT");
    }

    private void receive(Journey journey, Instant at, LocalDate day, boolean missing) {
        var by = journey.receiver();
        var shelves = world.shelves(journey.to.id());
        int position = 0;
        int n = 0;
        for (var unit : journey.units) {
            var stood = unit.location;
            sent(journey, unit, n);
            boolean lost = missing && n == 0;
            var then = at.plusSeconds(15L * n++);
            if (lost) {
                assets.step(
                        unit,
                        then,
                        by,
                        "lost",
                        "LOST",
                        unit.location,
                        "Did not arrive with " + journey.number + ".",
                        null);
                unit.lostAt = then;
            } else {
                var shelf = shelves.get((n / 8 + journey.number.hashCode() & 0xFF) % shelves.size());
                assets.step(unit, then, by, "moved", unit.status, shelf.id(), journey.number, reference(journey));
            }
            unit.free = day.plusDays(1);
            journey.line(position++, unit, null, null, lost ? 0L : 1L, stood, lost ? "Not on the truck" : null);
        }
        for (var p : journey.pieces) {
            long came = missing && p.quantity > 1 ? p.quantity - 1 : p.quantity;
            var then = at.plusSeconds(900);
            stock.move(p.product, transit().id(), p.to, came, then, by, journey.id, journey.number);
            if (came < p.quantity)
                stock.lost(p.product, transit().id(), p.quantity - came, then.plusSeconds(1), by, journey.number);
            journey.line(position++, null, null, p, came, null, null);
        }
        journey.version++;
        journey.state = "RECEIVED";
        journey.received = at.plusSeconds(1_500);
        journey.wrote(
                journey.received,
                by,
                "received",
                "state",
                "IN_TRANSIT",
                "RECEIVED",
                "differences",
                0,
                missing ? 2 : null);
    }

    private void sent(Journey journey, Unit unit, int n) {
        var at = java.util.Objects.requireNonNull(journey.dispatched).plusSeconds(n);
        assets.step(unit, at, journey.who, "moved", unit.status, transit().id(), journey.number, reference(journey));
    }

    private static String reference(Journey journey) {
        return "transfer:" + journey.id;
    }

    void calledOff(LocalDate day) {
        var journey = new Journey(Days.office(Days.workday(day), world.dice), true, "For the fair", 6);
        journey.loaded(journey.planned.plusSeconds(600));
        int position = 0;
        for (var unit : journey.units) journey.line(position++, unit, null, null, null, null, null);
        journey.version++;
        journey.state = "CANCELLED";
        journey.cancelled = journey.planned.plusSeconds(7_200);
        journey.reason = "The fair was called off";
        journey.wrote(
                journey.cancelled,
                journey.who,
                "cancelled",
                "state",
                "DRAFT",
                "CANCELLED",
                "cancelReason",
                null,
                journey.reason);
        journey.write();
    }

    /** On the road since the last working day: two closed cases, some pieces, some cable. */
    void onTheRoad(DemoCases cases) {
        var leaves = Days.workday(world.days.ago(1));
        var journey = new Journey(Days.at(leaves, 9, 40), true, "Stock for the Harbour Stage weekend", 9);
        cases.all.stream()
                .filter(c -> c.parent == null && c.status.equals("CLOSED") && !c.units.isEmpty())
                .filter(c -> world.place(c.location).root().equals(journey.from.id()))
                .limit(3)
                .forEach(journey.cases::add);
        journey.carries(world.model("XLR 3-pin 10 m"), 0, 40);
        journey.loaded(journey.planned.plusSeconds(2_400));
        dispatch(journey, Days.at(leaves, 16, 20));
        int position = 0;
        for (var unit : journey.units) {
            var stood = unit.location;
            sent(journey, unit, position);
            journey.line(position++, unit, null, null, null, stood, null);
        }
        for (var one : journey.cases) {
            var stood = one.location;
            cases.leaves(
                    one,
                    java.util.Objects.requireNonNull(journey.dispatched).plusSeconds(60),
                    journey.who,
                    transit().id(),
                    journey.number,
                    assets);
            journey.line(position++, null, one, null, null, stood, null);
        }
        for (var p : journey.pieces) journey.line(position++, null, null, p, null, null, null);
        journey.write();
    }

    void beingLoaded() {
        var journey =
                new Journey(Days.at(Days.workday(world.days.ago(1)), 11, 5), false, "Back to Berlin for inspection", 7);
        journey.loaded(journey.planned.plusSeconds(900));
        int position = 0;
        for (var unit : journey.units) journey.line(position++, unit, null, null, null, null, null);
        journey.write();
    }

    int made() {
        return made;
    }
}
