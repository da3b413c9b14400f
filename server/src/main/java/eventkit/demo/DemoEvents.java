package eventkit.demo;

import eventkit.demo.World.Product;
import eventkit.planning.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Three years of events with their pull lists: two behind, one ahead; summers and the weeks before Christmas are full. What the equipment really went
 * out for stands among them. It promises more than there is for a few, as real companies do.
 */
final class DemoEvents {
    /** Pieces of a line that are out: what availability is to be told. */
    record Out(UUID event, UUID line, UUID product, UUID warehouse, int quantity, Instant at, Instant dueBack) {}

    private record Type(UUID id, String name, String colour) {}

    private record Wanted(Product product, long quantity) {}

    private static final long SEED = 20_261_124;
    private static final int BEHIND = 800;
    private static final int AHEAD = 365;
    /** In a month, in tenths. */
    private static final int[] SEASON = {30, 35, 45, 50, 70, 100, 95, 90, 95, 65, 60, 95};

    private static final List<String> TYPES =
            List.of("Concert #2f7d6b", "Corporate #3b6fb5", "Festival #b5533b", "Theatre #7a4fa3", "Dry hire #7a7f87");
    private static final List<String> NAMES = List.of(
            "Harbour Open Air|Festival",
            "Jazz in the Park|Concert",
            "Helix Pharma Town Hall|Corporate",
            "DevSummit|Corporate",
            "Opera Gala|Theatre",
            "Theatre Premiere|Theatre",
            "City Marathon Finish|Corporate",
            "University Ball|Corporate",
            "Atlas Motors Roadshow|Corporate",
            "Riverside Church Concert|Concert",
            "The Lanterns|Concert",
            "Kulturfabrik Club Night|Concert",
            "Product Launch Nordwind|Corporate",
            "Street Food Festival|Festival",
            "Light rental, Studio Nord|Dry hire",
            "PA rental, Gemeindehaus|Dry hire",
            "Open Air Cinema|Festival",
            "Awards Night|Corporate");
    private static final List<String> WINTER = List.of(
            "Christmas Market Main Stage|Festival",
            "Company Christmas Party|Corporate",
            "New Year at the Arena|Concert",
            "Advent Concert|Concert");
    private static final List<String> PROJECTS =
            List.of("The Lanterns|TOUR", "Atlas Motors Roadshow|TOUR", "Jazz in the Park|SERIES", "DevSummit|SERIES");

    /** What a customer who fetches things himself goes through. */
    private static final Map<String, Phase> HIRE_PHASES = new LinkedHashMap<>();

    static {
        HIRE_PHASES.put("Asked for", Phase.ENQUIRY);
        HIRE_PHASES.put("Offered", Phase.QUOTED);
        HIRE_PHASES.put("Reserved", Phase.CONFIRMED);
        HIRE_PHASES.put("Picking", Phase.PREP);
        HIRE_PHASES.put("Waits at the gate", Phase.LOAD_OUT);
        HIRE_PHASES.put("With the customer", Phase.ON_SITE);
        HIRE_PHASES.put("Checked", Phase.DE_PREP);
    }

    private static final Map<String, String> NOTES = Map.of(
            "Festival", "Fork lift on site. Quiet between 22:00 and 06:00; the generator stands behind stage right.",
            "Corporate", "Black clothes. The client's technician brings the presentation on a laptop of his own.",
            "Dry hire", "Fetched and brought back by the customer, identity card at the counter.");

    private static final List<String> CROWDED =
            List.of("Winter Lights Festival", "Harbour Christmas Parade", "Atlas Motors Year End");

    final List<Out> out = new ArrayList<>();
    private final World world;
    private final Dice dice = new Dice(SEED);
    private final Diary diary;
    private final DemoPhases progress;
    private final Map<String, Type> types = new LinkedHashMap<>();
    private final Map<String, UUID> projects = new LinkedHashMap<>();
    private final Map<UUID, Map<Product, Integer>> owned = new LinkedHashMap<>();
    private int made;

    DemoEvents(World world) {
        this.world = world;
        this.diary = new Diary(world.sheets.audit, dice);
        this.progress = new DemoPhases(world.days, dice);
    }

    int next() {
        return made + 1;
    }

    int nextProject() {
        return projects.size() + 1;
    }

    void fill(List<Unit> units) {
        for (var unit : units) {
            if (unit.disposedAt != null || unit.status.equals("LOST")) continue;
            owned.computeIfAbsent(world.place(unit.home).root(), w -> new LinkedHashMap<>())
                    .merge(unit.product, 1, Integer::sum);
        }
        types();
        projects();
        var all = new TreeMap<LocalDate, List<Job>>();
        for (var job : world.jobs)
            all.computeIfAbsent(job.start(), d -> new ArrayList<>()).add(job);
        for (int day = -BEHIND; day < AHEAD; day++) {
            var date = world.days.today().plusDays(day);
            if (dice.below(300) >= SEASON[date.getMonthValue() - 1]) continue;
            var job = invented(date);
            // It would be on its way home right now; DemoJobs tells of such.
            if (job.end().equals(world.days.ago(1))) continue;
            all.computeIfAbsent(date, d -> new ArrayList<>()).add(job);
        }
        crowded(all);
        for (var jobs : all.values()) for (var job : jobs) tell(job);
    }

    /** Everybody wants the same lamps on one weekend. */
    private void crowded(Map<LocalDate, List<Job>> all) {
        var day = Days.nextWorkday(world.days.today().plusDays(17));
        for (var name : CROWDED) {
            all.computeIfAbsent(day, d -> new ArrayList<>())
                    .add(new Job(dice.id(Days.at(day, 8, 0)), name, day, day.plusDays(1), "CONFIRMED"));
        }
    }

    private Job invented(LocalDate start) {
        boolean winter = start.getMonthValue() == 12 && dice.oneIn(2);
        var named = dice.pick(winter ? WINTER : NAMES).split("\\|", 2);
        int length = named[1].equals("Festival") ? dice.between(2, 4) : dice.oneIn(3) ? 1 : 0;
        return new Job(
                dice.id(Days.at(start.minusDays(60), 9, 0)),
                named[0] + (named[1].equals("Dry hire") ? "" : " " + start.getYear()),
                start,
                start.plusDays(length),
                phase(start, length));
    }

    private String phase(LocalDate start, int length) {
        long ahead = start.toEpochDay() - world.days.today().toEpochDay();
        int chance = dice.below(100);
        if (ahead + length < 0) {
            if (chance < 8) return "CANCELLED";
            return world.days.past(DemoPhases.closableFrom(start.plusDays(length))) ? "CLOSED" : "DE_PREP";
        }
        if (ahead <= 0) return "CONFIRMED";
        if (ahead <= 3) return "PREP";
        if (ahead <= 45) return chance < 80 ? "CONFIRMED" : chance < 92 ? "QUOTED" : "CANCELLED";
        if (ahead <= 150) return chance < 45 ? "CONFIRMED" : chance < 78 ? "QUOTED" : "ENQUIRY";
        return chance < 20 ? "CONFIRMED" : chance < 60 ? "QUOTED" : "ENQUIRY";
    }

    private void types() {
        int position = 0;
        for (var type : TYPES) {
            int at = type.lastIndexOf(' ');
            var one = new Type(
                    dice.id(Days.at(world.days.ago(790), 9, position++)),
                    type.substring(0, at),
                    type.substring(at + 1));
            types.put(one.name(), one);
            world.sheets.eventTypes.add(one.id(), one.name(), one.colour());
            if (one.name().equals("Dry hire")) phases(one.id());
        }
    }

    private void phases(UUID type) {
        int position = 0;
        for (var phase : HIRE_PHASES.entrySet())
            world.sheets.ownPhases.add(
                    dice.id(Days.at(world.days.ago(790), 10, position)),
                    type,
                    position++,
                    phase.getKey(),
                    phase.getValue().name());
    }

    /** By what it is called, in the order in which tags are kept. */
    private static List<String> tags(Job job) {
        var tags = new ArrayList<String>();
        var name = job.name();
        if (name.contains("Open Air") || name.contains("Park") || name.contains("Street")) tags.add("open air");
        if (name.contains("Roadshow") || name.contains("tour")) tags.add("tour");
        if (name.contains("Christmas") || name.contains("Winter") || name.contains("Advent")) tags.add("winter");
        return tags;
    }

    private void projects() {
        for (var project : PROJECTS) {
            var of = project.split("\\|", 2);
            var at = Days.at(Days.workday(world.days.ago(780)), 11, projects.size());
            var id = dice.id(at);
            projects.put(of[0], id);
            world.sheets.projects.add(
                    id,
                    "P-%03d".formatted(projects.size()),
                    of[0],
                    of[1],
                    world.clients.get(projects.size() % world.clients.size()).id(),
                    at,
                    at);
        }
    }

    private Type type(String name) {
        for (var named : NAMES)
            if (name.startsWith(named.substring(0, named.indexOf('|'))))
                return java.util.Objects.requireNonNull(types.get(named.substring(named.indexOf('|') + 1)));
        return java.util.Objects.requireNonNull(types.get(name.contains("Festival") ? "Festival" : "Concert"));
    }

    private void tell(Job job) {
        var ahead = Math.max(20, dice.between(30, 150));
        var entered = Days.office(Days.workday(earlier(job.start().minusDays(ahead))), dice);
        var decided = Days.at(Days.workday(earlier(job.start().minusDays(ahead / 2))), 14, dice.below(60));
        var moves = progress.of(job, entered, decided.isBefore(entered) ? entered : decided);
        var changed = moves.getLast().at();
        var number = "E-%04d".formatted(++made);
        var from = Days.at(job.start(), 8, 0);
        var to = Days.at(job.end().plusDays(1), 2, 0);
        boolean open = job.phase().equals("ENQUIRY") || job.phase().equals("QUOTED");
        boolean option =
                open && dice.oneIn(3) && job.start().isAfter(world.days.today().plusDays(20));
        var client = dice.pick(world.clients);
        var venue = dice.pick(world.venues);
        var project = projects.entrySet().stream()
                .filter(p -> job.name().startsWith(p.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
        boolean cancelled = job.phase().equals("CANCELLED");
        var lists = lists(job);
        world.sheets.events.add(
                job.id(),
                number,
                job.name(),
                project,
                client.id(),
                venue.id(),
                venue.rooms().isEmpty() ? null : dice.pick(venue.rooms()).id(),
                world.staff.planner().id(),
                lists.keySet().iterator().next(),
                type(job.name()).id(),
                job.phase(),
                changed,
                option ? Days.at(world.days.today().plusDays(dice.between(3, 18)), 18, 0) : null,
                cancelled ? changed : null,
                cancelled ? dice.pick(List.of("No permit", "Artist cancelled", "Client chose another supplier")) : null,
                "Europe/Berlin",
                from,
                to,
                480,
                120,
                120,
                480,
                from.minusSeconds(600 * 60),
                to.plusSeconds(600 * 60),
                value(job, lists),
                "EUR",
                open ? 10 * dice.between(2, 8) : null,
                tags(job),
                NOTES.get(type(job.name()).name()),
                entered,
                changed,
                moves.size());
        blocks(job);
        checklist(job);
        int position = 0;
        for (var list : lists.entrySet())
            list(job, list.getKey(), list.getValue(), lists.size() > 1, position++, planned(moves));
        diary.wrote(entered, world.staff.planner(), "event", job.id(), number, "created", 1, "name", null, job.name());
        for (int i = 1; i < moves.size(); i++)
            diary.wrote(
                    moves.get(i).at(),
                    world.staff.planner(),
                    "event",
                    job.id(),
                    number,
                    moves.get(i).to() == Phase.CANCELLED ? "cancelled" : "moved",
                    i + 1,
                    "phase",
                    moves.get(i - 1).to(),
                    moves.get(i).to());
    }

    /** Pull lists do not change any more once the warehouse works from them. */
    private static Instant planned(List<DemoPhases.Move> moves) {
        return moves.stream()
                .filter(move -> !move.to().locksLists())
                .reduce((one, later) -> later)
                .orElseThrow()
                .at();
    }

    /** What a quote of it would come to, about: the hire of its equipment with the work on site. Where one was accepted, that says it. */
    private long value(Job job, Map<UUID, List<Wanted>> lists) {
        long days = job.start().until(job.end(), ChronoUnit.DAYS) + 1;
        long hire = lists.values().stream()
                .flatMap(List::stream)
                .mapToLong(one -> price(one.product()) * one.quantity())
                .sum();
        long value = hire * (days + 1) / 2 + 100_000 + 42_000 * days * dice.between(2, 5);
        return value / 10_000 * 10_000;
    }

    /** Nothing was written down tomorrow. */
    private LocalDate earlier(LocalDate day) {
        var yesterday = world.days.ago(1);
        return day.isAfter(yesterday) ? yesterday : day;
    }

    private void blocks(Job job) {
        int position = 0;
        block(job, position++, "SETUP", Days.at(job.start(), 8, 0), Days.at(job.start(), 17, 0));
        for (var day = job.start(); !day.isAfter(job.end()); day = day.plusDays(1))
            block(job, position++, "SHOW", Days.at(day, 19, 0), Days.at(day, 23, 0));
        block(
                job,
                position,
                "STRIKE",
                Days.at(job.end(), 23, 0),
                Days.at(job.end().plusDays(1), 2, 0));
    }

    private void block(Job job, int position, String kind, Instant from, Instant to) {
        world.sheets.blocks.add(dice.id(from), job.id(), position, kind, from, to);
    }

    private void checklist(Job job) {
        if (!dice.oneIn(3)) return;
        var at = Days.at(earlier(job.start().minusDays(15)), 10, 0);
        var id = dice.id(at);
        world.sheets.checklists.add(id, job.id(), 0, "Before load-out");
        int position = 0;
        boolean over = job.phase().equals("CLOSED");
        for (var text :
                List.of("Power plan sent to the venue", "Rigging plot approved", "Truck booked", "Crew confirmed")) {
            boolean done = over || dice.oneIn(2);
            world.sheets.tasks.add(
                    dice.id(at),
                    id,
                    position++,
                    text,
                    done ? at : null,
                    done ? world.staff.planner().name() : null);
        }
    }

    /** By the warehouse whose stock they take. */
    private Map<UUID, List<Wanted>> lists(Job job) {
        var lists = new LinkedHashMap<UUID, List<Wanted>>();
        if (!job.units().isEmpty()) {
            var counts = new LinkedHashMap<UUID, Map<Product, Integer>>();
            for (var unit : job.units())
                counts.computeIfAbsent(world.place(unit.home).root(), w -> new LinkedHashMap<>())
                        .merge(unit.product, 1, Integer::sum);
            counts.forEach((warehouse, products) -> lists.put(
                    warehouse,
                    products.entrySet().stream()
                            .map(p -> new Wanted(p.getKey(), p.getValue()))
                            .toList()));
            return lists;
        }
        var warehouses = List.copyOf(owned.keySet());
        var warehouse = warehouses.get(dice.oneIn(3) ? warehouses.size() - 1 : 0);
        var stock = java.util.Objects.requireNonNull(owned.get(warehouse));
        boolean crowded = CROWDED.contains(job.name());
        if (crowded) {
            warehouse = warehouses.getFirst();
            stock = java.util.Objects.requireNonNull(owned.get(warehouse));
        }
        lists.put(warehouse, wanted(stock, crowded));
        return lists;
    }

    private List<Wanted> wanted(Map<Product, Integer> stock, boolean crowded) {
        var products = new ArrayList<>(stock.keySet());
        var wanted = new LinkedHashMap<Product, Long>();
        if (crowded)
            products.stream()
                    .filter(p -> p.in("Lighting"))
                    .sorted(Comparator.comparing(Product::name))
                    .limit(4)
                    .forEach(p -> wanted.put(p, Math.max(1, stock.getOrDefault(p, 1) * 45L / 100)));
        for (int i = dice.between(6, 16); i > 0; i--) {
            var product = dice.pick(products);
            wanted.putIfAbsent(product, Math.max(1, stock.getOrDefault(product, 1) * (long) dice.between(4, 16) / 100));
        }
        return wanted.entrySet().stream()
                .map(w -> new Wanted(w.getKey(), w.getValue()))
                .toList();
    }

    private void list(Job job, UUID warehouse, List<Wanted> wanted, boolean several, int position, Instant at) {
        var id = dice.id(at);
        var name = several ? world.place(warehouse).name() : "Main";
        world.sheets.pullLists.add(id, job.id(), position, name, several ? warehouse : null, at);
        var groups = new TreeMap<String, List<Wanted>>();
        for (var one : wanted)
            groups.computeIfAbsent(one.product().line().category().split("/", 2)[0], g -> new ArrayList<>())
                    .add(one);
        int group = 0;
        for (var each : groups.entrySet()) {
            var groupId = dice.id(at);
            world.sheets.pullGroups.add(groupId, id, ++group, each.getKey());
            long place = 0;
            for (var one : each.getValue()) {
                var line = dice.id(at);
                place += 1_048_576;
                world.sheets.pullLines.add(
                        line,
                        id,
                        groupId,
                        place,
                        "PRODUCT",
                        one.product().id(),
                        one.quantity(),
                        price(one.product()),
                        "EUR",
                        note());
                if (job.phase().equals("ON_SITE") || job.phase().equals("LOAD_OUT"))
                    out.add(new Out(
                            job.id(),
                            line,
                            one.product().id(),
                            warehouse,
                            (int) one.quantity(),
                            Days.at(job.start(), 7, 30),
                            Days.at(job.end().plusDays(1), 2, 0)));
            }
        }
    }

    private static long price(Product product) {
        return Math.max(100, product.cost() / 40 / 50 * 50);
    }

    private @Nullable String note() {
        return dice.oneIn(14)
                ? dice.pick(List.of("With clamps and safeties", "Check lamps", "Short cables are enough"))
                : null;
    }
}
