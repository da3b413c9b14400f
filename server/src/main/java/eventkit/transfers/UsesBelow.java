package eventkit.transfers;

import eventkit.catalogue.ProductId;
import eventkit.catalogue.ProductUse;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetUse;
import eventkit.inventory.LocationId;
import eventkit.inventory.LocationUse;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What transfers tell the modules below: what is on the way, and which warehouses and products they name. */
final class UsesBelow {
    private UsesBelow() {}

    @Component("transfersHoldAssets")
    static class OfAssets implements AssetUse {
        private final Journeys journeys;

        OfAssets(Journeys journeys) {
            this.journeys = journeys;
        }

        /** A transfer's own moves carry its reference. */
        @Override
        public Map<AssetId, String> holds(Collection<AssetId> assets, @Nullable String reference) {
            if (reference != null && reference.startsWith("transfer:")) return Map.of();
            var held = new HashMap<AssetId, String>();
            journeys.onTheWay(assets.stream().map(AssetId::value).toList())
                    .forEach((id, number) ->
                            held.put(new AssetId(id), "It is on the way with " + number + ". Receive it there first."));
            return held;
        }
    }

    @Component("transfersUseLocations")
    static class OfLocations implements LocationUse {
        private final Journeys journeys;

        OfLocations(Journeys journeys) {
            this.journeys = journeys;
        }

        @Override
        public String what() {
            return "open transfers";
        }

        @Override
        public Map<LocationId, Long> counts(Collection<LocationId> locations) {
            return journeys.openAt(locations.stream().map(LocationId::value).toList()).entrySet().stream()
                    .collect(Collectors.toMap(e -> new LocationId(e.getKey()), Map.Entry::getValue));
        }
    }

    @Component("transfersUseProducts")
    static class OfProducts implements ProductUse {
        private final Journeys journeys;

        OfProducts(Journeys journeys) {
            this.journeys = journeys;
        }

        @Override
        public Optional<String> of(ProductId product) {
            int lines = journeys.ofProduct(product.value());
            return lines == 0 ? Optional.empty() : Optional.of(lines + " transfers");
        }
    }
}
