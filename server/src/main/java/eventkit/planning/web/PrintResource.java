package eventkit.planning.web;

import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.planning.Prints;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
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

/** Papers of events. */
@RestController
@RequestMapping("/api/v1")
class PrintResource {
    private final Prints prints;

    PrintResource(Prints prints) {
        this.prints = prints;
    }

    /** PDF. A packing list has a page for each group; {@code group} prints only that one. */
    @GetMapping(value = "/pull-lists/{id}/print", produces = MediaType.APPLICATION_PDF_VALUE)
    @Needs(Permission.EVENT_READ)
    ResponseEntity<byte[]> pullList(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "PULL_LIST") Prints.Form form,
            @RequestParam(required = false) @Nullable UUID group,
            HttpServletRequest request) {
        return file(prints.pullList(id, form, group, CalendarFeedResource.origin(request)));
    }

    /** PDF: client, venue, schedule, equipment, checklists and notes on one paper. */
    @GetMapping(value = "/events/{id}/print", produces = MediaType.APPLICATION_PDF_VALUE)
    @Needs(Permission.EVENT_READ)
    ResponseEntity<byte[]> event(@PathVariable UUID id, HttpServletRequest request) {
        return file(prints.event(id, CalendarFeedResource.origin(request)));
    }

    static ResponseEntity<byte[]> file(Prints.Print print) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(print.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(print.content());
    }
}
