package eventkit.portal.web;

import eventkit.core.Open;
import eventkit.portal.Offer;
import eventkit.portal.Offers;
import eventkit.portal.Pass;
import eventkit.portal.Remark;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Quotes for clients without an account: the secret in the address is the proof. */
@RestController
@RequestMapping("/api/v1/offers/{secret}")
class OffersResource {
    private final Offers offers;

    OffersResource(Offers offers) {
        this.offers = offers;
    }

    /** The newest version that was sent. Open: the secret is the proof. */
    @GetMapping
    @Open
    ResponseEntity<Offer> read(@PathVariable String secret, HttpServletRequest request) {
        return Unkept.of(offers.read(new Pass.Link(secret), request.getRemoteAddr()));
    }

    /** Open: the secret is the proof. */
    @GetMapping("/pdf")
    @Open
    @ApiResponse(
            responseCode = "200",
            description = "The quote as PDF/A.",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> pdf(@PathVariable String secret, HttpServletRequest request) {
        var print = offers.pdf(new Pass.Link(secret), request.getRemoteAddr());
        return Unkept.pdf(print.fileName(), print.content());
    }

    /** A person looks at it; programs that only follow links do not say so. Open: the secret is the proof. */
    @PostMapping("/opening")
    @Open
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void opened(@PathVariable String secret, HttpServletRequest request) {
        offers.opened(new Pass.Link(secret), request.getRemoteAddr());
    }

    /** What it comes to with these options; stores nothing. Open: the secret is the proof. */
    @PostMapping("/choice")
    @Open
    ResponseEntity<Offer> choose(
            @PathVariable String secret, @RequestBody Offers.Choice choice, HttpServletRequest request) {
        return Unkept.of(offers.choose(new Pass.Link(secret), choice, request.getRemoteAddr()));
    }

    /** Open: the secret is the proof. */
    @PostMapping("/remarks")
    @Open
    @ResponseStatus(HttpStatus.CREATED)
    Remark say(@PathVariable String secret, @RequestBody Offers.Said said, HttpServletRequest request) {
        return offers.say(new Pass.Link(secret), said, request.getRemoteAddr());
    }

    /** Kept with name, time and address. Said again with the same options it is the same answer. Open: the secret is the proof. */
    @PostMapping("/acceptance")
    @Open
    ResponseEntity<Offer> accept(@PathVariable String secret, @RequestBody Offers.Yes yes, HttpServletRequest request) {
        return Unkept.of(offers.accept(
                new Pass.Link(secret), yes, request.getRemoteAddr(), request.getHeader(HttpHeaders.USER_AGENT)));
    }

    /** Open: the secret is the proof. */
    @PostMapping("/refusal")
    @Open
    ResponseEntity<Offer> decline(@PathVariable String secret, @RequestBody Offers.No no, HttpServletRequest request) {
        return Unkept.of(offers.decline(new Pass.Link(secret), no, request.getRemoteAddr()));
    }
}
