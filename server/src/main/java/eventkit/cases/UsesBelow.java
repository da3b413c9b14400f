package eventkit.cases;

import eventkit.catalogue.ProductId;
import eventkit.catalogue.ProductUse;
import eventkit.inventory.LocationId;
import eventkit.inventory.LocationUse;
import eventkit.stock.PackedStock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Answers what the modules below ask of cases. */
@Component("caseUsesBelow")
class UsesBelow implements ProductUse, LocationUse, PackedStock {
    private final Contents contents;

    UsesBelow(Contents contents) {
        this.contents = contents;
    }

    @Override
    public Optional<String> of(ProductId product) {
        long count = contents.casesWith(product.value());
        return count == 0 ? Optional.empty() : Optional.of(count == 1 ? "1 case" : count + " cases");
    }

    @Override
    public String what() {
        return "cases";
    }

    @Override
    public Map<LocationId, Long> counts(Collection<LocationId> locations) {
        return contents.casesAt(locations.stream().map(LocationId::value).toList());
    }

    @Override
    public List<Packed> packed(UUID productId) {
        return contents.packed(productId);
    }
}
