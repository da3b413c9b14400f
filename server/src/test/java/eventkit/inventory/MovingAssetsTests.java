package eventkit.inventory;

import static eventkit.inventory.Register.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Money;
import eventkit.core.Refusal;
import eventkit.core.Together;
import eventkit.testing.Api;
import eventkit.testing.Company;
import eventkit.testing.ServerTest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Component;

@ServerTest
@Import({MovingAssetsTests.OverdueInspections.class, MovingAssetsTests.Packed.class})
class MovingAssetsTests {
    /** Knows of overdue inspections, as another module would. */
    @Component
    static class OverdueInspections implements FitnessSource {
        static final Set<UUID> OVERDUE = ConcurrentHashMap.newKeySet();

        @Override
        public Supplier<Map<AssetId, List<UnfitReason>>> reasons(Collection<AssetId> assets, Together go) {
            var result = new HashMap<AssetId, List<UnfitReason>>();
            for (var id : assets) {
                if (OVERDUE.contains(id.value()))
                    result.put(id, List.of(new UnfitReason("inspection-overdue", "PAT was due on 2026-01-01.", null)));
            }
            return () -> result;
        }

        @Override
        public Select<Record1<UUID>> unfit() {
            return DSL.select(DSL.field("id", SQLDataType.UUID))
                    .from(DSL.unnest(OVERDUE.toArray(UUID[]::new)).as("o", "id"));
        }
    }

    /** Holds assets in a case, as another module would. */
    @Component
    static class Packed implements AssetUse {
        static final Set<UUID> PACKED = ConcurrentHashMap.newKeySet();

        @Override
        public Map<AssetId, String> holds(Collection<AssetId> assets, @Nullable String reference) {
            var result = new HashMap<AssetId, String>();
            if ("case:7".equals(reference)) return result;
            for (var id : assets) if (PACKED.contains(id.value())) result.put(id, "It is packed in FC-0007.");
            return result;
        }
    }

    private final Company company;
    private final Register register;
    private final AssetMoves moves;
    private final DSLContext db;

    MovingAssetsTests(Company company, Register register, AssetMoves moves, DSLContext db) {
        this.company = company;
        this.register = register;
        this.moves = moves;
        this.db = db;
    }

    private String asset() {
        return Register.asset(company.owner(), register.product("Spot")).id();
    }

    private static List<AssetId> one(String id) {
        return List.of(new AssetId(UUID.fromString(id)));
    }

    private static void system(Runnable work) {
        Callers.runAs(Caller.system(), work);
    }

    private Api.Answer act(String id, String action, Object... body) {
        return company.owner().post("/assets/" + id + "/" + action, body(body));
    }

    @Test
    void goesOnAJobAndComesBack() {
        var hall = Register.location(company.owner(), "WAREHOUSE", null);
        var truck = Register.location(company.owner(), "TRUCK", null);
        var id = asset();
        act(id, "moves", "locationId", hall, "reason", "New").expect(200);
        system(() -> moves.reserve(one(id), "event:aurora"));
        assertThat(Register.status(company.owner(), id)).isEqualTo("RESERVED");
        system(() -> moves.checkOut(one(id), new LocationId(UUID.fromString(truck)), "event:aurora"));
        var out = company.owner().get("/assets/" + id).expect(200).json();
        assertThat(out.path("outFor").asString()).isEqualTo("event:aurora");
        assertThat(out.path("location").path("id").asString()).isEqualTo(truck);
        system(() -> moves.arriveOnSite(one(id), null));
        act(id, "check-in", "locationId", hall).expect(200);
        var back = act(id, "shelving").expect(200).json();
        assertThat(back.path("status").asString()).isEqualTo("AVAILABLE");
        assertThat(back.path("outFor").isNull()).isTrue();
        var movements = company.owner()
                .get("/assets/" + id + "/movements")
                .expect(200)
                .json()
                .path("items");
        var statuses = new ArrayList<String>();
        movements.forEach(m -> statuses.add(m.path("toStatus").asString()));
        assertThat(statuses)
                .containsExactly(
                        "AVAILABLE", "CHECKED_IN", "ON_SITE", "CHECKED_OUT", "RESERVED", "AVAILABLE", "AVAILABLE");
        assertThat(movements.get(3).path("reference").asString()).isEqualTo("event:aurora");
        assertThat(movements.get(3).path("to").path("kind").asString()).isEqualTo("TRUCK");
        system(() -> moves.reserve(one(id), "event:borealis"));
        system(() -> moves.releaseReservation(one(id), "Cancelled"));
        assertThat(Register.status(company.owner(), id)).isEqualTo("AVAILABLE");
    }

    @Test
    void goesToRepairAndComesBackAsGoodOrAsBadAsItWent() {
        var shop = Register.location(company.owner(), "REPAIR_SHOP", null);
        var id = asset();
        var damaged =
                act(id, "damage", "reason", "Lamp does not strike").expect(200).json();
        assertThat(damaged.path("status").asString()).isEqualTo("DAMAGED");
        assertThat(damaged.path("condition").asString()).isEqualTo("DAMAGED");
        assertThat(damaged.path("fit").asBoolean()).isFalse();
        assertThat(damaged.path("unfitReasons").toString()).contains("damaged", "condition-not-usable");
        act(id, "repair", "locationId", shop).expect(200);
        assertThat(act(id, "repair-return").refusal(400)).isEqualTo("invalid");
        act(id, "repair-return", "mended", false).expect(200);
        assertThat(Register.status(company.owner(), id)).isEqualTo("DAMAGED");
        act(id, "repair").expect(200);
        var mended = act(id, "repair-return", "mended", true).expect(200).json();
        assertThat(mended.path("condition").asString()).isEqualTo("GOOD");
        assertThat(mended.path("fit").asBoolean()).isTrue();
        act(id, "damage", "reason", "Scratch").expect(200);
        assertThat(act(id, "clearance").expect(200).json().path("status").asString())
                .isEqualTo("AVAILABLE");
        assertThat(act(id, "damage", "reason", "x", "condition", "GOOD").refusal(400))
                .isEqualTo("invalid");
        assertThat(act(id, "damage").refusal(400)).isEqualTo("invalid");
    }

    @Test
    void isLostAndFound() {
        var hall = Register.location(company.owner(), "WAREHOUSE", null);
        var id = asset();
        var lost = act(id, "loss", "reason", "Not back from Aurora").expect(200).json();
        assertThat(lost.path("lostAt").isNull()).isFalse();
        assertThat(act(id, "moves", "locationId", hall).refusal(409)).isEqualTo("asset-held");
        var found = act(id, "finding", "locationId", hall, "damaged", true)
                .expect(200)
                .json();
        assertThat(found.path("status").asString()).isEqualTo("DAMAGED");
        assertThat(found.path("lostAt").isNull()).isTrue();
        assertThat(act(id, "finding").refusal(409)).isEqualTo("asset-status-forbids");
    }

    @Test
    void isSoldRetiredHandedOverAndTakenBackWhereThatIsPossible() {
        var price = Map.of("amountMinor", 25_000, "currency", "EUR");
        var id = asset();
        var retired = act(id, "retirement", "writeOff", true, "reason", "Beyond its life")
                .expect(200)
                .json();
        assertThat(retired.path("condition").asString()).isEqualTo("WRITTEN_OFF");
        assertThat(retired.path("disposalReason").asString()).isEqualTo("Beyond its life");
        assertThat(company.owner()
                        .patch("/assets/" + id, Map.of("notes", "x"), "*")
                        .refusal(409))
                .isEqualTo("asset-gone");
        assertThat(act(id, "moves").refusal(409)).isEqualTo("asset-gone");
        assertThat(act(id, "quarantine", "reason", "x").refusal(409)).isEqualTo("asset-gone");
        var sold = act(id, "sale", "to", "Used gear buyer", "price", price)
                .expect(200)
                .json();
        assertThat(sold.path("disposalPrice").path("amountMinor").asLong()).isEqualTo(25_000);
        assertThat(sold.path("location").isNull()).isTrue();
        assertThat(sold.path("bookValue").isNull()).isTrue();
        var back = act(id, "reinstatement", "reason", "The sale fell through")
                .expect(200)
                .json();
        assertThat(back.path("status").asString()).isEqualTo("AVAILABLE");
        assertThat(back.path("condition").asString()).isEqualTo("GOOD");
        assertThat(back.path("disposedTo").isNull()).isTrue();
        act(id, "ownership-transfer", "to", "Partner GmbH").expect(200);
        var refused = act(id, "reinstatement");
        assertThat(refused.refusal(409)).isEqualTo("asset-status-forbids");
        assertThat(refused.json().path("facts").path("status").asString()).isEqualTo("TRANSFERRED");
        assertThat(act(asset(), "sale", "to", "x", "price", Map.of("amountMinor", -1, "currency", "EUR"))
                        .refusal(400))
                .isEqualTo("invalid");
        assertThat(act(asset(), "sale", "price", price).refusal(400)).isEqualTo("invalid");
        assertThat(act(asset(), "sale", "to", "x").refusal(400)).isEqualTo("invalid");
    }

    @Test
    void offersWhatIsPossibleNowForThisCaller() {
        var id = asset();
        assertThat(actions(company.owner(), id))
                .contains(
                        "moves",
                        "edit",
                        "damage",
                        "loss",
                        "retirement",
                        "sale",
                        "ownership-transfer",
                        "quarantine",
                        "repair")
                .doesNotContain("shelving", "clearance", "finding", "reinstatement", "quarantine-release");
        assertThat(actions(company.somebodyWho("ASSET_READ", "MOVE"), id)).containsExactly("moves");
        act(id, "retirement").expect(200);
        assertThat(actions(company.owner(), id))
                .contains("reinstatement", "sale")
                .doesNotContain("moves", "edit", "damage", "loss");
    }

    private static List<String> actions(Api api, String id) {
        var actions = new ArrayList<String>();
        api.get("/assets/" + id).expect(200).json().path("nextActions").forEach(a -> actions.add(a.asString()));
        return actions;
    }

    @Test
    void whatIsUnfitShowsAsSuchEverywhereAndDoesNotGoOut() {
        var product = register.product("Chain hoist");
        var ids = Register.many(company.owner(), product, 4);
        act(ids.get(0), "quarantine", "reason", "Strange noise").expect(200);
        OverdueInspections.OVERDUE.add(UUID.fromString(ids.get(1)));
        assertThat(list("/assets?fit=false&product=" + product)).containsExactlyInAnyOrder(ids.get(0), ids.get(1));
        assertThat(list("/assets?fit=true&product=" + product)).containsExactlyInAnyOrder(ids.get(2), ids.get(3));
        assertThat(list("/assets?quarantined=true&product=" + product)).containsExactly(ids.get(0));
        var shown = company.owner().get("/assets/" + ids.get(1)).expect(200).json();
        assertThat(shown.path("fit").asBoolean()).isFalse();
        assertThat(shown.path("unfitReasons").get(0).path("code").asString()).isEqualTo("inspection-overdue");
        for (var unfit : ids.subList(0, 2)) {
            assertThatThrownBy(() -> system(() -> moves.checkOut(one(unfit), null, "event:aurora")))
                    .isInstanceOfSatisfying(
                            Refusal.class, r -> assertThat(r.code()).isEqualTo("asset-not-fit"));
        }
        act(ids.get(0), "quarantine-release").expect(200);
        system(() -> moves.checkOut(one(ids.get(0)), null, "event:aurora"));
        OverdueInspections.OVERDUE.clear();
    }

    private List<String> list(String path) {
        var ids = new ArrayList<String>();
        company.owner()
                .get(path)
                .expect(200)
                .json()
                .path("items")
                .forEach(i -> ids.add(i.path("id").asString()));
        return ids;
    }

    @Test
    void staysWhereAnotherModuleHoldsIt() {
        var hall = Register.location(company.owner(), "WAREHOUSE", null);
        var id = asset();
        Packed.PACKED.add(UUID.fromString(id));
        var held = act(id, "moves", "locationId", hall);
        assertThat(held.refusal(409)).isEqualTo("asset-held");
        assertThat(held.json().path("detail").asString()).contains("FC-0007");
        assertThat(act(id, "retirement").refusal(409)).isEqualTo("asset-held");
        system(() -> moves.move(one(id), new LocationId(UUID.fromString(hall)), null, "case:7"));
        act(id, "damage", "reason", "Fell over").expect(200);
        Packed.PACKED.clear();
    }

    @Test
    void movesAllOrNone() {
        var product = register.product("Dolly");
        var hall = Register.location(company.owner(), "WAREHOUSE", null);
        var ids = Register.many(company.owner(), product, 3);
        act(ids.get(2), "retirement").expect(200);
        assertThatThrownBy(() -> system(() -> moves.move(
                        ids.stream().map(i -> new AssetId(UUID.fromString(i))).toList(),
                        new LocationId(UUID.fromString(hall)),
                        null,
                        null)))
                .isInstanceOf(AssetGone.class);
        assertThat(list("/assets?location=" + hall)).isEmpty();
        assertThatThrownBy(() -> system(() -> moves.move(
                        java.util.stream.IntStream.range(0, 5_001)
                                .mapToObj(i -> new AssetId(new UUID(1, i)))
                                .toList(),
                        null,
                        null,
                        null)))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.code()).isEqualTo("too-many-assets"));
        assertThat(act(ids.get(0), "moves", "locationId", UUID.randomUUID()).refusal(404))
                .isEqualTo("not-found");
        assertThat(act(ids.get(0), "moves", "reason", "x".repeat(1001)).refusal(400))
                .isEqualTo("invalid");
        assertThat(act(UUID.randomUUID().toString(), "moves").refusal(404)).isEqualTo("not-found");
    }

    /** Whatever anybody tries, an asset makes legal moves only, and the rows stay within the schema's rules. */
    @Test
    void randomWalksStayLegal() {
        long seed = 20261121;
        var random = new Random(seed);
        var id = asset();
        var steps = new HashMap<AssetStatus, Runnable>();
        steps.put(AssetStatus.RESERVED, () -> moves.reserve(one(id), "event:1"));
        steps.put(AssetStatus.CHECKED_OUT, () -> moves.checkOut(one(id), null, "event:1"));
        steps.put(AssetStatus.ON_SITE, () -> moves.arriveOnSite(one(id), null));
        steps.put(AssetStatus.CHECKED_IN, () -> moves.checkIn(one(id), null, null));
        steps.put(AssetStatus.DAMAGED, () -> moves.reportDamaged(one(id), null, "x"));
        steps.put(AssetStatus.IN_REPAIR, () -> moves.sendToRepair(one(id), null, null, null));
        steps.put(AssetStatus.LOST, () -> moves.reportLost(one(id), null));
        steps.put(AssetStatus.RETIRED, () -> moves.retire(one(id), false, null));
        steps.put(AssetStatus.SOLD, () -> moves.sell(one(id), "x", Money.of(1, "EUR"), null));
        var targets = List.copyOf(steps.keySet());
        for (int i = 0; i < 200; i++) {
            var before = AssetStatus.valueOf(
                    db.fetchSingle("select status from inventory.asset where id = ?", UUID.fromString(id))
                            .get(0, String.class));
            var to = targets.get(random.nextInt(targets.size()));
            boolean unfit = db.fetchSingle("select condition from inventory.asset where id = ?", UUID.fromString(id))
                    .get(0, String.class)
                    .equals("DAMAGED");
            try {
                system(steps.get(to));
                assertThat(before.mayBecome(to))
                        .as("seed %d: %s to %s", seed, before, to)
                        .isTrue();
            } catch (AssetStatusForbids forbidden) {
                assertThat(before.mayBecome(to))
                        .as("seed %d: %s to %s", seed, before, to)
                        .isFalse();
            } catch (AssetNotFit notFit) {
                assertThat(to == AssetStatus.CHECKED_OUT && (unfit || before.unfit()))
                        .as("seed %d", seed)
                        .isTrue();
            }
            if (random.nextInt(3) == 0) {
                for (var way : List.<Runnable>of(
                        () -> moves.reportFound(one(id), null, false, null),
                        () -> moves.clearDamage(one(id), null, null),
                        () -> moves.returnFromRepair(one(id), true, null, null, null, null),
                        () -> moves.shelve(one(id), null),
                        () -> moves.reinstate(one(id), null, null))) {
                    try {
                        system(way);
                        break;
                    } catch (AssetStatusForbids other) {
                        assertThat(other.code()).isEqualTo("asset-status-forbids");
                    }
                }
            }
        }
    }

    @Test
    void tellsOthersWhatHappened() {
        var json = tools.jackson.databind.json.JsonMapper.builder().build();
        var gone = new AssetDisposed(List.of(new AssetId(new UUID(1, 2))), java.time.Instant.EPOCH);
        assertThat(json.readValue(json.writeValueAsString(gone), AssetDisposed.class))
                .isEqualTo(gone);
        var moved = new AssetMoved(
                List.of(new AssetMoved.Move(
                        new AssetId(new UUID(1, 2)), null, new LocationId(new UUID(3, 4)), "case:7")),
                java.time.Instant.EPOCH);
        assertThat(json.readValue(json.writeValueAsString(moved), AssetMoved.class))
                .isEqualTo(moved);
    }
}
