package eventkit.imports;

import eventkit.catalogue.Products;
import eventkit.core.ListQuery;
import eventkit.inventory.LocationTree;
import eventkit.stock.Stock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A row is a count: so many pieces lie there. Brought twice it changes nothing. */
@Component
class TakesStock implements RowTaker.Kind {
    private final Stock stock;
    private final Products products;
    private final LocationTree locations;

    TakesStock(Stock stock, Products products, LocationTree locations) {
        this.stock = stock;
        this.products = products;
        this.locations = locations;
    }

    @Override
    public ImportKind kind() {
        return ImportKind.STOCK;
    }

    @Override
    public RowTaker taker(Mapping mapping) {
        var references = new References(products, locations);
        return row -> take(row, mapping, references);
    }

    private RowTaker.Taken take(Values row, Mapping mapping, References references) {
        var product = references
                .product(row.text("manufacturer"), null, row.text("product"))
                .id()
                .value();
        var location = Objects.requireNonNull(references.location("location", row.text("location")));
        long quantity = Objects.requireNonNull(row.whole("quantity"));
        var filter = new Stock.Filter(Set.of(product), Set.of(), Set.of(), Set.of(), Set.of(), null);
        var there = stock.levels(filter, ListQuery.first(ListQuery.LIMIT_MAX)).items().stream()
                .filter(l -> l.locationId().equals(location))
                .findFirst();
        if (there.isPresent() && (there.get().quantity() == quantity || mapping.existing() == Mapping.Existing.SKIP))
            return RowTaker.Taken.EXISTING;
        stock.count(new Stock.CountSheet(List.of(new Stock.CountLine(product, location, quantity, null)), null));
        return there.isPresent() ? RowTaker.Taken.UPDATED : RowTaker.Taken.CREATED;
    }
}
