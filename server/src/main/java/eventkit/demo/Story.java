package eventkit.demo;

import eventkit.core.Permission;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Two years of an invented company, told into the sheets. The same seed and day tell the same story, word for word. */
final class Story {
    private final World world;
    private int nextCase;
    private int nextRepair;
    private int nextTransfer;
    private final DemoEvents events;

    Story(World world) {
        this.world = world;
        this.events = new DemoEvents(world);
    }

    /** The chapters in the order of time, as far as one rests on another. */
    void tell(Function<Permission, List<UUID>> whoMay) {
        users();
        new DemoCatalogue(world).fill();
        new DemoPlaces(world).fill();
        new DemoClients(world).fill();
        new DemoVenues(world).fill();
        world.condition("WORN", "Worn, still in use");
        var assets = new DemoAssets(world);
        assets.buy();
        var stock = new DemoStock(world);
        stock.twoYears();
        var repairs = new DemoRepairs(world, assets);
        var jobs = new DemoJobs(world, assets, repairs);
        var transfers = new DemoTransfers(world, assets, stock);
        for (int job = 0; job < DemoJobs.JOBS; job++) {
            jobs.job(job);
            if (job % 4 == 2 && job < DemoJobs.JOBS - 1)
                transfers.arrived(jobs.day(job).plusDays(4), job / 4, job == 26 || job == 54);
            if (job == 30) transfers.calledOff(jobs.day(job).plusDays(5));
            if (job % 9 == 8) jobs.sells(Days.workday(jobs.day(job).plusDays(7)), 8, job == 35);
        }
        jobs.wear();
        var inspections = new DemoInspections(world);
        inspections.plans();
        inspections.fill(assets.units);
        var cases = new DemoCases(world, stock);
        cases.pack(assets.units);
        var desk = new DemoDesk(world, whoMay);
        jobs.thisWeek();
        failures(assets, repairs, inspections, desk);
        transfers.onTheRoad(cases);
        transfers.beingLoaded();
        var place = stock.slot(world.model("XLR 3-pin 20 m"), 0);
        var reported = Days.workday(world.days.ago(2));
        repairs.reportPieces(
                world.model("XLR 3-pin 20 m"),
                6,
                place,
                Days.at(reported, 13, 50),
                world.staff.warehouse(world.dice),
                "Crackle when moved, pins bent");
        events.fill(assets.units);
        desk.views();
        desk.boards();
        desk.notifications(repairs, stock, assets.units, 60);
        assets.write();
        repairs.write();
        cases.write();
        stock.write();
        var papers = new DemoPapers(world);
        papers.pictograms();
        papers.certificates(inspections.examined());
        nextCase = cases.all.size() + 1;
        nextRepair = repairs.all.size() + 1;
        nextTransfer = transfers.made() + 1;
    }

    /** Found by the inspector this week: the failure opened a repair. */
    private void failures(DemoAssets assets, DemoRepairs repairs, DemoInspections inspections, DemoDesk desk) {
        var day = Days.workday(world.days.ago(3));
        int n = 0;
        for (var unit : assets.some(4 * world.scale, world.days.ago(6), inspections::electrical)) {
            var who = world.staff.warehouse(world.dice);
            var at = Days.at(day, 10, 15).plusSeconds(300L * n++ / world.scale);
            var repair = repairs.report(
                    unit,
                    at,
                    who,
                    "Failed the inspection " + inspections.planOf(unit)
                            + ".\nHousing, cable and plug undamaged\nCable damaged near the plug");
            desk.failed(unit, inspections.planOf(unit), inspections.fails(unit, day, at, who, repair), at, who);
        }
    }

    private void users() {
        world.staff.all().forEach(person -> {
            if (!person.role().equals("OWNER"))
                world.diary.wrote(
                        Days.at(Days.workday(world.days.ago(805)), 15, 0),
                        world.staff.owner(),
                        "user",
                        person.id(),
                        person.name(),
                        "created",
                        1,
                        "name",
                        null,
                        person.name(),
                        "email",
                        null,
                        person.email());
        });
    }

    int nextCase() {
        return nextCase;
    }

    int nextRepair() {
        return nextRepair;
    }

    DemoEvents events() {
        return events;
    }

    int nextTransfer() {
        return nextTransfer;
    }
}
