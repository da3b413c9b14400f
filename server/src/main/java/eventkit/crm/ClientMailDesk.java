package eventkit.crm;

import eventkit.clients.Client;
import eventkit.clients.ClientId;
import eventkit.clients.Clients;
import eventkit.clients.Contact;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Permission;
import eventkit.core.Subject;
import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import eventkit.identity.People;
import eventkit.mail.Letter;
import eventkit.mail.Mail;
import eventkit.mail.MailKind;
import eventkit.mail.Wording;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class ClientMailDesk implements ClientMail {
    private static final String LINK = "{{link}}";
    private final Clients clients;
    private final Deals deals;
    private final ActivitiesDesk activities;
    private final Mail mail;
    private final People people;
    private final CompanyProfile companies;
    private final Clock clock;

    ClientMailDesk(
            Clients clients,
            Deals deals,
            ActivitiesDesk activities,
            Mail mail,
            People people,
            CompanyProfile companies,
            Clock clock) {
        this.clients = clients;
        this.deals = deals;
        this.activities = activities;
        this.mail = mail;
        this.people = people;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    public Draft draft(UUID clientId, @Nullable UUID dealId, @Nullable UUID contactId, MailKind kind) {
        plain(kind);
        return draft(clientId, dealId, contactId, kind, null, Map.of());
    }

    @Override
    public Draft draft(
            UUID clientId,
            @Nullable UUID dealId,
            @Nullable UUID contactId,
            MailKind kind,
            @Nullable String wanted,
            Map<String, String> facts) {
        var client = client(clientId);
        var contact = contact(client, contactId);
        var ours = companies.find().map(Company::locale).orElse("en");
        var language = wanted != null ? wanted : client.language() == null ? ours : client.language();
        var all = new HashMap<String, String>();
        all.put("greeting", greeting(language, contact.map(Contact::name)));
        all.put("client", client.name());
        all.put("user", Callers.current().name());
        all.put("deal", dealId == null ? client.name() : deals.get(dealId).name());
        all.putAll(facts);
        var words = mail.words(kind, language, all);
        var to = contact.map(Contact::email).filter(Objects::nonNull).orElse(client.email());
        return new Draft(to, contact.map(Contact::name).orElse(null), language, words.subject(), words.text());
    }

    private static String greeting(String language, Optional<String> name) {
        if (language.equals("de")) return name.map(n -> "Guten Tag " + n).orElse("Guten Tag");
        return name.map(n -> "Dear " + n).orElse("Hello");
    }

    /** The one asked for, else the preferred one, else the first. */
    private static Optional<Contact> contact(Client client, @Nullable UUID id) {
        var all = client.contacts();
        if (id != null)
            return all.stream().filter(c -> c.id().value().equals(id)).findFirst();
        return all.stream()
                .filter(Contact::preferred)
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    @Override
    @Transactional
    public Activity send(Written w) {
        plain(w.kind());
        return send(w, new With(List.of(), null));
    }

    @Override
    @Transactional
    public Activity send(Written w, With with) {
        new Check()
                .required(w.clientId(), "clientId")
                .required(w.kind(), "kind")
                .required(w.to(), "to")
                .email(w.to() == null ? null : w.to().strip(), "to")
                .required(w.subject(), "subject")
                .line(w.subject(), "subject", 200)
                .required(w.text(), "text")
                .text(w.text(), "text", 10_000)
                .orThrow();
        var client = client(w.clientId());
        var name = contact(client, w.contactId()).filter(c -> w.to().strip().equalsIgnoreCase(c.email()));
        var letter = Letter.to(
                        name.map(Contact::name).orElse(null),
                        w.to().strip(),
                        w.kind(),
                        new Wording(w.subject().strip(), linked(w.text().strip(), with.link())))
                .about(new Subject("client", client.id().value(), client.name()))
                .answeredTo(people.me().email())
                .with(w.files(), with.papers());
        var email = mail.send(with.link() == null ? letter : letter.secretly());
        return activities.wrote(
                new Activities.Details(
                        Activity.Kind.EMAIL,
                        w.subject().strip(),
                        with.link() == null
                                ? w.text().strip()
                                : w.text().strip().replace(LINK, "…"),
                        w.clientId(),
                        w.dealId(),
                        w.contactId(),
                        clock.instant(),
                        null,
                        null),
                email);
    }

    private Client client(UUID id) {
        var caller = Callers.current().allowing(Permission.CLIENT_READ);
        return Callers.as(caller, () -> clients.get(new ClientId(id)));
    }

    /** Where the words have no place for it, it comes last. */
    private static String linked(String text, @Nullable String link) {
        if (link == null) return text;
        return text.contains(LINK) ? text.replace(LINK, link) : text + "\n\n" + link;
    }

    private static void plain(@Nullable MailKind kind) {
        new Check()
                .that(kind != null && kind.plain(), "kind", "not-for-clients", "Choose words that are for clients.")
                .orThrow();
    }
}
