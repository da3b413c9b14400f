package eventkit.mail.web;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.Invalid;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import eventkit.core.SignedIn;
import eventkit.core.web.Renders;
import eventkit.core.web.Versioned;
import eventkit.mail.MailKind;
import eventkit.mail.MailServer;
import eventkit.mail.MailServers;
import eventkit.mail.MailState;
import eventkit.mail.MailTemplate;
import eventkit.mail.MailTemplates;
import eventkit.mail.OutgoingMail;
import eventkit.mail.SentMail;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** E-mail that goes out: its log, its words, its server. */
@RestController
@RequestMapping("/api/v1")
class MailResource {
    record Test(String to) {}

    private final SentMail sent;
    private final MailTemplates templates;
    private final MailServers servers;

    MailResource(SentMail sent, MailTemplates templates, MailServers servers) {
        this.sent = sent;
        this.templates = templates;
        this.servers = servers;
    }

    /** By subject and recipient. */
    @GetMapping("/emails")
    @Needs(Permission.MAIL_MANAGE)
    Page<OutgoingMail> list(
            ListQuery query,
            @RequestParam(required = false) @Nullable List<MailState> state,
            @RequestParam(required = false) @Nullable List<MailKind> kind,
            @RequestParam(required = false) @Nullable List<UUID> about) {
        return sent.list(all(state), all(kind), all(about), query);
    }

    @GetMapping("/emails/{id}")
    @Needs(Permission.MAIL_MANAGE)
    ResponseEntity<SentMail.Opened> get(@PathVariable UUID id) {
        var opened = sent.get(id);
        return Versioned.ok(opened, opened.email().version());
    }

    @GetMapping("/emails/{id}/history")
    @Needs(Permission.MAIL_MANAGE)
    Page<AuditTrail.Entry> history(@PathVariable UUID id, ListQuery query) {
        return sent.history(id, query);
    }

    /** Sends it once more, or at last. Of an uncertain one whoever gets it may get it twice. */
    @PostMapping("/emails/{id}/retry")
    @Needs(Permission.MAIL_MANAGE)
    ResponseEntity<OutgoingMail> retry(@PathVariable UUID id, IfMatch ifMatch) {
        return tagged(sent.retry(id, ifMatch));
    }

    @PostMapping("/emails/{id}/cancel")
    @Needs(Permission.MAIL_MANAGE)
    ResponseEntity<OutgoingMail> cancel(@PathVariable UUID id, IfMatch ifMatch) {
        return tagged(sent.cancel(id, ifMatch));
    }

    /** Whether a mail server is set, and what waits. */
    @GetMapping("/mail-standing")
    @SignedIn
    MailServers.Standing standing() {
        return servers.standing();
    }

    @GetMapping("/mail-server")
    @Needs(Permission.MAIL_MANAGE)
    ResponseEntity<MailServer> server() {
        return tagged(servers.get());
    }

    /** Without a host nothing is sent. A password is entered again where host or user change. */
    @PutMapping("/mail-server")
    @Needs(Permission.MAIL_MANAGE)
    ResponseEntity<MailServer> changeServer(@RequestBody MailServers.Details details, IfMatch ifMatch) {
        return tagged(servers.change(details, ifMatch));
    }

    /** Sends a short e-mail now and tells what the server said. */
    @PostMapping("/mail-server/test")
    @Needs(Permission.MAIL_MANAGE)
    @Renders
    MailServers.Tried test(@RequestBody Test test) {
        return servers.test(test.to());
    }

    @GetMapping("/mail-templates")
    @SignedIn
    Page<MailTemplate> templates() {
        return Page.of(templates.all());
    }

    @GetMapping("/mail-templates/{kind}/{locale}")
    @SignedIn
    ResponseEntity<MailTemplate> template(@PathVariable String kind, @PathVariable String locale) {
        return tagged(templates.get(kind(kind), locale));
    }

    @PutMapping("/mail-templates/{kind}/{locale}")
    @Needs(Permission.MAIL_MANAGE)
    ResponseEntity<MailTemplate> changeTemplate(
            @PathVariable String kind,
            @PathVariable String locale,
            @RequestBody MailTemplates.Words words,
            IfMatch ifMatch) {
        return tagged(templates.change(kind(kind), locale, words, ifMatch));
    }

    /** Back to the words that came with EventKit. */
    @DeleteMapping("/mail-templates/{kind}/{locale}")
    @Needs(Permission.MAIL_MANAGE)
    ResponseEntity<MailTemplate> resetTemplate(
            @PathVariable String kind, @PathVariable String locale, IfMatch ifMatch) {
        return tagged(templates.reset(kind(kind), locale, ifMatch));
    }

    /** How it will look, with made-up facts; changes nothing. */
    @PostMapping("/mail-templates/{kind}/{locale}/preview")
    @Needs(Permission.MAIL_MANAGE)
    @Renders
    MailTemplates.Preview preview(
            @PathVariable String kind, @PathVariable String locale, @RequestBody MailTemplates.Words words) {
        return templates.preview(kind(kind), locale, words);
    }

    private static MailKind kind(String name) {
        return Arrays.stream(MailKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Invalid("kind", "unknown-kind", "There are no e-mails of this kind."));
    }

    private static <T> List<T> all(@Nullable List<T> given) {
        return given == null ? List.of() : given;
    }

    private static ResponseEntity<OutgoingMail> tagged(OutgoingMail m) {
        return Versioned.ok(m, m.version());
    }

    private static ResponseEntity<MailServer> tagged(MailServer m) {
        return Versioned.ok(m, m.version());
    }

    private static ResponseEntity<MailTemplate> tagged(MailTemplate m) {
        return Versioned.ok(m, m.version());
    }
}
