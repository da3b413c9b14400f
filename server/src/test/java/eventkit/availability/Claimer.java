package eventkit.availability;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import eventkit.availability.ChangeOrder.Change;
import eventkit.core.Period;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * A server process that does nothing but claim, until it is killed: eight writers, lists of three lines over a few hot products. Says on its output what
 * it was promised, after it was promised: {@code held OWNER STOCK QUANTITY FROM TO …}, {@code freed OWNER}; and {@code short} for a refusal.
 */
final class Claimer {
    private static final int WRITERS = 8;

    private Claimer() {}

    /** {@code url user password seed warehouse product…} */
    public static void main(String[] arguments) {
        var config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setUsername(arguments[1]);
        config.setPassword(arguments[2]);
        config.setMaximumPoolSize(WRITERS);
        var db = DSL.using(new HikariDataSource(config), SQLDialect.POSTGRES);
        var order = new ChangeOrder(
                db,
                db,
                Clock.systemUTC(),
                new Changes(),
                new Bookings(),
                new Facts(),
                new Supply(new Facts(), new Offers()),
                new Recount());
        var warehouse = UUID.fromString(arguments[4]);
        var stocks = new ArrayList<StockKey>();
        for (int i = 5; i < arguments.length; i++) {
            stocks.add(StockKey.product(UUID.fromString(arguments[i]), warehouse));
        }
        Thread.ofPlatform().daemon().start(Claimer::endWithTheTest);
        for (int writer = 0; writer < WRITERS; writer++) {
            var random = new Random(Long.parseLong(arguments[3]) * WRITERS + writer);
            Thread.ofPlatform().start(() -> {
                while (true) one(order, random, stocks);
            });
        }
    }

    /** Its input ends when whoever started it does. */
    private static void endWithTheTest() {
        try {
            while (System.in.read() >= 0) continue;
        } catch (IOException e) {
            // ended as well
        }
        Runtime.getRuntime().halt(0);
    }

    private static void one(ChangeOrder order, Random random, List<StockKey> stocks) {
        var claims = new Claims(new Named(new Bookings(), new Contests()));
        var owner = new Owner("event", UUID.randomUUID(), "Somebody");
        var parts = new ArrayList<Prepared.Part>();
        var said = new StringBuilder("held ").append(owner.id());
        for (int line = 0; line < 3; line++) {
            var stock = stocks.get(random.nextInt(stocks.size()));
            int quantity = 1 + random.nextInt(3);
            var from = Depot.DAY.plus(Duration.ofHours(random.nextInt(400)));
            var to = from.plus(Duration.ofHours(1 + random.nextInt(24)));
            parts.add(Prepared.Part.of(UUID.randomUUID(), stock, quantity, new Period(from, to), false, null));
            said.append(' ')
                    .append(stock.item())
                    .append(' ')
                    .append(quantity)
                    .append(' ')
                    .append(from)
                    .append(' ')
                    .append(to);
        }
        var prepared = new Prepared(Claim.confirmed(owner, List.of()), parts);
        try {
            order.make(new Change<>(Set.of(owner.id()), prepared.stocks(), turn -> claims.decide(turn, prepared)));
            say(said.toString());
            if (random.nextInt(3) == 0) {
                order.make(new Change<>(Set.of(owner.id()), Set.of(), turn -> claims.release(turn, owner.id())));
                say("freed " + owner.id());
            }
        } catch (NotEnough refused) {
            say("short");
        } catch (RuntimeException e) {
            say("failed " + owner.id()); // the database was made to fail: nobody was promised anything
        }
    }

    private static void say(String line) {
        synchronized (System.out) {
            System.out.println(line);
            System.out.flush();
        }
    }
}
