package eventkit.portal.web;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.crm.ClientMail;
import eventkit.portal.QuoteMail;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Quotes by e-mail. */
@RestController
@RequestMapping("/api/v1/quotes/{id}")
class QuoteMailResource {
    private final QuoteMail mail;

    QuoteMailResource(QuoteMail mail) {
        this.mail = mail;
    }

    /** What the letter would say, to go on writing. */
    @GetMapping("/email-draft")
    @Needs(Permission.QUOTE_READ)
    ClientMail.Draft draft(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID contact) {
        return mail.draft(id, contact);
    }

    /** Sends it, and the quote with it where it is a draft that nobody has to approve. */
    @PostMapping("/emails")
    @Needs(Permission.QUOTE_EDIT)
    QuoteMail.Outcome send(
            @PathVariable UUID id,
            @RequestBody QuoteMail.Written written,
            IfMatch ifMatch,
            HttpServletRequest request) {
        return mail.send(id, written, request.getScheme() + "://" + request.getHeader("Host"), ifMatch);
    }
}
