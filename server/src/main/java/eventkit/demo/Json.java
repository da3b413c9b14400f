package eventkit.demo;

import java.util.Collection;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Small JSON for columns: text, numbers, lists and objects in the order they were given. */
final class Json {
    private Json() {}

    /** @param pairs name, value, name, value; what is null is written as null */
    static Map<String, @Nullable Object> object(@Nullable Object... pairs) {
        var map = new java.util.LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < pairs.length; i += 2) map.put(String.valueOf(pairs[i]), pairs[i + 1]);
        return map;
    }

    static Map<String, @Nullable Object> named(UUID id, String name) {
        return object("id", id, "name", name);
    }

    static Map<String, @Nullable Object> euros(long minor) {
        return object("amountMinor", minor, "currency", "EUR");
    }

    static String of(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case Number number -> number.toString();
            case Boolean bool -> bool.toString();
            case Map<?, ?> map -> {
                var all = new StringJoiner(",", "{", "}");
                map.forEach((k, v) -> all.add(of(String.valueOf(k)) + ":" + of(v)));
                yield all.toString();
            }
            case Collection<?> list -> {
                var all = new StringJoiner(",", "[", "]");
                list.forEach(v -> all.add(of(v)));
                yield all.toString();
            }
            default -> text(value.toString());
        };
    }

    private static String text(String value) {
        var quoted = new StringBuilder(value.length() + 2).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') quoted.append('\\').append(c);
            else if (c < ' ') quoted.append("\\u%04x".formatted((int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
