package eventkit.mail;

import eventkit.core.Audit;
import eventkit.core.AuditTrail;
import eventkit.core.Callers;
import eventkit.core.Check;
import eventkit.core.Ids;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.NotFound;
import eventkit.core.Page;
import eventkit.documents.Documents;
import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class MailDesk implements Mail, SentMail {
    /** Most servers take no more than this in all, encoded. */
    private static final long ENCLOSED_BYTES_MAX = 15L * 1024 * 1024;

    private static final int SUBJECT_MAX = 300;

    private final MessageRows rows;
    private final TemplateDesk templates;
    private final Relays relays;
    private final Documents documents;
    private final CompanyProfile companies;
    private final Audit audit;
    private final AuditTrail trail;
    private final Ids ids;
    private final Clock clock;

    MailDesk(
            MessageRows rows,
            TemplateDesk templates,
            Relays relays,
            Documents documents,
            CompanyProfile companies,
            Audit audit,
            AuditTrail trail,
            Ids ids,
            Clock clock) {
        this.rows = rows;
        this.templates = templates;
        this.relays = relays;
        this.documents = documents;
        this.companies = companies;
        this.audit = audit;
        this.trail = trail;
        this.ids = ids;
        this.clock = clock;
    }

    private record Standing(MailState state) {}

    @Override
    public boolean ready() {
        return relays.set();
    }

    @Override
    public Wording words(MailKind kind, String locale, Map<String, String> facts) {
        return templates.words(kind, locale, facts);
    }

    @Override
    @Transactional
    public UUID send(Letter given) {
        var enclosures = new ArrayList<>(given.enclosures());
        for (var file : given.files()) enclosures.add(document(file));
        var letter = checked(given, enclosures);
        var id = ids.next();
        var host = letter.to().address().substring(letter.to().address().indexOf('@') + 1);
        var sender = relays.senderAddress();
        var domain = sender == null ? host : sender.substring(sender.indexOf('@') + 1);
        rows.insert(
                id,
                "<" + id + "@" + domain + ">",
                ready() ? MailState.QUEUED : MailState.KEPT,
                letter,
                Callers.current().name(),
                clock.instant());
        for (int i = 0; i < enclosures.size(); i++) rows.enclose(id, i, enclosures.get(i));
        return id;
    }

    private Letter.Enclosure document(UUID file) {
        var content = documents.content(file);
        try {
            return new Letter.Enclosure(
                    content.file().name(), content.file().mediaType(), Files.readAllBytes(content.path()));
        } catch (IOException e) {
            throw new UncheckedIOException("a stored file can not be read", e);
        }
    }

    private static Letter checked(Letter letter, List<Letter.Enclosure> enclosures) {
        var subject = oneLine(letter.wording().subject());
        var text = letter.wording().text().strip();
        long size = enclosures.stream().mapToLong(e -> e.content().length).sum();
        new Check()
                .required(letter.to().address(), "to")
                .email(letter.to().address(), "to")
                .email(letter.replyTo(), "replyTo")
                .required(subject, "subject")
                .required(text, "text")
                .text(text, "text", 20_000)
                .size(enclosures, "files", 10)
                .that(size <= ENCLOSED_BYTES_MAX, "files", "too-large", "Enclose at most 15 MB in all.")
                .orThrow();
        var name = letter.to().name();
        var to = new Letter.To(
                name == null || name.isBlank() ? null : oneLine(name),
                letter.to().address());
        return new Letter(
                letter.kind(),
                to,
                new Wording(subject, text),
                letter.replyTo(),
                letter.about(),
                letter.secret(),
                letter.settingsUrl(),
                letter.files(),
                enclosures);
    }

    /** A line break in a header would begin another header. */
    private static String oneLine(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.codePointCount(0, line.length()) <= SUBJECT_MAX
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SUBJECT_MAX));
    }

    @Override
    public Page<OutgoingMail> list(List<MailState> states, List<MailKind> kinds, List<UUID> about, ListQuery query) {
        return rows.list(states, kinds, about, query);
    }

    @Override
    public Opened get(UUID id) {
        var email = email(id);
        @Nullable String text = rows.text(id);
        var company = companies.find();
        return new Opened(
                email,
                text,
                text == null
                        ? null
                        : AsHtml.page(
                                company.map(Company::locale).orElse("en"),
                                company.map(Company::name).orElse(""),
                                email.subject(),
                                text),
                rows.enclosed(id));
    }

    @Override
    public Page<AuditTrail.Entry> history(UUID id, ListQuery query) {
        return trail.history(KIND, email(id).id(), query);
    }

    @Override
    @Transactional
    public OutgoingMail retry(UUID id, IfMatch ifMatch) {
        if (!ready()) throw new NoMailServer();
        return move(id, MailState.QUEUED, "sent-again", ifMatch);
    }

    @Override
    @Transactional
    public OutgoingMail cancel(UUID id, IfMatch ifMatch) {
        return move(id, MailState.CANCELLED, "cancelled", ifMatch);
    }

    private OutgoingMail move(UUID id, MailState to, String action, IfMatch ifMatch) {
        rows.lock(id);
        var before = email(id);
        if (before.state() == to && to == MailState.CANCELLED) return before;
        ifMatch.require(before.version(), audit, KIND, id);
        if (!before.state().successors().contains(to) || before.state() == MailState.SENDING)
            throw new IllegalMailMove(before, to);
        rows.move(id, to, clock.instant());
        var after = email(id);
        audit.changed(after.named(), action, after.version(), new Standing(before.state()), new Standing(to));
        return after;
    }

    private OutgoingMail email(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound(KIND, id));
    }
}
