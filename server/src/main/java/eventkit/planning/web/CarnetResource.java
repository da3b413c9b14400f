package eventkit.planning.web;

import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.core.web.TableExport;
import eventkit.planning.Carnets;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The goods of an event for customs and the insurer; {@code list} takes only those of some of its pull lists. */
@RestController
@RequestMapping("/api/v1/events/{id}")
class CarnetResource {
    private final Carnets carnets;

    CarnetResource(Carnets carnets) {
        this.carnets = carnets;
    }

    /** What would stand on the paper, and what is missing of it. */
    @GetMapping("/carnet")
    @Needs(Permission.EVENT_READ)
    Carnets.Carnet carnet(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<UUID> list,
            @RequestParam(defaultValue = "false") boolean consumables,
            @RequestParam(defaultValue = "true") boolean subHired,
            @RequestParam(defaultValue = "true") boolean cases) {
        return carnets.of(id, choice(list, consumables, subHired, cases));
    }

    /** PDF, as the general list of an ATA carnet. */
    @GetMapping(value = "/carnet/print", produces = MediaType.APPLICATION_PDF_VALUE)
    @Needs(Permission.EVENT_READ)
    ResponseEntity<byte[]> print(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<UUID> list,
            @RequestParam(defaultValue = "false") boolean consumables,
            @RequestParam(defaultValue = "true") boolean subHired,
            @RequestParam(defaultValue = "true") boolean cases,
            @RequestParam(required = false) @Nullable String language,
            HttpServletRequest request) {
        return PrintResource.file(carnets.print(
                id, choice(list, consumables, subHired, cases), language, CalendarFeedResource.origin(request)));
    }

    /** CSV; the last row has the sums. */
    @GetMapping(value = "/carnet.csv", produces = "text/csv")
    @Needs(Permission.EXPORT)
    ResponseEntity<byte[]> csv(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<UUID> list,
            @RequestParam(defaultValue = "false") boolean consumables,
            @RequestParam(defaultValue = "true") boolean subHired,
            @RequestParam(defaultValue = "true") boolean cases,
            @RequestParam(required = false) @Nullable String language) {
        var choice = choice(list, consumables, subHired, cases);
        return file(carnets.table(id, choice, language), TableExport.Format.CSV);
    }

    /** A spreadsheet; the last row has the sums. */
    @GetMapping(value = "/carnet.xlsx", produces = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    @Needs(Permission.EXPORT)
    ResponseEntity<byte[]> xlsx(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<UUID> list,
            @RequestParam(defaultValue = "false") boolean consumables,
            @RequestParam(defaultValue = "true") boolean subHired,
            @RequestParam(defaultValue = "true") boolean cases,
            @RequestParam(required = false) @Nullable String language) {
        var choice = choice(list, consumables, subHired, cases);
        return file(carnets.table(id, choice, language), TableExport.Format.XLSX);
    }

    private static Carnets.Choice choice(
            @Nullable List<UUID> lists, boolean consumables, boolean subHired, boolean cases) {
        return new Carnets.Choice(lists == null ? List.of() : lists, consumables, subHired, cases);
    }

    private static ResponseEntity<byte[]> file(Carnets.Table table, TableExport.Format format) {
        var content = new ByteArrayOutputStream();
        try (var out = TableExport.to(content, format, "Carnet")) {
            out.header(table.titles());
            for (var row : table.rows()) out.row(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(table.fileName() + "." + format.suffix(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content.toByteArray());
    }
}
