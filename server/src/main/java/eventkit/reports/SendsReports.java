package eventkit.reports;

import eventkit.core.Audit;
import eventkit.core.Caller;
import eventkit.core.Callers;
import eventkit.core.Ids;
import eventkit.core.Permission;
import eventkit.core.RecurringWork;
import eventkit.identity.CompanyProfile;
import eventkit.mail.Letter;
import eventkit.mail.Mail;
import eventkit.mail.MailKind;
import eventkit.reports.Subscription.Reason;
import eventkit.reports.SubscriptionRows.Person;
import eventkit.reports.Subscriptions.Outcome;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails the reports that are due. A report is made first, outside of any lock; then one transaction writes its e-mails, who got them, and when the next is due, so
 * that a crash leaves all of it or nothing, and whoever comes second finds it done.
 */
@Component
class SendsReports implements RecurringWork {
    private static final Logger log = LoggerFactory.getLogger(SendsReports.class);
    private static final int AT_ONCE = 50;
    private final SubscriptionRows rows;
    private final Readers readers;
    private final Reports reports;
    private final Mail mail;
    private final CompanyProfile companies;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SendsReports(
            SubscriptionRows rows,
            Readers readers,
            Reports reports,
            Mail mail,
            CompanyProfile companies,
            Audit audit,
            Ids ids,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.readers = readers;
        this.reports = reports;
        this.mail = mail;
        this.companies = companies;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "reports.sends-reports";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        for (var id : rows.due(clock.instant(), AT_ONCE)) {
            try {
                send(id);
            } catch (RuntimeException e) {
                log.warn("the report {} could not be sent; the others are", id, e);
            }
        }
    }

    /** What is made for one language is for all who read it. @param files none: it could not be made */
    private record Made(Map<String, Reports.File> files) {}

    private void send(UUID id) {
        var subscription = rows.find(id).orElse(null);
        if (subscription == null || subscription.nextAt() == null) return;
        var due = subscription.nextAt();
        var may = readers.of(subscription.report());
        boolean sends = readers.senders(subscription.report())
                .contains(subscription.owner().id());
        var people = rows.people(Stream.concat(Stream.of(subscription.owner()), subscription.recipients().stream())
                .map(Named::id)
                .toList());
        var made = sends ? made(subscription, may, people) : new Made(Map.of());
        transaction.executeWithoutResult(status -> {
            rows.lock(id);
            var now = rows.find(id).orElse(null);
            // Somebody stopped or changed it meanwhile, or another server was quicker.
            if (now == null || !due.equals(now.nextAt()) || now.version() != subscription.version()) return;
            if (sends) deliver(now, due, may, people, made);
            else loses(now, due, people.get(now.owner().id()));
        });
    }

    private Made made(Subscription s, Set<UUID> may, Map<UUID, Person> people) {
        var files = new HashMap<String, Reports.File>();
        var permissions = EnumSet.of(Permission.REPORT_READ, Permission.EXPORT);
        permissions.addAll(s.report().permissions());
        var owner = new Caller(
                s.owner().id(),
                s.owner().name(),
                permissions,
                Caller.Via.JOB,
                null,
                null,
                companies.zone().getId(),
                "en");
        try {
            for (var to : s.recipients()) {
                var person = people.get(to.id());
                if (person == null || !may.contains(to.id())) continue;
                var language = language(person);
                if (!files.containsKey(language))
                    files.put(
                            language,
                            Callers.as(owner, () -> reports.file(s.report(), s.question(), s.format(), language)));
            }
            return new Made(files);
        } catch (RuntimeException e) {
            log.warn("the report {} could not be made", s.id(), e);
            return new Made(Map.of());
        }
    }

    private static String language(Person person) {
        return ReportWords.LANGUAGES.contains(person.locale()) ? person.locale() : "en";
    }

    private void deliver(Subscription s, Instant due, Set<UUID> may, Map<UUID, Person> people, Made made) {
        var now = clock.instant();
        int left = 0;
        @Nullable Named lost = null;
        for (var to : s.recipients()) {
            var person = people.get(to.id());
            if (person == null || !may.contains(to.id())) {
                lost = to;
                rows.leave(s.id(), to.id(), now);
                rows.delivered(ids.next(), s.id(), to.id(), due, lost(person), null, now);
                tell(s, person, "lost.recipient");
                continue;
            }
            left++;
            var file = made.files().get(language(person));
            var email = file == null ? null : mail(s, person, file);
            rows.delivered(
                    ids.next(), s.id(), to.id(), due, file == null ? Outcome.FAILED : Outcome.MAILED, email, now);
        }
        if (left == 0 && lost != null) stop(s, Reason.PERMISSION_LOST, lost.name(), now);
        else rows.next(s.id(), s.rhythm().after(now, s.day(), s.hour(), companies.zone()));
    }

    private static Outcome lost(@Nullable Person person) {
        return person == null || !person.active() ? Outcome.PERSON_GONE : Outcome.PERMISSION_LOST;
    }

    /** Its owner may not see it any more: nobody gets it. */
    private void loses(Subscription s, Instant due, @Nullable Person owner) {
        var now = clock.instant();
        rows.delivered(ids.next(), s.id(), s.owner().id(), due, lost(owner), null, now);
        stop(
                s,
                lost(owner) == Outcome.PERSON_GONE ? Reason.PERSON_GONE : Reason.PERMISSION_LOST,
                s.owner().name(),
                now);
        tell(s, owner, "lost.owner");
    }

    private record Standing(
            @Nullable Instant stoppedAt, @Nullable Reason stoppedReason) {}

    private void stop(Subscription s, Reason reason, String by, Instant now) {
        rows.stop(s.id(), reason, by, now);
        audit.changed(s.subject(), "stopped", s.version() + 1, new Standing(null, null), new Standing(now, reason));
    }

    private String page() {
        return companies.address("") + "/reports/scheduled";
    }

    private UUID mail(Subscription s, Person person, Reports.File file) {
        var words = mail.words(
                MailKind.REPORT,
                language(person),
                Map.of(
                        "name", person.name(),
                        "report", s.name(),
                        "user", s.owner().name(),
                        "settings", page()));
        return mail.send(Letter.to(person.name(), person.email(), MailKind.REPORT, words)
                .about(s.subject())
                .switchedOffAt(page())
                .with(List.of(), List.of(new Letter.Enclosure(file.name(), file.mediaType(), file.content()))));
    }

    private void tell(Subscription s, @Nullable Person person, String word) {
        if (person == null || !person.active()) return;
        var language = language(person);
        var text = MessageFormat.format(ReportWords.in(language).word(word), s.name());
        var words = mail.words(
                MailKind.NOTICE,
                language,
                Map.of("name", person.name(), "text", text, "link", page(), "settings", page()));
        mail.send(Letter.to(person.name(), person.email(), MailKind.NOTICE, words)
                .about(s.subject())
                .switchedOffAt(page()));
    }
}
