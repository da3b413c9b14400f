package eventkit.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to read beside an open case: everything in it, assets of one product together, inner cases each with their own lines.
 *
 * @param link the address in the case's code; null while the company has no address
 */
public record PackingList(
        UUID caseId,
        String number,
        String name,
        CaseStatus status,
        String locationName,
        @Nullable String company,
        @Nullable String link,
        Instant at,
        Measures measures,
        List<Line> lines) {

    public enum LineKind {
        CASE,
        ASSETS,
        STOCK
    }

    /**
     * @param depth 0 for what lies directly in the case, one more for each case around it
     * @param name of the product or case
     * @param numbers of the assets, or the case's own
     * @param weightGrams of the whole line, without what is inside a case; null where it is not known
     */
    public record Line(
            LineKind kind,
            int depth,
            String name,
            List<String> numbers,
            long quantity,
            @Nullable Long weightGrams) {}

    static List<Line> lines(CaseTree tree) {
        var lines = new ArrayList<Line>();
        add(tree, tree.root(), 0, lines);
        return lines;
    }

    private static void add(CaseTree tree, CaseTree.Node node, int depth, List<Line> lines) {
        var assets = node.contents().assets();
        for (int from = 0; from < assets.size(); ) {
            int to = from;
            while (to < assets.size()
                    && assets.get(to).productId().equals(assets.get(from).productId())) to++;
            var first = assets.get(from);
            var numbers = assets.subList(from, to).stream()
                    .map(CaseContents.PackedAsset::number)
                    .toList();
            lines.add(new Line(
                    LineKind.ASSETS,
                    depth,
                    first.productName(),
                    numbers,
                    numbers.size(),
                    times(first.weightGrams(), numbers.size())));
            from = to;
        }
        for (var stock : node.contents().stock()) {
            lines.add(new Line(
                    LineKind.STOCK,
                    depth,
                    stock.productName(),
                    List.of(),
                    stock.quantity(),
                    times(stock.weightGrams(), stock.quantity())));
        }
        for (var inner : tree.inside(node.id())) {
            lines.add(
                    new Line(LineKind.CASE, depth, inner.name(), List.of(inner.number()), 1, inner.tareWeightGrams()));
            add(tree, inner, depth + 1, lines);
        }
    }

    private static @Nullable Long times(@Nullable Long grams, long pieces) {
        return grams == null ? null : Math.multiplyExact(grams, pieces);
    }
}
