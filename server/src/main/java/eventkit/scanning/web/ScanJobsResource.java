package eventkit.scanning.web;

import eventkit.core.Check;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.planning.Phase;
import eventkit.scanning.ScanJob;
import eventkit.scanning.ScanJobs;
import eventkit.scanning.VehicleLoads;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Events as the warehouse works on them. */
@RestController
@RequestMapping("/api/v1/scanning/jobs")
class ScanJobsResource {
    private final ScanJobs jobs;
    private final VehicleLoads loads;

    ScanJobsResource(ScanJobs jobs, VehicleLoads loads) {
        this.jobs = jobs;
        this.loads = loads;
    }

    /** Earliest first; without phases those that the warehouse works on. */
    @GetMapping
    @Needs(Permission.SCAN)
    Page<ScanJobs.Line> list(ListQuery query, @RequestParam(required = false) @Nullable List<Phase> phase) {
        return jobs.list(phase == null ? Set.of() : Set.copyOf(phase), query);
    }

    /** Enough to judge scans without a network; with a version that was told before only what changed. */
    @GetMapping("/{eventId}")
    @Needs(Permission.SCAN)
    ScanJob get(
            @PathVariable UUID eventId,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(required = false) @Nullable List<UUID> sent,
            HttpServletRequest request) {
        return jobs.get(eventId, since, sent == null ? Set.of() : Set.copyOf(sent), ScansResource.origin(request));
    }

    record Loads(List<VehicleLoads.Load> loads) {}

    /** What left on which vehicle, and what that weighs and takes up. */
    @GetMapping("/{eventId}/loads")
    @Needs(Permission.EVENT_READ)
    Loads loads(@PathVariable UUID eventId) {
        return new Loads(loads.of(eventId));
    }

    record WantCheck(@Nullable Boolean wanted) {}

    record ConfirmPrep(@Nullable Long scans) {}

    /** Whether somebody who made nothing ready is to look over it before anything leaves. */
    @PutMapping("/{eventId}/check")
    @Needs(Permission.EVENT_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void wantCheck(@PathVariable UUID eventId, @RequestBody WantCheck body) {
        new Check().required(body.wanted(), "wanted").orThrow();
        jobs.wantCheck(eventId, Boolean.TRUE.equals(body.wanted()));
    }

    /** What was made ready is right. {@code scans} as the job told it, so that nobody confirms what he did not see. */
    @PostMapping("/{eventId}/check")
    @Needs(Permission.SCAN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirmPrep(@PathVariable UUID eventId, @RequestBody ConfirmPrep body) {
        new Check().required(body.scans(), "scans").orThrow();
        jobs.confirmPrep(eventId, body.scans() == null ? 0 : body.scans());
    }
}
