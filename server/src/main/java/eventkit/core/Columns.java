package eventkit.core;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows as columns, for statements that write many rows {@code from unnest(…)}: one array a column. */
public final class Columns {
    private Columns() {}

    public static <R, V> @Nullable V[] column(
            Collection<R> rows, Class<V> type, Function<R, ? extends @Nullable V> value) {
        @SuppressWarnings("unchecked")
        var column = (@Nullable V[]) Array.newInstance(type, rows.size());
        int i = 0;
        for (var row : rows) column[i++] = value.apply(row);
        return column;
    }
}
