package eventkit.availability;

import static eventkit.availability.Depot.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.core.Period;
import eventkit.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who goes without: whoever was confirmed last, and only while there is not enough. */
class ShortfallTests {
    private static final Depot.Hand CLOCK = new Depot.Hand();
    private static final Depot DEPOT = new Depot(TestDatabase.fresh(), CLOCK);
    private static final int HOURS = 60;

    private final Contests contests = new Contests();
    private final Fitting fitting =
            new Fitting(new Bookings(), contests, new Facts(), new Named(new Bookings(), contests));
    private final UUID hall = DEPOT.warehouse("Hall");
    private final UUID product = DEPOT.product("SM58");
    private final StockKey mics = StockKey.product(product, hall);

    @AfterAll
    static void close() {
        DEPOT.close();
    }

    @AfterEach
    void today() {
        CLOCK.set(DAY);
    }

    private static Instant at(int hour) {
        return DAY.plus(Duration.ofHours(hour));
    }

    /** One line of it, whatever is there. */
    private void book(Owner owner, UUID line, int quantity, int from, int to, boolean usedUp) {
        var part = Prepared.Part.of(line, mics, quantity, new Period(at(from), at(to)), usedUp, null);
        DEPOT.claim(new Prepared(
                new Claim(owner, Standing.CONFIRMED, null, null, List.of(), "The client insists"), List.of(part)));
    }

    private static Owner owner(String label) {
        return new Owner("event", UUID.randomUUID(), label);
    }

    private List<Shortfall> shortfalls() {
        return DEPOT.order().read((db, now) -> fitting.shortfalls(db, now.image(), now.moment(), rows -> {})).stream()
                .filter(s -> s.shortage().stock().equals(mics))
                .toList();
    }

    /** One owner holds {@code quantity} over {@code [from, to)}. */
    private record Held(Owner owner, int quantity, int from, int to) {
        int at(int hour) {
            return hour >= from && hour < to ? quantity : 0;
        }
    }

    @Test
    void agreesWithServingOneAfterTheOtherHourByHour() {
        for (int seed = 0; seed < 25; seed++) {
            var random = new Random(seed);
            var walk = new ShortfallTests();
            int owned = 2 + random.nextInt(5);
            DEPOT.assets(walk.product, walk.hall, owned);
            var held = new ArrayList<Held>();
            for (int i = 0; i < 8; i++) {
                CLOCK.set(at(-100 + i));
                int from = random.nextInt(HOURS);
                var one = new Held(owner("Event " + i), 1 + random.nextInt(4), from, from + 1 + random.nextInt(20));
                held.add(one);
                walk.book(one.owner(), UUID.randomUUID(), one.quantity(), one.from(), one.to(), false);
            }
            int now = random.nextInt(HOURS / 2);
            CLOCK.set(at(now));
            assertThat(said(walk.shortfalls())).as("seed " + seed).isEqualTo(counted(owned, held, now));
        }
    }

    private static TreeMap<String, Integer> said(List<Shortfall> shortfalls) {
        var said = new TreeMap<String, Integer>();
        for (var each : shortfalls) {
            var period = each.shortage().period();
            said.put(
                    each.owner().label() + " "
                            + Duration.between(DAY, period.from()).toHours() + "-"
                            + Duration.between(DAY, period.to()).toHours(),
                    each.shortage().quantity());
        }
        return said;
    }

    /** @param held in the order of confirmation */
    private static TreeMap<String, Integer> counted(int owned, List<Held> held, int now) {
        var counted = new TreeMap<String, Integer>();
        for (int i = 0; i < held.size(); i++) {
            int begin = -1;
            int worst = 0;
            for (int hour = 0; hour <= 2 * HOURS; hour++) {
                int left = owned;
                for (int j = 0; j < i; j++) left -= held.get(j).at(hour);
                int want = held.get(i).at(hour);
                int lacking = Math.clamp(want - left, 0, want);
                if (lacking > 0 && begin < 0) begin = hour;
                worst = Math.max(worst, lacking);
                if (lacking > 0 || begin < 0) continue;
                if (hour > now) counted.put(held.get(i).owner().label() + " " + begin + "-" + hour, worst);
                begin = -1;
                worst = 0;
            }
        }
        return counted;
    }

    @Test
    void namesTheLinesThatLackAndWhoHasIt() {
        DEPOT.assets(product, hall, 3);
        var aurora = owner("Aurora");
        book(aurora, UUID.randomUUID(), 3, 10, 20, false);
        CLOCK.set(at(1));
        var borealis = owner("Borealis");
        var lacking = UUID.randomUUID();
        var parts = List.of(
                Prepared.Part.of(lacking, mics, 1, new Period(at(15), at(25)), false, null),
                Prepared.Part.of(UUID.randomUUID(), mics, 1, new Period(at(40), at(50)), false, null));
        DEPOT.claim(new Prepared(
                new Claim(borealis, Standing.CONFIRMED, null, null, List.of(), "The client insists"), parts));
        assertThat(shortfalls()).singleElement().satisfies(s -> {
            assertThat(s.owner()).isEqualTo(borealis);
            assertThat(s.shortage().lines()).containsExactly(lacking);
            assertThat(s.shortage().period()).isEqualTo(new Period(at(15), at(20)));
            assertThat(s.shortage().holders())
                    .containsExactly(new Shortage.Holder(aurora.id(), "event", "Aurora", 3, at(10), null));
        });
    }

    @Test
    void whoUsedItUpIsNamed() {
        DEPOT.assets(product, hall, 3);
        var aurora = owner("Aurora");
        book(aurora, UUID.randomUUID(), 3, 10, 20, true);
        CLOCK.set(at(1));
        book(owner("Borealis"), UUID.randomUUID(), 2, 15, 25, true);
        assertThat(shortfalls()).singleElement().satisfies(s -> {
            assertThat(s.shortage().period().from()).isEqualTo(at(15));
            assertThat(s.shortage().holders())
                    .containsExactly(new Shortage.Holder(aurora.id(), "event", "Aurora", 3, at(10), null));
        });
    }

    /** Of more stretches than are told at once the soonest are; and how many more there are, and from when on. */
    @Test
    void saysHowMuchItDoesNotTell() {
        assertThat(untold()).isEmpty();
        var tour = owner("Tour");
        var parts = new ArrayList<Prepared.Part>();
        for (int i = 0; i < Fitting.TOLD_MAX + 3; i++) {
            var day = new Period(at(1_000 + 2 * i), at(1_001 + 2 * i));
            parts.add(Prepared.Part.of(UUID.randomUUID(), mics, 1, day, false, null));
        }
        DEPOT.claim(
                new Prepared(new Claim(tour, Standing.CONFIRMED, null, null, List.of(), "The client insists"), parts));
        var more = untold().orElseThrow();
        var told = shortfalls();
        DEPOT.release(tour.id());
        assertThat(more.stretches()).isGreaterThanOrEqualTo(3);
        assertThat(told).hasSize(Fitting.TOLD_MAX + 3 - (int) more.stretches());
        assertThat(told.getLast().shortage().period().to()).isBefore(more.from());
        assertThat(untold()).isEmpty();
    }

    private Optional<ShortStretches.Untold> untold() {
        return DEPOT.order().read((db, now) -> fitting.untold(now.image(), now.moment()));
    }
}
