package eventkit.demo;

import eventkit.documents.ContentKeeping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every chapter of the story shares: the dice, the calendar, the people, and the things as they stand so far. */
final class World {
    /** @param label from the top, as the audit trail names it */
    record Place(
            UUID id,
            String kind,
            String name,
            String label,
            @Nullable UUID parent,
            List<UUID> path) {
        UUID root() {
            return path.getFirst();
        }
    }

    /** @param cost of one piece when this company bought it; its own figure, not the maker's */
    record Product(UUID id, String name, DemoProducts.Line line, long cost) {
        boolean serialised() {
            return line.kind().equals("SERIALISED");
        }

        boolean owned() {
            return line.units() > 0;
        }

        boolean in(String category) {
            return line.category().equals(category) || line.category().startsWith(category + "/");
        }
    }

    record Client(UUID id, String name) {}

    record Venue(UUID id, String name, String timeZone, List<Room> rooms) {}

    record Room(UUID id, String name) {}

    final Sheets sheets;
    final Dice dice;
    final Days days;
    final Staff staff;
    final ContentKeeping keeping;
    final int scale;
    final Diary diary;
    private final Dice jobDice = new Dice(20_261_125);
    final Map<String, UUID> categories = new LinkedHashMap<>();
    final List<Product> products = new ArrayList<>();
    final List<Place> places = new ArrayList<>();
    final List<Client> clients = new ArrayList<>();
    final List<Venue> venues = new ArrayList<>();
    final List<Job> jobs = new ArrayList<>();
    private final Map<UUID, Place> placeById = new LinkedHashMap<>();
    private final Map<UUID, Product> productById = new LinkedHashMap<>();

    World(Sheets sheets, Dice dice, Days days, Staff staff, ContentKeeping keeping, int scale) {
        this.sheets = sheets;
        this.dice = dice;
        this.days = days;
        this.staff = staff;
        this.keeping = keeping;
        this.scale = scale;
        this.diary = new Diary(sheets.audit, dice);
    }

    /** @param end its last day on site */
    Job job(String name, java.time.LocalDate start, java.time.LocalDate end, String phase) {
        var job = new Job(jobDice.id(Days.at(start.minusDays(40), 9, 0)), name, start, end, phase);
        jobs.add(job);
        return job;
    }

    void add(Place place) {
        places.add(place);
        placeById.put(place.id(), place);
    }

    void add(Product product) {
        products.add(product);
        productById.put(product.id(), product);
    }

    /** One of the company's own, beside Good and Damaged. */
    void condition(String name, String label) {
        var at = Days.at(Days.workday(days.ago(780)), 11, 0);
        var id = dice.id(at);
        sheets.conditions.add(name, id, label, true, false, 3);
        diary.wrote(at, staff.inventory(), "condition", id, label, "created", 1, "label", null, label);
    }

    Place place(UUID id) {
        return java.util.Objects.requireNonNull(placeById.get(id));
    }

    Product product(UUID id) {
        return java.util.Objects.requireNonNull(productById.get(id));
    }

    /** By the model's name in products.csv. */
    Product model(String model) {
        return products.stream()
                .filter(p -> p.line().model().equals(model))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(model));
    }

    List<Place> of(String kind) {
        return places.stream().filter(p -> p.kind().equals(kind)).toList();
    }

    /** The warehouse of that letter, or what lies in it. */
    List<Place> shelves(UUID warehouse) {
        return places.stream()
                .filter(p -> p.kind().equals("SHELF") && p.root().equals(warehouse))
                .toList();
    }

    @Nullable
    String label(@Nullable UUID placeId) {
        return placeId == null ? null : place(placeId).label();
    }
}
