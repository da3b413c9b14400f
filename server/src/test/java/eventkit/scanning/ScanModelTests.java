package eventkit.scanning;

import static eventkit.scanning.Dock.of;
import static org.assertj.core.api.Assertions.assertThat;

import eventkit.availability.Availability;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.testing.ServerTest;
import eventkit.testing.Warehouse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Random scans with repetitions, lost answers and connections that die in the middle, against a model that knows only who has what: an asset is in one place, pieces are neither made nor lost. */
@ServerTest
class ScanModelTests {
    private static final int STEPS = 60;
    private static final long CABLES = 30;
    /** Where a connection dies: as something is taken, as it is written down, as it is committed. */
    private static final List<String> DEATHS = List.of("taking", "writing", "committing");

    private static final UUID NOBODY = new UUID(0, 0);
    private final Warehouse warehouse;
    private final Dock dock;
    private final Availability availability;
    private final DSLContext db;
    /** Who has each asset; none: nobody. */
    private final Map<UUID, UUID> out = new HashMap<>();

    private final Map<UUID, Long> cablesOut = new HashMap<>();
    private final Map<UUID, List<UUID>> inside = new HashMap<>();
    /** What the accepted check-outs took, by scan. */
    private final Map<String, List<UUID>> took = new HashMap<>();
    /** What the accepted check-ins brought back, by scan: each asset and who had it. */
    private final Map<String, Map<UUID, UUID>> brought = new HashMap<>();

    private int deaths;
    private final List<Map<String, Object>> sent = new ArrayList<>();
    private final Map<String, String> firstAnswers = new HashMap<>();

    ScanModelTests(Warehouse warehouse, Dock dock, Availability availability, DSLContext db) {
        this.warehouse = warehouse;
        this.dock = dock;
        this.availability = availability;
        this.db = db;
    }

    @Test
    void whateverIsScannedEverythingIsInOnePlace() {
        long seed = Long.getLong("eventkit.seed", 20261122);
        var random = new Random(seed);
        var hall = warehouse.hall();
        var lamp = warehouse.product("SERIALISED", "Lamp", 1L);
        var cable = warehouse.cable();
        dock.stock(cable, hall, CABLES);
        var lamps = dock.assets(lamp, hall, 10);
        var boxes = List.of(
                dock.flightCase(hall, "PER_JOB", lamps.get(0), lamps.get(1)),
                dock.flightCase(hall, "PER_JOB", lamps.get(2), lamps.get(3)));
        inside.put(boxes.get(0), lamps.subList(0, 2));
        inside.put(boxes.get(1), lamps.subList(2, 4));
        var events = List.of(
                dock.loading(hall, "2028-07-01", List.of(of(lamp, 5), of(cable, 12))),
                dock.loading(hall, "2028-07-01", List.of(of(lamp, 5), of(cable, 12))));
        arm();
        try {
            scanAtRandom(random, events, lamps, boxes, cable, seed);
        } finally {
            disarm();
        }
        assertThat(deaths).as("connections that died, seed " + seed).isPositive();
        compare(events, lamps, cable, seed);
    }

    private void scanAtRandom(
            Random random, List<UUID> events, List<UUID> lamps, List<UUID> boxes, UUID cable, long seed) {
        for (int step = 0; step < STEPS; step++) {
            var batch = new ArrayList<Map<String, Object>>();
            for (int i = 0; i <= random.nextInt(6); i++)
                batch.add(
                        random.nextInt(5) == 0 && !sent.isEmpty()
                                ? sent.get(random.nextInt(sent.size()))
                                : anything(random, events, lamps, boxes, cable));
            boolean broken = random.nextInt(6) == 0;
            if (random.nextInt(4) == 0 && dies(batch, DEATHS.get(random.nextInt(DEATHS.size())), cable, seed)) continue;
            var answers = dock.send(dock.api(), batch).expect(200).json().path("answers");
            for (int i = 0; i < batch.size(); i++) learn(batch.get(i), answers.get(i), cable, seed);
            // The answer was lost on the way: the device sends the same again, and some more.
            if (broken) {
                var again = dock.send(dock.api(), batch).expect(200).json().path("answers");
                for (var one : again) assertThat(one.path("result").asString()).isEqualTo("DUPLICATE");
            }
        }
    }

    /** Ends the connection that does it, once the table says where. */
    private void arm() {
        db.execute("create table scanning.death (at text)");
        db.execute("""
                create function scanning.die() returns trigger language plpgsql as $$
                begin
                  if exists (select from scanning.death d where d.at = tg_argv[0]) then
                    perform pg_terminate_backend(pg_backend_pid());
                    perform pg_sleep(10);
                  end if;
                  return null;
                end $$""");
        db.execute(
                "create trigger death_taking after insert or update or delete on scanning.need_count for each statement execute function scanning.die('taking')");
        db.execute(
                "create trigger death_writing after insert on scanning.scan for each statement execute function scanning.die('writing')");
        db.execute(
                "create constraint trigger death_committing after insert on scanning.scan deferrable initially deferred for each row execute function scanning.die('committing')");
    }

    private void disarm() {
        db.execute("drop function scanning.die() cascade");
        db.execute("drop table scanning.death");
    }

    /** Whether it was answered all the same, because it never came there; where not, nothing of it is left behind. */
    private boolean dies(List<Map<String, Object>> batch, String at, UUID cable, long seed) {
        db.execute("insert into scanning.death values (?)", at);
        var answer = dock.send(dock.api(), batch);
        db.execute("delete from scanning.death");
        if (answer.status() == 200) {
            var answers = answer.json().path("answers");
            for (int i = 0; i < batch.size(); i++) learn(batch.get(i), answers.get(i), cable, seed);
            return true;
        }
        deaths++;
        assertThat(answer.status()).as("seed " + seed).isGreaterThanOrEqualTo(500);
        for (var scan : batch) {
            var id = String.valueOf(scan.get("id"));
            if (!firstAnswers.containsKey(id))
                assertThat(db.fetch("select from scanning.scan where id = ?::uuid", id))
                        .as("kept without an answer, seed " + seed)
                        .isEmpty();
        }
        return false;
    }

    private Map<String, Object> anything(
            Random random, List<UUID> events, List<UUID> lamps, List<UUID> boxes, UUID cable) {
        var event = events.get(random.nextInt(2));
        boolean ofBox = random.nextInt(4) == 0;
        var kind = ofBox ? ThingKind.CASE : ThingKind.ASSET;
        var thing = ofBox ? boxes.get(random.nextInt(2)) : lamps.get(random.nextInt(lamps.size()));
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> dock.out(event, kind, thing);
            case 3 -> dock.pick(event, kind, thing);
            case 4, 5, 6 -> dock.in(kind, thing);
            case 7 -> some(dock.out(event, ThingKind.PRODUCT, cable), null, 1 + random.nextInt(6));
            case 8 -> some(dock.in(ThingKind.PRODUCT, cable), event, 1 + random.nextInt(6));
            default -> sent.isEmpty() ? dock.in(kind, thing) : dock.undo(sent.get(random.nextInt(sent.size())));
        };
    }

    private static Map<String, Object> some(Map<String, Object> scan, @Nullable UUID event, int quantity) {
        scan.put("quantity", quantity);
        if (event != null) scan.put("eventId", event);
        return scan;
    }

    private void learn(Map<String, Object> scan, JsonNode answer, UUID cable, long seed) {
        var id = String.valueOf(scan.get("id"));
        var code = answer.path("code").asString();
        var known = firstAnswers.putIfAbsent(id, code);
        if (known != null) {
            assertThat(answer.path("result").asString()).as("seed " + seed).isEqualTo("DUPLICATE");
            assertThat(code).isEqualTo(known);
            return;
        }
        sent.add(scan);
        if (!answer.path("result").asString().equals("ACCEPTED")) return;
        apply(scan, id, cable, seed);
    }

    private void apply(Map<String, Object> scan, String id, UUID cable, long seed) {
        if (kind(scan).equals("UNDO")) {
            undo(String.valueOf(scan.get("undoes")), seed);
            return;
        }
        var of = thing(scan);
        var event = scan.get("eventId") instanceof UUID e ? e : NOBODY;
        long quantity = scan.get("quantity") instanceof Integer n ? n : 1;
        var assets = inside.getOrDefault(of, List.of(of));
        switch (kind(scan)) {
            case "CHECK_OUT" -> {
                if (of.equals(cable)) {
                    cablesOut.merge(event, quantity, Long::sum);
                    return;
                }
                var taken = new ArrayList<UUID>();
                for (var asset : assets) {
                    if (event.equals(out.get(asset))) continue;
                    assertThat(out.put(asset, event))
                            .as("out twice, seed " + seed)
                            .isNull();
                    taken.add(asset);
                }
                assertThat(taken).as("nothing left, seed " + seed).isNotEmpty();
                took.put(id, taken);
            }
            case "CHECK_IN" -> {
                if (of.equals(cable)) cablesOut.merge(event, -quantity, Long::sum);
                else {
                    var back = new HashMap<UUID, UUID>();
                    for (var asset : assets) if (out.containsKey(asset)) back.put(asset, out.remove(asset));
                    brought.put(id, back);
                }
            }
            default -> {}
        }
    }

    private static UUID thing(Map<String, Object> scan) {
        return scan.get("thing") instanceof Map<?, ?> thing && thing.get("id") instanceof UUID id ? id : NOBODY;
    }

    private static String kind(Map<String, Object> scan) {
        return String.valueOf(scan.get("kind"));
    }

    private void undo(String undone, long seed) {
        var scan = sent.stream()
                .filter(s -> undone.equals(s.get("id")))
                .findFirst()
                .orElseThrow();
        var event = (UUID) scan.get("eventId");
        if (scan.get("quantity") instanceof Integer n) {
            long sign = kind(scan).equals("CHECK_OUT") ? -1 : 1;
            if (event != null && !kind(scan).equals("PREP")) cablesOut.merge(event, sign * n, Long::sum);
            return;
        }
        switch (kind(scan)) {
            case "CHECK_OUT" -> {
                for (var asset : took.getOrDefault(undone, List.of()))
                    assertThat(out.remove(asset))
                            .as("was not out, seed " + seed)
                            .isNotNull();
            }
            case "CHECK_IN" ->
                brought.getOrDefault(undone, Map.of())
                        .forEach((asset, had) -> assertThat(out.put(asset, had))
                                .as("out already, seed " + seed)
                                .isNull());
            default -> {}
        }
    }

    private void compare(List<UUID> events, List<UUID> lamps, UUID cable, long seed) {
        for (var asset : lamps) {
            boolean isOut = dock.status(asset).equals("CHECKED_OUT");
            assertThat(isOut).as("asset, seed " + seed).isEqualTo(out.containsKey(asset));
        }
        for (var event : events) {
            var needs = dock.job(event).path("needs");
            long lampsOut = 0;
            long cables = 0;
            for (var need : needs) {
                assertThat(need.path("picked").asLong() + need.path("out").asLong())
                        .isLessThanOrEqualTo(need.path("wanted").asLong());
                if (need.path("subjectId").asString().equals(cable.toString()))
                    cables += need.path("out").asLong();
                else lampsOut += need.path("out").asLong();
            }
            assertThat(lampsOut)
                    .as("lamps of an event, seed " + seed)
                    .isEqualTo(out.values().stream().filter(event::equals).count());
            assertThat(cables).as("cables of an event, seed " + seed).isEqualTo(cablesOut.getOrDefault(event, 0L));
        }
        assertThat(db.fetchSingle("select sum(quantity)::bigint from stock.level where product_id = ?", cable)
                        .get(0, Long.class))
                .isEqualTo(CABLES);
        assertThat(db.fetchSingle(
                                "select coalesce(sum(v.quantity), 0)::bigint from stock.level v join scanning.on_jobs o using (location_id) where v.product_id = ?",
                                cable)
                        .get(0, Long.class))
                .isEqualTo(
                        cablesOut.values().stream().mapToLong(Long::longValue).sum());
        assertThat(warehouse.wrongLevels()).isEmpty();
        assertThat(Callers.as(Caller.system(), availability::check))
                .as("seed " + seed)
                .isEmpty();
    }
}
