package eventkit.catalogue;

import eventkit.core.Audit;
import eventkit.core.Check;
import eventkit.core.Invalid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Accessories and alternatives; {@link ProductDesk} holds the lock and the version of the product. */
@Component
class AccessoryDesk {
    private static final int LINES_MAX = 100;
    private final AccessoryRows rows;
    private final ProductRows products;
    private final Audit audit;

    AccessoryDesk(AccessoryRows rows, ProductRows products, Audit audit) {
        this.rows = rows;
        this.products = products;
        this.audit = audit;
    }

    List<Accessory> of(ProductId id) {
        return rows.of(id);
    }

    List<ProductId> alternativesOf(ProductId id) {
        return rows.alternativesOf(id);
    }

    List<String> usesOf(ProductId id) {
        return rows.usesOf(id);
    }

    /** Returns what changed, nothing where it is as it was. */
    List<Audit.Change> replace(ProductId id, List<Accessory.Line> lines) {
        check(id, lines);
        rows.lockAll();
        var before = rows.of(id);
        rows.replace(id, lines);
        var after = rows.of(id);
        if (before.equals(after)) return List.of();
        try {
            new Assembly(rows.automatic()).explode(id.value(), 1);
        } catch (Assembly.Circular e) {
            throw new AccessoryCycle();
        } catch (Assembly.TooLarge e) {
            throw tooLarge("accessories");
        }
        return List.of(audit.change("accessories", before, after));
    }

    Map<ProductId, Long> with(ProductId id, long quantity) {
        new Check().between(quantity, "quantity", 1, 100_000).orThrow();
        var result = new LinkedHashMap<ProductId, Long>();
        result.put(id, quantity);
        try {
            new Assembly(rows.automatic())
                    .explode(id.value(), quantity)
                    .forEach((thing, count) -> result.put(new ProductId(thing), count.required()));
        } catch (Assembly.TooLarge e) {
            throw tooLarge("quantity");
        } catch (Assembly.Circular e) {
            throw new AccessoryCycle();
        }
        return result;
    }

    List<Audit.Change> replaceAlternatives(ProductId id, List<ProductId> alternatives) {
        var check = new Check().size(alternatives, "items", LINES_MAX);
        check.that(!alternatives.contains(id), "items", "itself", "A product is no alternative to itself.");
        check.that(
                new HashSet<>(alternatives).size() == alternatives.size(),
                "items",
                "repeated",
                "Name each product once.");
        check.orThrow();
        var known = products.byIds(alternatives);
        for (int i = 0; i < alternatives.size(); i++) {
            check.that(
                    known.containsKey(alternatives.get(i)),
                    "items[" + i + "].productId",
                    "unknown",
                    "There is no such product.");
        }
        check.orThrow();
        rows.lockAll();
        var before = rows.alternativesOf(id);
        if (before.equals(alternatives)) return List.of();
        rows.replaceAlternatives(id, alternatives);
        return List.of(audit.change("alternatives", names(before), names(alternatives)));
    }

    void copy(ProductId from, ProductId to) {
        rows.lockAll();
        var lines = rows.of(from).stream()
                .map(a -> new Accessory.Line(a.productId(), a.quantity(), a.mode()))
                .toList();
        rows.replace(to, lines);
        rows.replaceAlternatives(to, rows.alternativesOf(from));
    }

    private void check(ProductId id, List<Accessory.Line> lines) {
        var check = new Check().size(lines, "items", LINES_MAX);
        check.orThrow();
        var asked = new ArrayList<ProductId>();
        for (var line : lines) if (line.productId() != null) asked.add(line.productId());
        var known = products.byIds(asked);
        var seen = new HashSet<ProductId>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var field = "items[" + i + "]";
            check.required(line.productId(), field + ".productId")
                    .required(line.mode(), field + ".mode")
                    .between(line.quantity(), field + ".quantity", 1, 10_000);
            if (line.productId() == null) continue;
            check.that(
                            known.containsKey(line.productId()),
                            field + ".productId",
                            "unknown",
                            "There is no such product.")
                    .that(
                            !line.productId().equals(id),
                            field + ".productId",
                            "itself",
                            "A product is no accessory of itself.")
                    .that(seen.add(line.productId()), field + ".productId", "repeated", "Name each product once.");
        }
        check.orThrow();
    }

    private List<String> names(List<ProductId> ids) {
        return products.whole(ids).stream().map(Product::name).toList();
    }

    private static Invalid tooLarge(String field) {
        return new Invalid(
                field,
                "out-of-range",
                "With all that comes along this is more than 1,000,000,000 pieces, or more than 20 levels.");
    }
}
