package eventkit.insight;

import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.insight.Found.By;
import eventkit.insight.Found.Group;
import eventkit.insight.Found.Item;
import eventkit.insight.SearchIndex.Asked;
import eventkit.insight.SearchIndex.Hit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class SearchDesk implements Search {
    private static final int QUERY_MAX = 200;
    private static final int PRODUCTS_MAX = 50;
    private static final int MEANT_MAX = 8;
    private final SearchIndex index;

    SearchDesk(SearchIndex index) {
        this.index = index;
    }

    @Override
    public Found find(String query, Set<SearchKind> kinds, int limit) {
        new Check().line(query, "q", QUERY_MAX).between(limit, "limit", 1, 50).orThrow();
        var caller = Callers.current();
        var seen = EnumSet.noneOf(SearchKind.class);
        for (var kind : SearchKind.values()) {
            if ((kinds.isEmpty() || kinds.contains(kind)) && caller.may(kind.permission())) seen.add(kind);
        }
        var text = query.strip();
        if (text.isEmpty() || seen.isEmpty()) return new Found(text, List.of());
        var asked = index.ask(text);
        var gathered = new Gathered(limit);
        gathered.add(index.byCode(asked.code(), seen, limit));
        if (!asked.words().isEmpty()) {
            byWords(asked, prefixes(asked.words()), seen, limit, By.WORDS, gathered);
            if (asked.parts().size() > 1) byCodeAndWords(asked, seen, limit, gathered);
            if (gathered.isEmpty()) {
                var meant = meant(asked.words());
                if (meant != null) byWords(asked, meant, seen, limit, By.TYPO, gathered);
            }
        }
        return new Found(text, gathered.groups());
    }

    private void byWords(Asked asked, String tsquery, Set<SearchKind> seen, int limit, By by, Gathered gathered) {
        var worded = EnumSet.copyOf(seen);
        worded.add(SearchKind.PRODUCT);
        var exact = asked.words().stream().map(w -> "'" + w + "'").collect(Collectors.joining(" & "));
        var hits = index.byWords(tsquery, exact, asked.folded(), worded, Math.max(limit, PRODUCTS_MAX), by);
        gathered.add(hits.stream().filter(h -> seen.contains(h.kind())).toList());
        if (seen.contains(SearchKind.ASSET)) {
            var products = hits.stream()
                    .filter(h -> h.kind() == SearchKind.PRODUCT)
                    .map(Hit::id)
                    .limit(PRODUCTS_MAX)
                    .toList();
            gathered.add(index.assetsOf(products, limit, by));
        }
    }

    private void byCodeAndWords(Asked asked, Set<SearchKind> seen, int limit, Gathered gathered) {
        for (var part : asked.parts()) {
            var others = asked.wordsBeside(part);
            if (part.code().length() < 2
                    || others.isEmpty()
                    || part.code().chars().noneMatch(Character::isDigit)) continue;
            gathered.add(index.byCodeAndWords(part.code(), prefixes(others), seen, limit));
        }
    }

    /** Every word, by its beginning; a single letter stands for itself. Words are letters and digits only, so quoting is all it needs. */
    private static String prefixes(List<String> words) {
        return words.stream().map(SearchDesk::beginning).collect(Collectors.joining(" & "));
    }

    private static String beginning(String word) {
        return word.length() == 1 && word.charAt(0) < 128 ? "'" + word + "'" : "'" + word + "':*";
    }

    /** The query with words put in the place of misspelt ones; null where there is nothing to put. */
    private @Nullable String meant(List<String> words) {
        var parts = new ArrayList<String>();
        boolean changed = false;
        for (var word : words) {
            var choices = new ArrayList<String>();
            if (index.known(word)) choices.add(beginning(word));
            for (var other : index.meant(word, MEANT_MAX)) {
                if (!other.equals(word)) choices.add("'" + other + "'");
            }
            if (choices.isEmpty()) return null;
            changed |= choices.size() > 1 || !choices.getFirst().equals(beginning(word));
            parts.add("(" + String.join(" | ", choices) + ")");
        }
        return changed ? String.join(" & ", parts) : null;
    }

    /** Hits of all ways, each thing once by its best, in groups. */
    private static final class Gathered {
        private final int limit;
        private final Map<SearchKind, Map<UUID, Hit>> byKind = new EnumMap<>(SearchKind.class);
        private final Map<SearchKind, Long> totals = new EnumMap<>(SearchKind.class);

        Gathered(int limit) {
            this.limit = limit;
        }

        void add(Collection<Hit> hits) {
            for (var hit : hits) {
                byKind.computeIfAbsent(hit.kind(), k -> new LinkedHashMap<>()).putIfAbsent(hit.id(), hit);
                totals.merge(hit.kind(), hit.total(), Math::max);
            }
        }

        boolean isEmpty() {
            return byKind.isEmpty();
        }

        List<Group> groups() {
            var groups = new ArrayList<Group>();
            byKind.forEach((kind, hits) -> {
                long total = Math.min(Group.TOTAL_MAX, Math.max(hits.size(), totals.getOrDefault(kind, 0L)));
                var items = hits.values().stream()
                        .sorted(Comparator.comparing(Hit::by))
                        .limit(limit)
                        .map(Gathered::item)
                        .toList();
                groups.add(new Group(kind, (int) total, total > items.size(), items));
            });
            groups.sort(
                    Comparator.comparing((Group g) -> g.items().getFirst().by()).thenComparing(Group::kind));
            return List.copyOf(groups);
        }

        private static Item item(Hit h) {
            return new Item(h.id(), h.kind(), h.title(), h.subtitle(), h.code(), h.by(), h.matched(), h.active());
        }
    }
}
