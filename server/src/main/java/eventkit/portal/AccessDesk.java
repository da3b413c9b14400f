package eventkit.portal;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.NotFound;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets contacts in and out, each with its entry in the trail. */
@Service
class AccessDesk implements PortalAccess {
    private final SignInRows rows;
    private final Audit audit;
    private final Clock clock;

    AccessDesk(SignInRows rows, Audit audit, Clock clock) {
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Access> of(UUID clientId) {
        return rows.accesses(clientId);
    }

    @Override
    @Transactional
    public Access grant(UUID clientId, UUID contactId) {
        var contact = contact(clientId, contactId);
        var email = contact.email() == null ? "" : contact.email().toLowerCase(Locale.ROOT);
        new Check()
                .that(
                        !email.isEmpty(),
                        "email",
                        "required",
                        "Enter the contact's e-mail address first: the code to sign in is sent there.")
                .orThrow();
        var before = rows.access(contactId);
        if (before.isPresent() && before.get().email().equals(email)) return before.get();
        before.ifPresent(old -> rows.endSessions(old.email()));
        rows.grant(contactId, email, clock.instant(), Callers.current().name());
        audit.record(
                SignIns.subject(contactId, contact.name(), contact.clientName()),
                "granted",
                1,
                List.of(audit.change("email", before.map(Access::email).orElse(null), email)));
        return rows.access(contactId).orElseThrow();
    }

    @Override
    @Transactional
    public void revoke(UUID clientId, UUID contactId) {
        var contact = contact(clientId, contactId);
        var before = rows.access(contactId);
        if (before.isEmpty() || !rows.revoke(contactId)) return;
        var email = before.get().email();
        rows.endSessions(email);
        audit.record(
                SignIns.subject(contactId, contact.name(), contact.clientName()),
                "revoked",
                1,
                List.of(audit.change("email", email, null)));
    }

    private SignInRows.Known contact(UUID clientId, UUID contactId) {
        return rows.contact(clientId, contactId).orElseThrow(() -> new NotFound("contact", contactId));
    }
}
