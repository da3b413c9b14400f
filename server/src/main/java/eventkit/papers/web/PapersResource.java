package eventkit.papers.web;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.MergePatch;
import eventkit.core.web.PatchOf;
import eventkit.core.web.Renders;
import eventkit.core.web.Versioned;
import eventkit.papers.PaperDesign;
import eventkit.papers.PaperDesigns;
import eventkit.papers.PaperKind;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The design of papers for clients. */
@RestController
@RequestMapping("/api/v1/paper-design")
class PapersResource {
    private final PaperDesigns designs;
    private final MergePatch patches;

    PapersResource(PaperDesigns designs, MergePatch patches) {
        this.designs = designs;
        this.patches = patches;
    }

    @GetMapping
    @Needs(Permission.COMPANY_EDIT)
    ResponseEntity<PaperDesign> design() {
        var design = designs.get();
        return Versioned.ok(design, design.version());
    }

    /** The standard template and texts, and the placeholders that may be used. */
    @GetMapping("/standard")
    @Needs(Permission.COMPANY_EDIT)
    PaperDesigns.Standard standard() {
        return designs.standard();
    }

    @PatchMapping
    @Needs(Permission.COMPANY_EDIT)
    ResponseEntity<PaperDesign> change(
            @RequestBody @PatchOf(PaperDesigns.Details.class) JsonNode patch, IfMatch ifMatch) {
        var details = patches.apply(PaperDesigns.Details.of(designs.get()), patch, PaperDesigns.Details.class);
        var design = designs.change(details, ifMatch);
        return Versioned.ok(design, design.version());
    }

    /** A page of an example in the design given, as a picture. Keeps nothing. */
    @PostMapping("/preview")
    @Needs(Permission.COMPANY_EDIT)
    @Renders
    PaperDesigns.Preview preview(
            @RequestParam PaperKind kind,
            @RequestParam String language,
            @RequestParam(defaultValue = "1") int page,
            @RequestBody PaperDesigns.Details details) {
        return designs.preview(kind, language, page, details);
    }

    /** An example in the design given. Keeps nothing. */
    @PostMapping("/example")
    @Needs(Permission.COMPANY_EDIT)
    @Renders
    @ApiResponse(
            responseCode = "200",
            description = "The example.",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> example(
            @RequestParam PaperKind kind, @RequestParam String language, @RequestBody PaperDesigns.Details details) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename("example.pdf")
                                .build()
                                .toString())
                .body(designs.example(kind, language, details));
    }

    @GetMapping("/history")
    @Needs(Permission.COMPANY_EDIT)
    Page<AuditTrail.Entry> history(ListQuery query) {
        return designs.history(query);
    }
}
