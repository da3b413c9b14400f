package eventkit.labels.web;

import eventkit.core.Open;
import eventkit.core.SignedIn;
import eventkit.labels.CodeBook;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a scanned code means. */
@RestController
@RequestMapping("/api/v1/codes")
class CodesResource {
    private final CodeBook codes;

    CodesResource(CodeBook codes) {
        this.codes = codes;
    }

    /** Open: a finder is nobody we know. The answer is the same for every code, known or not. */
    @GetMapping("/{code}/notice")
    @Open
    CodeBook.Notice notice(@PathVariable String code) {
        return codes.notice();
    }

    @GetMapping("/{id}")
    @SignedIn
    CodeBook.Found find(@PathVariable UUID id) {
        return codes.find(id);
    }

    /** Whatever a scanner reads: an address on a label, a number, an alias, a serial, a short code. */
    @GetMapping
    @SignedIn
    CodeBook.Found resolve(@RequestParam String text, HttpServletRequest request) {
        return codes.resolve(text, LabelsResource.origin(request));
    }
}
