package eventkit.finance.web;

import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.core.Refusal.FieldError;
import eventkit.finance.InvoicePapers;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Invoices as papers and as data. */
@RestController
@RequestMapping("/api/v1/invoices/{id}")
class InvoicePapersResource {
    private final InvoicePapers papers;

    InvoicePapersResource(InvoicePapers papers) {
        this.papers = papers;
    }

    /** What was issued is the same file for ever, with its data in it where nothing is missing for that; a draft says on each page that it is one. */
    @GetMapping("/pdf")
    @Needs(Permission.INVOICE_READ)
    @ApiResponse(
            responseCode = "200",
            description = "PDF/A-3; a Factur-X where nothing is missing for an e-invoice.",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
        return file(papers.pdf(id));
    }

    /** UBL, by Peppol BIS Billing 3 where both can be reached there. */
    @GetMapping("/ubl")
    @Needs(Permission.INVOICE_READ)
    @ApiResponse(
            responseCode = "200",
            description = "The invoice or credit note as UBL 2.1.",
            content = @Content(mediaType = "application/xml", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> ubl(@PathVariable UUID id) {
        return file(papers.ubl(id));
    }

    /** @param missing each by its field in the e-invoice; empty: it is one */
    record Readiness(boolean complete, List<FieldError> missing) {}

    /** Whether an issued invoice is an e-invoice, and what it lacks. */
    @GetMapping("/e-invoice")
    @Needs(Permission.INVOICE_READ)
    Readiness readiness(@PathVariable UUID id) {
        var missing = papers.missing(id);
        return new Readiness(missing.isEmpty(), missing);
    }

    static ResponseEntity<byte[]> file(InvoicePapers.Print print) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, print.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(print.fileName())
                                .build()
                                .toString())
                .body(print.content());
    }
}
