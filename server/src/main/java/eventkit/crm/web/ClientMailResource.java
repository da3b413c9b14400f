package eventkit.crm.web;

import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.core.web.Versioned;
import eventkit.crm.Activity;
import eventkit.crm.ClientMail;
import eventkit.mail.MailKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** E-mails to clients. */
@RestController
@RequestMapping("/api/v1")
class ClientMailResource {
    private final ClientMail mail;

    ClientMailResource(ClientMail mail) {
        this.mail = mail;
    }

    /** What an e-mail of this kind would say to this client, to go on writing. */
    @GetMapping("/clients/{id}/email-draft")
    @Needs(Permission.DEAL_EDIT)
    ClientMail.Draft draft(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID deal,
            @RequestParam(required = false) @Nullable UUID contact,
            @RequestParam(defaultValue = "CLIENT_LETTER") MailKind kind) {
        return mail.draft(id, deal, contact, kind);
    }

    /** Sends it and writes it down on the client's timeline. */
    @PostMapping("/client-emails")
    @Needs(Permission.DEAL_EDIT)
    ResponseEntity<Activity> send(@RequestBody ClientMail.Written written) {
        var made = mail.send(written);
        return Versioned.created("/activities/" + made.id(), made, made.version());
    }
}
