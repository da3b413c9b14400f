package eventkit.finance.web;

import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.crm.ClientMail;
import eventkit.finance.AccountPapers;
import eventkit.finance.FinanceMail;
import eventkit.finance.InvoicePapers;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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

/** Reminders and statements as papers, and all papers of finance by e-mail. */
@RestController
@RequestMapping("/api/v1")
class FinanceMailResource {
    private final FinanceMail mail;
    private final AccountPapers papers;

    FinanceMailResource(FinanceMail mail, AccountPapers papers) {
        this.mail = mail;
        this.papers = papers;
    }

    /** @param letters how many were queued */
    record Sent(int letters) {}

    /** What the letter would say, to go on writing. */
    @GetMapping("/invoices/{id}/email-draft")
    @Needs(Permission.INVOICE_READ)
    ClientMail.Draft draft(@PathVariable UUID id, @RequestParam(required = false) FinanceMail.@Nullable Paper paper) {
        return mail.draft(id, paper);
    }

    /** With the invoice as PDF; a reminder besides, where that is what is sent. */
    @PostMapping("/invoices/{id}/emails")
    @Needs(Permission.INVOICE_EDIT)
    Sent send(@PathVariable UUID id, @RequestBody FinanceMail.Written written) {
        return new Sent(mail.send(id, written).size());
    }

    /** What the next reminder would say, and to whom. */
    @GetMapping("/invoices/{id}/next-reminder")
    @Needs(Permission.INVOICE_READ)
    ClientMail.Draft nextReminder(@PathVariable UUID id) {
        return mail.nextReminder(id);
    }

    /** Enters the next reminder and sends it with the invoice. */
    @PostMapping("/invoices/{id}/reminder-letters")
    @Needs(Permission.INVOICE_EDIT)
    FinanceMail.Reminded remind(@PathVariable UUID id, @RequestBody FinanceMail.Remind remind) {
        return mail.remind(id, remind);
    }

    @GetMapping("/clients/{id}/statement-email-draft")
    @Needs(Permission.INVOICE_READ)
    ClientMail.Draft statementDraft(@PathVariable UUID id) {
        return mail.statementDraft(id);
    }

    /** With the statement of today. */
    @PostMapping("/clients/{id}/statement-emails")
    @Needs(Permission.INVOICE_EDIT)
    Sent sendStatement(@PathVariable UUID id, @RequestBody FinanceMail.Written written) {
        return new Sent(mail.sendStatement(id, written).size());
    }

    /** The last reminder of an invoice. */
    @GetMapping("/invoices/{id}/reminder-pdf")
    @Needs(Permission.INVOICE_READ)
    @ApiResponse(
            responseCode = "200",
            description = "PDF/A-3.",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> reminder(@PathVariable UUID id) {
        return file(papers.reminder(id));
    }

    /** What of a client is open today. */
    @GetMapping("/clients/{id}/statement-pdf")
    @Needs(Permission.INVOICE_READ)
    @ApiResponse(
            responseCode = "200",
            description = "PDF/A-3.",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> statement(@PathVariable UUID id) {
        return file(papers.statement(id, null, null));
    }

    private static ResponseEntity<byte[]> file(InvoicePapers.Print print) {
        return InvoicePapersResource.file(print);
    }
}
