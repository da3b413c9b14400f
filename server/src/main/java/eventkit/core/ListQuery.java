package eventkit.core;

import org.jspecify.annotations.Nullable;

/**
 * What every list takes: {@code q} free text, {@code sort} a field name with {@code -} for descending, {@code limit} 1 to 500, and either the
 * {@code cursor} of the page before or an {@code offset} for a scroll bar's jump.
 */
public record ListQuery(
        @Nullable String q,
        @Nullable String sort,
        int limit,
        @Nullable String cursor,
        int offset) {
    public static final int LIMIT_MAX = 500;
    public static final int LIMIT_DEFAULT = 100;

    public static ListQuery first(int limit) {
        return new ListQuery(null, null, limit, null, 0);
    }

    /** Free text with blanks trimmed, null where there is none. */
    public @Nullable String text() {
        return q == null || q.isBlank() ? null : q.strip();
    }
}
