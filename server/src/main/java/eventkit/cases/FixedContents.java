package eventkit.cases;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.Constraints;
import eventkit.core.IfMatch;
import eventkit.core.NotFound;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What belongs in a case, and what is missing from it. */
@Component
class FixedContents {
    /** @param expected what the audit trail tells, line by line */
    private record Kept(List<String> expected) {}

    private final Expectations expectations;
    private final Contents contents;
    private final FlightCases cases;
    private final Audit audit;
    private final Clock clock;

    FixedContents(Expectations expectations, Contents contents, FlightCases cases, Audit audit, Clock clock) {
        this.expectations = expectations;
        this.contents = contents;
        this.cases = cases;
        this.audit = audit;
        this.clock = clock;
        Constraints.mean("expected_asset_once", ExpectedElsewhere::new);
        Constraints.mean("expected_case_once", ExpectedElsewhere::new);
    }

    List<Expected> of(UUID caseId) {
        return expectations.of(caseId);
    }

    List<Expected> set(FlightCase c, @Nullable List<Packing.ExpectedItem> items, IfMatch ifMatch) {
        ifMatch.require(c.version(), audit, "case", c.id());
        var before = expectations.of(c.id());
        var lines = lines(c, items);
        if (plain(lines).equals(plain(before))) return before;
        expectations.set(c.id(), lines);
        cases.edited(c.id(), c.version() + 1, clock.instant());
        var after = expectations.of(c.id());
        audit.changed(CaseDesk.subject(c), c.version() + 1, new Kept(sentences(before)), new Kept(sentences(after)));
        return after;
    }

    ContentsCheck check(CaseTree tree) {
        return check(tree, tree.root(), expectations.of(tree.nodes().keySet()));
    }

    private static ContentsCheck check(CaseTree tree, CaseTree.Node node, Map<UUID, List<Expected>> expected) {
        var inner = tree.inside(node.id()).stream()
                .map(i -> check(tree, i, expected))
                .toList();
        return ContentsCheck.of(
                node.id(), node.number(), expected.getOrDefault(node.id(), List.of()), node.contents(), inner);
    }

    private List<Expected> lines(FlightCase c, @Nullable List<Packing.ExpectedItem> items) {
        var check = new Check().required(items, "items").size(items, "items", Packing.ITEMS_MAX);
        check.orThrow();
        var lines = new ArrayList<Expected>();
        var seen = new HashSet<UUID>();
        for (int i = 0; items != null && i < items.size(); i++) {
            var at = "items[" + i + "]";
            var item = items.get(i);
            check.required(item, at);
            if (item == null) continue;
            int things = (item.productId() == null ? 0 : 1)
                    + (item.assetId() == null ? 0 : 1)
                    + (item.caseId() == null ? 0 : 1);
            check.that(things == 1, at, "one-thing", "Name a product, or an asset, or a case.");
            check.between(item.quantity(), at + ".quantity", 1, item.productId() != null ? 1_000_000_000L : 1);
            check.line(item.note(), at + ".note", 200);
            for (var id : new UUID[] {item.productId(), item.assetId(), item.caseId()}) {
                if (id != null) check.that(seen.add(id), at, "listed-twice", "This is on another line already.");
            }
            check.that(!c.id().equals(item.caseId()), at + ".caseId", "itself", "A case does not belong in itself.");
            var note = item.note() == null || item.note().isBlank()
                    ? null
                    : item.note().strip();
            lines.add(new Expected(
                    item.productId(),
                    item.assetId(),
                    item.caseId(),
                    item.quantity() == null ? 1 : item.quantity(),
                    "",
                    null,
                    note));
        }
        check.orThrow();
        mustExist(lines);
        return lines;
    }

    private void mustExist(List<Expected> lines) {
        var products = new ArrayList<UUID>();
        var assets = new ArrayList<UUID>();
        var inner = new ArrayList<UUID>();
        for (var line : lines) {
            if (line.productId() != null) products.add(line.productId());
            if (line.assetId() != null) assets.add(line.assetId());
            if (line.caseId() != null) inner.add(line.caseId());
        }
        missing("product", products, contents.products(products).keySet());
        missing("asset", assets, contents.assets(assets).keySet());
        missing("case", inner, cases.find(inner).stream().map(FlightCase::id).toList());
    }

    private static void missing(String kind, List<UUID> wanted, java.util.Collection<UUID> found) {
        for (var id : wanted) if (!found.contains(id)) throw new NotFound(kind, id);
    }

    private static List<Expected> plain(List<Expected> lines) {
        return lines.stream()
                .map(l -> new Expected(l.productId(), l.assetId(), l.caseId(), l.quantity(), "", null, l.note()))
                .toList();
    }

    private static List<String> sentences(List<Expected> lines) {
        return lines.stream().map(l -> l.quantity() + " " + l.label()).toList();
    }
}
