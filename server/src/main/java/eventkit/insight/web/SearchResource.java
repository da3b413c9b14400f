package eventkit.insight.web;

import eventkit.core.Invalid;
import eventkit.core.SignedIn;
import eventkit.insight.Found;
import eventkit.insight.Search;
import eventkit.insight.SearchKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One search over everything a user may see. */
@RestController
class SearchResource {
    private final Search search;

    SearchResource(Search search) {
        this.search = search;
    }

    @GetMapping("/api/v1/search")
    @SignedIn
    Found find(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(defaultValue = "10") int limit) {
        var kinds = EnumSet.noneOf(SearchKind.class);
        if (kind != null) kind.forEach(k -> kinds.add(kindOf(k)));
        return search.find(q, kinds, limit);
    }

    private static SearchKind kindOf(String label) {
        for (var kind : SearchKind.values()) if (kind.label().equals(label)) return kind;
        throw new Invalid(
                "kind",
                "unknown-kind",
                "Choose from "
                        + String.join(
                                ", ",
                                Arrays.stream(SearchKind.values())
                                        .map(SearchKind::label)
                                        .toList()) + ".");
    }
}
