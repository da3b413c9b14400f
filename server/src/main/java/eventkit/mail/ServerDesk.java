package eventkit.mail;

import eventkit.core.Audit;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.Subject;
import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ServerDesk implements MailServers {
    /** One server an instance, so its id in the audit trail is fixed. */
    private static final UUID ID = new UUID(0, 2);

    private final Relays relays;
    private final MessageRows messages;
    private final TemplateDesk templates;
    private final CompanyProfile companies;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    ServerDesk(
            Relays relays,
            MessageRows messages,
            TemplateDesk templates,
            CompanyProfile companies,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.relays = relays;
        this.messages = messages;
        this.templates = templates;
        this.companies = companies;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public MailServer get() {
        return relays.view();
    }

    @Override
    @Transactional
    public MailServer change(Details given, IfMatch ifMatch) {
        if (relays.fixed()) throw new MailServerFixed();
        relays.lock();
        var before = relays.view();
        ifMatch.require(before.version(), audit, KIND, ID);
        var details = new Details(
                stripped(given.host()),
                given.port(),
                given.security(),
                stripped(given.username()),
                given.password(),
                stripped(given.senderName()),
                stripped(given.senderAddress()),
                stripped(given.replyTo()));
        boolean elsewhere = !Objects.equals(details.host(), before.host())
                || !Objects.equals(details.username(), before.username());
        check(details, before, elsewhere);
        // A password is for the server and the user it was entered for, and goes to no other.
        var password =
                details.username() == null || (elsewhere && details.password() == null) ? "" : details.password();
        relays.update(details, password);
        var after = relays.view();
        var changes = new ArrayList<>(audit.changes(before, after));
        if (details.password() != null && !details.password().isEmpty() && before.passwordSet())
            changes.add(audit.change("password", null, "CHANGED"));
        if (!changes.isEmpty())
            audit.record(new Subject(KIND, ID, String.valueOf(after.host())), "changed", after.version(), changes);
        return after;
    }

    private static void check(Details d, MailServer before, boolean elsewhere) {
        new Check()
                .line(d.host(), "host", 255)
                .that(
                        d.host() == null || d.host().matches("[A-Za-z0-9.:_-]+"),
                        "host",
                        "not-a-host",
                        "Use a name such as smtp.example.com, without smtp:// in front.")
                .between(d.port(), "port", 1, 65_535)
                .required(d.security(), "security")
                .line(d.username(), "username", 255)
                .line(d.password(), "password", 1_000)
                .that(
                        d.username() == null
                                || (d.password() != null && !d.password().isEmpty())
                                || (before.passwordSet() && !elsewhere && d.password() == null),
                        "password",
                        "required",
                        "Enter the password of this user at this server.")
                .line(d.senderName(), "senderName", 200)
                .that(
                        d.host() == null || d.senderAddress() != null,
                        "senderAddress",
                        "required",
                        "Say from which address e-mail comes.")
                .email(d.senderAddress(), "senderAddress")
                .email(d.replyTo(), "replyTo")
                .orThrow();
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Override
    public Tried test(String to) {
        new Check().required(to, "to").email(to, "to").orThrow();
        var relay = relays.current().orElseThrow(NoMailServer::new);
        var company = companies.find();
        var locale = Callers.current().locale();
        var words = templates.words(
                MailKind.TEST, locale, Map.of("user", Callers.current().name()));
        var html = AsHtml.page(locale, company.map(Company::name).orElse(""), words.subject(), words.text());
        var domain = relay.senderAddress().substring(relay.senderAddress().indexOf('@') + 1);
        var mail = new Smtp.Outgoing(
                "<" + ids.next() + "@" + domain + ">",
                null,
                to,
                null,
                words.subject(),
                words.text(),
                html,
                true,
                null,
                clock.instant(),
                List.of());
        try (var line = Smtp.open(relay)) {
            return new Tried(to, line.send(mail));
        } catch (Smtp.NotSent e) {
            throw new MailServerRefused(e.trouble());
        }
    }

    @Override
    public Standing standing() {
        var counts = messages.waiting();
        return new Standing(
                relays.set(),
                counts.getOrDefault(MailState.QUEUED, 0) + counts.getOrDefault(MailState.SENDING, 0),
                counts.getOrDefault(MailState.KEPT, 0),
                counts.getOrDefault(MailState.FAILED, 0) + counts.getOrDefault(MailState.UNCERTAIN, 0));
    }
}
