package eventkit.finance.web;

import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.finance.Cancellations;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Cancelling what was won, with its money. */
@RestController
@RequestMapping("/api/v1/events/{id}/cancellation")
class CancellationsResource {
    private final Cancellations cancellations;

    CancellationsResource(Cancellations cancellations) {
        this.cancellations = cancellations;
    }

    /** What cancelling today would do, or what it did. */
    @GetMapping
    @Needs(Permission.INVOICE_READ)
    Cancellations.Plan plan(@PathVariable UUID id) {
        return cancellations.plan(id);
    }

    /** Frees the stock, credits what was billed, and makes the draft of the agreed fee. */
    @PostMapping
    @Needs(Permission.INVOICE_EDIT)
    Cancellations.Plan cancel(@PathVariable UUID id, @RequestBody Cancellations.Cancel cancel) {
        return cancellations.cancel(id, cancel);
    }
}
