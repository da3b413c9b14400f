package eventkit.reports;

import eventkit.core.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report: one table, a picture of it, and what is to be known beside.
 *
 * @param from null: since always, as {@code to} is for ever
 * @param total null: a sum would say nothing
 */
public record Report(
        ReportKind kind,
        By by,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String currency,
        List<Column> columns,
        List<Row> rows,
        @Nullable Row total,
        @Nullable Chart chart,
        List<Note> notes) {
    public Report {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** How a value reads. */
    public enum Type {
        TEXT,
        DAY,
        /** Its Monday. */
        WEEK,
        /** Its first day. */
        MONTH,
        /** Its first day. */
        QUARTER,
        /** 1 is January. */
        MONTH_NUMBER,
        /** 1 is the first. */
        QUARTER_NUMBER,
        COUNT,
        NUMBER,
        PERCENT,
        MONEY;

        boolean numeric() {
            return switch (this) {
                case TEXT, DAY, WEEK, MONTH, QUARTER, MONTH_NUMBER, QUARTER_NUMBER -> false;
                case COUNT, NUMBER, PERCENT, MONEY -> true;
            };
        }
    }

    /** What people must know to read the numbers. */
    public enum Note {
        MORE_THAN_SHOWN,
        OTHER_CURRENCIES,
        WHOLE_QUARTERS,
        ALL_OF_IT_FITS
    }

    /** @param label null: the word for the key */
    public record Column(String key, Type type, @Nullable String label) {}

    /**
     * One of text, number and money, by the column's type; none where there is nothing to say.
     *
     * @param link where in the app stands what it is made of
     */
    public record Cell(
            @Nullable String text,
            @Nullable BigDecimal number,
            @Nullable Money money,
            @Nullable String link) {
        static final Cell NOTHING = new Cell(null, null, null, null);

        static Cell text(@Nullable Object text) {
            return new Cell(text == null ? null : text.toString(), null, null, null);
        }

        static Cell number(long number) {
            return new Cell(null, BigDecimal.valueOf(number), null, null);
        }

        static Cell number(@Nullable BigDecimal number) {
            return new Cell(null, number, null, null);
        }

        static Cell money(long minor, Currency currency) {
            return new Cell(null, null, new Money(minor, currency), null);
        }

        Cell to(@Nullable String target) {
            return new Cell(text, number, money, target);
        }
    }

    public record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public enum Shape {
        BARS,
        LINES
    }

    /** @param values minor units where the chart's unit is money; null where there is none */
    public record Series(String key, @Nullable String label, List<@Nullable BigDecimal> values) {}

    /** @param labels as cells of the type {@code along} have them */
    public record Chart(Shape shape, Type along, List<String> labels, Type unit, List<Series> series) {}

    /** A report while it is written. */
    static final class Draft {
        private final Asked asked;
        private final List<Column> columns = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private final List<Note> notes = new ArrayList<>();
        private Days days;
        private @Nullable Row total;
        private @Nullable Chart chart;

        Draft(Asked asked) {
            this.asked = asked;
            this.days = asked.days();
        }

        Draft column(String key, Type type) {
            return column(key, type, null);
        }

        Draft column(String key, Type type, @Nullable String label) {
            columns.add(new Column(key, type, label));
            return this;
        }

        void row(Cell... cells) {
            row(List.of(cells));
        }

        void row(List<Cell> cells) {
            if (cells.size() != columns.size()) throw new IllegalStateException("a cell for each column");
            rows.add(new Row(cells));
        }

        /** Rows so far. */
        int size() {
            return rows.size();
        }

        void total(Cell... cells) {
            total(List.of(cells));
        }

        void total(List<Cell> cells) {
            if (!rows.isEmpty()) total = new Row(cells);
        }

        void note(Note note) {
            notes.add(note);
        }

        Draft over(Days other) {
            days = other;
            return this;
        }

        /** Columns against the first one. @param most rows that are drawn */
        void draw(Shape shape, int most, String... keys) {
            if (rows.isEmpty()) return;
            var shown = rows.subList(0, Math.min(most, rows.size()));
            var series = new ArrayList<Series>();
            var unit = Type.COUNT;
            for (var key : keys) {
                int at = columns.stream().map(Column::key).toList().indexOf(key);
                unit = columns.get(at).type();
                var values = new ArrayList<@Nullable BigDecimal>();
                for (var row : shown) {
                    var cell = row.cells().get(at);
                    values.add(
                            cell.money() == null
                                    ? cell.number()
                                    : BigDecimal.valueOf(cell.money().amountMinor()));
                }
                series.add(new Series(key, columns.get(at).label(), values));
            }
            var labels = shown.stream()
                    .map(r -> {
                        var text = r.cells().getFirst().text();
                        return text == null ? "" : text;
                    })
                    .toList();
            chart = new Chart(shape, columns.getFirst().type(), labels, unit, series);
        }

        Report done() {
            boolean all = days.all();
            return new Report(
                    asked.kind(),
                    asked.by(),
                    all ? null : days.from(),
                    all ? null : days.to(),
                    asked.currency().getCurrencyCode(),
                    columns,
                    rows,
                    total,
                    chart,
                    notes);
        }
    }
}
