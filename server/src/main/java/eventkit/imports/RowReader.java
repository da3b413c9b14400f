package eventkit.imports;

import eventkit.core.Invalid;
import eventkit.core.Refusal.FieldError;
import eventkit.imports.Imports.BadRow;
import eventkit.imports.Imports.Upload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns rows of cells into values by the mapping; says what is wrong with those that can not be. */
final class RowReader {
    private record Use(
            ImportField field,
            int column,
            @Nullable String unit,
            @Nullable Object otherwise) {}

    private final List<Use> uses = new ArrayList<>();
    private final List<String> titles;
    private final Map<String, Integer> columnOf = new HashMap<>();
    private final Cells cells;
    private final String currency;

    RowReader(Upload upload, Mapping mapping, String companyCurrency) {
        this.titles = upload.columns().stream().map(Imports.Column::name).toList();
        this.cells = new Cells(mapping);
        this.currency = Objects.requireNonNullElse(mapping.currency(), companyCurrency);
        for (var field : upload.kind().fields()) {
            var use = mapping.of(field.name()).orElse(null);
            var said = mapping.defaults().get(field.name());
            var otherwise = said == null ? null : cells.read(field, said, null);
            if (use != null) columnOf.put(field.name(), use.column());
            if (use != null || otherwise != null)
                uses.add(new Use(field, use == null ? -1 : use.column(), use == null ? null : use.unit(), otherwise));
        }
    }

    /** Null where something is wrong, which {@code bad} was told. */
    @Nullable
    Values read(CsvReader.Row row, BadRows bad) {
        var values = HashMap.<String, Object>newHashMap(uses.size());
        boolean good = true;
        if (row.cells().size() > titles.size()
                && row.cells().subList(titles.size(), row.cells().size()).stream()
                        .anyMatch(c -> !c.isBlank())) {
            bad.add(new BadRow(
                    row.line(),
                    null,
                    null,
                    "too-many-cells",
                    "The row has more cells than there are titles. Is a quote or a separator wrong?"));
            good = false;
        }
        for (var use : uses) {
            var raw = use.column() >= 0 && use.column() < row.cells().size()
                    ? row.cells().get(use.column())
                    : "";
            try {
                var value = cells.read(use.field(), raw, use.unit());
                if (value == null) value = use.otherwise();
                if (value != null) values.put(use.field().name(), value);
                else if (use.field().required()) throw Cells.bad(use.field(), "required", "Fill this in.");
            } catch (Invalid e) {
                for (var error : e.errors()) bad.add(bad(row, error));
                good = false;
            }
        }
        return good ? new Values(row.line(), values, currency) : null;
    }

    /** A field of the module's own record is found in the file by its name here. */
    BadRow bad(CsvReader.Row row, FieldError error) {
        return bad(row, error.field(), error.code(), error.message());
    }

    BadRow bad(CsvReader.Row row, @Nullable String path, String code, String message) {
        var field = path == null ? null : field(path);
        var column = field == null ? null : columnOf.get(field);
        var title = column == null ? field : titles.get(column);
        var value = column != null && column < row.cells().size() ? row.cells().get(column) : null;
        return new BadRow(row.line(), title, value, code, message);
    }

    /** {@code [0].details.serial} is serial; ids and paths are the columns that name them. */
    private String field(String path) {
        var last = path.substring(path.lastIndexOf('.') + 1).replaceAll("\\[.*?]", "");
        if (columnOf.containsKey(last)) return last;
        for (var end : List.of("Id", "Minor", "Code", "Url")) {
            if (last.endsWith(end) && columnOf.containsKey(last.substring(0, last.length() - end.length())))
                return last.substring(0, last.length() - end.length());
        }
        if (path.startsWith("attributes")) return "attributes";
        return last.isEmpty() ? path : last;
    }
}
