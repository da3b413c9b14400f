package eventkit.finance.web;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.finance.Age;
import eventkit.finance.Invoice;
import eventkit.finance.InvoiceDocument;
import eventkit.finance.InvoiceKind;
import eventkit.finance.InvoiceState;
import eventkit.finance.Invoices;
import eventkit.finance.Reminders;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Invoices, credit notes, what is owed by them, and reminders. */
@RestController
@RequestMapping("/api/v1")
class InvoicesResource {
    private final Invoices invoices;
    private final Reminders reminders;
    private final MergePatch patches;

    InvoicesResource(Invoices invoices, Reminders reminders, MergePatch patches) {
        this.invoices = invoices;
        this.reminders = reminders;
        this.patches = patches;
    }

    /** By number, title, client, event and the buyer's reference. */
    @GetMapping("/invoices")
    @Needs(Permission.INVOICE_READ)
    Page<Invoice> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<InvoiceKind> kind,
            @RequestParam(required = false) @Nullable List<InvoiceState> state,
            @RequestParam(required = false) @Nullable List<UUID> client,
            @RequestParam(required = false) @Nullable List<UUID> event,
            @RequestParam(required = false) @Nullable List<UUID> deal,
            @RequestParam(required = false) @Nullable Boolean overdue,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable List<Age> age,
            @RequestParam(required = false) @Nullable List<String> currency,
            @RequestParam(required = false) @Nullable Boolean deductible,
            @RequestParam(required = false) @Nullable LocalDate issuedFrom,
            @RequestParam(required = false) @Nullable LocalDate issuedTo) {
        return invoices.list(
                new Invoices.Filter(
                        all(kind),
                        all(state),
                        all(client),
                        all(event),
                        all(deal),
                        overdue,
                        open,
                        all(age),
                        all(currency),
                        deductible,
                        issuedFrom,
                        issuedTo),
                query);
    }

    /** A draft. What is left out comes from the client and the settings. */
    @PostMapping("/invoices")
    @Needs(Permission.INVOICE_EDIT)
    ResponseEntity<Invoice> create(@RequestBody Invoices.Details details) {
        var made = invoices.create(details);
        return Versioned.created("/invoices/" + made.id(), made, made.version());
    }

    @GetMapping("/invoices/{id}")
    @Needs(Permission.INVOICE_READ)
    ResponseEntity<Invoice> get(@PathVariable UUID id) {
        return tagged(invoices.get(id));
    }

    /** As it is printed: seller, buyer, lines, VAT and deductions. */
    @GetMapping("/invoices/{id}/document")
    @Needs(Permission.INVOICE_READ)
    ResponseEntity<InvoiceDocument> document(@PathVariable UUID id) {
        var document = invoices.document(id);
        return Versioned.ok(document, document.invoice().version());
    }

    /** Of a draft. Lines are given all together, and so are the deposits that it deducts. */
    @PatchMapping("/invoices/{id}")
    @Needs(Permission.INVOICE_EDIT)
    ResponseEntity<Invoice> change(
            @PathVariable UUID id, @RequestBody @PatchOf(Invoices.Details.class) JsonNode patch, IfMatch ifMatch) {
        var now = Invoices.Details.of(invoices.document(id));
        return tagged(invoices.change(id, patches.apply(now, patch, Invoices.Details.class), ifMatch));
    }

    /** Only a draft. */
    @DeleteMapping("/invoices/{id}")
    @Needs(Permission.INVOICE_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        invoices.remove(id, ifMatch);
    }

    /** Gives it the next number, posts it, and fixes it for ever. */
    @PostMapping("/invoices/{id}/issue")
    @Needs(Permission.INVOICE_EDIT)
    ResponseEntity<Invoice> issue(@PathVariable UUID id, @RequestBody Invoices.Issue issue, IfMatch ifMatch) {
        return tagged(invoices.issue(id, issue, ifMatch));
    }

    /** The draft of a credit note over all of it; take lines away to credit a part. */
    @PostMapping("/invoices/{id}/credit-note")
    @Needs(Permission.INVOICE_EDIT)
    ResponseEntity<Invoice> credit(@PathVariable UUID id) {
        var made = invoices.credit(id);
        return Versioned.created("/invoices/" + made.id(), made, made.version());
    }

    @GetMapping("/invoices/{id}/history")
    @Needs(Permission.INVOICE_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return invoices.history(id, query);
    }

    @GetMapping("/invoices/{id}/reminders")
    @Needs(Permission.INVOICE_READ)
    Page<Reminders.Reminder> remindersOf(@PathVariable UUID id) {
        return Page.of(reminders.of(id));
    }

    /** Invoices of which it is time to remind, and with which step. */
    @GetMapping("/reminders-due")
    @Needs(Permission.INVOICE_READ)
    Page<Reminders.Due> due() {
        return Page.of(reminders.due());
    }

    /** @param ids of invoices */
    record Remind(List<UUID> ids) {}

    /** The next step of each invoice; all or none. */
    @PostMapping("/reminders")
    @Needs(Permission.INVOICE_EDIT)
    Page<Reminders.Reminder> remind(@RequestBody Remind remind) {
        return Page.of(reminders.remind(all(remind.ids())));
    }

    /** What each client owes, by how long it should have been paid. */
    @GetMapping("/ageing")
    @Needs(Permission.INVOICE_READ)
    Page<Invoices.Ageing> ageing(@RequestParam(required = false) @Nullable LocalDate on) {
        return Page.of(invoices.ageing(on));
    }

    /** What a client was billed and what it paid, in the order of the days. */
    @GetMapping("/statements")
    @Needs(Permission.INVOICE_READ)
    Page<Invoices.StatementLine> statement(
            @RequestParam UUID client,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        return Page.of(invoices.statement(client, from, to));
    }

    private static <T> List<T> all(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    private static ResponseEntity<Invoice> tagged(Invoice i) {
        return Versioned.ok(i, i.version());
    }
}
