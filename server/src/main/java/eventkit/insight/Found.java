package eventkit.insight;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a search found, best group first. */
public record Found(String query, List<Group> groups) {

    /** @param total how many there are, at most {@link #TOTAL_MAX}; @param more whether there are more than the items given */
    public record Group(SearchKind kind, int total, boolean more, List<Item> items) {
        public static final int TOTAL_MAX = 1000;
    }

    /** @param matched the code that fits, where a code does */
    public record Item(
            UUID id,
            SearchKind kind,
            String title,
            String subtitle,
            @Nullable String code,
            By by,
            @Nullable String matched,
            boolean active) {}

    /** Why it was found; the order is that of the items. */
    public enum By {
        CODE,
        CODE_PREFIX,
        WORDS,
        TYPO
    }
}
