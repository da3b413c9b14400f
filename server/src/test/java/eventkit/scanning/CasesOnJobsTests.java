package eventkit.scanning;

import static eventkit.scanning.Dock.codes;
import static eventkit.scanning.Dock.of;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.availability.Availability;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.Patience;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is in a case is counted with it: packed late, unpacked, lost with it, and on the copies that devices hold. */
@ServerTest
class CasesOnJobsTests {
    private static final String DAY = "2028-09-12";
    private final Api api;
    private final Warehouse warehouse;
    private final Dock dock;
    private final Availability availability;
    private final DSLContext db;
    private final DataSource dataSource;
    private final UUID hall;
    private final UUID shelf;
    private final UUID lamp;
    private final UUID cable;

    CasesOnJobsTests(
            Company company,
            Warehouse warehouse,
            Dock dock,
            Availability availability,
            DSLContext db,
            DataSource dataSource) {
        this.api = company.owner();
        this.warehouse = warehouse;
        this.dock = dock;
        this.availability = availability;
        this.db = db;
        this.dataSource = dataSource;
        hall = warehouse.hall();
        shelf = warehouse.shelf(hall);
        lamp = warehouse.product("SERIALISED", "Lamp", 1L);
        cable = warehouse.cable();
    }

    @Test
    void aCaseThatDidNotComeBackIsOutOfServiceAndWhatWasInItIsWrittenOff() {
        var one = warehouse.asset(lamp, shelf);
        dock.stock(cable, shelf, 10);
        var box = dock.flightCase(shelf, "PER_JOB", one);
        dock.accepted(some(dock.pack("IN", box, ThingKind.PRODUCT, cable), 4));
        var event = dock.loading(hall, DAY, List.of(of(lamp, 1), of(cable, 4)));
        var lost = dock.in(ThingKind.CASE, box);
        lost.put("condition", "MISSING");
        dock.accepted(dock.out(event, ThingKind.CASE, box), lost);
        assertThat(dock.counts(event)).containsExactlyInAnyOrder("1/0/0/0/1", "4/0/0/0/4");
        assertThat(dock.status(one)).isEqualTo("LOST");
        assertThat(db.fetchSingle("select status from cases.flight_case where id = ?", box)
                        .get(0, String.class))
                .isEqualTo("OUT_OF_SERVICE");
        assertThat(db.fetchSingle("""
                                select coalesce((select sum(quantity) from stock.level where product_id = ?), 0)
                                     + coalesce((select sum(quantity) from cases.packed_stock where product_id = ?), 0)
                                """, cable, cable).get(0, Long.class)).isEqualTo(6);
        assertThat(dock.free(cable, hall, "2028-10-12", 10)).isEqualTo(6);
        sound();
    }

    @Test
    void whatIsPackedOrUnpackedAfterPrepIsCountedAtTheCheckOut() {
        dock.stock(cable, shelf, 10);
        var box = dock.flightCase(shelf, "PER_JOB");
        var event = dock.loading(hall, DAY, List.of(of(cable, 8)));
        var out = dock.out(event, ThingKind.CASE, box);
        dock.accepted(
                some(dock.pack("IN", box, ThingKind.PRODUCT, cable), 4),
                dock.pick(event, ThingKind.CASE, box),
                some(dock.pack("IN", box, ThingKind.PRODUCT, cable), 2),
                out);
        assertThat(dock.counts(event)).contains("8/0/6/0/0");
        dock.accepted(dock.undo(out));
        assertThat(dock.counts(event)).contains("8/4/0/0/0");
        dock.accepted(some(dock.pack("OUT", box, ThingKind.PRODUCT, cable), 5), dock.out(event, ThingKind.CASE, box));
        assertThat(dock.counts(event)).contains("8/0/1/0/0");
        dock.accepted(dock.in(ThingKind.CASE, box));
        assertThat(dock.counts(event)).contains("8/0/0/1/0");
        sound();
    }

    @Test
    void aDeltaTellsWhatWasPackedAndUnpackedWhereItStood() {
        var lamps = dock.assets(lamp, shelf, 2);
        var stranger = warehouse.asset(warehouse.product("SERIALISED", "Stranger", 1L), shelf);
        var box = dock.flightCase(shelf, "PER_JOB", lamps.get(0));
        var event = dock.loading(hall, DAY, List.of(of(lamp, 2)));
        var version = version(event);
        dock.accepted(
                dock.pack("IN", box, ThingKind.ASSET, lamps.get(1)),
                dock.pack("IN", box, ThingKind.ASSET, stranger),
                dock.pack("OUT", box, ThingKind.ASSET, lamps.get(0)));
        var delta = api.get("/scanning/jobs/" + event + "?since=" + version)
                .expect(200)
                .json();
        assertThat(delta.path("delta").asBoolean()).isTrue();
        var inside = new HashSet<String>();
        delta.path("cases").get(0).path("assetIds").forEach(id -> inside.add(id.asString()));
        assertThat(inside).containsExactlyInAnyOrder(lamps.get(1).toString(), stranger.toString());
        var told = new HashSet<String>();
        delta.path("assets").forEach(a -> told.add(a.path("id").asString()));
        assertThat(told).contains(lamps.get(1).toString(), stranger.toString());
    }

    @Test
    void whoeverCarriesACaseTakesTheTurnOfTheRoomBelowBeforeItsRow() throws Exception {
        var box = dock.flightCase(shelf, "PER_JOB");
        var move = dock.scan("MOVE", ThingKind.CASE, box);
        move.put("locationId", hall);
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            var other = DSL.using(connection);
            other.fetch("select pg_advisory_xact_lock(hashtext('cases.nesting'))");
            var scanned = CompletableFuture.supplyAsync(() -> dock.send(move));
            while (other.fetchOne("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                            .get(0, Long.class)
                    == 0) TimeUnit.MILLISECONDS.sleep(20);
            other.fetch("select from cases.flight_case where id = ? for update nowait", box);
            connection.commit();
            assertThat(codes(scanned.get(Patience.SECONDS, TimeUnit.SECONDS))).containsExactly("moved");
        }
    }

    private String version(UUID event) {
        return job(event).path("version").asString();
    }

    private JsonNode job(UUID event) {
        return dock.job(event);
    }

    private static Map<String, Object> some(Map<String, Object> scan, int quantity) {
        scan.put("quantity", quantity);
        return scan;
    }

    private void sound() {
        assertThat(warehouse.wrongLevels()).isEmpty();
        assertThat(Callers.as(Caller.system(), availability::check)).isEmpty();
    }
}
