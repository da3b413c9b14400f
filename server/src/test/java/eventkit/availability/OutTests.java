package eventkit.availability;

import static eventkit.availability.Depot.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.availability.Availability.Moved;
import eventkit.core.Invalid;
import eventkit.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is out for an event is in its booking and nowhere else, whatever becomes of it there, and however it comes back (rule 2). */
class OutTests {
    private static final Depot.Hand CLOCK = new Depot.Hand();
    private static final Depot DEPOT = new Depot(TestDatabase.fresh(), CLOCK);

    private final UUID hall = DEPOT.warehouse("Hall");
    private final UUID product = DEPOT.product("SM58");
    private final StockKey mics = StockKey.product(product, hall);
    private final Owner aurora = new Owner("event", UUID.randomUUID(), "E-1 Aurora");
    private List<UUID> assets = List.of();

    @AfterAll
    static void close() {
        DEPOT.close();
    }

    private static Instant at(int hour) {
        return DAY.plus(Duration.ofHours(hour));
    }

    /** Of five, two are out from hour 9 for an event from 10 to 18 that wants three. */
    @BeforeEach
    void begin() {
        CLOCK.set(at(9));
        assets = DEPOT.assets(product, hall, 5);
        DEPOT.claim(aurora, Standing.CONFIRMED, mics, 3, at(10), at(18));
        DEPOT.wentOut(aurora, mics, assets.get(0), at(9));
        DEPOT.wentOut(aurora, mics, assets.get(1), at(9));
        assertThat(free(9, 10)).isEqualTo(3);
        assertThat(free(10, 18)).isEqualTo(2);
        assertThat(free(18, 90)).isEqualTo(5);
    }

    /** Whatever a test did: every server would believe the same. */
    @AfterEach
    void nothingDiffers() {
        assertThat(DEPOT.differences()).isEmpty();
    }

    private int free(int from, int to) {
        return DEPOT.free(mics, at(from), at(to)).firm();
    }

    private void becomes(UUID asset, String status, int hour) {
        DEPOT.asset(
                asset,
                "status = '" + status + "', status_since = '" + at(hour) + "', lost_at = "
                        + (status.equals("LOST") ? "'" + at(hour) + "'" : "null"));
    }

    private Moved one(UUID asset) {
        return Moved.of(Depot.line(aurora), mics, asset);
    }

    private Moved some(int pieces) {
        return new Moved(Depot.line(aurora), mics, pieces);
    }

    private String rows() {
        return String.join(
                ", ",
                DEPOT.db
                        .fetch(
                                "select sum(quantity) || ' ' || progress || ' ' || extract(hour from begins) || '..' || extract(hour from ends)"
                                        + " from availability.booking where owner_id = ? and known_to is null group by progress, begins, ends order by 1",
                                aurora.id())
                        .getValues(0, String.class));
    }

    @Test
    void whatBreaksThereIsMissedOnce() {
        CLOCK.set(at(12));
        becomes(assets.get(0), "DAMAGED", 12);
        becomes(assets.get(1), "LOST", 12);
        assertThat(free(10, 18)).isEqualTo(2);
        assertThat(free(18, 90)).as("nobody can have them after the event").isEqualTo(3);
        var named = DEPOT.explain(mics, at(18), at(19), null).entries().stream()
                .filter(entry -> entry.quantity() < 0)
                .map(Explanation.Entry::reason)
                .toList();
        assertThat(named).containsExactlyInAnyOrder("DAMAGED", "LOST");
        CLOCK.set(at(20));
        assertThat(free(20, 22)).as("late, and broken, and missed once").isEqualTo(3);
        assertThat(free(20 + 71, 20 + 73)).as("on both sides of the horizon").isEqualTo(3);
        DEPOT.crash();
        assertThat(free(20, 22)).isEqualTo(3);
        assertThat(free(20 + 71, 20 + 73)).isEqualTo(3);
    }

    @Test
    void whatIsPutAsideThereIsMissedOnce() {
        DEPOT.asset(assets.get(0), "quarantined_at = '" + at(11) + "', quarantine_reason = 'smells'");
        assertThat(free(10, 18)).isEqualTo(2);
        assertThat(free(18, 90)).isEqualTo(4);
    }

    /** The list gets other times, or the piece comes back: the register goes on where the booking ends. */
    @Test
    void itsGapFollowsTheBooking() {
        CLOCK.set(at(12));
        becomes(assets.get(0), "DAMAGED", 12);
        DEPOT.claim(aurora, Standing.CONFIRMED, mics, 3, at(10), at(30));
        assertThat(free(10, 30)).isEqualTo(2);
        assertThat(free(30, 90)).isEqualTo(4);
        DEPOT.claim(aurora, Standing.CONFIRMED, mics, 3, at(10), at(14));
        assertThat(free(10, 14)).isEqualTo(2);
        assertThat(free(14, 90)).isEqualTo(4);
        DEPOT.movements().cameBack(aurora.id(), List.of(one(assets.get(0))), at(12));
        DEPOT.asset(assets.get(0), "out_for = null");
        assertThat(free(12, 14)).isEqualTo(2);
        assertThat(free(14, 90)).isEqualTo(4);
        assertThat(DEPOT.db.fetchCount(DEPOT.db
                        .selectOne()
                        .from("availability.fact where kept_for = '" + aurora.id() + "' and known_to is null")))
                .isZero();
    }

    /** One thing in it broke, so nobody can have the case: not before it is back, and not after. */
    @Test
    void aCaseThatIsOutIsMissedOnce() {
        var id = UUID.randomUUID();
        DEPOT.db.execute("""
                insert into cases.flight_case (id, number, name, contents_kind, location_id, created_at, changed_at)
                values (?, ?, 'Mic case', 'FIXED', ?, '2020-01-01Z', '2020-01-01Z')
                """, id, id.toString().substring(0, 12), hall);
        var inside = List.of(assets.get(3), assets.get(4));
        for (var asset : inside)
            DEPOT.db.execute("insert into cases.packed_asset values (?, ?, '2020-01-01Z')", asset, id);
        var unit = StockKey.unit(id, hall);
        var borealis = new Owner("event", UUID.randomUUID(), "E-2 Borealis");
        DEPOT.claim(borealis, Standing.CONFIRMED, unit, 1, at(10), at(18));
        for (var asset : inside) DEPOT.asset(asset, "status = 'CHECKED_OUT', out_for = 'event:" + borealis.id() + "'");
        DEPOT.wentOut(borealis, unit, 1, at(9));
        CLOCK.set(at(12));
        becomes(inside.getFirst(), "DAMAGED", 12);
        assertThat(DEPOT.free(unit, at(10), at(18)).firm()).isZero();
        assertThat(DEPOT.free(unit, at(18), at(90)).firm()).isZero();
        CLOCK.set(at(20));
        assertThat(DEPOT.free(unit, at(12), at(120)).firm()).as("late, too").isZero();
        assertThat(DEPOT.differences()).isEmpty();
        DEPOT.cameBack(borealis, unit, 1, at(20));
        DEPOT.asset(inside.getFirst(), "out_for = null");
        DEPOT.asset(inside.getLast(), "status = 'CHECKED_IN', out_for = null");
        assertThat(DEPOT.free(unit, at(20), at(120)).firm()).isZero();
        becomes(inside.getFirst(), "AVAILABLE", 21);
        assertThat(DEPOT.free(unit, at(21), at(120)).firm()).isEqualTo(1);
    }

    /** Its register says that it broke, and nobody that it went out: nothing takes it but that. */
    @Test
    void whatNobodySawGoOutIsMissedAsSoonAsItBreaks() {
        var seen = assets.get(4);
        DEPOT.asset(seen, "status = 'DAMAGED', out_for = 'event:" + aurora.id() + "', status_since = '" + at(11) + "'");
        assertThat(free(10, 11)).isEqualTo(2);
        assertThat(free(11, 18)).isEqualTo(1);
        assertThat(free(18, 90)).isEqualTo(4);
    }

    @Test
    void whoTakesItBackByHandHasItBack() {
        CLOCK.set(at(15));
        DEPOT.asset(assets.get(0), "status = 'CHECKED_IN', out_for = null, status_since = '" + at(15) + "'");
        assertThat(free(14, 15)).isEqualTo(2);
        assertThat(free(15, 18)).isEqualTo(3);
        assertThat(rows()).isEqualTo("1 BACK 9..15, 1 OUT 9..18, 1 PLANNED 10..18");
        CLOCK.set(at(20));
        assertThat(free(20, 22)).as("only the other one is late").isEqualTo(4);
        DEPOT.cameBack(aurora, mics, assets.get(0), at(21));
        assertThat(rows()).as("it came back once").isEqualTo("1 BACK 9..15, 1 OUT 9..18, 1 PLANNED 10..18");
        becomes(assets.get(1), "LOST", 20);
        assertThat(free(20, 22)).isEqualTo(4);
        DEPOT.asset(
                assets.get(1), "status = 'AVAILABLE', lost_at = null, out_for = null, status_since = '" + at(20) + "'");
        assertThat(free(20, 22)).as("found").isEqualTo(5);
    }

    @Test
    void aScanThatTellsOfTheReturnCountsWithItsTurnaround() {
        CLOCK.set(at(15));
        DEPOT.cameBack(aurora, mics, assets.get(0), at(17));
        assertThat(free(15, 17)).isEqualTo(2);
        assertThat(free(17, 18)).isEqualTo(3);
        DEPOT.cameBack(aurora, mics, assets.get(0), at(19));
        assertThat(free(17, 18)).as("it is back already").isEqualTo(3);
    }

    @Test
    void whatIsHeldForAnotherEventIsNoLongerWithThisOne() {
        CLOCK.set(at(15));
        DEPOT.asset(
                assets.get(0),
                "status = 'RESERVED', out_for = 'event:" + UUID.randomUUID() + "', status_since = '" + at(15) + "'");
        assertThat(free(15, 18)).isEqualTo(3);
        assertThat(rows()).isEqualTo("1 BACK 9..15, 1 OUT 9..18, 1 PLANNED 10..18");
    }

    @Test
    void doesNotGoOutTwice() {
        DEPOT.wentOut(aurora, mics, assets.get(0), at(9));
        DEPOT.movements().wentOut(aurora, List.of(one(assets.get(1)), one(assets.get(1))), at(9), at(9));
        assertThat(rows()).isEqualTo("1 PLANNED 10..18, 2 OUT 9..18");
        assertThatThrownBy(() -> DEPOT.movements()
                        .wentOut(aurora, List.of(new Moved(Depot.line(aurora), mics, 2, assets.get(3))), at(9), at(9)))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void manyAssetsOfALineGoTogether() {
        DEPOT.movements()
                .wentOut(aurora, List.of(one(assets.get(2)), one(assets.get(3)), one(assets.get(4))), at(9), at(9));
        assertThat(rows()).as("two more than are wanted").isEqualTo("5 OUT 9..18");
        assertThat(free(9, 18)).isZero();
        DEPOT.movements().cameBack(aurora.id(), List.of(one(assets.get(2)), one(assets.get(4))), at(16));
        assertThat(rows()).isEqualTo("2 BACK 9..16, 3 OUT 9..18");
    }

    @Test
    void aScanIsTakenBackAsIfItHadNotBeen() {
        DEPOT.movements().undoWentOut(aurora, List.of(one(assets.get(1))));
        DEPOT.asset(assets.get(1), "status = 'RESERVED'");
        assertThat(rows()).isEqualTo("1 OUT 9..18, 2 PLANNED 10..18");
        DEPOT.movements().undoWentOut(aurora, List.of(one(assets.get(1))));
        assertThat(rows()).as("it was not out").isEqualTo("1 OUT 9..18, 2 PLANNED 10..18");
        assertThat(free(9, 10)).isEqualTo(4);
        DEPOT.cameBack(aurora, mics, assets.get(0), at(12));
        assertThat(free(12, 18)).isEqualTo(3);
        DEPOT.asset(assets.get(0), "status = 'CHECKED_OUT', out_for = 'event:" + aurora.id() + "'");
        DEPOT.movements().undoCameBack(aurora.id(), List.of(one(assets.get(0))));
        assertThat(rows()).isEqualTo("1 OUT 9..18, 2 PLANNED 10..18");
        assertThat(free(12, 18)).isEqualTo(2);
    }

    @Test
    void whatWasOnNoListIsNobodysWhenItsScanIsTakenBack() {
        DEPOT.movements().wentOut(aurora, List.of(some(2)), at(9), at(9));
        assertThat(rows()).isEqualTo("4 OUT 9..18");
        DEPOT.movements().undoWentOut(aurora, List.of(some(1)));
        assertThat(rows()).as("the last of them was one too many").isEqualTo("3 OUT 9..18");
        DEPOT.movements().undoWentOut(aurora, List.of(some(1)));
        assertThat(rows()).isEqualTo("1 PLANNED 10..18, 2 OUT 9..18");
    }

    /** The list has other times by now, or is gone. */
    @Test
    void isPlannedAgainAsTheListsHaveItNow() {
        DEPOT.claim(aurora, Standing.CONFIRMED, mics, 3, at(11), at(16));
        DEPOT.movements().undoWentOut(aurora, List.of(one(assets.get(0))));
        assertThat(rows()).isEqualTo("1 OUT 9..16, 2 PLANNED 11..16");
        DEPOT.release(aurora.id());
        DEPOT.movements().undoWentOut(aurora, List.of(one(assets.get(1))));
        assertThat(rows()).isEmpty();
        assertThat(free(9, 18)).isEqualTo(5);
    }

    /** A promise goes along, and comes back only where nobody got it meanwhile. */
    @Test
    void aPromiseIsKeptOrTheScanStays() {
        var borealis = new Owner("event", UUID.randomUUID(), "E-2 Borealis");
        var corona = new Owner("event", UUID.randomUUID(), "E-3 Corona");
        var asset = assets.get(4);
        DEPOT.promise(borealis, mics, asset, at(40), at(48));
        CLOCK.set(at(39));
        DEPOT.wentOut(borealis, mics, asset, at(39));
        CLOCK.set(at(42));
        DEPOT.cameBack(borealis, mics, asset, at(43));
        DEPOT.promise(corona, mics, asset, at(44), at(46));
        DEPOT.asset(asset, "status = 'CHECKED_OUT', out_for = 'event:" + borealis.id() + "'");
        var moved = List.of(Moved.of(Depot.line(borealis), mics, asset));
        DEPOT.movements().undoCameBack(borealis.id(), moved);
        assertThatThrownBy(() -> DEPOT.movements().undoWentOut(borealis, moved)).isInstanceOf(AssetPromised.class);
        DEPOT.release(corona.id());
        DEPOT.movements().undoWentOut(borealis, moved);
        assertThat(DEPOT.free(mics, at(40), at(48)).firm()).isEqualTo(2);
    }

    @Test
    void saysWhatIsOut() {
        assertThat(DEPOT.movements().out(aurora.id())).hasSize(2).allSatisfy(out -> {
            assertThat(out.item()).isEqualTo("SM58");
            assertThat(out.numbered()).isTrue();
            assertThat(out.quantity()).isEqualTo(1);
        });
    }
}
