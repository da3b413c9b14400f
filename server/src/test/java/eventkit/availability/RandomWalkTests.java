package eventkit.availability;

import static eventkit.availability.Depot.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.catalogue.ProductId;
import eventkit.core.Period;
import eventkit.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random operations on the engine over a database, and on plain lists that are counted naively: equal after every step, crashes included. A seed that
 * fails is in the message.
 */
class RandomWalkTests {
    private static final int SEEDS = 200;
    private static final int STEPS = 16;
    private static final int HOURS = 240;

    private final Depot.Hand clock = new Depot.Hand();

    @Test
    void agreesWithANaiveRecountAfterEveryStep() {
        var database = TestDatabase.fresh();
        try (var depot = new Depot(database, clock)) {
            for (int seed = 0; seed < SEEDS; seed++) {
                clock.set(DAY);
                var walk = new Walk(depot, new Random(seed));
                for (int step = 0; step < STEPS; step++) {
                    var done = walk.step();
                    walk.compare("seed " + seed + ", step " + step + ": " + done);
                }
                if (seed % 10 == 0) {
                    assertThat(depot.differences()).as("seed " + seed).isEmpty();
                }
            }
            assertThat(depot.differences()).isEmpty();
        }
    }

    /** What an owner holds, as the model knows it. */
    private static final class Held {
        final Owner owner;
        Standing standing = Standing.ENQUIRY;
        int stock;
        int planned;
        int from;
        int to;
        boolean released;
        int out;
        int outFrom;
        boolean split;
        /** Of those that are out, the ones that are known. */
        final List<Thing> taken = new ArrayList<>();

        final List<int[]> back = new ArrayList<>(); // pieces, from, to

        Held(String label) {
            owner = new Owner("event", UUID.randomUUID(), label);
        }
    }

    /** An asset, as the model knows it. */
    private static final class Thing {
        final UUID id;
        int warehouse;
        String state = "AVAILABLE";
        int since;
        /** Who has it out; it counts there as long as they have it. */
        @Nullable
        Held holder;

        Thing(UUID id, int warehouse) {
            this.id = id;
            this.warehouse = warehouse;
        }
    }

    private final class Walk {
        private final Depot depot;
        private final Random random;
        private final UUID[] halls;
        private final StockKey[] stocks;
        private final List<Thing> things = new ArrayList<>();
        private final Map<String, Held> helds = new HashMap<>();
        private final List<Offer> offers = new ArrayList<>();
        private int now;

        Walk(Depot depot, Random random) {
            this.depot = depot;
            this.random = random;
            halls = new UUID[] {depot.warehouse("A"), depot.warehouse("B")};
            var product = depot.product("Walker");
            stocks = new StockKey[] {StockKey.product(product, halls[0]), StockKey.product(product, halls[1])};
            for (int hall = 0; hall < 2; hall++) {
                for (var id : depot.assets(product, halls[hall], 3 + random.nextInt(4)))
                    things.add(new Thing(id, hall));
            }
        }

        private Instant at(int hour) {
            return DAY.plus(Duration.ofHours(hour));
        }

        String step() {
            return switch (random.nextInt(18)) {
                case 17 -> split();
                case 15 -> goOut();
                case 16 -> random.nextBoolean() ? undo() : comeBack();
                case 12, 13 -> offer();
                case 14 -> withdraw();
                case 0, 1, 2, 3 -> claim();
                case 4 -> release();
                case 5 -> goOut();
                case 6 -> comeBack();
                case 7, 8 -> change();
                case 9 -> move();
                case 10 -> wait(1 + random.nextInt(40));
                default -> crash();
            };
        }

        private String wait(int hours) {
            now += hours;
            clock.set(at(now));
            return "hours pass: " + hours;
        }

        private String crash() {
            depot.crash();
            return "a crash";
        }

        private Held somebody() {
            return helds.computeIfAbsent("Event " + random.nextInt(5), Held::new);
        }

        private String claim() {
            var held = somebody();
            if (held.out > 0 || !held.back.isEmpty()) return "nothing";
            int stock = random.nextInt(2);
            int quantity = 1 + random.nextInt(5);
            int from = now + random.nextInt(60);
            int to = from + 1 + random.nextInt(48);
            var standing = List.of(
                            Standing.CONFIRMED, Standing.CONFIRMED, Standing.OPTION, Standing.QUOTED, Standing.ENQUIRY)
                    .get(random.nextInt(5));
            boolean fits = standing != Standing.CONFIRMED || fits(held, stock, quantity, from, to);
            boolean held_ = true;
            try {
                depot.claim(held.owner, standing, stocks[stock], quantity, at(from), at(to));
            } catch (NotEnough refused) {
                held_ = false;
            }
            var said = held.owner.label() + " " + standing + " " + quantity + " of " + stock + " " + from + ".." + to;
            assertThat(held_).as(said).isEqualTo(fits);
            if (held_) {
                held.standing = standing;
                held.released = false;
                held.stock = stock;
                held.split = false;
                held.planned = standing == Standing.ENQUIRY ? 0 : quantity;
                held.from = from;
                held.to = to;
            }
            return said + " -> " + (held_ ? "held" : "short");
        }

        /** Hour by hour, because everything begins and ends on the hour: more than before must be free. */
        private boolean fits(Held held, int stock, int quantity, int from, int to) {
            boolean had = held.standing == Standing.CONFIRMED && held.stock == stock;
            if (had && held.planned == quantity && held.from == from && held.to == to) return true;
            for (int hour = from; hour < to; hour++) {
                int mine = had && held.from <= hour && hour < held.to ? held.planned : 0;
                int covered = Math.min(had ? demand(held, stock, hour) : 0, offered(stock, hour, held, false));
                int cover = Math.min(quantity, offered(stock, hour, held, false));
                if (quantity > mine && firm(stock, hour) + mine - covered + cover < quantity) return false;
            }
            return true;
        }

        /** Its line becomes two, which want the same together. */
        private String split() {
            var held = somebody();
            if (held.planned < 2 || held.to - held.from < 2 || held.out > 0 || !held.back.isEmpty()) return "nothing";
            boolean byTime = random.nextBoolean();
            int first = 1 + random.nextInt(held.planned - 1);
            int middle = held.from + 1 + random.nextInt(held.to - held.from - 1);
            var whole = new Period(at(held.from), at(held.to));
            depot.claimSplit(
                    held.owner,
                    held.standing,
                    stocks[held.stock],
                    byTime ? new int[] {held.planned, held.planned} : new int[] {first, held.planned - first},
                    byTime
                            ? new Period[] {new Period(at(held.from), at(middle)), new Period(at(middle), at(held.to))}
                            : new Period[] {whole, whole});
            held.split = true;
            return held.owner.label() + " is split " + (byTime ? "at " + middle : "after " + first + " pieces");
        }

        private void join(Held held) {
            if (!held.split) return;
            depot.claim(held.owner, held.standing, stocks[held.stock], held.planned, at(held.from), at(held.to));
            held.split = false;
        }

        private String release() {
            var held = somebody();
            depot.release(held.owner.id());
            held.planned = 0;
            held.split = false;
            held.released = true;
            if (held.out == 0) held.standing = Standing.ENQUIRY;
            return held.owner.label() + " lets go";
        }

        private String goOut() {
            var held = somebody();
            if (held.standing != Standing.CONFIRMED || held.planned == 0 || held.out > 0) return "nothing";
            join(held);
            int pieces = 1 + random.nextInt(held.planned);
            int at = now;
            held.outFrom = Math.min(held.from, at);
            held.planned -= pieces;
            held.out = pieces;
            // Some by their numbers, as far as there are any; the rest nobody knows.
            var known = things.stream()
                    .filter(thing ->
                            thing.warehouse == held.stock && thing.holder == null && thing.state.equals("AVAILABLE"))
                    .limit(random.nextInt(pieces + 1))
                    .toList();
            for (var thing : known) {
                depot.wentOut(held.owner, stocks[held.stock], thing.id, at(at));
                thing.holder = held;
                held.taken.add(thing);
            }
            int rest = pieces - known.size();
            if (rest > 0) depot.wentOut(held.owner, stocks[held.stock], rest, at(at));
            return held.owner.label() + " takes out " + pieces + ", of them by number " + known.size();
        }

        /** A scan was a mistake. */
        private String undo() {
            var held = somebody();
            if (held.taken.isEmpty() || !held.back.isEmpty() || held.standing != Standing.CONFIRMED || held.released)
                return "nothing";
            var thing = held.taken.getFirst();
            if (!thing.state.equals("AVAILABLE")) return "nothing";
            depot.asset(thing.id, "status = 'AVAILABLE', out_for = null, status_since = '" + at(now) + "'");
            depot.movements()
                    .undoWentOut(
                            held.owner,
                            List.of(Availability.Moved.of(Depot.line(held.owner), stocks[held.stock], thing.id)));
            gone(held, thing);
            held.planned++;
            return held.owner.label() + " had not taken out one";
        }

        private void gone(Held held, Thing thing) {
            held.taken.remove(thing);
            thing.holder = null;
            held.out--;
        }

        private String comeBack() {
            var held = somebody();
            if (held.out == 0) return "nothing";
            int ready = Math.max(now, held.outFrom) + 1 + random.nextInt(3);
            if (!held.taken.isEmpty()) {
                var thing = held.taken.getFirst();
                boolean byHand = random.nextBoolean() && now > held.outFrom;
                if (byHand) {
                    depot.asset(
                            thing.id,
                            "status = 'CHECKED_IN', out_for = null, quarantined_at = null, quarantine_reason = null,"
                                    + " lost_at = null, status_since = '" + at(now) + "'");
                } else {
                    depot.cameBack(held.owner, stocks[held.stock], thing.id, at(ready));
                    depot.asset(thing.id, "quarantined_at = null, quarantine_reason = null, lost_at = null");
                }
                thing.state = "AVAILABLE";
                thing.since = now;
                gone(held, thing);
                held.back.add(new int[] {1, held.outFrom, byHand ? now : ready});
                return held.owner.label() + " brings back one by its number" + (byHand ? ", by hand" : "");
            }
            int pieces = 1 + random.nextInt(held.out);
            depot.cameBack(held.owner, stocks[held.stock], pieces, at(ready));
            held.out -= pieces;
            held.back.add(new int[] {pieces, held.outFrom, ready});
            return held.owner.label() + " brings back " + pieces;
        }

        private String change() {
            var thing = things.get(random.nextInt(things.size()));
            var holder = thing.holder;
            var state = List.of("AVAILABLE", "DAMAGED", "LOST", "QUARANTINE", "IN_REPAIR", "RETIRED")
                    .get(random.nextInt(holder == null ? 6 : 4));
            thing.state = state;
            thing.since = now;
            var since = "'" + at(now) + "'";
            var lost = state.equals("LOST") ? since : "null";
            var disposed = state.equals("RETIRED") ? since : "null";
            boolean quarantined = state.equals("QUARANTINE");
            depot.asset(
                    thing.id,
                    "status = '"
                            + (!quarantined && !state.equals("AVAILABLE")
                                    ? state
                                    : holder == null ? "AVAILABLE" : "CHECKED_OUT")
                            + "', out_for = " + (holder == null ? "null" : "'event:" + holder.owner.id() + "'")
                            + ", status_since = " + since + ", lost_at = "
                            + lost
                            + ", disposed_at = " + disposed + ", quarantined_at = " + (quarantined ? since : "null")
                            + ", quarantine_reason = " + (quarantined ? "'smells'" : "null"));
            return "an asset is " + state;
        }

        private String move() {
            var thing = things.get(random.nextInt(things.size()));
            if (thing.holder != null) return "nothing";
            thing.warehouse = 1 - thing.warehouse;
            depot.asset(thing.id, "location_id = '" + halls[thing.warehouse] + "'");
            return "an asset moves to " + thing.warehouse;
        }

        /** Pieces that a partner lends: for everybody, or kept for one owner. */
        private String offer() {
            var kept = random.nextBoolean() ? somebody() : null;
            int from = Math.max(0, now - 20) + random.nextInt(60);
            boolean certain = random.nextBoolean();
            boolean awaited = kept == null && !certain;
            boolean again = !offers.isEmpty() && random.nextInt(4) == 0;
            var offer = new Offer(
                    again ? offers.removeFirst().id() : UUID.randomUUID(),
                    Offer.Kind.SUB_HIRE,
                    "SH",
                    new ProductId(stocks[0].item()),
                    halls[random.nextInt(2)],
                    1 + random.nextInt(4),
                    at(from),
                    at(from + 1 + random.nextInt(60)),
                    certain,
                    awaited,
                    kept == null ? null : kept.owner.id());
            depot.offer(offer);
            offers.add(offer);
            return "an offer: " + offer;
        }

        private String withdraw() {
            if (offers.isEmpty()) return "nothing";
            depot.withdraw(offers.removeFirst().id());
            return "an offer is withdrawn";
        }

        private int offered(int stock, int hour, @Nullable Held owner, boolean certainOnly) {
            int sum = 0;
            for (var offer : offers) {
                if (!offer.stock().equals(stocks[stock]) || certainOnly && !offer.certain()) continue;
                if (!Objects.equals(offer.keptFor(), owner == null ? null : owner.owner.id())) continue;
                boolean then = !offer.from().isAfter(at(hour)) && at(hour).isBefore(offer.to());
                boolean late = offer.awaited() && !offer.from().isAfter(at(now)) && hour < now + 72;
                if (then && !late) sum += offer.quantity();
            }
            return sum;
        }

        private int demand(Held held, int stock, int hour) {
            if (held.stock != stock) return 0;
            int pieces = 0;
            if (held.standing == Standing.CONFIRMED && held.from <= hour && hour < held.to) pieces += held.planned;
            if (held.outFrom <= hour && hour < held.to) pieces += held.out;
            for (var back : held.back) if (back[1] <= hour && hour < back[2]) pieces += back[0];
            return pieces;
        }

        /** Pieces that count of what is offered, with what is kept for owners as far as they want it. */
        private int lent(int stock, int hour, boolean certainOnly) {
            int sum = offered(stock, hour, null, certainOnly);
            for (var held : helds.values())
                sum += Math.min(demand(held, stock, hour), offered(stock, hour, held, certainOnly));
            return sum;
        }

        private int firm(int stock, int hour) {
            int there = lent(stock, hour, false);
            for (var thing : things) {
                boolean gone = !thing.state.equals("AVAILABLE") && hour >= thing.since && !away(thing.holder, hour);
                if (thing.warehouse == stock && !gone) there++;
            }
            for (var held : helds.values()) {
                if (held.stock != stock) continue;
                if (held.standing == Standing.CONFIRMED && held.from <= hour && hour < held.to) there -= held.planned;
                if (away(held, hour)) there -= held.out;
                for (var back : held.back) if (back[1] <= hour && hour < back[2]) there -= back[0];
            }
            return there;
        }

        /** What it has out is not here: until its end, or three days from now where that has passed. */
        private boolean away(@Nullable Held held, int hour) {
            return held != null && held.outFrom <= hour && hour < (held.to <= now ? now + 72 : held.to);
        }

        private int soft(int stock, int hour) {
            int wanted = lent(stock, hour, false) - lent(stock, hour, true);
            for (var held : helds.values()) {
                boolean option = held.standing == Standing.OPTION && held.stock == stock;
                if (option && held.from <= hour && hour < held.to) wanted += held.planned;
            }
            return wanted;
        }

        void compare(String after) {
            for (int i = 0; i < 3; i++) {
                int stock = random.nextInt(2);
                int from = random.nextInt(HOURS);
                int to = from + 1 + random.nextInt(60);
                var hours = new TreeSet<Integer>();
                for (int hour = from; hour < to; hour++) hours.add(hour);
                int firm =
                        hours.stream().mapToInt(hour -> firm(stock, hour)).min().orElseThrow();
                int worst = hours.stream()
                        .mapToInt(hour -> firm(stock, hour) - soft(stock, hour))
                        .min()
                        .orElseThrow();
                var free = depot.free(stocks[stock], at(from), at(to));
                assertThat(free.firm())
                        .as(after + "; firm, stock " + stock + " " + from + ".." + to)
                        .isEqualTo(firm);
                assertThat(free.worst())
                        .as(after + "; worst, stock " + stock + " " + from + ".." + to)
                        .isEqualTo(worst);
            }
        }
    }
}
