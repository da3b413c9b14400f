package eventkit.reports.web;

import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.reports.By;
import eventkit.reports.Question;
import eventkit.reports.Report;
import eventkit.reports.ReportKind;
import eventkit.reports.Reports;
import eventkit.reports.Span;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports on the screen and as files. */
@RestController
@RequestMapping("/api/v1/reports")
class ReportsResource {
    private final Reports reports;

    ReportsResource(Reports reports) {
        this.reports = reports;
    }

    /** Those that the caller may see, with what each can be asked. */
    @GetMapping
    @Needs(Permission.REPORT_READ)
    Page<Reports.About> all() {
        return Page.of(reports.all());
    }

    /** As it is now. Also needs what the report's rows need. */
    @GetMapping("/{kind}")
    @Needs(Permission.REPORT_READ)
    Report report(
            @PathVariable ReportKind kind,
            @RequestParam(required = false) @Nullable By by,
            @RequestParam(required = false) @Nullable Span span,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable List<UUID> client,
            @RequestParam(required = false) @Nullable List<UUID> category,
            @RequestParam(required = false) @Nullable List<UUID> product,
            @RequestParam(required = false) @Nullable List<UUID> warehouse,
            @RequestParam(required = false) @Nullable List<UUID> eventType,
            @RequestParam(required = false) @Nullable List<String> wanted,
            @RequestParam(required = false) @Nullable UUID template) {
        return reports.make(
                kind, question(by, span, from, to, client, category, product, warehouse, eventType, wanted, template));
    }

    /** The same as CSV, XLSX or PDF. */
    @GetMapping("/{kind}/file")
    @Needs(Permission.EXPORT)
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> file(
            @PathVariable ReportKind kind,
            @RequestParam Reports.Format format,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(required = false) @Nullable By by,
            @RequestParam(required = false) @Nullable Span span,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable List<UUID> client,
            @RequestParam(required = false) @Nullable List<UUID> category,
            @RequestParam(required = false) @Nullable List<UUID> product,
            @RequestParam(required = false) @Nullable List<UUID> warehouse,
            @RequestParam(required = false) @Nullable List<UUID> eventType,
            @RequestParam(required = false) @Nullable List<String> wanted,
            @RequestParam(required = false) @Nullable UUID template) {
        var file = reports.file(
                kind,
                question(by, span, from, to, client, category, product, warehouse, eventType, wanted, template),
                format,
                language);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file.content());
    }

    private static Question question(
            @Nullable By by,
            @Nullable Span span,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable List<UUID> client,
            @Nullable List<UUID> category,
            @Nullable List<UUID> product,
            @Nullable List<UUID> warehouse,
            @Nullable List<UUID> eventType,
            @Nullable List<String> wanted,
            @Nullable UUID template) {
        return new Question(
                by,
                span,
                from,
                to,
                all(client),
                all(category),
                all(product),
                all(warehouse),
                all(eventType),
                all(wanted),
                template);
    }

    private static <T> List<T> all(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }
}
