package eventkit.labels.web;

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
import eventkit.labels.BlankLabel;
import eventkit.labels.BlankLabels;
import eventkit.labels.LabelFormat;
import eventkit.labels.LabelFormats;
import eventkit.labels.LabelKind;
import eventkit.labels.LabelPrinting;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
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

/** Label formats, printing, and labels printed ahead. */
@RestController
@RequestMapping("/api/v1")
class LabelsResource {
    private final LabelFormats formats;
    private final LabelPrinting printing;
    private final BlankLabels blanks;
    private final MergePatch patches;

    LabelsResource(LabelFormats formats, LabelPrinting printing, BlankLabels blanks, MergePatch patches) {
        this.formats = formats;
        this.printing = printing;
        this.blanks = blanks;
        this.patches = patches;
    }

    @GetMapping("/label-formats")
    @Needs(Permission.LABEL_PRINT)
    Page<LabelFormat> formats(ListQuery query) {
        return formats.list(query);
    }

    /** Sheets and rolls sold under a number, for a format to begin from. */
    @GetMapping("/label-sheets")
    @Needs(Permission.LABEL_PRINT)
    Page<LabelFormats.Sheet> sheets() {
        return Page.of(formats.sheets());
    }

    @GetMapping("/label-formats/{id}")
    @Needs(Permission.LABEL_PRINT)
    ResponseEntity<LabelFormat> format(@PathVariable UUID id) {
        return tagged(formats.get(id));
    }

    @GetMapping("/label-formats/{id}/preview")
    @Needs(Permission.LABEL_PRINT)
    LabelFormats.Preview preview(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LabelKind kind,
            @RequestParam(required = false) @Nullable UUID item,
            HttpServletRequest request) {
        return formats.preview(id, kind, item, origin(request));
    }

    /** Keeps nothing. */
    @PostMapping("/label-formats/preview")
    @Needs(Permission.LABEL_EDIT)
    LabelFormats.Preview draft(@RequestBody LabelFormats.Details details, HttpServletRequest request) {
        return formats.draft(details, origin(request));
    }

    @GetMapping("/label-formats/{id}/history")
    @Needs(Permission.LABEL_PRINT)
    Page<AuditTrail.Entry> formatHistory(@PathVariable UUID id, ListQuery query) {
        return formats.history(id, query);
    }

    @PostMapping("/label-formats")
    @Needs(Permission.LABEL_EDIT)
    ResponseEntity<LabelFormat> createFormat(@RequestBody LabelFormats.Details details) {
        var format = formats.create(details);
        return Versioned.created("/label-formats/" + format.id(), format, format.version());
    }

    @PatchMapping("/label-formats/{id}")
    @Needs(Permission.LABEL_EDIT)
    ResponseEntity<LabelFormat> changeFormat(
            @PathVariable UUID id, @RequestBody @PatchOf(LabelFormats.Details.class) JsonNode patch, IfMatch ifMatch) {
        var details = patches.apply(LabelFormats.Details.of(formats.get(id)), patch, LabelFormats.Details.class);
        return tagged(formats.change(id, details, ifMatch));
    }

    @DeleteMapping("/label-formats/{id}")
    @Needs(Permission.LABEL_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeFormat(@PathVariable UUID id, IfMatch ifMatch) {
        formats.remove(id, ifMatch);
    }

    /** A PDF, or ZPL as text where the format is a label printer's. */
    @PostMapping("/labels")
    @Needs(Permission.LABEL_PRINT)
    @Renders
    @ApiResponse(
            responseCode = "200",
            description = "The file for the printer.",
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "text/plain", schema = @Schema(type = "string"))
            })
    ResponseEntity<byte[]> print(@RequestBody LabelPrinting.Order order, HttpServletRequest request) {
        return file(printing.print(order, origin(request)));
    }

    record Run(UUID jobId) {}

    /** More labels than somebody waits for: a job makes the file, see jobs. */
    @PostMapping("/label-runs")
    @Needs(Permission.LABEL_PRINT)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Run printLater(@RequestBody LabelPrinting.Order order, HttpServletRequest request) {
        return new Run(printing.printLater(order, origin(request)));
    }

    /** The file of a run whose job is done; it is kept for a day. */
    @GetMapping("/label-runs/{jobId}/file")
    @Needs(Permission.LABEL_PRINT)
    @ApiResponse(
            responseCode = "200",
            description = "The file for the printer.",
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "text/plain", schema = @Schema(type = "string"))
            })
    ResponseEntity<Resource> printed(@PathVariable UUID jobId) {
        var printed = printing.printed(jobId);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, printed.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, shown(printed.fileName()))
                .body(new FileSystemResource(printed.file()));
    }

    @GetMapping("/blank-labels")
    @Needs(Permission.LABEL_PRINT)
    Page<BlankLabel> blanks(ListQuery query, @RequestParam(required = false) @Nullable Boolean bound) {
        return blanks.list(query, bound);
    }

    @GetMapping("/blank-labels/{id}")
    @Needs(Permission.LABEL_PRINT)
    ResponseEntity<BlankLabel> blank(@PathVariable UUID id) {
        var blank = blanks.get(id);
        return Versioned.ok(blank, blank.version());
    }

    @GetMapping("/blank-labels/{id}/history")
    @Needs(Permission.LABEL_PRINT)
    Page<AuditTrail.Entry> blankHistory(@PathVariable UUID id, ListQuery query) {
        return blanks.history(id, query);
    }

    /** Reserves fresh codes and answers the file for the printer. */
    @PostMapping("/blank-labels")
    @Needs(Permission.LABEL_PRINT)
    @ApiResponse(
            responseCode = "200",
            description = "The file for the printer.",
            content = {
                @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "text/plain", schema = @Schema(type = "string"))
            })
    ResponseEntity<byte[]> printBlanks(@RequestBody LabelPrinting.BlankOrder order, HttpServletRequest request) {
        return file(printing.printBlanks(order, origin(request)));
    }

    /** Once for ever. */
    @PostMapping("/blank-labels/{id}/binding")
    @Needs(Permission.LABEL_PRINT)
    ResponseEntity<BlankLabel> bind(@PathVariable UUID id, @RequestBody BlankLabels.Binding binding) {
        var blank = blanks.bind(id, binding);
        return Versioned.ok(blank, blank.version());
    }

    static String origin(HttpServletRequest request) {
        return request.getScheme() + "://" + request.getHeader("Host");
    }

    private static ResponseEntity<byte[]> file(LabelPrinting.Print print) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, print.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, shown(print.fileName()))
                .body(print.content());
    }

    private static String shown(String fileName) {
        return ContentDisposition.inline().filename(fileName).build().toString();
    }

    private static ResponseEntity<LabelFormat> tagged(LabelFormat format) {
        return Versioned.ok(format, format.version());
    }
}
