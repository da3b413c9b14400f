package eventkit.cases;

import eventkit.core.Check;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be put into a case or taken out, each thing once.
 *
 * @param stock pieces by product and by the location they come from; a null location is where the case stands
 */
record Load(Set<UUID> assets, Map<Loose, Long> stock, Set<UUID> cases) {
    record Loose(UUID productId, @Nullable UUID locationId) {}

    private static final long PIECES_MAX = 1_000_000_000L;

    static Load toPack(@Nullable List<Packing.Item> items) {
        var entries = new ArrayList<Entry>();
        if (items != null) {
            for (var i : items)
                entries.add(
                        i == null
                                ? Entry.NOTHING
                                : new Entry(i.assetId(), i.productId(), i.quantity(), i.caseId(), i.locationId()));
        }
        return of(items == null ? null : entries);
    }

    static Load toUnpack(@Nullable List<Packing.UnpackItem> items) {
        var entries = new ArrayList<Entry>();
        if (items != null) {
            for (var i : items)
                entries.add(
                        i == null
                                ? Entry.NOTHING
                                : new Entry(i.assetId(), i.productId(), i.quantity(), i.caseId(), null));
        }
        return of(items == null ? null : entries);
    }

    private record Entry(
            @Nullable UUID assetId,
            @Nullable UUID productId,
            @Nullable Long quantity,
            @Nullable UUID caseId,
            @Nullable UUID locationId) {
        static final Entry NOTHING = new Entry(null, null, null, null, null);

        int things() {
            return (assetId == null ? 0 : 1) + (productId == null ? 0 : 1) + (caseId == null ? 0 : 1);
        }
    }

    private static Load of(@Nullable List<Entry> entries) {
        var check = new Check().required(entries, "items").size(entries, "items", Packing.ITEMS_MAX);
        check.that(entries == null || !entries.isEmpty(), "items", "required", "Add at least one item.");
        check.orThrow();
        var load = new Load(new LinkedHashSet<>(), new LinkedHashMap<>(), new LinkedHashSet<>());
        for (int i = 0; entries != null && i < entries.size(); i++) {
            var e = entries.get(i);
            var at = "items[" + i + "]";
            check.that(e.things() == 1, at, "one-thing", "Name an asset, or a product with a quantity, or a case.");
            if (e.productId() != null) {
                check.required(e.quantity(), at + ".quantity").between(e.quantity(), at + ".quantity", 1, PIECES_MAX);
                if (e.quantity() != null)
                    load.stock.merge(new Loose(e.productId(), e.locationId()), e.quantity(), Long::sum);
            } else {
                check.that(
                        e.quantity() == null || e.quantity() == 1,
                        at + ".quantity",
                        "out-of-range",
                        "An asset or a case is one piece.");
                check.that(
                        e.locationId() == null,
                        at + ".locationId",
                        "not-here",
                        "Only loose pieces are taken from a location of your choice.");
                if (e.assetId() != null) load.assets.add(e.assetId());
                if (e.caseId() != null) load.cases.add(e.caseId());
            }
        }
        check.orThrow();
        return load;
    }
}
