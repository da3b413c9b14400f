package eventkit.demo;

import eventkit.demo.Staff.Person;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Two years of hire: what went out and came back, what broke, was mended, got lost, was sold. */
final class DemoJobs {
    private static final List<String> NAMES = List.of(
            "Northside Winter Festival",
            "Helix Pharma Town Hall",
            "The Lanterns, tour leg 1",
            "The Lanterns, tour leg 2",
            "Atlas Motors reveal",
            "City Arena New Year",
            "Opera Gala",
            "Riverside Church Concert",
            "Christmas Market Main Stage",
            "DevSummit",
            "Trade Fair Hall 4",
            "Harbour Open Air",
            "Jazz in the Park",
            "Theatre Premiere",
            "Marathon Finish Line",
            "University Ball");
    static final int JOBS = 59;
    private final World world;
    private final DemoAssets assets;
    private final DemoRepairs repairs;

    DemoJobs(World world, DemoAssets assets, DemoRepairs repairs) {
        this.world = world;
        this.assets = assets;
        this.repairs = repairs;
    }

    /** The first day of that job: every eleven days, the last of them two weeks ago. */
    LocalDate day(int job) {
        return world.days.ago(14 + (JOBS - 1 - job) * 11);
    }

    void job(int number) {
        var dice = world.dice;
        var start = day(number);
        var back = start.plusDays(dice.between(2, 3));
        var name = name(start);
        var job = world.job(name, start, back.minusDays(1), "CLOSED");
        var out = world.staff.warehouse(dice);
        var in = world.staff.warehouse(dice);
        int i = 0;
        for (var unit : assets.some(Math.min(assets.units.size() / 3, 110 * world.scale), start, u -> true)) {
            long offset = 3L * i++;
            job.units().add(unit);
            goes(unit, start, offset, out, name);
            if (dice.oneIn(1_500)) {
                lost(unit, Days.at(back, 11, 0), in, "Not on the truck after the strike");
                continue;
            }
            unit.outFor = null;
            assets.step(
                    unit,
                    Days.at(back, 9, 0).plusSeconds(offset),
                    in,
                    "checked-in",
                    "CHECKED_IN",
                    unit.home,
                    null,
                    null,
                    "outFor",
                    name,
                    null);
            unit.free = back.plusDays(1);
            if (dice.oneIn(36)) {
                breaks(unit, back, in);
                continue;
            }
            assets.step(
                    unit, Days.at(back, 13, 0).plusSeconds(offset), in, "shelved", "AVAILABLE", unit.home, null, null);
        }
    }

    private String name(LocalDate day) {
        return world.dice.pick(NAMES) + " " + day.getYear();
    }

    private void goes(Unit unit, LocalDate start, long offset, Person who, String name) {
        goes(unit, start, offset, who, name, true);
    }

    private void goes(Unit unit, LocalDate start, long offset, Person who, String name, boolean arrives) {
        var trucks = world.of("TRUCK");
        var venues = world.of("VENUE");
        unit.outFor = name;
        assets.step(
                unit,
                Days.at(start, 7, 30).plusSeconds(offset),
                who,
                "checked-out",
                "CHECKED_OUT",
                trucks.get((int) (offset / 120 % trucks.size())).id(),
                null,
                name,
                "outFor",
                null,
                name);
        if (arrives)
            assets.step(
                    unit,
                    Days.at(start, 13, 30).plusSeconds(offset),
                    who,
                    "arrived",
                    "ON_SITE",
                    venues.get(name.length() % venues.size()).id(),
                    null,
                    name);
    }

    private void goes(Unit unit, Job job, long offset, Person who) {
        goes(unit, job.start(), offset, who, job.name());
        takenBy(unit, job);
    }

    private static void takenBy(Unit unit, Job job) {
        unit.outFor = job.reference();
        job.units().add(unit);
    }

    private void lost(Unit unit, Instant at, Person who, String why) {
        assets.step(unit, at, who, "lost", "LOST", unit.location, why, null);
        unit.lostAt = at;
    }

    /** Reported on its return; what follows takes days, and what would be tomorrow has not happened yet. */
    private void breaks(Unit unit, LocalDate day, Person who) {
        var dice = world.dice;
        var repair = repairs.report(unit, Days.at(day, 15, 0).plusSeconds(dice.below(3_000)), who, null);
        var begins = Days.nextWorkday(day.plusDays(dice.below(4)));
        unit.free = LocalDate.MAX;
        if (!world.days.past(begins)) return;
        var mechanic = world.staff.warehouse(dice);
        if (dice.oneIn(14)) {
            repairs.noFault(repair, Days.office(begins, dice), mechanic);
            unit.free = begins.plusDays(1);
            return;
        }
        var shop = world.of("REPAIR_SHOP").get(dice.oneIn(4) ? 1 : 0);
        var ends = Days.nextWorkday(begins.plusDays(dice.between(1, 12)));
        repairs.start(repair, Days.office(begins, dice), mechanic, shop, ends);
        if (!world.days.past(ends)) return;
        if (dice.oneIn(16)) {
            repairs.givenUp(repair, Days.office(ends, dice), mechanic);
            retired(unit, Days.nextWorkday(ends.plusDays(dice.between(3, 20))));
            return;
        }
        repairs.repaired(repair, Days.office(ends, dice), mechanic);
        var home = Days.nextWorkday(ends.plusDays(dice.below(3)));
        if (!world.days.past(home)) return;
        repairs.returned(repair, Days.office(home, dice), mechanic);
        unit.free = home.plusDays(1);
    }

    private void retired(Unit unit, LocalDate day) {
        if (!world.days.past(day)) return;
        var at = Days.office(day, world.dice);
        assets.step(
                unit,
                at,
                world.staff.inventory(),
                "retired",
                "RETIRED",
                unit.location,
                "Beyond repair",
                null,
                "disposalReason",
                null,
                "Beyond repair");
        unit.disposedAt = at;
        unit.disposalReason = "Beyond repair";
    }

    /** A few old pieces go to a dealer together; now and then one is given to the partner. */
    void sells(LocalDate day, int pieces, boolean toPartner) {
        var at = Days.at(day, 11, 20);
        int i = 0;
        for (var unit : assets.some(pieces * world.scale, day, u -> u.purchased.isBefore(day.minusDays(300)))) {
            var to = toPartner ? "Nordlicht AV" : "Bühnenbörse GmbH";
            var then = at.plusSeconds(20L * i++);
            assets.step(
                    unit,
                    then,
                    world.staff.inventory(),
                    toPartner ? "ownership-transferred" : "sold",
                    toPartner ? "TRANSFERRED" : "SOLD",
                    null,
                    toPartner ? "Part exchange" : "Replaced by newer ones",
                    null,
                    "disposedTo",
                    null,
                    to);
            unit.disposedAt = then;
            unit.disposedTo = to;
            unit.disposalReason = toPartner ? "Part exchange" : "Replaced by newer ones";
            unit.price = toPartner ? null : unit.product.cost() / 4;
        }
    }

    /** How things stand this week: one job on site, one just back, one reserved, and the faults nobody has dealt with yet. */
    void thisWeek() {
        var dice = world.dice;
        var who = world.staff.warehouse(dice);
        var onSite = world.job(
                name(world.days.ago(2)), world.days.ago(2), world.days.today().plusDays(1), "ON_SITE");
        int i = 0;
        for (var unit : assets.some(85 * world.scale, world.days.ago(2), u -> true)) goes(unit, onSite, 3L * i++, who);
        // Due back two days ago, and nobody has seen them since.
        var late = world.job(name(world.days.ago(6)), world.days.ago(6), world.days.ago(3), "ON_SITE");
        for (var unit : assets.some(6 * world.scale, world.days.ago(7), u -> true)) goes(unit, late, 3L * i++, who);
        var yesterday = Days.workday(world.days.ago(1));
        var onTheRoad = world.job(
                name(yesterday) + ", second truck",
                yesterday,
                world.days.today().plusDays(2),
                "LOAD_OUT");
        for (var unit : assets.some(22 * world.scale, yesterday, u -> true)) {
            goes(unit, yesterday, 3L * i++, who, onTheRoad.name(), false);
            takenBy(unit, onTheRoad);
        }
        var justBack = name(yesterday);
        var back = world.job(justBack, yesterday.minusDays(2), yesterday.minusDays(1), "DE_PREP");
        for (var unit : assets.some(34 * world.scale, yesterday.minusDays(3), u -> true)) {
            long offset = 3L * i++;
            back.units().add(unit);
            goes(unit, yesterday.minusDays(2), offset, who, justBack);
            unit.outFor = null;
            assets.step(
                    unit,
                    Days.at(yesterday, 9, 0).plusSeconds(offset),
                    who,
                    "checked-in",
                    "CHECKED_IN",
                    unit.home,
                    null,
                    null,
                    "outFor",
                    justBack,
                    null);
        }
        var prep = world.job(
                name(world.days.today()) + ", prep",
                world.days.today().plusDays(1),
                world.days.today().plusDays(3),
                "PREP");
        var next = prep.name();
        for (var unit : assets.some(48 * world.scale, world.days.ago(2), u -> true)) {
            takenBy(unit, prep);
            assets.step(
                    unit,
                    Days.at(yesterday, 16, 0).plusSeconds(i++ % 1_500),
                    world.staff.planner(),
                    "reserved",
                    "RESERVED",
                    unit.location,
                    null,
                    next,
                    "outFor",
                    null,
                    next);
        }
        openRepairs();
        for (var unit : assets.some(5 * world.scale, world.days.ago(5), u -> true)) damaged(unit, yesterday, who);
        for (var unit : assets.some(2 * world.scale, world.days.ago(5), u -> true))
            lost(unit, Days.office(yesterday, dice), who, "Not found at stocktake");
        for (var unit : assets.some(3 * world.scale, world.days.ago(5), u -> true)) quarantined(unit, yesterday);
    }

    private void openRepairs() {
        var dice = world.dice;
        for (int n = 0; n < 16 * world.scale; n++) {
            var unit = assets.some(1, world.days.ago(10), u -> true).getFirst();
            var day = Days.workday(world.days.ago(8));
            var repair = repairs.report(
                    unit,
                    Days.office(n % 16 < 6 ? Days.workday(world.days.ago(1 + n % 6)) : day, dice),
                    world.staff.warehouse(dice),
                    null);
            if (n % 16 < 6) continue;
            var mechanic = world.staff.warehouse(dice);
            var shop = world.of("REPAIR_SHOP").get(n % 3 == 0 ? 1 : 0);
            repairs.start(
                    repair,
                    Days.office(Days.workday(world.days.ago(5)), dice),
                    mechanic,
                    shop,
                    world.days.today().plusDays(n % 4 == 0 ? -1 : dice.between(1, 12)));
            if (n % 16 >= 12) repairs.repaired(repair, Days.office(Days.workday(world.days.ago(1)), dice), mechanic);
        }
    }

    private void damaged(Unit unit, LocalDate day, Person who) {
        assets.step(
                unit,
                Days.office(day, world.dice),
                who,
                "damaged",
                "DAMAGED",
                unit.location,
                "Damaged on the last job",
                null,
                "condition",
                unit.condition,
                "DAMAGED");
        unit.condition = "DAMAGED";
    }

    private void quarantined(Unit unit, LocalDate day) {
        var at = Days.office(day, world.dice);
        unit.quarantinedAt = at;
        unit.quarantineReason = "Recall notice of the maker: wait for the answer";
        assets.step(
                unit,
                at,
                world.staff.inventory(),
                "quarantined",
                unit.status,
                unit.location,
                unit.quarantineReason,
                null,
                "quarantineReason",
                null,
                unit.quarantineReason);
    }

    /** Not fit to be new, fit to be used. */
    void wear() {
        var day = Days.workday(world.days.ago(12));
        var who = world.staff.inventory();
        int i = 0;
        for (var unit : assets.some(assets.units.size() / 25, day, u -> u.condition.equals("GOOD"))) {
            var at = Days.at(day, 9, 30).plusSeconds(i++);
            assets.step(unit, at, who, "changed", unit.status, unit.location, null, null, "condition", "GOOD", "WORN");
            unit.condition = "WORN";
        }
    }
}
