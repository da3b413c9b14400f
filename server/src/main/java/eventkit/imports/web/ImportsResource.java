package eventkit.imports.web;

import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.TableExport;
import eventkit.core.web.Versioned;
import eventkit.imports.ImportField;
import eventkit.imports.ImportKind;
import eventkit.imports.Imports;
import eventkit.imports.Mapping;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** CSV files in: upload, map, look, run. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportsResource {
    private final Imports imports;

    ImportsResource(Imports imports) {
        this.imports = imports;
    }

    @PostMapping
    @Needs(Permission.IMPORT)
    ResponseEntity<Imports.Upload> receive(@RequestPart MultipartFile file, @RequestParam ImportKind kind)
            throws IOException {
        try (var in = file.getInputStream()) {
            var upload = imports.receive(kind, file.getOriginalFilename(), in);
            return Versioned.created("/imports/" + upload.id(), upload, upload.version());
        }
    }

    @GetMapping
    @Needs(Permission.IMPORT)
    Page<Imports.Upload> list(ListQuery query) {
        return imports.list(query);
    }

    /** An empty table with a column for each field. */
    @GetMapping("/template.csv")
    @Needs(Permission.IMPORT)
    void template(@RequestParam ImportKind kind, HttpServletResponse response) throws IOException {
        response.setContentType(TableExport.Format.CSV.mediaType());
        response.setHeader(
                "Content-Disposition", "attachment; filename=\"" + kind.name().toLowerCase(Locale.ROOT) + ".csv\"");
        try (var table = TableExport.to(response.getOutputStream(), TableExport.Format.CSV, kind.name())) {
            table.header(kind.fields().stream().map(ImportField::name).toList());
        }
    }

    @GetMapping("/{id}")
    @Needs(Permission.IMPORT)
    ResponseEntity<Imports.Upload> get(@PathVariable UUID id) {
        return tagged(imports.get(id));
    }

    @PutMapping("/{id}/mapping")
    @Needs(Permission.IMPORT)
    ResponseEntity<Imports.Upload> map(@PathVariable UUID id, @RequestBody Mapping mapping, IfMatch ifMatch) {
        return tagged(imports.map(id, mapping, ifMatch));
    }

    @PostMapping("/{id}/preview")
    @Needs(Permission.IMPORT)
    ResponseEntity<Imports.Upload> preview(@PathVariable UUID id) {
        return accepted(imports.preview(id));
    }

    @PostMapping("/{id}/run")
    @Needs(Permission.IMPORT)
    ResponseEntity<Imports.Upload> run(@PathVariable UUID id) {
        return accepted(imports.run(id));
    }

    @GetMapping("/{id}/bad-rows")
    @Needs(Permission.IMPORT)
    Page<Imports.BadRow> badRows(@PathVariable UUID id, ListQuery query) {
        return imports.badRows(id, query);
    }

    @GetMapping("/{id}/bad-rows.csv")
    @Needs(Permission.IMPORT)
    void badRowsFile(@PathVariable UUID id, HttpServletResponse response) throws IOException {
        imports.get(id);
        response.setContentType(TableExport.Format.CSV.mediaType());
        response.setHeader("Content-Disposition", "attachment; filename=\"bad-rows.csv\"");
        try (var table = TableExport.to(response.getOutputStream(), TableExport.Format.CSV, "bad rows")) {
            table.header(List.of("line", "column", "value", "code", "message"));
            imports.eachBadRow(id, row -> {
                try {
                    table.row(Arrays.asList(row.line(), row.column(), row.value(), row.code(), row.message()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @DeleteMapping("/{id}")
    @Needs(Permission.IMPORT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, IfMatch ifMatch) {
        imports.remove(id, ifMatch);
    }

    private static ResponseEntity<Imports.Upload> tagged(Imports.Upload upload) {
        return Versioned.ok(upload, upload.version());
    }

    private static ResponseEntity<Imports.Upload> accepted(Imports.Upload upload) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + upload.jobId()))
                .eTag(Versioned.tag(upload.version()))
                .body(upload);
    }
}
