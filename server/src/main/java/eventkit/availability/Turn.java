package eventkit.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What the changes of one turn of the order come to, on top of an image. Everything is decided here in memory and written at its end; a change that is
 * refused leaves nothing in it.
 */
final class Turn {
    record Stored<T>(long id, T row) {}

    private final DSLContext db;
    private final Image base;
    private final Instant now;
    private final Moment moment;
    private final Map<StockKey, Integer> stocks;
    private final Map<UUID, List<Stored<Booking>>> bookings;
    private final Map<Integer, Timeline> changed = new HashMap<>();
    private final Map<Integer, @Nullable Timeline> before = new HashMap<>();
    private final List<Effect> effects = new ArrayList<>();
    private final List<Owner> owners = new ArrayList<>();
    private final List<Booking> opened = new ArrayList<>();
    private final List<Long> closed = new ArrayList<>();
    private final Keeping keeping;
    private final Map<UUID, List<Fact>> covers = new HashMap<>();
    private final Map<UUID, List<Fact>> coversBefore = new HashMap<>();
    private final int[] kept = new int[4];

    Turn(
            DSLContext db,
            Image base,
            Instant now,
            Moment moment,
            Map<StockKey, Integer> stocks,
            Map<UUID, List<Stored<Booking>>> bookings,
            Keeping keeping) {
        this.db = db;
        this.base = base;
        this.now = now;
        this.moment = moment;
        this.stocks = stocks;
        this.bookings = bookings;
        this.keeping = keeping;
    }

    /** On the turn's own connection, for what only a refusal needs to know. */
    DSLContext db() {
        return db;
    }

    Instant now() {
        return now;
    }

    Moment moment() {
        return moment;
    }

    int stock(StockKey key) {
        return Objects.requireNonNull(stocks.get(key), () -> "nobody announced " + key);
    }

    Timeline timeline(int stock) {
        var mine = changed.get(stock);
        return mine == null ? base.timeline(stock) : mine;
    }

    /** What the owner held before this turn; nothing of this turn. */
    List<Stored<Booking>> bookings(UUID owner) {
        return bookings.getOrDefault(owner, List.of());
    }

    /** What the owner holds, with what this turn did to it; what it opened is not stored yet and can not be closed again. */
    List<Stored<Booking>> current(UUID owner) {
        if (closed.isEmpty()) return bookings(owner);
        var gone = new HashSet<>(closed);
        return bookings(owner).stream()
                .filter(stored -> !gone.contains(stored.id()))
                .toList();
    }

    /** All that the owner holds after what this turn did to it. */
    List<Booking> held(UUID owner) {
        var held = new ArrayList<Booking>();
        for (var stored : current(owner)) held.add(stored.row());
        for (var booking : opened) if (booking.owner().equals(owner)) held.add(booking);
        return held;
    }

    /** What is kept for the owner counts as far as it holds these. */
    void cover(UUID owner, List<Booking> held) {
        if (!keeping.concerns(owner)) return;
        var was = covers.containsKey(owner) ? covers.get(owner) : keeping.believedOf(owner);
        var is = keeping.covering(owner, held, this::stock);
        coversBefore.putIfAbsent(owner, was);
        covers.put(owner, is);
        without(was, is).forEach(fact -> fact.end(stock(fact.stock())).forEach(this::add));
        without(is, was).forEach(fact -> fact.begin(stock(fact.stock())).forEach(this::add));
    }

    List<Offer> offersTo(UUID owner) {
        return keeping.offersTo(owner);
    }

    private static List<Fact> without(List<Fact> all, List<Fact> some) {
        var left = new ArrayList<>(all);
        some.forEach(left::remove);
        return left;
    }

    /** What is believed of what is kept for owners, and is not from now on. */
    List<Stored<Fact>> uncovered() {
        var ended = new ArrayList<Stored<Fact>>();
        covers.forEach((owner, is) -> {
            var left = new ArrayList<>(is);
            for (var stored : keeping.facts().getOrDefault(owner, List.of()))
                if (!left.remove(stored.row())) ended.add(stored);
        });
        return ended;
    }

    List<Fact> covered() {
        var begun = new ArrayList<Fact>();
        covers.forEach((owner, is) -> begun.addAll(without(is, keeping.believedOf(owner))));
        return begun;
    }

    void name(Owner owner) {
        owners.add(owner);
    }

    void open(Booking booking) {
        opened.add(booking);
        booking.begin().forEach(this::add);
    }

    void close(Stored<Booking> stored) {
        closed.add(stored.id());
        stored.row().end().forEach(this::add);
    }

    void add(Effect effect) {
        int stock = effect.stock();
        var mine = changed.get(stock);
        if (!before.containsKey(stock)) before.put(stock, mine);
        changed.put(stock, effect.on(mine == null ? base.timeline(stock) : mine));
        effects.add(effect);
    }

    /** What was done since the last {@code keep} stays. */
    void keep() {
        kept[0] = effects.size();
        kept[1] = owners.size();
        kept[2] = opened.size();
        kept[3] = closed.size();
        before.clear();
        coversBefore.clear();
    }

    /** What was done since the last {@code keep} is undone. */
    void drop() {
        cut(effects, kept[0]);
        cut(owners, kept[1]);
        cut(opened, kept[2]);
        cut(closed, kept[3]);
        before.forEach((stock, timeline) -> {
            if (timeline == null) changed.remove(stock);
            else changed.put(stock, timeline);
        });
        before.clear();
        covers.putAll(coversBefore);
        coversBefore.clear();
    }

    private static void cut(List<?> list, int size) {
        list.subList(size, list.size()).clear();
    }

    boolean changesNothing() {
        return effects.isEmpty() && opened.isEmpty() && closed.isEmpty();
    }

    List<Effect> effects() {
        return effects;
    }

    List<Owner> owners() {
        return owners;
    }

    List<Booking> opened() {
        return opened;
    }

    List<Long> closed() {
        return closed;
    }

    Image image(long seq) {
        return base.with(seq, changed, effects.stream().anyMatch(Effect.Gone.class::isInstance));
    }
}
