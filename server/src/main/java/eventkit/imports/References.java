package eventkit.imports;

import eventkit.catalogue.Product;
import eventkit.catalogue.ProductId;
import eventkit.catalogue.Products;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.inventory.LocationId;
import eventkit.inventory.LocationTree;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What rows call products and locations, looked up once each; for one transaction. */
final class References {
    private static final int LOOK = 50;
    private final Products products;
    private final LocationTree locations;
    private final Map<List<String>, Optional<Product>> knownProducts = new HashMap<>();
    private final Map<String, Optional<UUID>> knownLocations = new HashMap<>();

    References(Products products, LocationTree locations) {
        this.products = products;
        this.locations = locations;
    }

    /** By manufacturer and model, or by whatever the cell says: name, number prefix, barcode, model, id. Throws {@link Invalid}. */
    Product product(@Nullable String manufacturer, @Nullable String model, @Nullable String said) {
        var key = List.of(Objects.toString(manufacturer, ""), Objects.toString(model, ""), Objects.toString(said, ""));
        var found = knownProducts.get(key);
        if (found == null) {
            found = look(manufacturer, model, said);
            knownProducts.put(key, found);
        }
        if (found.isEmpty()) {
            throw new Invalid(
                    said == null ? "model" : "product",
                    "unknown-product",
                    "There is no such product, or more than one. Name it by manufacturer and model.");
        }
        return found.get();
    }

    private Optional<Product> look(@Nullable String manufacturer, @Nullable String model, @Nullable String said) {
        if (model != null) {
            var exact = products.byModel(Objects.requireNonNullElse(manufacturer, ""), model);
            if (exact.isPresent()) return exact;
            if (said == null) return named(manufacturer, model);
        }
        if (said == null) return Optional.empty();
        var id = uuid(said);
        if (id != null)
            return Optional.ofNullable(
                    products.byIds(List.of(new ProductId(id))).get(new ProductId(id)));
        var prefix = products.byPrefix(said.toUpperCase(Locale.ROOT));
        if (prefix.isPresent()) return prefix;
        var barcode = products.byBarcode(said);
        return barcode.isPresent() ? barcode : named(manufacturer, said);
    }

    /** The only product that is called so, by name, by model or by both. */
    private Optional<Product> named(@Nullable String manufacturer, String said) {
        var page = products.list(Products.Filter.NONE, new ListQuery(said, null, LOOK, null, 0))
                .items();
        var fitting = page.stream()
                .filter(p -> manufacturer == null || manufacturer.equalsIgnoreCase(p.manufacturer()))
                .filter(p -> said.equalsIgnoreCase(p.name())
                        || said.equalsIgnoreCase(p.model())
                        || said.equalsIgnoreCase(p.manufacturer() + " " + p.model()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /** By code, id, path of names, or a name that only one has. Throws {@link Invalid}; null for null. */
    @Nullable
    UUID location(String field, @Nullable String said) {
        if (said == null) return null;
        return find(said)
                .orElseThrow(
                        () -> new Invalid(
                                field,
                                "unknown-location",
                                "There is no such location, or more than one. Use its code or its path such as Berlin > Zone A."));
    }

    Optional<UUID> find(String said) {
        var found = knownLocations.get(said);
        if (found == null) {
            found = lookLocation(said);
            knownLocations.put(said, found);
        }
        return found;
    }

    void forgetLocations() {
        knownLocations.clear();
    }

    private Optional<UUID> lookLocation(String said) {
        var byCode = locations.findByCode(said).map(LocationId::value);
        if (byCode.isPresent()) return byCode;
        var path = Cells.path(said);
        if (path.isEmpty()) return Optional.empty();
        var page = locations
                .list(
                        new ListQuery(path.getLast(), null, ListQuery.LIMIT_MAX, null, 0),
                        new LocationTree.Filter(null, null, null, false))
                .items();
        var fitting = page.stream()
                .filter(l -> path.size() == 1 ? l.name().equalsIgnoreCase(path.getFirst()) : same(l.path(), path))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst().id().value()) : Optional.empty();
    }

    static boolean same(List<String> a, List<String> b) {
        if (a.size() != b.size()) return false;
        for (int i = 0; i < a.size(); i++) if (!a.get(i).equalsIgnoreCase(b.get(i))) return false;
        return true;
    }

    static @Nullable UUID uuid(String text) {
        if (text.length() != 36) return null;
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
