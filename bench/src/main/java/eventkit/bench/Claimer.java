package eventkit.bench;

import eventkit.EventKit;
import eventkit.availability.Availability;
import eventkit.availability.Claim;
import eventkit.availability.NotEnough;
import eventkit.core.Caller;
import eventkit.core.Callers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.core.env.MapPropertySource;

/**
 * A server process that claims through the module's face, with the permission it needs: the application as it is, but for the web. {@code run WRITERS SECONDS
 * DAYS} lets so many writers claim list after list within so many days, and answers {@code ran LISTS REFUSED SECONDS}; {@code check} answers {@code checked
 * DIFFERENCES}.
 */
final class Claimer {
    private Claimer() {}

    /** {@code url user password folder seed warehouse products} */
    public static void main(String[] arguments) throws Exception {
        Bench.quieten();
        var spring = new SpringApplication(EventKit.class);
        spring.setWebApplicationType(WebApplicationType.NONE);
        spring.setLazyInitialization(true);
        spring.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "bench",
                        Map.of(
                                "spring.datasource.url", arguments[0],
                                "spring.datasource.username", arguments[1],
                                "spring.datasource.password", arguments[2],
                                "eventkit.data", arguments[3]))));
        var availability = spring.run().getBean(Availability.class);
        int seed = Integer.parseInt(arguments[4]);
        var lists = new Lists(UUID.fromString(arguments[5]), Integer.parseInt(arguments[6]));
        var turn = new AtomicInteger();
        System.out.println("ready");
        Child.listen(words -> {
            switch (words.getFirst()) {
                case "run" -> {
                    // What others did meanwhile is caught up with first, and is not the turn's.
                    as(() -> availability.free(List.of(lists.question())));
                    var refused = new AtomicInteger();
                    int days = Integer.parseInt(words.get(3));
                    var result = Load.run(Integer.parseInt(words.get(1)), Double.parseDouble(words.get(2)), writer -> {
                        var random = new Random(1_000L * seed + turn.incrementAndGet());
                        return () -> as(() -> one(availability, lists.next(random, 100, days), refused));
                    });
                    System.out.println("ran " + (result.latenciesNanos().length - refused.get()) + " " + refused + " "
                            + result.seconds());
                }
                case "check" ->
                    System.out.println("checked " + as(availability::check).size());
                default -> throw new IllegalArgumentException(words.getFirst());
            }
        });
    }

    private static <T> T as(Callable<T> work) throws Exception {
        return Callers.as(Caller.system(), work::call);
    }

    private static boolean one(Availability availability, Claim claim, AtomicInteger refused) {
        try {
            availability.claim(claim);
            return true;
        } catch (NotEnough e) {
            refused.incrementAndGet();
            return false;
        }
    }

    /** Pull lists, half of whose lines are of 200 hot products. */
    record Lists(UUID warehouse, int products) {
        static final int HOT = 200;

        Claim next(Random random, int lines, int days) {
            var claim = new java.util.ArrayList<eventkit.availability.ClaimLine>();
            var from = Bookings.FROM.plus(Duration.ofMinutes(15L * random.nextInt(days * 96)));
            var to = from.plus(Duration.ofHours(4 + random.nextInt(Bookings.HOURS_MAX - 3)));
            for (int i = 0; i < lines; i++) {
                int product = i < lines / 2 ? random.nextInt(HOT) : HOT + random.nextInt(products - HOT);
                claim.add(eventkit.availability.Kernel.line(
                        new UUID(random.nextLong(), random.nextLong()),
                        Bookings.product(product),
                        warehouse,
                        1 + random.nextInt(3),
                        from,
                        to));
            }
            var owner = new UUID(random.nextLong(), random.nextLong());
            return Claim.confirmed(new eventkit.availability.Owner("event", owner, "Event " + owner), claim);
        }

        Availability.Question question() {
            return new Availability.Question(
                    eventkit.availability.StockKey.product(Bookings.product(0), warehouse),
                    new eventkit.core.Period(Bookings.FROM, Bookings.FROM.plus(Duration.ofDays(1))));
        }
    }
}
