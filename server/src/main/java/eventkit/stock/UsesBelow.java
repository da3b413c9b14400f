package eventkit.stock;

import eventkit.catalogue.ProductId;
import eventkit.catalogue.ProductUse;
import eventkit.inventory.LocationId;
import eventkit.inventory.LocationUse;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Answers what the modules below ask of stock. A product with a ledger stays, even when nothing is left of it. */
@Component("stockUsesBelow")
class UsesBelow implements ProductUse, LocationUse {
    private final Ledger ledger;
    private final Levels levels;

    UsesBelow(Ledger ledger, Levels levels) {
        this.ledger = ledger;
        this.levels = levels;
    }

    @Override
    public Optional<String> of(ProductId product) {
        return ledger.used(product.value()) ? Optional.of("counted stock") : Optional.empty();
    }

    @Override
    public String what() {
        return "kinds of counted stock";
    }

    @Override
    public Map<LocationId, Long> counts(Collection<LocationId> locations) {
        return levels.kindsAt(locations.stream().map(LocationId::value).toList());
    }
}
