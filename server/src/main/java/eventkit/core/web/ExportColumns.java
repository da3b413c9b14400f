package eventkit.core.web;

import com.fasterxml.jackson.annotation.JsonValue;
import eventkit.core.Invalid;
import eventkit.core.Money;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The columns that a record makes in a table: one for each component, nested records as {@code location.name}, money as an amount and a
 * currency, lists joined by semicolons. Known from the type alone, so that an empty list has its header too.
 */
final class ExportColumns {
    /** @param read gives a String, Number, Boolean or null */
    record Column(String name, Function<Object, @Nullable Object> read) {}

    private static final int DEPTH_MAX = 3;
    private static final List<String> LABELS = List.of("number", "name", "label", "title", "code", "model", "type");
    private static final List<String> COUNTS = List.of("quantity", "count");

    private ExportColumns() {}

    static List<Column> of(Class<?> type) {
        var columns = new ArrayList<Column>();
        add(columns, "", type, row -> row, 0);
        columns.removeIf(c -> c.name().equals("version"));
        return List.copyOf(columns);
    }

    /** Those asked for, in the order asked for; throws {@link Invalid}. */
    static List<Column> chosen(List<Column> all, @Nullable List<String> names) {
        if (names == null || names.isEmpty()) return all;
        var byName = all.stream().collect(Collectors.toMap(Column::name, c -> c, (a, b) -> a, TreeMap::new));
        var result = new ArrayList<Column>();
        for (var name : names) {
            var column = byName.get(name.strip());
            if (column == null) {
                throw new Invalid(
                        "columns", "unknown-column", "Choose from " + String.join(", ", byName.keySet()) + ".");
            }
            result.add(column);
        }
        return result;
    }

    private static void add(
            List<Column> columns, String prefix, Class<?> type, Function<Object, @Nullable Object> from, int depth) {
        for (var component : type.getRecordComponents()) {
            var name = prefix + component.getName();
            Function<Object, @Nullable Object> read = row -> {
                var holder = from.apply(row);
                return holder == null ? null : read(component, holder);
            };
            var of = component.getType();
            if (of == Money.class) {
                columns.add(new Column(name, row -> amount((Money) read.apply(row))));
                columns.add(new Column(
                        name + "Currency",
                        row -> read.apply(row) instanceof Money m ? m.currency().getCurrencyCode() : null));
            } else if (of.isRecord() && scalar(of) == null && depth < DEPTH_MAX) {
                add(columns, name + ".", of, read, depth + 1);
            } else {
                columns.add(new Column(name, row -> cell(read.apply(row))));
            }
        }
    }

    private static @Nullable Object amount(@Nullable Money money) {
        return money == null
                ? null
                : BigDecimal.valueOf(
                        money.amountMinor(), Math.max(0, money.currency().getDefaultFractionDigits()));
    }

    /** What stands in a cell for a value. */
    static @Nullable Object cell(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Number number -> number;
            case Boolean truth -> truth;
            case Enum<?> one -> one.name();
            case Money money -> money.currency().getCurrencyCode() + " " + amount(money);
            case Collection<?> many -> many.stream().map(ExportColumns::text).collect(Collectors.joining("; "));
            case Map<?, ?> map ->
                new TreeMap<>(map)
                        .entrySet().stream()
                                .map(e -> e.getKey() + "=" + text(e.getValue()))
                                .collect(Collectors.joining("; "));
            case JsonNode json -> json(json);
            case Record record -> {
                var inner = scalar(record.getClass());
                yield inner == null ? described(record) : cell(read(inner, record));
            }
            default -> String.valueOf(value);
        };
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(cell(value), "");
    }

    private static @Nullable Object json(JsonNode node) {
        if (node.isNull() || node.isMissingNode()) return null;
        if (node.isNumber()) return node.decimalValue();
        if (node.isBoolean()) return node.booleanValue();
        if (node.isArray())
            return node.valueStream().map(n -> Objects.toString(json(n), "")).collect(Collectors.joining("; "));
        if (node.isObject()) {
            return node.propertyStream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(e -> e.getKey() + "=" + Objects.toString(json(e.getValue()), ""))
                    .collect(Collectors.joining("; "));
        }
        return node.asString();
    }

    /** A line of a list: what people call it, with how many of it. */
    private static String described(Record record) {
        var type = record.getClass();
        String label = null;
        for (var name : LABELS) if (label == null) label = component(type, name, record);
        if (label == null) {
            return java.util.Arrays.stream(type.getRecordComponents())
                    .map(c -> text(read(c, record)))
                    .filter(t -> !t.isEmpty())
                    .collect(Collectors.joining(" "));
        }
        for (var name : COUNTS) {
            var count = component(type, name, record);
            if (count != null && !count.equals("1")) return count + " × " + label;
        }
        return label;
    }

    private static @Nullable String component(Class<?> type, String name, Record record) {
        for (var component : type.getRecordComponents()) {
            if (component.getName().equals(name)) {
                var text = text(read(component, record));
                return text.isEmpty() ? null : text;
            }
        }
        return null;
    }

    /** A typed id is what it wraps. */
    private static @Nullable RecordComponent scalar(Class<?> type) {
        var components = type.getRecordComponents();
        if (components.length != 1) return null;
        boolean valued = components[0].getAccessor().isAnnotationPresent(JsonValue.class)
                || components[0].isAnnotationPresent(JsonValue.class);
        return valued || components[0].getName().equals("value") ? components[0] : null;
    }

    private static @Nullable Object read(RecordComponent component, Object holder) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(holder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The record in {@code Page<T>} or {@code ResponseEntity<Page<T>>}, null for anything else. */
    static @Nullable Class<?> rowType(Type returned) {
        if (!(returned instanceof ParameterizedType type)) return null;
        var argument = type.getActualTypeArguments()[0];
        if (type.getRawType() == org.springframework.http.ResponseEntity.class) return rowType(argument);
        if (type.getRawType() != eventkit.core.Page.class) return null;
        return argument instanceof Class<?> row && row.isRecord() ? row : null;
    }
}
