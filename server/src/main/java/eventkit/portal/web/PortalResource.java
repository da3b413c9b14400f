package eventkit.portal.web;

import eventkit.core.Open;
import eventkit.identity.SessionCookie;
import eventkit.portal.Offer;
import eventkit.portal.Offers;
import eventkit.portal.Pass;
import eventkit.portal.Portal;
import eventkit.portal.Remark;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Contacts of clients who sign in: their quotes and invoices. The portal's own cookie is the proof; that of the staff opens nothing here. */
@RestController
@RequestMapping("/api/v1/portal")
class PortalResource {
    /** Sent to these addresses alone. */
    static final SessionCookie COOKIE = new SessionCookie("EK_PORTAL", "/api/v1/portal", "Strict");

    private final Portal portal;
    private final Offers offers;
    private final Clock clock;

    PortalResource(Portal portal, Offers offers, Clock clock) {
        this.portal = portal;
        this.offers = offers;
        this.clock = clock;
    }

    /** Who is signed in, and whose portal it is. Open: it is the page where one signs in. */
    @GetMapping
    @Open
    ResponseEntity<Portal.Front> front(HttpServletRequest request) {
        return Unkept.of(portal.front(token(request)));
    }

    /** Sends a code to whoever may sign in with this address; the answer is the same where nobody may. Open: it is how one signs in. */
    @PostMapping("/codes")
    @Open
    @ResponseStatus(HttpStatus.CREATED)
    Portal.Asked ask(@RequestBody Portal.Asking asking, HttpServletRequest request) {
        return portal.ask(asking, request.getRemoteAddr(), request.getScheme() + "://" + request.getHeader("Host"));
    }

    /** Open: the code is the proof. */
    @PostMapping("/session")
    @Open
    Portal.Me enter(@RequestBody Portal.Entering entering, HttpServletRequest request, HttpServletResponse response) {
        var entered = portal.enter(entering, request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT));
        long seconds =
                Duration.between(clock.instant(), entered.guest().expiresAt()).toSeconds();
        response.addHeader(HttpHeaders.SET_COOKIE, COOKIE.set(entered.token(), seconds, request.isSecure()));
        return entered.guest();
    }

    /** Open: the session is the proof. */
    @DeleteMapping("/session")
    @Open
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(HttpServletRequest request, HttpServletResponse response) {
        portal.leave(token(request));
        response.addHeader(HttpHeaders.SET_COOKIE, COOKIE.gone(request.isSecure()));
    }

    /** What was sent to their companies, the newest first, so many at a time. Open: the session is the proof. */
    @GetMapping("/quotes")
    @Open
    ResponseEntity<Portal.QuoteLines> quotes(@RequestParam(defaultValue = "0") int offset, HttpServletRequest request) {
        return Unkept.of(portal.quotes(token(request), offset));
    }

    /** What was issued to their companies, the newest first, so many at a time, and what is open of all. Open: the session is the proof. */
    @GetMapping("/invoices")
    @Open
    ResponseEntity<Portal.InvoiceLines> invoices(
            @RequestParam(defaultValue = "0") int offset, HttpServletRequest request) {
        return Unkept.of(portal.invoices(token(request), offset, request.getRemoteAddr()));
    }

    /** Open: the session is the proof. */
    @GetMapping("/invoices/{id}/pdf")
    @Open
    @ApiResponse(
            responseCode = "200",
            description = "The invoice as PDF/A, with its data in it where it is an e-invoice.",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> invoice(@PathVariable UUID id, HttpServletRequest request) {
        var print = portal.invoice(token(request), id, request.getRemoteAddr());
        return Unkept.pdf(print.fileName(), print.content());
    }

    /** The newest version that was sent. Open: the session is the proof. */
    @GetMapping("/quotes/{id}")
    @Open
    ResponseEntity<Offer> read(@PathVariable UUID id, HttpServletRequest request) {
        return Unkept.of(offers.read(pass(id, request), request.getRemoteAddr()));
    }

    /** Open: the session is the proof. */
    @GetMapping("/quotes/{id}/pdf")
    @Open
    @ApiResponse(
            responseCode = "200",
            description = "The quote as PDF/A.",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> pdf(@PathVariable UUID id, HttpServletRequest request) {
        var print = offers.pdf(pass(id, request), request.getRemoteAddr());
        return Unkept.pdf(print.fileName(), print.content());
    }

    /** Open: the session is the proof. */
    @PostMapping("/quotes/{id}/opening")
    @Open
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void opened(@PathVariable UUID id, HttpServletRequest request) {
        offers.opened(pass(id, request), request.getRemoteAddr());
    }

    /** What it comes to with these options; stores nothing. Open: the session is the proof. */
    @PostMapping("/quotes/{id}/choice")
    @Open
    ResponseEntity<Offer> choose(@PathVariable UUID id, @RequestBody Offers.Choice choice, HttpServletRequest request) {
        return Unkept.of(offers.choose(pass(id, request), choice, request.getRemoteAddr()));
    }

    /** Open: the session is the proof. */
    @PostMapping("/quotes/{id}/remarks")
    @Open
    @ResponseStatus(HttpStatus.CREATED)
    Remark say(@PathVariable UUID id, @RequestBody Offers.Said said, HttpServletRequest request) {
        return offers.say(pass(id, request), said, request.getRemoteAddr());
    }

    /** Kept with name, contact, time and address. Said again with the same options it is the same answer. Open: the session is the proof. */
    @PostMapping("/quotes/{id}/acceptance")
    @Open
    ResponseEntity<Offer> accept(@PathVariable UUID id, @RequestBody Offers.Yes yes, HttpServletRequest request) {
        return Unkept.of(offers.accept(
                pass(id, request), yes, request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT)));
    }

    /** Open: the session is the proof. */
    @PostMapping("/quotes/{id}/refusal")
    @Open
    ResponseEntity<Offer> decline(@PathVariable UUID id, @RequestBody Offers.No no, HttpServletRequest request) {
        return Unkept.of(offers.decline(pass(id, request), no, request.getRemoteAddr()));
    }

    private static @Nullable String token(HttpServletRequest request) {
        return COOKIE.read(request.getCookies());
    }

    private static Pass pass(UUID quote, HttpServletRequest request) {
        return new Pass.Visit(token(request), quote);
    }
}
