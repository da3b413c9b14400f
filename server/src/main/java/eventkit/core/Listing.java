package eventkit.core;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectJoinStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * How lists page: by key, never by counting rows, so that the thousandth page costs what the first does; an offset is for a scroll bar's jump and is
 * counted from the nearer end. Ids are selected first by the sort
 * key alone (an index on {@code (key, id)} serves it), rows are fetched for those ids only.
 *
 * <p>Sort keys must not be null; wrap a nullable column in {@code coalesce}, and index the same expression where lists grow long.
 */
public final class Listing {
    /** Offsets up to this are counted from the beginning, whatever the length. */
    private static final int NEAR = 1_000;

    private static final int WORDS_MAX = 10;

    private final Field<UUID> id;
    private final Map<String, Field<?>> sorts = new LinkedHashMap<>();
    private final String defaultSort;

    private Listing(Field<UUID> id, String defaultSort) {
        this.id = id;
        this.defaultSort = defaultSort;
    }

    /** @param defaultSort a sort name, with {@code -} in front for descending */
    public static Listing by(Field<UUID> id, String defaultSort) {
        return new Listing(id, defaultSort);
    }

    public Listing sort(String name, Field<?> field) {
        sorts.put(name, field);
        return this;
    }

    /**
     * One page.
     *
     * @param from the tables that filter and sort, nothing more
     * @param rows given the ids of the page, the query of the whole rows; their order does not matter
     * @param idOf the row's id
     */
    public <R extends Record, T> Page<T> page(
            DSLContext db,
            ListQuery query,
            Table<?> from,
            Condition condition,
            Function<List<UUID>, Select<R>> rows,
            Function<R, UUID> idOf,
            Function<R, T> map) {
        var cursor = query.cursor() == null ? null : Cursor.decode(query.cursor());
        var order = order(cursor != null ? cursor.sort() : query.sort());
        long count =
                cursor != null ? 0 : db.fetchCount(DSL.selectOne().from(from).where(condition));
        boolean far = cursor == null && query.offset() > NEAR && query.offset() > count / 2;
        var keys = far
                ? fromTheEnd(db, query, from, condition, order, count)
                : keys(db, query, from, condition, cursor, order);
        boolean more = far ? query.offset() + query.limit() < count : keys.size() > query.limit();
        var page = more && !far ? keys.subList(0, query.limit()) : keys;
        var ids = page.stream().map(Key::id).toList();
        var byId = new LinkedHashMap<UUID, T>();
        if (!ids.isEmpty()) rows.apply(ids).fetch().forEach(row -> byId.put(idOf.apply(row), map.apply(row)));
        var items = new ArrayList<T>();
        for (var key : ids) {
            T item = byId.get(key);
            if (item != null) items.add(item);
        }
        String next = more && !page.isEmpty()
                ? new Cursor(
                                order.name(),
                                page.getLast().value(),
                                page.getLast().id())
                        .encode()
                : null;
        return new Page<>(items, cursor == null ? count : null, next);
    }

    /** All ids that a filter selects, for "select all" and exports; in sort order. */
    public List<UUID> ids(DSLContext db, @Nullable String sort, Table<?> from, Condition condition, int max) {
        var order = order(sort);
        return db.select(id)
                .from(from)
                .where(condition)
                .orderBy(order.fields(id))
                .limit(max)
                .fetch(id);
    }

    /** Every word of a text, of its first ten, stands in one of the fields; anything where there is no text. */
    @SafeVarargs
    public static Condition words(@Nullable String text, Field<String>... fields) {
        return words(
                text,
                word -> DSL.or(Arrays.stream(fields)
                        .map(field -> field.containsIgnoreCase(word))
                        .toList()));
    }

    /** @param holds what is to hold for each of them */
    public static Condition words(@Nullable String text, Function<String, Condition> holds) {
        if (text == null) return DSL.noCondition();
        return DSL.and(
                Arrays.stream(text.split("\\s+")).limit(WORDS_MAX).map(holds).toList());
    }

    private List<Key> keys(
            DSLContext db, ListQuery query, Table<?> from, Condition condition, @Nullable Cursor cursor, Order order) {
        SelectJoinStep<? extends Record> select =
                db.select(order.field().as("sort_key"), id.as("id")).from(from);
        var where = cursor == null ? condition : condition.and(after(order, cursor));
        return select.where(where)
                .orderBy(order.fields(id))
                .limit(query.limit() + 1)
                .offset(cursor == null ? query.offset() : 0)
                .fetch(row -> new Key(String.valueOf(row.get(0)), row.get(1, UUID.class)));
    }

    /** A page in the second half is nearer to the end: counted from there, a jump to the last page costs what the first does. */
    private List<Key> fromTheEnd(
            DSLContext db, ListQuery query, Table<?> from, Condition condition, Order order, long total) {
        long limit = Math.min(query.limit(), total - query.offset());
        if (limit <= 0) return List.of();
        var keys = db.select(order.field().as("sort_key"), id.as("id"))
                .from(from)
                .where(condition)
                .orderBy(order.reversed().fields(id))
                .limit(limit)
                .offset(total - query.offset() - limit)
                .fetch(row -> new Key(String.valueOf(row.get(0)), row.get(1, UUID.class)));
        return keys.reversed();
    }

    private Condition after(Order order, Cursor cursor) {
        @SuppressWarnings("unchecked")
        var field = (Field<Object>) order.field();
        try {
            var value = DSL.val(field.getDataType().convert(cursor.value()), field.getDataType());
            var key = DSL.row(field, id);
            var last = DSL.row(value, DSL.val(cursor.id()));
            return order.descending() ? key.lt(last) : key.gt(last);
        } catch (DataTypeException e) {
            throw new Invalid("cursor", "cursor-unreadable", "Start again from the first page.");
        }
    }

    private Order order(@Nullable String sort) {
        String name = sort == null || sort.isBlank() ? defaultSort : sort;
        boolean descending = name.startsWith("-");
        var field = sorts.get(descending ? name.substring(1) : name);
        if (field == null) {
            throw new Invalid("sort", "unknown-sort", "Sort by one of " + String.join(", ", sorts.keySet()) + ".");
        }
        return new Order(name, field, descending);
    }

    private record Order(String name, Field<?> field, boolean descending) {
        Order reversed() {
            return new Order(name, field, !descending);
        }

        List<SortField<?>> fields(Field<UUID> id) {
            return descending ? List.of(field.desc(), id.desc()) : List.of(field.asc(), id.asc());
        }
    }

    private record Key(String value, UUID id) {}

    private record Cursor(String sort, String value, UUID id) {
        String encode() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((id + "\n" + sort + "\n" + value).getBytes(StandardCharsets.UTF_8));
        }

        static Cursor decode(String text) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", 3);
                return new Cursor(parts[1], parts[2], UUID.fromString(parts[0]));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new Invalid("cursor", "cursor-unreadable", "Start again from the first page.");
            }
        }
    }
}
