package eventkit.finance.web;

import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.core.web.Versioned;
import eventkit.finance.Invoice;
import eventkit.finance.QuoteBilling;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Invoices from accepted quotes. */
@RestController
@RequestMapping("/api/v1")
class QuoteBillingResource {
    private final QuoteBilling billing;

    QuoteBillingResource(QuoteBilling billing) {
        this.billing = billing;
    }

    /** What an accepted quote was billed, and what is left of it. */
    @GetMapping("/quotes/{id}/billing")
    @Needs(Permission.INVOICE_READ)
    QuoteBilling.Account account(@PathVariable UUID id) {
        return billing.account(id);
    }

    /** The draft of a deposit, of a part, or of the final invoice over what is left. */
    @PostMapping("/quotes/{id}/invoices")
    @Needs(Permission.INVOICE_EDIT)
    ResponseEntity<Invoice> bill(@PathVariable UUID id, @RequestBody QuoteBilling.Bill bill) {
        var made = billing.bill(id, bill);
        return Versioned.created("/invoices/" + made.id(), made, made.version());
    }

    record OfEvent(List<QuoteBilling.Account> quotes) {}

    /** The same for every accepted quote of an event. */
    @GetMapping("/events/{id}/quote-billing")
    @Needs(Permission.INVOICE_READ)
    OfEvent accounts(@PathVariable UUID id) {
        return new OfEvent(billing.accounts(id));
    }
}
