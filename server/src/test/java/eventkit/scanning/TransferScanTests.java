package eventkit.scanning;

import static eventkit.scanning.Dock.codes;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** A transfer is put together and taken in by scanning. */
@ServerTest
class TransferScanTests {
    private final Api owner;
    private final Warehouse warehouse;
    private final Dock dock;
    private final DSLContext db;
    private final UUID shelf;
    private final UUID there;
    private final UUID thereShelf;
    private final UUID lamp;
    private final UUID cable;
    private final String transfer;

    TransferScanTests(Company company, Warehouse warehouse, Dock dock, DSLContext db) {
        this.owner = company.owner();
        this.warehouse = warehouse;
        this.dock = dock;
        this.db = db;
        var hall = warehouse.hall();
        shelf = warehouse.shelf(hall);
        there = warehouse.hall();
        thereShelf = warehouse.shelf(there);
        lamp = warehouse.product("SERIALISED", "Lamp", 1L);
        cable = warehouse.cable();
        transfer = owner.post("/transfers", Map.of("fromId", hall, "toId", there))
                .expect(201)
                .id();
    }

    private Map<String, Object> scan(String kind, ThingKind thing, UUID id) {
        var scan = dock.scan(kind, thing, id);
        scan.put("sheetId", transfer);
        return scan;
    }

    private Map<String, Object> many(Map<String, Object> scan, long quantity) {
        scan.put("quantity", quantity);
        return scan;
    }

    private Map<String, String> lines() {
        var result = new TreeMap<String, String>();
        for (var l : owner.get("/transfers/" + transfer + "/lines")
                .expect(200)
                .json()
                .path("items"))
            result.put(
                    l.path("itemId").asString(),
                    l.path("quantity").asLong() + " " + l.path("outcome").asString() + " "
                            + l.path("receivedQuantity").asString(""));
        return result;
    }

    @Test
    void whatIsScannedGoesOnTheTransferAndArrivesShortAndSurplus() {
        var lamps = dock.assets(lamp, shelf, 3);
        var box = dock.flightCase(shelf, "PER_JOB");
        dock.stock(cable, shelf, 30);
        var stray = warehouse.asset(lamp, there);
        assertThat(codes(dock.send(
                        scan("LOAD", ThingKind.ASSET, lamps.get(0)),
                        scan("LOAD", ThingKind.ASSET, lamps.get(1)),
                        scan("LOAD", ThingKind.ASSET, lamps.get(0)),
                        scan("LOAD", ThingKind.CASE, box),
                        many(scan("LOAD", ThingKind.PRODUCT, cable), 20),
                        many(scan("LOAD", ThingKind.PRODUCT, cable), 15),
                        scan("LOAD", ThingKind.ASSET, stray))))
                .containsExactly(
                        "loaded",
                        "loaded",
                        "-already-on-sheet",
                        "loaded",
                        "loaded",
                        "-not-enough-stock",
                        "-not-at-origin");
        var third = scan("LOAD", ThingKind.ASSET, lamps.get(2));
        dock.accepted(third, dock.undo(third));
        var fewer = many(scan("LOAD", ThingKind.PRODUCT, cable), 5);
        fewer.put("back", true);
        dock.accepted(fewer);
        assertThat(lines()).hasSize(4).containsEntry(cable.toString(), "15 PENDING ");
        owner.post("/transfers/" + transfer + "/dispatch", Map.of()).expect(200);
        assertThat(codes(dock.send(scan("LOAD", ThingKind.ASSET, lamps.get(2)))))
                .containsExactly("-sheet-closed");
        var shelved = scan("RECEIVE", ThingKind.ASSET, lamps.get(0));
        shelved.put("locationId", thereShelf);
        var outside = scan("RECEIVE", ThingKind.CASE, box);
        outside.put("locationId", shelf);
        assertThat(codes(dock.send(
                        shelved,
                        outside,
                        scan("RECEIVE", ThingKind.CASE, box),
                        scan("RECEIVE", ThingKind.CASE, box),
                        many(scan("RECEIVE", ThingKind.PRODUCT, cable), 12),
                        scan("RECEIVE", ThingKind.ASSET, stray))))
                .containsExactly("arrived", "-place-outside", "arrived", "-already-counted", "arrived", "arrived");
        owner.post("/scanning/transfers/" + transfer + "/receipt", Map.of("complete", false))
                .expect(200);
        assertThat(lines())
                .containsEntry(lamps.get(0).toString(), "1 RECEIVED 1")
                .containsEntry(lamps.get(1).toString(), "1 PENDING ")
                .containsEntry(cable.toString(), "15 PENDING ")
                .containsEntry(stray.toString(), "0 SURPLUS 1");
        assertThat(warehouse.locationOf(lamps.get(0))).isEqualTo(thereShelf);
        dock.accepted(many(scan("RECEIVE", ThingKind.PRODUCT, cable), 1));
        var done = owner.post("/scanning/transfers/" + transfer + "/receipt", Map.of("complete", true))
                .expect(200)
                .json();
        assertThat(done.path("state").asString()).isEqualTo("RECEIVED");
        assertThat(lines())
                .containsEntry(lamps.get(1).toString(), "1 MISSING 0")
                .containsEntry(cable.toString(), "15 PARTLY 13");
        assertThat(dock.status(lamps.get(1))).isEqualTo("LOST");
        assertThat(warehouse.wrongLevels()).isEmpty();
        assertThat(db.fetchCount(
                        org.jooq.impl.DSL.table("scanning.tick"),
                        org.jooq.impl.DSL.condition("sheet_id = ?", UUID.fromString(transfer))))
                .isZero();
    }

    @Test
    void aDeviceTakesTheTransferAlong() {
        var lamps = dock.assets(lamp, shelf, 2);
        dock.stock(cable, shelf, 4);
        var sheet = owner.get("/scanning/transfers/" + transfer + "/sheet")
                .expect(200)
                .json();
        assertThat(sheet.path("kind").asString()).isEqualTo("LOAD");
        assertThat(sheet.path("assets").size()).isEqualTo(2);
        assertThat(sheet.path("stock").get(0).path("quantity").asLong()).isEqualTo(4);
        dock.accepted(scan("LOAD", ThingKind.ASSET, lamps.getFirst()));
        owner.post("/transfers/" + transfer + "/dispatch", Map.of()).expect(200);
        var coming = owner.get("/scanning/transfers/" + transfer + "/sheet")
                .expect(200)
                .json();
        assertThat(coming.path("kind").asString()).isEqualTo("RECEIVE");
        assertThat(coming.path("lines").size()).isEqualTo(1);
        assertThat(coming.path("locations").get(0).path("id").asString()).isEqualTo(there.toString());
    }

    @Test
    void aCodeOfAnotherSheetOrNoneIsRefused() {
        var lamps = dock.assets(lamp, shelf, 1);
        var nowhere = scan("LOAD", ThingKind.ASSET, lamps.getFirst());
        nowhere.put("sheetId", UUID.randomUUID().toString());
        var none = dock.scan("COUNT", ThingKind.ASSET, lamps.getFirst());
        assertThat(codes(dock.send(nowhere, none, scan("RECEIVE", ThingKind.ASSET, lamps.getFirst()))))
                .containsExactly("-unknown-sheet", "-bad-scan", "-sheet-closed");
        assertThat(List.of(lines().size())).containsExactly(0);
    }
}
