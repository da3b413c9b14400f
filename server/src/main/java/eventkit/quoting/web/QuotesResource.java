package eventkit.quoting.web;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Versioned;
import eventkit.quoting.Quote;
import eventkit.quoting.QuotePapers;
import eventkit.quoting.QuoteState;
import eventkit.quoting.QuoteVersion;
import eventkit.quoting.Quotes;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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

/** Quotes with their versions. Costs and margins are null for who may not see them. */
@RestController
@RequestMapping("/api/v1/quotes")
class QuotesResource {
    private final Quotes quotes;
    private final QuotePapers papers;
    private final MergePatch patches;

    QuotesResource(Quotes quotes, QuotePapers papers, MergePatch patches) {
        this.quotes = quotes;
        this.papers = papers;
        this.patches = patches;
    }

    /** By number, name, client and deal; the state is that of the newest version. */
    @GetMapping
    @Needs(Permission.QUOTE_READ)
    Page<Quotes.Row> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<UUID> client,
            @RequestParam(required = false) @Nullable List<UUID> deal,
            @RequestParam(required = false) @Nullable List<UUID> event,
            @RequestParam(required = false) @Nullable List<QuoteState> state,
            @RequestParam(required = false) @Nullable List<UUID> owner,
            @RequestParam(required = false) @Nullable Boolean template) {
        return quotes.list(
                new Quotes.Filter(
                        all(client), all(deal), all(event), all(state), all(owner), Boolean.TRUE.equals(template)),
                query);
    }

    /** From a deal, a pull list, a template, another quote, or from nothing. */
    @PostMapping
    @Needs(Permission.QUOTE_EDIT)
    ResponseEntity<Quote> create(@RequestBody Quotes.Begin begin) {
        var made = quotes.create(begin);
        return Versioned.created("/quotes/" + made.id(), made, made.version());
    }

    @GetMapping("/{id}")
    @Needs(Permission.QUOTE_READ)
    ResponseEntity<Quote> get(@PathVariable UUID id) {
        return tagged(quotes.get(id));
    }

    /** Groups and lines are given all together: those with their id stay, with the price they have; those without are new; those left out are removed. */
    @PatchMapping("/{id}")
    @Needs(Permission.QUOTE_EDIT)
    ResponseEntity<Quote> change(
            @PathVariable UUID id, @RequestBody @PatchOf(Quotes.Details.class) JsonNode patch, IfMatch ifMatch) {
        var now = Quotes.Details.of(quotes.get(id));
        return tagged(quotes.change(id, patches.apply(now, patch, Quotes.Details.class), ifMatch));
    }

    /** The draft; the quote with it where there is no other version. */
    @DeleteMapping("/{id}")
    @Needs(Permission.QUOTE_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        quotes.remove(id, ifMatch);
    }

    /** As it stands in any version of the quote. */
    @GetMapping("/versions/{versionId}")
    @Needs(Permission.QUOTE_READ)
    QuoteVersion version(@PathVariable UUID versionId) {
        return quotes.version(versionId);
    }

    /** As the client gets it. What was sent is the same file for ever; a draft says on each page that it is one. */
    @GetMapping("/versions/{versionId}/pdf")
    @Needs(Permission.QUOTE_READ)
    @ApiResponse(
            responseCode = "200",
            description = "The quote as PDF/A.",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> pdf(@PathVariable UUID versionId) {
        var print = papers.pdf(versionId);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(print.fileName())
                                .build()
                                .toString())
                .body(print.content());
    }

    /** What differs between two versions, by their running numbers. */
    @GetMapping("/{id}/diff")
    @Needs(Permission.QUOTE_READ)
    Quotes.Diff diff(@PathVariable UUID id, @RequestParam int from, @RequestParam int to) {
        return quotes.diff(id, from, to);
    }

    /** What is free of each line in the quote's time, now. */
    @GetMapping("/{id}/stock")
    @Needs(Permission.QUOTE_READ)
    Quotes.Stock stock(@PathVariable UUID id) {
        return quotes.stock(id);
    }

    /** What would differ, were all prices looked up today. */
    @GetMapping("/{id}/resync")
    @Needs(Permission.QUOTE_READ)
    Page<Quotes.Resync> resync(@PathVariable UUID id) {
        return Page.of(quotes.resync(id));
    }

    @PostMapping("/{id}/resync")
    @Needs(Permission.QUOTE_EDIT)
    ResponseEntity<Quote> resync(@PathVariable UUID id, @RequestBody Quotes.Resyncing which, IfMatch ifMatch) {
        return tagged(quotes.resync(id, which, ifMatch));
    }

    /** Sent, or waiting for approval where more is taken off than the sender may. */
    @PostMapping("/{id}/send")
    @Needs(Permission.QUOTE_EDIT)
    ResponseEntity<Quote> send(@PathVariable UUID id, IfMatch ifMatch) {
        return tagged(quotes.send(id, ifMatch));
    }

    /** And sent. */
    @PostMapping("/{id}/approve")
    @Needs(Permission.QUOTE_APPROVE)
    ResponseEntity<Quote> approve(@PathVariable UUID id, IfMatch ifMatch) {
        return tagged(quotes.approve(id, ifMatch));
    }

    /** A draft again, with what is to be changed. */
    @PostMapping("/{id}/refuse")
    @Needs(Permission.QUOTE_APPROVE)
    ResponseEntity<Quote> refuse(@PathVariable UUID id, @RequestBody Quotes.Refusing refusing, IfMatch ifMatch) {
        return tagged(quotes.refuse(id, refusing, ifMatch));
    }

    /** Taken back from approval. */
    @PostMapping("/{id}/withdraw")
    @Needs(Permission.QUOTE_EDIT)
    ResponseEntity<Quote> withdraw(@PathVariable UUID id, IfMatch ifMatch) {
        return tagged(quotes.withdraw(id, ifMatch));
    }

    /** A new version to work on. */
    @PostMapping("/{id}/versions")
    @Needs(Permission.QUOTE_EDIT)
    ResponseEntity<Quote> revise(@PathVariable UUID id, IfMatch ifMatch) {
        return tagged(quotes.revise(id, ifMatch));
    }

    /** What the client said, where it did so by phone or mail. */
    @PostMapping("/versions/{versionId}/decline")
    @Needs(Permission.QUOTE_EDIT)
    QuoteVersion decline(@PathVariable UUID versionId, @RequestBody Quotes.Refusing refusing) {
        return quotes.decline(versionId, refusing);
    }

    @GetMapping("/{id}/history")
    @Needs(Permission.QUOTE_READ)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return quotes.history(id, query);
    }

    private static <T> List<T> all(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    private static ResponseEntity<Quote> tagged(Quote q) {
        return Versioned.ok(q, q.version());
    }
}
