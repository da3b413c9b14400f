package eventkit.core.web;

import eventkit.core.Jobs;
import eventkit.core.Jobs.JobView;
import eventkit.core.ListQuery;
import eventkit.core.Page;
import eventkit.core.SignedIn;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Background jobs: one's own, everybody's with JOB_MANAGE. */
@RestController
@RequestMapping("/api/v1/jobs")
class JobsResource {
    private final Jobs jobs;

    JobsResource(Jobs jobs) {
        this.jobs = jobs;
    }

    @GetMapping
    @SignedIn
    Page<JobView> list(ListQuery query) {
        return jobs.list(query);
    }

    @GetMapping("/{id}")
    @SignedIn
    JobView get(@PathVariable UUID id) {
        return jobs.get(id);
    }

    @PostMapping("/{id}/cancellation")
    @SignedIn
    JobView cancel(@PathVariable UUID id) {
        return jobs.cancel(id);
    }
}
