package eventkit.availability;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Sums up all timelines from the rows alone: how a server begins, and what the check holds the image against. */
@Component
final class Recount {
    private static final int ROWS_AT_ONCE = 20_000;
    private static final String EVERYTHING = """
            select stock_id, extract(epoch from begins)::bigint, extract(epoch from ends)::bigint, firm, soft, hundredths,
                   late_quantity, extract(epoch from late_from)::bigint
              from availability.fact where known_to is null
            union all
            select stock_id, extract(epoch from begins)::bigint, extract(epoch from ends)::bigint,
                   case when standing = 'CONFIRMED' then -quantity else 0 end,
                   case when standing = 'OPTION' then quantity else 0 end,
                   case standing when 'OPTION' then quantity * coalesce(chance_percent, 100)
                                 when 'QUOTED' then quantity * coalesce(chance_percent, 0) else 0 end,
                   case when progress = 'OUT' and ends is not null then quantity else 0 end, extract(epoch from ends)::bigint
              from availability.booking where known_to is null
            """;

    /** Quantities over time of one stock, until all are there. */
    private static final class Steps {
        private int[] from = new int[4];
        private int[] to = new int[4];
        private int[] quantity = new int[4];
        private int size;

        void add(int from, int to, int quantity) {
            if (size == this.from.length) {
                this.from = Arrays.copyOf(this.from, 2 * size);
                this.to = Arrays.copyOf(this.to, 2 * size);
                this.quantity = Arrays.copyOf(this.quantity, 2 * size);
            }
            this.from[size] = from;
            this.to[size] = to;
            this.quantity[size++] = quantity;
        }

        Profile sum() {
            return Profile.sum(from, to, quantity, size);
        }
    }

    private static final class Stock {
        private final Steps firm = new Steps();
        private final List<Away> away = new ArrayList<>(0);
        private Steps soft = firm;
        private Steps likely = firm;

        void add(ResultSet row) throws SQLException {
            int from = second(row, 2, Seconds.ALWAYS);
            int to = second(row, 3, Seconds.FOREVER);
            int quantity = row.getInt(4);
            if (quantity != 0) firm.add(from, to, quantity);
            int softly = row.getInt(5);
            if (softly != 0) (soft = soft == firm ? new Steps() : soft).add(from, to, softly);
            quantity = 100 * softly - row.getInt(6);
            if (quantity != 0) (likely = likely == firm ? new Steps() : likely).add(from, to, quantity);
            quantity = row.getInt(7);
            if (quantity != 0) away.add(Away.of(quantity, second(row, 8, Seconds.FOREVER), from, to, softly));
        }

        Timeline timeline() {
            return new Timeline(
                    firm.sum(),
                    soft == firm ? Profile.ZERO : soft.sum(),
                    likely == firm ? Profile.ZERO : likely.sum(),
                    away);
        }
    }

    /** The image after the newest change that the transaction sees; it needs to see all of one moment. */
    Image image(DSLContext db) {
        return db.connectionResult(connection -> {
            long seq;
            try (var statement = connection.createStatement();
                    var newest = statement.executeQuery("select coalesce(max(seq), 0) from availability.change")) {
                newest.next();
                seq = newest.getLong(1);
            }
            var stocks = new Stock[1024];
            int size = 0;
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(ROWS_AT_ONCE);
                try (var rows = statement.executeQuery(EVERYTHING)) {
                    while (rows.next()) {
                        int stock = rows.getInt(1);
                        if (stock >= stocks.length)
                            stocks = Arrays.copyOf(stocks, Math.max(stock + 1, 2 * stocks.length));
                        var mine = stocks[stock];
                        if (mine == null) mine = stocks[stock] = new Stock();
                        mine.add(rows);
                        size = Math.max(size, stock + 1);
                    }
                }
            }
            var timelines = new Timeline[size];
            for (int stock = 0; stock < size; stock++) {
                timelines[stock] = stocks[stock] == null ? Timeline.EMPTY : stocks[stock].timeline();
            }
            return Image.of(seq, timelines);
        });
    }

    private static int second(ResultSet row, int column, int otherwise) throws SQLException {
        long epoch = row.getLong(column);
        return row.wasNull() ? otherwise : Seconds.ofEpoch(epoch);
    }
}
