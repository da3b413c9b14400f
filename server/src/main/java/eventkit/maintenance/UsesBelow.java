package eventkit.maintenance;

import eventkit.catalogue.ProductId;
import eventkit.catalogue.ProductUse;
import eventkit.core.Permission;
import eventkit.documents.AttachmentOwner;
import eventkit.inventory.AssetId;
import eventkit.inventory.AssetUse;
import eventkit.inventory.LocationId;
import eventkit.inventory.LocationUse;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What repairs and inspections tell the modules below: what they hold, what they use, what files may be attached to. */
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

    @Component("filesOfRepairs")
    static class FilesOfRepairs implements AttachmentOwner {
        private final MaintenanceJobs jobs;
        private final java.time.Clock clock;
        private final Today today;

        FilesOfRepairs(MaintenanceJobs jobs, java.time.Clock clock, Today today) {
            this.jobs = jobs;
            this.clock = clock;
            this.today = today;
        }

        @Override
        public String kind() {
            return "maintenance-job";
        }

        @Override
        public Permission readPermission() {
            return Permission.MAINTENANCE_READ;
        }

        @Override
        public Permission editPermission() {
            return Permission.MAINTENANCE_EDIT;
        }

        @Override
        public Optional<String> labelOf(UUID id) {
            return jobs.find(id, clock.instant(), today.date()).map(job -> job.number() + " " + job.item());
        }
    }

    @Component("filesOfInspections")
    static class FilesOfInspections implements AttachmentOwner {
        private final InspectionBook book;

        FilesOfInspections(InspectionBook book) {
            this.book = book;
        }

        @Override
        public String kind() {
            return "inspection";
        }

        @Override
        public Permission readPermission() {
            return Permission.MAINTENANCE_READ;
        }

        @Override
        public Permission editPermission() {
            return Permission.MAINTENANCE_EDIT;
        }

        @Override
        public Optional<String> labelOf(UUID id) {
            return book.find(id).map(i -> i.asset().name() + " " + i.plan().name() + " " + i.inspectedOn());
        }
    }
}
