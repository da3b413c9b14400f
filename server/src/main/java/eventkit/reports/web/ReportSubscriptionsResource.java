package eventkit.reports.web;

import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.Versioned;
import eventkit.reports.Named;
import eventkit.reports.ReportKind;
import eventkit.reports.Subscription;
import eventkit.reports.Subscriptions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports by e-mail. */
@RestController
@RequestMapping("/api/v1")
class ReportSubscriptionsResource {
    private final Subscriptions subscriptions;

    ReportSubscriptionsResource(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** One's own, and those that one gets. */
    @GetMapping("/report-subscriptions")
    @Needs(Permission.REPORT_READ)
    Page<Subscription> list(ListQuery query) {
        return subscriptions.list(query);
    }

    @GetMapping("/report-subscriptions/{id}")
    @Needs(Permission.REPORT_READ)
    ResponseEntity<Subscription> get(@PathVariable UUID id) {
        return tagged(subscriptions.get(id));
    }

    /** Also needs what the report needs, and the permission to export. */
    @PostMapping("/report-subscriptions")
    @Needs(Permission.REPORT_READ)
    ResponseEntity<Subscription> create(@RequestBody Subscriptions.Details details) {
        var made = subscriptions.create(details);
        return Versioned.created("/report-subscriptions/" + made.id(), made, made.version());
    }

    /** By its owner it ends for all; whoever else gets it is left out from now on. */
    @PostMapping("/report-subscriptions/{id}/stop")
    @Needs(Permission.REPORT_READ)
    ResponseEntity<Subscription> stop(@PathVariable UUID id, IfMatch ifMatch) {
        return tagged(subscriptions.stop(id, ifMatch));
    }

    @PostMapping("/report-subscriptions/{id}/resumption")
    @Needs(Permission.REPORT_READ)
    ResponseEntity<Subscription> resume(@PathVariable UUID id, IfMatch ifMatch) {
        return tagged(subscriptions.resume(id, ifMatch));
    }

    /** What was mailed to whom, and what became of it. */
    @GetMapping("/report-deliveries")
    @Needs(Permission.REPORT_READ)
    Page<Subscriptions.Delivery> deliveries(
            ListQuery query, @RequestParam(required = false) @Nullable List<UUID> subscription) {
        return subscriptions.deliveries(subscription == null ? List.of() : subscription, query);
    }

    /** Who may get a report by e-mail. */
    @GetMapping("/report-readers")
    @Needs(Permission.REPORT_READ)
    Page<Named> readers(@RequestParam(required = false) @Nullable ReportKind report) {
        return Page.of(subscriptions.readers(report));
    }

    private static ResponseEntity<Subscription> tagged(Subscription s) {
        return Versioned.ok(s, s.version());
    }
}
