package eventkit.planning;

import eventkit.core.Check;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What people write, tidied. */
final class Texts {
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    static final int TAGS_MAX = 30;

    private Texts() {}

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    static @Nullable String colour(@Nullable String colour) {
        var text = blankToNull(colour);
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }

    static Check colour(Check check, @Nullable String colour, String field) {
        var text = colour(colour);
        return check.that(
                text == null || COLOUR.matcher(text).matches(), field, "not-a-colour", "Use a colour such as #3366cc.");
    }

    static void tags(Check check, @Nullable List<String> tags) {
        check.size(tags, "tags", TAGS_MAX);
        for (int i = 0; tags != null && i < Math.min(tags.size(), TAGS_MAX); i++)
            check.required(tags.get(i), "tags[" + i + "]").line(tags.get(i), "tags[" + i + "]", 50);
    }

    /** Each once, whether in upper or lower case, in the order in which lists show them. */
    static List<String> tags(@Nullable List<String> tags) {
        if (tags == null) return List.of();
        var once = new LinkedHashMap<String, String>();
        for (var tag : tags) once.putIfAbsent(tag.strip().toLowerCase(Locale.ROOT), tag.strip());
        return once.values().stream().sorted().toList();
    }
}
