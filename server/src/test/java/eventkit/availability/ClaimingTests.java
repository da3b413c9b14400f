package eventkit.availability;

import static eventkit.availability.Depot.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eventkit.availability.ChangeOrder.Change;
import eventkit.core.Invalid;
import eventkit.core.Period;
import eventkit.testing.Patience;
import eventkit.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The engine on a database: claims, what the registers say, and what was believed before. */
class ClaimingTests {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Depot.Hand CLOCK = new Depot.Hand();
    private static Depot depot = new Depot(DATABASE, CLOCK);

    @BeforeAll
    static void begin() {
        CLOCK.set(DAY);
    }

    @AfterAll
    static void close() {
        depot.close();
    }

    private static Instant at(int hour) {
        return DAY.plus(Duration.ofHours(hour));
    }

    private final UUID hall = depot.warehouse("Hall");
    private final UUID product = depot.product("SM58");
    private final StockKey mics = StockKey.product(product, hall);

    @Test
    void holdsWhatIsFreeAndRefusesTheRestByName() {
        depot.assets(product, hall, 10);
        depot.claim("Aurora", mics, 7, at(10), at(18));
        assertThat(depot.free(mics, at(9), at(11)).firm()).isEqualTo(3);
        var refused = catchThrowableOfType(NotEnough.class, () -> depot.claim("Borealis", mics, 5, at(17), at(20)));
        assertThat(refused.code()).isEqualTo("not-enough");
        var shortages = (List<?>) refused.facts().get("shortages");
        assertThat(shortages).singleElement().satisfies(s -> {
            var shortage = (Shortage) s;
            assertThat(shortage.quantity()).isEqualTo(2);
            assertThat(shortage.item()).isEqualTo("SM58");
            assertThat(shortage.period()).isEqualTo(new Period(at(17), at(18)));
            assertThat(shortage.holders()).singleElement().satisfies(holder -> {
                assertThat(holder.label()).isEqualTo("Aurora");
                assertThat(holder.quantity()).isEqualTo(7);
            });
        });
        depot.claim("Borealis", mics, 5, at(18), at(20));
        assertThat(depot.differences()).isEmpty();
    }

    @Test
    void seesAtOnceWhatTheRegistersSay() {
        var assets = depot.assets(product, hall, 4);
        assertThat(depot.free(mics, at(1), at(2)).firm()).isEqualTo(4);
        depot.asset(assets.get(0), "status = 'DAMAGED', status_since = '2027-06-01T05:00Z'");
        depot.asset(assets.get(1), "quarantined_at = '2027-06-01T07:00Z', quarantine_reason = 'smells'");
        assertThat(depot.free(mics, at(1), at(2)).firm()).isEqualTo(4);
        assertThat(depot.free(mics, at(5), at(6)).firm()).isEqualTo(3);
        assertThat(depot.free(mics, at(6), at(8)).firm()).isEqualTo(2);
        depot.asset(
                assets.get(0),
                "status = 'RETIRED', status_since = '2027-06-01T06:00Z', disposed_at = '2027-06-01T06:00Z'");
        depot.asset(assets.get(1), "quarantined_at = null, quarantine_reason = null");
        assertThat(depot.free(mics, at(5), at(6)).firm()).isEqualTo(4);
        assertThat(depot.free(mics, at(6), at(8)).firm()).isEqualTo(3);
        assertThat(depot.differences()).isEmpty();
    }

    @Test
    void takesAnAssetOnceHoweverManyReasonsThereAre() {
        var asset = depot.assets(product, hall, 1).getFirst();
        depot.asset(
                asset,
                "status = 'DAMAGED', status_since = '2027-06-01T05:00Z', quarantined_at = '2027-06-01T04:00Z', quarantine_reason = 'wet'");
        assertThat(depot.free(mics, at(3), at(4)).firm()).isEqualTo(1);
        assertThat(depot.free(mics, at(4), at(6)).firm()).isZero();
    }

    @Test
    void keepsOtherWarehousesApart() {
        var other = depot.warehouse("Other");
        depot.assets(product, hall, 2);
        var moved = depot.assets(product, other, 3).getFirst();
        assertThat(depot.free(mics, at(1), at(2)).firm()).isEqualTo(2);
        depot.asset(moved, "location_id = '" + hall + "'");
        assertThat(depot.free(mics, at(1), at(2)).firm()).isEqualTo(3);
        assertThat(depot.free(StockKey.product(product, other), at(1), at(2)).firm())
                .isEqualTo(2);
    }

    @Test
    void takesAFixedCaseAsOneUnit() {
        var assets = depot.assets(product, hall, 5);
        var id = UUID.randomUUID();
        depot.db.execute("""
                insert into cases.flight_case (id, number, name, contents_kind, location_id, created_at, changed_at)
                values (?, ?, 'Mic case', 'FIXED', ?, '2020-01-01Z', '2020-01-01Z')
                """, id, id.toString().substring(0, 12), hall);
        for (var asset : assets.subList(0, 2)) {
            depot.db.execute("insert into cases.packed_asset values (?, ?, '2020-01-01Z')", asset, id);
        }
        var unit = StockKey.unit(id, hall);
        assertThat(depot.free(mics, at(1), at(2)).firm()).isEqualTo(3);
        assertThat(depot.free(unit, at(1), at(2)).firm()).isEqualTo(1);
        depot.claim("Aurora", unit, 1, at(1), at(2));
        assertThat(depot.free(unit, at(1), at(2)).firm()).isZero();
        depot.asset(assets.getFirst(), "status = 'DAMAGED', status_since = '2027-06-01T05:00Z'");
        assertThat(depot.free(unit, at(6), at(7)).firm())
                .as("something in it is broken")
                .isZero();
        assertThat(depot.free(mics, at(6), at(7)).firm()).isEqualTo(3);
        depot.db.execute("delete from cases.packed_asset where case_id = ?", id);
        assertThat(depot.free(mics, at(6), at(7)).firm()).isEqualTo(4);
        assertThat(depot.free(unit, at(6), at(7)).firm()).isEqualTo(1);
        assertThat(depot.differences()).isEmpty();
    }

    @Test
    void whatIsRemovedIsForgottenByAllServers() {
        var id = UUID.randomUUID();
        depot.db.execute("""
                insert into cases.flight_case (id, number, name, contents_kind, location_id, created_at, changed_at)
                values (?, ?, 'Mic case', 'FIXED', ?, '2020-01-01Z', '2020-01-01Z')
                """, id, id.toString().substring(0, 12), hall);
        var unit = StockKey.unit(id, hall);
        assertThat(depot.free(unit, at(1), at(2)).firm()).isEqualTo(1);
        Integer number = depot.order().stock(unit);
        try (var second = new Depot(DATABASE, CLOCK)) {
            assertThat(second.free(unit, at(1), at(2)).firm()).isEqualTo(1);
            depot.db.execute("delete from cases.flight_case where id = ?", id);
            for (var server : List.of(depot, second)) {
                assertThat(server.order().now().image().timeline(number)).isSameAs(Timeline.EMPTY);
                assertThat(server.order().stock(unit)).isNull();
                assertThat(server.differences()).isEmpty();
            }
        }
    }

    @Test
    void aProductThatIsRemovedIsOnNoServersCatalogue() {
        depot.assets(product, hall, 1);
        var other = depot.product("SM57");
        depot.assets(other, hall, 3);
        var sm57 = StockKey.product(other, hall);
        try (var second = new Depot(DATABASE, CLOCK)) {
            var servers = List.of(depot, second);
            var catalogues = List.of(new Catalogue(), new Catalogue());
            for (int i = 0; i < 2; i++) {
                var server = servers.get(i);
                assertThat(server.free(sm57, at(1), at(2)).firm()).isEqualTo(3);
                assertThat(catalogues
                                .get(i)
                                .of(server.db, hall, server.order().now().image())
                                .products())
                        .containsExactlyInAnyOrder(product, other);
            }
            depot.db.execute("delete from inventory.asset where product_id = ?", other);
            depot.db.execute("delete from catalogue.product where id = ?", other);
            for (int i = 0; i < 2; i++) {
                var server = servers.get(i);
                assertThat(catalogues
                                .get(i)
                                .of(server.db, hall, server.order().now().image())
                                .products())
                        .containsExactly(product);
                assertThat(server.order().stock(sm57)).isNull();
                assertThat(server.free(mics, at(1), at(2)).firm()).isEqualTo(1);
                assertThat(server.differences()).isEmpty();
            }
            var added = depot.product("SM86");
            depot.assets(added, hall, 1);
            for (int i = 0; i < 2; i++)
                assertThat(catalogues
                                .get(i)
                                .of(depot.db, hall, servers.get(i).order().now().image())
                                .products())
                        .containsExactlyInAnyOrder(product, added);
        }
    }

    @Test
    void neverRefusesLessThanBefore() {
        var assets = depot.assets(product, hall, 4);
        var owner = new Owner("event", UUID.randomUUID(), "Aurora");
        depot.claim(owner, Standing.CONFIRMED, mics, 4, at(10), at(18));
        for (var asset : assets.subList(0, 3)) depot.asset(asset, "status = 'LOST', lost_at = now()");
        assertThat(depot.free(mics, at(10), at(18)).firm()).isEqualTo(-3);
        depot.claim(owner, Standing.CONFIRMED, mics, 2, at(10), at(18));
        assertThat(depot.free(mics, at(10), at(18)).firm()).isEqualTo(-1);
        catchThrowableOfType(NotEnough.class, () -> depot.claim(owner, Standing.CONFIRMED, mics, 3, at(10), at(18)));
        assertThat(depot.free(mics, at(10), at(18)).firm()).isEqualTo(-1);
        depot.claim(owner, Standing.CONFIRMED, mics, 2, at(12), at(16));
        assertThat(depot.free(mics, at(10), at(12)).firm()).isEqualTo(1);
    }

    @Test
    void movesALineOverItsOwnOldTime() {
        depot.assets(product, hall, 5);
        var owner = new Owner("event", UUID.randomUUID(), "Aurora");
        depot.claim(owner, Standing.CONFIRMED, mics, 5, at(10), at(12));
        depot.claim(owner, Standing.CONFIRMED, mics, 5, at(11), at(13));
        assertThat(depot.free(mics, at(10), at(11)).firm()).isEqualTo(5);
        assertThat(depot.free(mics, at(11), at(13)).firm()).isZero();
    }

    /** What was asked of the past is asked with a clock that has gone on: the order of changes is never put back. */
    @Test
    void knowsWhatWasFreeWhenAQuoteWentOut() {
        depot.assets(product, hall, 6);
        CLOCK.set(at(2_000));
        depot.claim("Aurora", mics, 2, at(2_100), at(2_118));
        var quoted = at(2_010);
        CLOCK.set(at(2_020));
        depot.claim("Borealis", mics, 4, at(2_112), at(2_114));
        CLOCK.set(at(2_030));
        var now = depot.explain(mics, at(2_100), at(2_118), null);
        assertThat(now.free().firm()).isZero();
        assertThat(booked(now)).containsExactlyInAnyOrder("Aurora", "Borealis");
        var then = depot.explain(mics, at(2_100), at(2_118), quoted);
        assertThat(booked(then)).containsExactly("Aurora");
        assertThat(then.free().firm()).isEqualTo(4);
        CLOCK.set(DAY);
        // By this server's clock all of that is still to come: what is believed now does not go by it.
        assertThat(booked(depot.explain(mics, at(2_100), at(2_118), null)))
                .containsExactlyInAnyOrder("Aurora", "Borealis");
    }

    @Test
    void saysHowManyEntriesOfVeryManyItDoesNotName() {
        depot.assets(product, hall, 1);
        var owner = new Owner("event", UUID.randomUUID(), "Aurora");
        var parts = IntStream.range(0, 5_003)
                .mapToObj(i ->
                        Prepared.Part.of(UUID.randomUUID(), mics, 1, new Period(at(10 + i), at(11 + i)), false, null))
                .toList();
        depot.claim(new Prepared(new Claim(owner, Standing.CONFIRMED, null, null, List.of(), null), parts));
        var why = depot.explain(mics, at(10), at(10_000), null);
        assertThat(why.entries()).hasSize(5_000);
        assertThat(why.more()).isEqualTo(4);
        assertThat(depot.explain(mics, at(10), at(20), null).more()).isZero();
    }

    private static List<String> booked(Explanation why) {
        return why.entries().stream()
                .filter(entry -> entry.reason().equals("BOOKED"))
                .map(Explanation.Entry::label)
                .toList();
    }

    /** Servers' clocks differ, and are put right: what is changed is known until after it was known from. */
    @Test
    void changesWhatAnotherServerWroteByAFasterClock() {
        depot.assets(product, hall, 5);
        var owner = new Owner("event", UUID.randomUUID(), "Aurora");
        CLOCK.set(at(3));
        depot.claim(owner, Standing.CONFIRMED, mics, 2, at(10), at(18));
        CLOCK.set(at(2));
        depot.claim(owner, Standing.CONFIRMED, mics, 3, at(10), at(18));
        depot.release(owner.id());
        CLOCK.set(DAY);
        assertThat(depot.free(mics, at(10), at(18)).firm()).isEqualTo(5);
        assertThat(depot.differences()).isEmpty();
    }

    @Test
    void anOwnerThatIsCalledOtherwiseIsNamedSoThoughItWantsTheSame() {
        depot.assets(product, hall, 5);
        var id = UUID.randomUUID();
        depot.claim(new Owner("event", id, "E-1 Aurora"), Standing.CONFIRMED, mics, 2, at(10), at(18));
        depot.claim(new Owner("event", id, "E-1 Aurora in the park"), Standing.CONFIRMED, mics, 2, at(10), at(18));
        assertThat(booked(depot.explain(mics, at(10), at(18), null))).containsExactly("E-1 Aurora in the park");
    }

    @Test
    void whoIsLateIsNamedAsWhoHasIt() {
        depot.assets(product, hall, 5);
        var late = new Owner("event", UUID.randomUUID(), "E-1 Aurora");
        depot.claim(late, Standing.CONFIRMED, mics, 4, at(10), at(18));
        depot.wentOut(late, mics, 4, at(9));
        CLOCK.set(at(19));
        var refused = catchThrowableOfType(NotEnough.class, () -> depot.claim("E-2 Borealis", mics, 2, at(20), at(22)));
        var shortage = (Shortage) ((List<?>) refused.facts().get("shortages")).getFirst();
        assertThat(shortage.holders())
                .containsExactly(new Shortage.Holder(late.id(), "event", "E-1 Aurora", 4, at(9), at(18)));
        assertThat(depot.explain(mics, at(20), at(22), null).entries())
                .filteredOn(entry -> entry.reason().equals("BOOKED"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.kind()).isEqualTo("event");
                    assertThat(entry.subject()).isEqualTo(late.id());
                    assertThat(entry.label()).isEqualTo("E-1 Aurora");
                    assertThat(entry.from()).isEqualTo(at(9));
                    assertThat(entry.late()).isEqualTo(at(19 + 72));
                });
        var far = catchThrowableOfType(
                NotEnough.class, () -> depot.claim("E-2 Borealis", mics, 9, at(19 + 72), at(19 + 74)));
        assertThat(((Shortage) ((List<?>) far.facts().get("shortages")).getFirst()).holders())
                .as("beyond the horizon it counts as back")
                .isEmpty();
        depot.cameBack(late, mics, 4, at(19));
        CLOCK.set(DAY);
    }

    @Test
    void whatGoesOutForSomebodyNobodyHasHeardOfIsTheirs() {
        depot.assets(product, hall, 5);
        var owner = new Owner("event", UUID.randomUUID(), "E-7 Corona");
        CLOCK.set(at(9));
        var moved = List.of(new Availability.Moved(owner.id(), mics, 1), new Availability.Moved(owner.id(), mics, 2));
        var movements = new MovementsDesk(depot.order(), depot.claims, CLOCK);
        movements.wentOut(owner, moved, at(9), at(18));
        assertThat(depot.free(mics, at(9), at(18)).firm()).isEqualTo(2);
        assertThat(depot.free(mics, at(18), at(20)).firm()).isEqualTo(5);
        CLOCK.set(at(18));
        assertThat(depot.free(mics, at(18), at(20)).firm()).as("late").isEqualTo(2);
        assertThat(booked(depot.explain(mics, at(18), at(20), null))).containsExactly("E-7 Corona");
        movements.cameBack(owner.id(), moved, at(19));
        assertThat(depot.free(mics, at(19), at(20)).firm()).isEqualTo(5);
        for (int quantity : new int[] {0, -1, 10_000_000})
            assertThat(catchThrowableOfType(
                            Invalid.class,
                            () -> movements.wentOut(
                                    owner, List.of(new Availability.Moved(owner.id(), mics, quantity)), at(9), at(18))))
                    .as("%d pieces", quantity)
                    .isNotNull();
        CLOCK.set(DAY);
        assertThat(depot.differences()).isEmpty();
    }

    @Test
    void letsOptionsExpireByThemselves() {
        depot.assets(product, hall, 5);
        var owner = new Owner("event", UUID.randomUUID(), "Aurora");
        var part = Prepared.Part.of(Depot.line(owner), mics, 3, new Period(at(10), at(18)), false, null);
        depot.claim(new Prepared(new Claim(owner, Standing.OPTION, 50, at(2), List.of(), null), List.of(part)));
        assertThat(depot.free(mics, at(10), at(18))).isEqualTo(new Free(5, 2, 3));
        CLOCK.set(at(2));
        assertThat(depot.free(mics, at(10), at(18))).isEqualTo(new Free(5, 5, 5));
        CLOCK.set(DAY);
    }

    @Test
    void keepsWhatIsOutUntilItIsScannedBack() {
        depot.assets(product, hall, 5);
        var owner = new Owner("event", UUID.randomUUID(), "Aurora");
        depot.claim(owner, Standing.CONFIRMED, mics, 4, at(10), at(18));
        depot.wentOut(owner, mics, 3, at(8));
        assertThat(depot.free(mics, at(8), at(9)).firm())
                .as("taken from the scan")
                .isEqualTo(2);
        assertThat(depot.free(mics, at(20), at(21)).firm()).isEqualTo(5);
        CLOCK.set(at(19));
        assertThat(depot.free(mics, at(20), at(21)).firm()).as("late").isEqualTo(2);
        depot.cameBack(owner, mics, 3, at(22));
        assertThat(depot.free(mics, at(20), at(21)).firm()).isEqualTo(2);
        assertThat(depot.free(mics, at(22), at(23)).firm()).isEqualTo(5);
        depot.claim(owner, Standing.CONFIRMED, mics, 4, at(10), at(18));
        assertThat(depot.free(mics, at(20), at(21)).firm())
                .as("what happened stays")
                .isEqualTo(2);
        CLOCK.set(DAY);
        assertThat(depot.differences()).isEmpty();
    }

    @Test
    void whatGoesOutWithoutBeingOnTheListIsTakenAllTheSame() {
        depot.assets(product, hall, 5);
        var owner = new Owner("event", UUID.randomUUID(), "Aurora");
        depot.claim(owner, Standing.CONFIRMED, mics, 1, at(10), at(18));
        depot.wentOut(owner, mics, 3, at(9));
        assertThat(depot.free(mics, at(9), at(18)).firm()).isEqualTo(2);
        assertThat(depot.free(mics, at(18), at(19)).firm()).isEqualTo(5);
        CLOCK.set(at(18).plusSeconds(60));
        assertThat(depot.free(mics, at(18), at(19)).firm()).as("late").isEqualTo(2);
        depot.cameBack(owner, mics, 3, at(19));
        assertThat(depot.free(mics, at(19), at(20)).firm()).isEqualTo(5);
        CLOCK.set(DAY);
        assertThat(depot.differences()).isEmpty();
    }

    @Test
    void promisesAnAssetToOneAtATime() {
        var assets = depot.assets(product, hall, 3);
        depot.promise("Aurora", mics, assets.getFirst(), at(10), at(18));
        var refused = catchThrowableOfType(
                AssetPromised.class, () -> depot.promise("Borealis", mics, assets.getFirst(), at(17), at(20)));
        assertThat(refused.code()).isEqualTo("asset-promised");
        assertThat(refused.facts().get("holder")).isEqualTo("Aurora");
        assertThat(depot.free(mics, at(17), at(18)).firm())
                .as("nothing of it is held")
                .isEqualTo(2);
        depot.promise("Borealis", mics, assets.getFirst(), at(18), at(20));
        depot.promise("Corona", mics, assets.get(1), at(17), at(20));
        assertThat(depot.differences()).isEmpty();
    }

    /** Early out and late back are as they are, also where the asset is promised to somebody else then; who had that promise keeps it. */
    @Test
    void whatReallyHappensToAPromisedAssetIsNotRefused() {
        var asset = depot.assets(product, hall, 3).getFirst();
        var aurora = depot.promise("Aurora", mics, asset, at(10), at(14));
        var borealis = depot.promise("Borealis", mics, asset, at(14), at(18));
        var corona = depot.promise("Corona", mics, asset, at(18), at(20));
        depot.wentOut(aurora, mics, 1, at(9));
        depot.cameBack(aurora, mics, 1, at(15));
        depot.promise(borealis, mics, asset, at(14), at(18));
        depot.promise(borealis, mics, asset, at(14), at(17));
        depot.wentOut(corona, mics, 1, at(16));
        assertThat(depot.free(mics, at(16), at(17)).firm()).isEqualTo(1);
        catchThrowableOfType(AssetPromised.class, () -> depot.promise("Dione", mics, asset, at(16), at(17)));
        assertThat(depot.differences()).isEmpty();
    }

    @Test
    void promisesAnAssetToOneLineOfAListAtATime() {
        var asset = depot.assets(product, hall, 3).getFirst();
        var owner = new Owner("event", UUID.randomUUID(), "Aurora");
        var parts = List.of(
                Prepared.Part.of(UUID.randomUUID(), mics, 1, new Period(at(10), at(14)), false, asset),
                Prepared.Part.of(UUID.randomUUID(), mics, 1, new Period(at(12), at(16)), false, asset));
        var refused = catchThrowableOfType(
                AssetPromised.class, () -> depot.claim(new Prepared(Claim.confirmed(owner, List.of()), parts)));
        assertThat(refused.facts().get("holder")).isEqualTo("Aurora");
        assertThat(depot.free(mics, at(12), at(14)).firm()).isEqualTo(3);
    }

    /** Numbers have 32 bits: what can not be counted any more is refused, though options and what is overbooked are not. */
    @Test
    void refusesWhatCanNotBeCounted() {
        depot.assets(product, hall, 5);
        int held = 0;
        Invalid refused = null;
        for (; refused == null && held < 40; held++)
            refused = catchThrowableOfType(
                    Invalid.class,
                    () -> depot.claim(
                            new Owner("event", UUID.randomUUID(), "Many"),
                            Standing.OPTION,
                            mics,
                            1_000_000,
                            at(10),
                            at(18)));
        assertThat(refused).isNotNull();
        assertThat(held).isGreaterThan(5);
        assertThat(depot.free(mics, at(10), at(18)).worst()).isEqualTo(5 - (held - 1) * 1_000_000);
        assertThat(depot.free(mics, at(10), at(18)).expected()).isEqualTo(5 - (held - 1) * 1_000_000);
        assertThat(depot.differences()).isEmpty();
    }

    /** A horizon without an end, and what is used up, are told with an end that everybody can read. */
    @Test
    void whatHasNoEndIsToldWithOne() {
        depot.assets(product, hall, 2);
        depot.db.execute("update availability.setting set horizon = 'OPEN'");
        try {
            var owner = new Owner("event", UUID.randomUUID(), "Aurora");
            depot.claim(owner, Standing.CONFIRMED, mics, 2, at(10), at(18));
            depot.wentOut(owner, mics, 2, at(9));
            CLOCK.set(at(19));
            assertThat(depot.explain(mics, at(900), at(901), null).entries())
                    .filteredOn(entry -> entry.reason().equals("BOOKED"))
                    .extracting(Explanation.Entry::late)
                    .containsExactly(Availability.LATEST);
            var part = Prepared.Part.of(UUID.randomUUID(), mics, 1, new Period(at(30), at(31)), true, null);
            var claim = Claim.confirmed(new Owner("event", UUID.randomUUID(), "Borealis"), List.of());
            var refused = catchThrowableOfType(NotEnough.class, () -> depot.claim(new Prepared(claim, List.of(part))));
            var shortage = (Shortage) ((List<?>) refused.facts().get("shortages")).getFirst();
            assertThat(shortage.period()).isEqualTo(new Period(at(30), Availability.LATEST));
            depot.cameBack(owner, mics, 2, at(19));
        } finally {
            depot.db.execute("update availability.setting set horizon = 'DAYS'");
            CLOCK.set(DAY);
        }
    }

    @Test
    void believesTheSameAfterACrash() {
        depot.assets(product, hall, 5);
        depot.claim("Aurora", mics, 4, at(10), at(18));
        var before = depot.free(mics, at(9), at(20));
        depot.crash();
        assertThat(depot.free(mics, at(9), at(20))).isEqualTo(before);
    }

    @Test
    void followsTheRegistersThoughNobodyAsks() throws Exception {
        depot.assets(product, hall, 5);
        long end = System.nanoTime() + Patience.TIME.toNanos();
        while (depot.db.fetchCount(DSL.table("availability.dirty")) > 0) {
            assertThat(System.nanoTime()).as("a second or so, were it alone").isLessThan(end);
            Thread.onSpinWait();
        }
        assertThat(depot.explain(mics, at(1), at(2), null).entries()).hasSize(5);
    }

    @Test
    void worksOffAnImportInParts() {
        for (int i = 0; i < 3; i++) depot.assets(depot.product("Many " + i), hall, 150);
        var assets = depot.assets(product, hall, 2_100);
        for (var asset : assets) depot.asset(asset, "notes = 'x', status_since = '2027-05-01Z'");
        assertThat(depot.free(mics, at(1), at(2)).firm()).isEqualTo(2_100);
        assertThat(depot.differences()).isEmpty();
    }

    /** A mark of a product is as heavy as its assets are many: whoever works off an import has its parts in memory, not all of it. */
    @Test
    void takesMarksOffByWhatTheyCost() {
        depot.db.connection(connection -> {
            connection.setAutoCommit(false);
            var db = DSL.using(connection, SQLDialect.POSTGRES);
            var changes = new Changes();
            var supply = new Supply(new Facts(), new Offers());
            try {
                db.execute("delete from availability.dirty");
                db.execute("""
                        insert into inventory.asset (id, product_id, number, status, status_since, location_id, currency, created_at)
                        select gen_random_uuid(), p.id, gen_random_uuid()::text, 'AVAILABLE', '2020-01-01Z', ?, 'EUR', '2020-01-01Z'
                          from unnest(?::uuid[]) as p (id), generate_series(1, 300)
                        """, hall, new UUID[] {depot.product("First"), depot.product("Second")});
                assertThat(changes.state(db, DAY).marks()).isEqualTo(602);
                assertThat(supply.takeMarks(db, 200).assets()).hasSize(300);
                assertThat(changes.state(db, DAY).marks()).isEqualTo(301);
                assertThat(supply.takeMarks(db, 200).assets()).hasSize(300);
                assertThat(changes.state(db, DAY).marks()).isZero();
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        });
    }

    @Test
    void letsASecondServerSeeEveryChangeOfTheFirst() {
        depot.assets(product, hall, 5);
        try (var second = new Depot(DATABASE, CLOCK)) {
            assertThat(second.free(mics, at(10), at(18)).firm()).isEqualTo(5);
            depot.claim("Aurora", mics, 4, at(10), at(18));
            assertThat(second.free(mics, at(10), at(18)).firm()).isEqualTo(1);
            catchThrowableOfType(NotEnough.class, () -> second.claim("Borealis", mics, 2, at(10), at(18)));
            second.claim("Corona", mics, 1, at(10), at(18));
            assertThat(depot.free(mics, at(10), at(18)).firm()).isZero();
            assertThat(second.differences()).isEmpty();
        }
    }

    /** A plan that does not know the moment takes ended options to be likely, and would look for the first of them through everything. */
    @Test
    void asksHowThingsStandWithoutLookingThroughAllBookings() {
        depot.assets(product, hall, 1);
        depot.claim("Aurora", mics, 1, at(10), at(18));
        depot.db.execute("""
                insert into availability.booking (owner_id, line_id, stock_id, quantity, begins, ends, standing, option_until, priority_at, known_from)
                select owner_id, gen_random_uuid(), stock_id, 1, begins, ends, 'OPTION', '2040-01-01Z', priority_at, known_from
                  from (select * from availability.booking order by id desc limit 1) one, generate_series(1, 5000)
                """);
        depot.db.execute("analyze availability.booking");
        depot.db.transaction(tx -> {
            tx.dsl().execute("set local plan_cache_mode = force_generic_plan");
            assertThat(new Changes().state(tx.dsl(), at(9)).expired()).isFalse();
            assertThat(
                            (Long)
                                    tx.dsl()
                                            .fetchValue(
                                                    "select seq_scan from pg_stat_xact_user_tables where relid = 'availability.booking'::regclass"))
                    .isZero();
        });
        depot.db.execute("delete from availability.booking where option_until = '2040-01-01Z'");
    }

    /** Four of five are promised ahead of their turn, while two are lost: in its turn there are three, and one who wants one gets it. */
    @Test
    void countsWhatIsDecidedAheadOnlyIfNothingComesBetween() throws Exception {
        var assets = depot.assets(product, hall, 5);
        depot.claim("Before", mics, 5, at(1), at(2));
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var busy = apart(() -> depot.order().make(new Change<>(Set.of(), Set.of(), turn -> {
            begun.countDown();
            return awaited(goOn);
        })));
        begun.await();
        var decisions = new AtomicInteger();
        var many = depot.wanted("Many", mics, 4, at(10), at(18));
        var four = apart(() -> depot.order().make(new Change<>(Set.of(many.owner()), many.stocks(), turn -> {
            if (decisions.incrementAndGet() == 1)
                for (var lost : assets.subList(0, 2)) depot.asset(lost, "status = 'LOST', lost_at = now()");
            return depot.claims.decide(turn, many);
        })));
        awaitQueued(four);
        var one = apart(() -> depot.claim("One", mics, 1, at(10), at(18)));
        awaitQueued(one);
        goOn.countDown();
        busy.get();
        one.get();
        assertThatThrownBy(four::get).hasCauseInstanceOf(NotEnough.class);
        assertThat(decisions).hasValue(2);
        assertThat(depot.free(mics, at(10), at(18)).firm()).isEqualTo(2);
        assertThat(depot.differences()).isEmpty();
    }

    private static Apart apart(Callable<Object> work) {
        var task = new Apart(work);
        task.thread.start();
        return task;
    }

    private static final class Apart extends FutureTask<Object> {
        private final Thread thread = Thread.ofPlatform().unstarted(this);

        Apart(Callable<Object> work) {
            super(work);
        }
    }

    private static void awaitQueued(Apart task) throws InterruptedException {
        while (task.thread.getState() != Thread.State.WAITING) Thread.sleep(5);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(Patience.SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
