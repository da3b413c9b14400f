package eventkit.availability;

import static org.assertj.core.api.Assertions.assertThat;

import eventkit.testing.Patience;
import eventkit.testing.TestDatabase;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two server processes with eight writers each on one database and five hot products (rule 9), while statements fail at random, connections are cut and
 * the processes are killed: nothing is oversold, nothing that was promised is lost, nothing is held twice.
 */
@Tag("server")
@Timeout(240)
class ClaimingTogetherTests {
    private static final int KILLS = 4;
    private static final int PROMISES = 400;

    private final TestDatabase database = TestDatabase.fresh();
    private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
    private final AtomicInteger promised = new AtomicInteger();
    private final List<Thread> listeners = new ArrayList<>();

    @Test
    void neverOversellsLosesOrRepeatsWhateverFails() throws Exception {
        try (var depot = new Depot(database, Clock.systemUTC())) {
            var hall = depot.warehouse("Hall");
            var products = new ArrayList<UUID>();
            for (int i = 0; i < 5; i++) {
                products.add(depot.product("Hot " + i));
                depot.assets(products.getLast(), hall, 12);
            }
            assertThat(depot.order().now().image().seq()).isPositive();
            makeStatementsFail(depot);
            var first = start(1, hall, products);
            var second = start(2, hall, products);
            for (int kill = 0; kill < KILLS; kill++) {
                int enough = promised.get() + PROMISES / (KILLS + 1);
                until(() -> promised.get() >= enough);
                depot.db.execute(
                        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"
                                + " and random() < 0.3");
                if (kill % 2 == 0) {
                    first.destroyForcibly().waitFor();
                    first = start(10 + kill, hall, products);
                } else {
                    second.destroyForcibly().waitFor();
                    second = start(10 + kill, hall, products);
                }
            }
            until(() -> promised.get() >= PROMISES);
            first.destroyForcibly().waitFor();
            second.destroyForcibly().waitFor();
            for (var listener : listeners) listener.join();
            depot.db.execute("drop trigger fails on availability.booking");
            depot.db.execute("drop trigger fails on availability.change");

            assertThat(said.stream().filter("short"::equals))
                    .as("the products were hot")
                    .isNotEmpty();
            assertThat((Long) depot.db.fetchValue("select last_value from availability.failures"))
                    .as("statements that failed")
                    .isGreaterThan(1);
            depot.crash();
            assertThat(depot.differences()).isEmpty();
            neverOversold(depot);
            everyPromiseIsKept(depot);
        }
    }

    private static void makeStatementsFail(Depot depot) {
        depot.db.execute("create sequence availability.failures"); // counts on, also where the rest is rolled back
        depot.db.execute("""
                create function availability.fails() returns trigger language plpgsql as $$
                begin
                  if random() < 0.03 then perform nextval('availability.failures'); raise exception 'the disk is full' using errcode = 'disk_full'; end if;
                  return null;
                end $$
                """);
        for (var table : List.of("booking", "change")) {
            depot.db.execute("create trigger fails after insert on availability." + table
                    + " for each statement execute function availability.fails()");
        }
    }

    /** As long as anything is promised at all, however slow the machine is. */
    private void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Patience.TIME.toNanos();
        int last = promised.get();
        while (!condition.getAsBoolean()) {
            if (promised.get() > last) end = System.nanoTime() + Patience.TIME.toNanos();
            last = promised.get();
            if (System.nanoTime() > end) throw new AssertionError("nothing goes on any more");
            Thread.sleep(10);
        }
    }

    /** In SQL alone: at every moment at which a booking begins, the bookings of its stock are no more than the assets. */
    private static void neverOversold(Depot depot) {
        var worst = depot.db.fetchOne("""
                select max(held) from (
                  select (select sum(o.quantity) from availability.booking o
                           where o.stock_id = b.stock_id and o.known_to is null and o.begins <= b.begins and o.ends > b.begins) as held
                    from availability.booking b where b.known_to is null) moments
                """);
        assertThat(worst).isNotNull();
        assertThat(worst.get(0, Integer.class)).as("of 12 pieces").isBetween(9, 12);
    }

    /** Whom a client was told of is in the rows, line by line and once; who was told of a release holds nothing. */
    private void everyPromiseIsKept(Depot depot) {
        Map<UUID, List<String>> rows = new HashMap<>();
        depot.db
                .fetch("""
                        select b.owner_id, s.product_id, b.quantity, b.begins, b.ends
                          from availability.booking b join availability.stock s on s.id = b.stock_id where b.known_to is null
                        """)
                .forEach(row -> rows.computeIfAbsent(row.get(0, UUID.class), id -> new ArrayList<>())
                        .add(row.get(1) + " " + row.get(2) + " " + row.get(3, java.time.Instant.class) + " "
                                + row.get(4, java.time.Instant.class)));
        Map<UUID, List<String>> held = new HashMap<>();
        Set<UUID> freed = new HashSet<>();
        for (var line : said) {
            var words = line.split(" ", -1);
            if (words[0].equals("freed")) freed.add(UUID.fromString(words[1]));
            if (!words[0].equals("held")) continue;
            var lines = new ArrayList<String>();
            for (int i = 2; i < words.length; i += 4)
                lines.add(String.join(" ", List.of(words).subList(i, i + 4)));
            held.put(UUID.fromString(words[1]), lines);
        }
        assertThat(held).hasSizeGreaterThanOrEqualTo(PROMISES);
        int kept = 0;
        for (var promise : held.entrySet()) {
            if (freed.contains(promise.getKey())) {
                assertThat(rows).doesNotContainKey(promise.getKey());
            } else if (rows.containsKey(promise.getKey())) {
                assertThat(rows.get(promise.getKey())).containsExactlyInAnyOrderElementsOf(promise.getValue());
                kept++;
            } else {
                assertThat(releasedUnheard(depot, promise.getKey()))
                        .as("held by nobody though promised: " + promise)
                        .isTrue();
            }
        }
        assertThat(kept).isGreaterThan(PROMISES / 3);
    }

    /** The process was killed after its release and before it could say so: the rows are there, and closed. */
    private static boolean releasedUnheard(Depot depot, UUID owner) {
        return !depot.db
                .fetch("select from availability.booking where owner_id = ? and known_to is not null", owner)
                .isEmpty();
    }

    private Process start(int seed, UUID hall, List<UUID> products) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Claimer.class.getName(),
                database.url(),
                database.user(),
                database.password(),
                Integer.toString(seed),
                hall.toString()));
        for (var product : products) command.add(product.toString());
        var process = new ProcessBuilder(command)
                .redirectError(new File("target/claimer-" + seed + ".log"))
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        listeners.add(Thread.ofPlatform().start(() -> {
            try (out) {
                for (var line = out.readLine(); line != null; line = out.readLine()) {
                    boolean whole = !line.startsWith("held") || line.split(" ", -1).length == 14;
                    if (!whole) continue; // cut off by the kill: nobody was told
                    said.add(line);
                    if (line.startsWith("held")) promised.incrementAndGet();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
        return process;
    }
}
