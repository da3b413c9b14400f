package eventkit.availability;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.NullMarked;

/**
 * The module's image and what it answers, from inside: without the question how fresh it is, without JSON. Stands in the module's package, because
 * nobody else may see what it measures.
 */
@NullMarked
public final class Kernel {
    /** The sum over all stocks, so that two ways of counting can be held against each other and nothing is worked out in vain. */
    public record Sum(long count, long firm, long worst) {}

    /** What a record of what is away consists of; a flag takes as much as a number, or less. */
    private static final int AWAY_FIELDS = Away.class.getRecordComponents().length;

    private final Image image;
    private final int[] all;

    private Kernel(Image image) {
        this.image = image;
        this.all = IntStream.range(0, image.size()).toArray();
    }

    /** Reads all rows, as a server does when it starts. */
    public static Kernel read(Connection connection) throws SQLException {
        boolean auto = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            return new Kernel(new Recount().image(DSL.using(connection, SQLDialect.POSTGRES)));
        } finally {
            connection.rollback();
            connection.setAutoCommit(auto);
        }
    }

    /** Takes up what the registers say of supply, as a server does within a second. */
    public static void followRegisters(DataSource source) {
        var db = DSL.using(source, SQLDialect.POSTGRES);
        var supply = new Supply(new Facts(), new Offers());
        try (var order = new ChangeOrder(
                db, db, Clock.systemUTC(), new Changes(), new Bookings(), new Facts(), supply, new Recount())) {
            order.now();
        }
    }

    public static Moment moment(Instant now) {
        return Moment.of(now, new Horizon.Days(3));
    }

    /** The three numbers of every stock over a period, as {@code Availability.catalogue} works them out. */
    public int[] catalogue(Instant from, Instant to, Instant now) {
        return image.free(all, Seconds.beginning(from), Seconds.end(to), moment(now));
    }

    /** Every step of every stock's timeline over a period, as {@code Availability.timeline} goes through them; each is looked at. */
    public Sum timelines(Instant from, Instant to, Instant now) {
        int begin = Seconds.beginning(from);
        int end = Seconds.end(to);
        var moment = moment(now);
        var sum = new long[3];
        for (int stock = 0; stock < image.size(); stock++) {
            image.timeline(stock).steps(begin, end, moment, (second, firm, worst) -> {
                sum[0]++;
                sum[1] += firm;
                sum[2] += worst;
            });
        }
        return new Sum(sum[0], sum[1], sum[2]);
    }

    /**
     * Bytes of all that the image consists of, counted object by object as this JVM lays them out. What belongs to no stock and is there once (the empty
     * timeline and its like) is left out.
     */
    public long allBytes() {
        var layout = Layout.ofThisJvm();
        long bytes = layout.object(4, 1) + layout.ofReferences(image.size());
        for (int stock = 0; stock < image.size(); stock++) {
            var timeline = image.timeline(stock);
            if (timeline == Timeline.EMPTY) continue;
            bytes += layout.object(0, 4)
                    + bytes(timeline.firm(), layout)
                    + bytes(timeline.soft(), layout)
                    + bytes(timeline.likely(), layout)
                    + bytes(timeline.away(), layout);
        }
        return bytes;
    }

    private static long bytes(Profile profile, Layout layout) {
        if (profile == Profile.ZERO) return 0;
        long bytes = layout.object(1, 2);
        var blocks = profile.blocks();
        if (blocks.length > 1) bytes += layout.ofReferences(blocks.length);
        for (var block : blocks) if (block != Block.NONE) bytes += layout.ofNumbers(block.length);
        return bytes;
    }

    /** An unchangeable list: one or two stand in it, more in an array. */
    private static long bytes(List<Away> away, Layout layout) {
        if (away.isEmpty()) return 0;
        long list = away.size() <= 2 ? layout.object(0, 2) : layout.object(1, 1) + layout.ofReferences(away.size());
        return list + away.size() * layout.object(AWAY_FIELDS, 0);
    }

    /** Bytes of the change points alone: a second and a level each. */
    public long changePointBytes() {
        long bytes = 0;
        for (int stock = 0; stock < image.size(); stock++) {
            var timeline = image.timeline(stock);
            bytes += timeline.firm().bytes()
                    + timeline.soft().bytes()
                    + timeline.likely().bytes();
        }
        return bytes;
    }

    /** A confirmed claim of products, a line each. */
    public static ClaimLine line(UUID id, UUID product, UUID warehouse, int quantity, Instant from, Instant to) {
        return new ClaimLine(
                id,
                new ClaimLine.What.OfProduct(new eventkit.catalogue.ProductId(product)),
                warehouse,
                quantity,
                new eventkit.core.Period(from, to));
    }
}
