package eventkit.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final int[] kept = new int[4];

    Turn(
            DSLContext db,
            Image base,
            Instant now,
            Moment moment,
            Map<StockKey, Integer> stocks,
            Map<UUID, List<Stored<Booking>>> bookings) {
        this.db = db;
        this.base = base;
        this.now = now;
        this.moment = moment;
        this.stocks = stocks;
        this.bookings = bookings;
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
        return bookings(owner).stream()
                .filter(stored -> !closed.contains(stored.id()))
                .toList();
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
        return base.with(seq, changed);
    }
}
