package eventkit.maintenance;

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

/** What repairs and inspections tell the modules below: what they hold and what they use. */
final class UsesBelow {
    private UsesBelow() {}

    @Component("maintenanceHoldsAssets")
    static class OfAssets implements AssetUse {
        private final MaintenanceJobs jobs;

        OfAssets(MaintenanceJobs jobs) {
            this.jobs = jobs;
        }

        /** A repair's own moves carry its reference. */
        @Override
        public Map<AssetId, String> holds(Collection<AssetId> assets, @Nullable String reference) {
            if (reference != null && reference.startsWith("maintenance-job:")) return Map.of();
            var held = new HashMap<AssetId, String>();
            jobs.away(assets.stream().map(AssetId::value).toList())
                    .forEach((id, number) ->
                            held.put(new AssetId(id), "It is under repair " + number + ". Return it there first."));
            return held;
        }
    }

    @Component("maintenanceUsesLocations")
    static class OfLocations implements LocationUse {
        private final MaintenanceJobs jobs;

        OfLocations(MaintenanceJobs jobs) {
            this.jobs = jobs;
        }

        @Override
        public String what() {
            return "open repairs";
        }

        @Override
        public Map<LocationId, Long> counts(Collection<LocationId> locations) {
            return jobs.openAt(locations.stream().map(LocationId::value).toList()).entrySet().stream()
                    .collect(Collectors.toMap(e -> new LocationId(e.getKey()), Map.Entry::getValue));
        }
    }

    @Component("maintenanceUsesProducts")
    static class OfProducts implements ProductUse {
        private final MaintenanceJobs jobs;
        private final PlanBook plans;

        OfProducts(MaintenanceJobs jobs, PlanBook plans) {
            this.jobs = jobs;
            this.plans = plans;
        }

        @Override
        public Optional<String> of(ProductId product) {
            int repairs = jobs.ofProduct(product.value());
            if (repairs > 0) return Optional.of(repairs + " repairs");
            int inspected = plans.ofProduct(product.value());
            return inspected > 0 ? Optional.of(inspected + " inspection plans") : Optional.empty();
        }
    }
}
