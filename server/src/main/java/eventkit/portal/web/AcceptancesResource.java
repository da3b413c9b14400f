package eventkit.portal.web;

import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.web.AnswersSecret;
import eventkit.portal.Acceptance;
import eventkit.portal.Acceptances;
import eventkit.portal.Link;
import eventkit.portal.Links;
import eventkit.portal.Remark;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What goes to clients and comes back from them. */
@RestController
@RequestMapping("/api/v1")
class AcceptancesResource {
    private final Links links;
    private final Acceptances acceptances;

    AcceptancesResource(Links links, Acceptances acceptances) {
        this.links = links;
        this.acceptances = acceptances;
    }

    @GetMapping("/quotes/{id}/links")
    @Needs(Permission.QUOTE_READ)
    Page<Link> links(@PathVariable UUID id) {
        return Page.of(links.of(id));
    }

    /** The address is told this once. Whoever knows it may read, ask, accept and decline. */
    @PostMapping("/quotes/{id}/links")
    @Needs(Permission.QUOTE_EDIT)
    @AnswersSecret
    @ResponseStatus(HttpStatus.CREATED)
    Links.Made make(@PathVariable UUID id, @RequestBody Links.NewLink link, HttpServletRequest request) {
        return links.make(id, link, request.getScheme() + "://" + request.getHeader("Host"));
    }

    @DeleteMapping("/quotes/{id}/links/{linkId}")
    @Needs(Permission.QUOTE_EDIT)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, @PathVariable UUID linkId) {
        links.revoke(id, linkId);
    }

    @GetMapping("/quotes/{id}/remarks")
    @Needs(Permission.QUOTE_READ)
    Page<Remark> remarks(@PathVariable UUID id) {
        return Page.of(links.remarks(id));
    }

    /** To be read by the client. */
    @PostMapping("/quotes/{id}/remarks")
    @Needs(Permission.QUOTE_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    Remark say(@PathVariable UUID id, @RequestBody Links.NewRemark remark) {
        return links.say(id, remark);
    }

    @GetMapping("/quotes/{id}/acceptances")
    @Needs(Permission.QUOTE_READ)
    Page<Acceptance> of(@PathVariable UUID id) {
        return Page.of(acceptances.of(id));
    }

    /** A yes that came by telephone or on paper. */
    @PostMapping("/quotes/{id}/acceptances")
    @Needs(Permission.QUOTE_EDIT)
    @ResponseStatus(HttpStatus.CREATED)
    Acceptance accept(@PathVariable UUID id, @RequestBody Acceptances.ByHand yes) {
        return acceptances.accept(id, yes);
    }

    /** Not confirmed yet, the oldest first. */
    @GetMapping("/acceptances")
    @Needs(Permission.QUOTE_READ)
    Page<Acceptance> open() {
        return Page.of(acceptances.open());
    }

    /** Tries to confirm it now; the answer says what came of it. */
    @PostMapping("/acceptances/{id}/attempt")
    @Needs(Permission.QUOTE_EDIT)
    Acceptance retry(@PathVariable UUID id) {
        return acceptances.retry(id);
    }

    @PostMapping("/acceptances/{id}/withdrawal")
    @Needs(Permission.QUOTE_EDIT)
    Acceptance withdraw(@PathVariable UUID id, @RequestBody Acceptances.Withdrawal withdrawal) {
        return acceptances.withdraw(id, withdrawal);
    }
}
