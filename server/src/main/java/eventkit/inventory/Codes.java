package eventkit.inventory;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is on a label, and what a scanner makes of it. */
final class Codes {
    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private Codes() {}

    /** The id in a UUID, in a label's address ({@code https://…/asset/<uuid>}) or in its path; null where it is none or of another kind. */
    static @Nullable UUID uuid(String code, String kind) {
        var text = code.strip().toLowerCase(Locale.ROOT);
        int end = text.indexOf('?') < 0 ? text.length() : text.indexOf('?');
        text = text.substring(0, end);
        int from = text.lastIndexOf("/" + kind + "/");
        if (from >= 0) text = text.substring(from + kind.length() + 2);
        if (text.endsWith("/")) text = text.substring(0, text.length() - 1);
        return UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : null;
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
