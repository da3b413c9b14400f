package eventkit.papers;

import java.time.LocalDate;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A table for people of the company, on A4 across, with a picture above it.
 *
 * @param about below the title: what is counted, and of which time
 * @param made beside the page number
 * @param rows as many texts as there are columns
 * @param notes below the table
 */
public record TablePaper(
        String language,
        String title,
        String about,
        String made,
        LocalDate date,
        List<Column> columns,
        List<List<String>> rows,
        @Nullable List<String> total,
        @Nullable Bars bars,
        List<String> notes) {
    public TablePaper {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** @param number stands on the right */
    public record Column(String title, boolean number) {}

    public record Series(String name, List<Double> values) {}

    /** @param scale what stands at a line of the picture */
    public record Bars(List<String> labels, List<Series> series, DoubleFunction<String> scale) {}
}
