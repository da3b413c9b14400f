package eventkit.notifications;

import eventkit.core.RecurringWork;
import eventkit.identity.CompanyProfile;
import eventkit.identity.People;
import eventkit.identity.User;
import eventkit.mail.Letter;
import eventkit.mail.Mail;
import eventkit.mail.MailKind;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the e-mails of those who want to be told by e-mail: one thing alone in its own words, more of them together. */
@Component
class MailsNotifications implements RecurringWork {
    private static final Logger log = LoggerFactory.getLogger(MailsNotifications.class);
    private static final int PEOPLE_AT_ONCE = 200;
    private static final int LINES_MAX = 50;
    /** Things that have a page of their own. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("event", "/events/"),
            Map.entry("lead", "/leads/"),
            Map.entry("client", "/clients/"),
            Map.entry("product", "/products/"),
            Map.entry("asset", "/assets/"),
            Map.entry("transfer", "/transfers/"),
            Map.entry("maintenance-job", "/maintenance/"),
            Map.entry("quote", "/quotes/"),
            Map.entry("invoice", "/invoices/"),
            Map.entry("sub-hire", "/sub-hires/"),
            Map.entry("import", "/imports/"));

    private static final Set<String> LANGUAGES = Set.of("en", "de");
    private final Inbox inbox;
    private final Mail mail;
    private final People people;
    private final CompanyProfile companies;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MailsNotifications(
            Inbox inbox,
            Mail mail,
            People people,
            CompanyProfile companies,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.mail = mail;
        this.people = people;
        this.companies = companies;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "notifications.mail";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void run() {
        for (var user : inbox.toMail(clock.instant(), PEOPLE_AT_ONCE)) {
            try {
                transaction.executeWithoutResult(s -> write(user));
            } catch (RuntimeException e) {
                log.warn("the notifications of {} could not be mailed; the others are", user, e);
            }
        }
    }

    private void write(UUID userId) {
        var due = inbox.takeForMail(userId, clock.instant());
        var user = people.get(userId);
        if (due.isEmpty() || user.state() != User.State.ACTIVE || !mail.ready()) return;
        var locale = LANGUAGES.contains(user.locale()) ? user.locale() : "en";
        var base = companies.address("");
        var settings = base.isEmpty()
                ? (locale.equals("de") ? "EventKit, Konto, Mitteilungen" : "EventKit, Account, Notifications")
                : base + "/account/notifications";
        boolean one = due.size() == 1;
        var words = one
                ? mail.words(
                        MailKind.NOTICE,
                        locale,
                        Map.of(
                                "name",
                                user.name(),
                                "text",
                                text(due.getFirst(), locale),
                                "link",
                                base.isEmpty() ? "" : base + page(due.getFirst()),
                                "settings",
                                settings))
                : mail.words(
                        MailKind.DIGEST,
                        locale,
                        Map.of(
                                "name", user.name(),
                                "count", String.valueOf(due.size()),
                                "list", list(due, locale),
                                "link", base.isEmpty() ? "EventKit" : base + "/notifications",
                                "settings", settings));
        var letter = Letter.to(user.name(), user.email(), one ? MailKind.NOTICE : MailKind.DIGEST, words);
        mail.send(base.isEmpty() ? letter : letter.switchedOffAt(settings));
    }

    private static String list(List<Inbox.ToMail> due, String locale) {
        var lines = due.stream()
                .limit(LINES_MAX)
                .map(each -> "– " + text(each, locale))
                .collect(Collectors.joining("\n"));
        return due.size() > LINES_MAX ? lines + "\n– +" + (due.size() - LINES_MAX) : lines;
    }

    private static String text(Inbox.ToMail each, String locale) {
        var about = each.about();
        return each.type().text(locale, about == null ? null : about.label(), each.facts());
    }

    private static String page(Inbox.ToMail each) {
        var about = each.about();
        var page = about == null ? null : PAGES.get(about.kind());
        return about == null || page == null || about.id() == null ? "/notifications" : page + about.id();
    }
}
