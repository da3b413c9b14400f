package eventkit.finance.web;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.Versioned;
import eventkit.finance.Payment;
import eventkit.finance.Payments;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Payments of clients and to them. */
@RestController
@RequestMapping("/api/v1/payments")
class PaymentsResource {
    private final Payments payments;

    PaymentsResource(Payments payments) {
        this.payments = payments;
    }

    @GetMapping
    @Needs(Permission.INVOICE_READ)
    Page<Payment> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<UUID> client,
            @RequestParam(required = false) @Nullable List<UUID> invoice,
            @RequestParam(required = false) @Nullable Boolean free,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return payments.list(new Payments.Filter(all(client), all(invoice), free, from, to), query);
    }

    @PostMapping
    @Needs(Permission.INVOICE_EDIT)
    ResponseEntity<Payment> create(@RequestBody Payments.NewPayment payment) {
        var made = payments.create(payment);
        return Versioned.created("/payments/" + made.id(), made, made.version());
    }

    /** A bank's file, line by line: what names an invoice pays it, what only names a client stays free. */
    @PostMapping("/csv")
    @Needs(Permission.INVOICE_EDIT)
    Page<Payments.CsvLine> take(@RequestBody Payments.Csv csv) {
        return Page.of(payments.take(csv));
    }

    @GetMapping("/{id}")
    @Needs(Permission.INVOICE_READ)
    ResponseEntity<Payment> get(@PathVariable UUID id) {
        return tagged(payments.get(id));
    }

    record Parts(List<Payments.Part> parts) {}

    /** What is left of it is for these invoices, too. */
    @PostMapping("/{id}/parts")
    @Needs(Permission.INVOICE_EDIT)
    ResponseEntity<Payment> allocate(@PathVariable UUID id, @RequestBody Parts parts, IfMatch ifMatch) {
        return tagged(payments.allocate(id, all(parts.parts()), ifMatch));
    }

    /** It does not pay this invoice any more. */
    @DeleteMapping("/{id}/parts/{invoiceId}")
    @Needs(Permission.INVOICE_EDIT)
    ResponseEntity<Payment> release(@PathVariable UUID id, @PathVariable UUID invoiceId, IfMatch ifMatch) {
        return tagged(payments.release(id, invoiceId, ifMatch));
    }

    /** Pays back what is left of it. */
    @PostMapping("/{id}/refund")
    @Needs(Permission.INVOICE_EDIT)
    ResponseEntity<Payment> refund(@PathVariable UUID id, @RequestBody Payments.Refund refund) {
        var made = payments.refund(id, refund);
        return Versioned.created("/payments/" + made.id(), made, made.version());
    }

    /** It was entered by mistake. */
    @PostMapping("/{id}/cancellation")
    @Needs(Permission.INVOICE_EDIT)
    ResponseEntity<Payment> cancel(
            @PathVariable UUID id, @RequestBody Payments.Cancellation cancellation, IfMatch ifMatch) {
        return tagged(payments.cancel(id, cancellation, ifMatch));
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.INVOICE_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return payments.history(id, query);
    }

    private static <T> List<T> all(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    private static ResponseEntity<Payment> tagged(Payment p) {
        return Versioned.ok(p, p.version());
    }
}
