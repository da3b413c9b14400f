package eventkit.reports;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.NullMarked;

/** The three questions of profitability from inside, without sign-in and HTTP. Stands in the module's package, because nobody else may see what it measures. */
@NullMarked
public final class ProfitQuestions {
    private static final int TOP = 100;
    private static final int ROWS_MAX = 5_000;
    private final ProfitRows rows;

    public ProfitQuestions(DSLContext db) {
        rows = new ProfitRows(db);
    }

    /** One row of an answer, alike on both sides. @param year 0 where the answer knows none */
    public record Line(String key, int year, long revenue, long cost) {}

    private static Asked all(By by) {
        return new Asked(
                ReportKind.EVENT_PROFITABILITY,
                by,
                new Days(Span.FIRST, Span.LAST),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                LocalDate.EPOCH,
                ZoneOffset.UTC,
                Currency.getInstance("EUR"),
                ROWS_MAX);
    }

    public List<Line> quarters() {
        return rows.quarters(all(By.QUARTER)).stream()
                .map(q -> new Line(q.quarter().toString(), 0, q.revenue(), q.cost()))
                .toList();
    }

    public List<Line> top() {
        return rows.top(all(By.TOP), TOP).stream()
                .map(e -> new Line(
                        e.number() + " " + e.name() + " " + e.clientName() + " " + e.day(), 0, e.revenue(), e.cost()))
                .toList();
    }

    /** In no order. */
    public List<Line> clientYears() {
        return rows.clientYears(all(By.CLIENT_YEAR)).stream()
                .map(c -> new Line(text(c.client()), c.year(), c.revenue(), c.cost()))
                .toList();
    }

    private static String text(@org.jspecify.annotations.Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
