package eventkit.insight;

import eventkit.core.SignedIn;
import java.util.Set;

/** One search over everything that the caller may see. */
public interface Search {
    /**
     * Numbers, barcodes and serials by their beginning, words by theirs, all words of the query, accents and case aside; where nothing fits,
     * words that differ by a mistake.
     *
     * @param kinds empty for all; those the caller may not read are left out
     * @param limit of the items of each group, 1 to 50
     */
    @SignedIn
    Found find(String query, Set<SearchKind> kinds, int limit);
}
