package eventkit.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What belongs in a case against what is in it.
 *
 * @param complete whether nothing is missing, here and in inner cases
 * @param lines one for each expected line, in its order
 * @param extras what is there beyond that; empty for a case packed anew for each job
 * @param inner the same for the cases inside
 */
public record ContentsCheck(
        UUID caseId,
        String number,
        boolean complete,
        List<Line> lines,
        List<Extra> extras,
        List<String> sentences,
        List<ContentsCheck> inner) {

    public record Line(
            @Nullable UUID productId,
            @Nullable UUID assetId,
            @Nullable UUID caseId,
            String label,
            long expected,
            long present,
            long lacking) {}

    public record Extra(@Nullable UUID productId, @Nullable UUID caseId, String label, long quantity) {}

    /** An asset that was reported lost is not there. Specific assets are met first, so that they do not stand in for "any" of their product as well. */
    static ContentsCheck of(
            UUID caseId, String number, List<Expected> expected, CaseContents contents, List<ContentsCheck> inner) {
        var loose = new HashMap<UUID, Long>();
        var names = new HashMap<UUID, String>();
        var assets = contents.assets().stream()
                .filter(a -> !Carrier.missing(a.status()))
                .toList();
        for (var asset : assets) {
            loose.merge(asset.productId(), 1L, Long::sum);
            names.put(asset.productId(), asset.productName());
        }
        for (var stock : contents.stock()) {
            loose.merge(stock.productId(), stock.quantity(), Long::sum);
            names.put(stock.productId(), stock.productName());
        }
        var cases = new ArrayList<>(contents.cases());
        var lines = new ArrayList<Line>();
        for (var e : expected) {
            boolean there;
            if (e.assetId() != null) {
                there = assets.stream().anyMatch(a -> a.assetId().equals(e.assetId()));
                if (there && e.productOfAsset() != null) loose.merge(e.productOfAsset(), -1L, Long::sum);
            } else if (e.caseId() != null) {
                there = cases.removeIf(c -> c.caseId().equals(e.caseId()));
            } else {
                lines.add(new Line(e.productId(), null, null, e.label(), e.quantity(), 0, e.quantity()));
                continue;
            }
            lines.add(new Line(e.productId(), e.assetId(), e.caseId(), e.label(), 1, there ? 1 : 0, there ? 0 : 1));
        }
        lines.replaceAll(line -> {
            if (line.productId() == null) return line;
            long present = Math.min(line.expected(), loose.getOrDefault(line.productId(), 0L));
            loose.merge(line.productId(), -present, Long::sum);
            return new Line(
                    line.productId(), null, null, line.label(), line.expected(), present, line.expected() - present);
        });
        var extras = new ArrayList<Extra>();
        if (!expected.isEmpty()) {
            names.forEach((product, name) -> {
                long left = loose.getOrDefault(product, 0L);
                if (left > 0) extras.add(new Extra(product, null, name, left));
            });
            cases.forEach(c -> extras.add(new Extra(null, c.caseId(), c.number() + " " + c.name(), 1)));
            extras.sort(java.util.Comparator.comparing(Extra::label));
        }
        var sentences = new ArrayList<String>();
        for (var line : lines) if (line.lacking() > 0) sentences.add("lacks " + line.lacking() + " " + line.label());
        for (var extra : extras) sentences.add("has " + extra.quantity() + " " + extra.label() + " too many");
        boolean complete =
                lines.stream().allMatch(l -> l.lacking() == 0) && inner.stream().allMatch(ContentsCheck::complete);
        return new ContentsCheck(caseId, number, complete, lines, extras, sentences, inner);
    }
}
