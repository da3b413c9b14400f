package eventkit.core;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param total how many there are in all; null on pages asked for by cursor, which do not count again
 * @param next the cursor of the following page, null on the last
 */
public record Page<T>(
        List<T> items, @Nullable Long total, @Nullable String next) {
    public static <T> Page<T> of(List<T> items) {
        return new Page<>(items, (long) items.size(), null);
    }
}
