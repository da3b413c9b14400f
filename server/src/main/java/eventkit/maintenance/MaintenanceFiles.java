package eventkit.maintenance;

import eventkit.core.Permission;
import eventkit.documents.AttachmentOwner;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Estimates and bills of repairs, certificates of inspections. */
@Configuration(proxyBeanMethods = false)
class MaintenanceFiles {
    @Bean
    AttachmentOwner filesOfRepairs(MaintenanceJobs jobs, Clock clock, Today today) {
        return new AttachmentOwner(
                "maintenance-job",
                Permission.MAINTENANCE_READ,
                Permission.MAINTENANCE_EDIT,
                id -> jobs.find(id, clock.instant(), today.date()).map(job -> job.number() + " " + job.item()));
    }

    @Bean
    AttachmentOwner filesOfInspections(InspectionBook book) {
        return new AttachmentOwner(
                "inspection",
                Permission.MAINTENANCE_READ,
                Permission.MAINTENANCE_EDIT,
                id -> book.find(id).map(i -> i.asset().name() + " " + i.plan().name() + " " + i.inspectedOn()));
    }
}
