package eventkit.mail;

import eventkit.core.RecurringWork;
import eventkit.core.Refusal;
import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what was queued: each e-mail is claimed in a transaction of its own, sent outside of any, and settled in another. A crash between the two leaves
 * it claimed; nobody knows whether the mail server had it, so it is never sent again by itself but shown as uncertain, for a person to decide. Every
 * attempt carries the same Message-ID.
 */
@Component
class SendsMail implements RecurringWork {
    private static final Logger log = LoggerFactory.getLogger(SendsMail.class);
    /** How long to wait after each attempt; after the last it failed. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final int AT_ONCE = 200;

    private final MessageRows rows;
    private final Relays relays;
    private final CompanyProfile companies;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final MeterRegistry meters;

    SendsMail(
            MessageRows rows,
            Relays relays,
            CompanyProfile companies,
            Clock clock,
            PlatformTransactionManager transactions,
            MeterRegistry meters) {
        this.rows = rows;
        this.relays = relays;
        this.companies = companies;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.meters = meters;
    }

    @Override
    public String name() {
        return "mail.sending";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public void run() {
        var now = clock.instant();
        rows.giveUp(now.minus(FORGOTTEN), now);
        if (!relays.set()) {
            rows.keepAll(now);
            return;
        }
        @Nullable Smtp line = null;
        try {
            for (int i = 0; i < AT_ONCE; i++) {
                var id = transaction.execute(s -> rows.claim(clock.instant()).orElse(null));
                if (id == null) return;
                if (line == null) line = line(id);
                if (line == null || !sent(line, id)) return;
            }
        } finally {
            if (line != null) line.close();
        }
    }

    private @Nullable Smtp line(UUID id) {
        try {
            return Smtp.open(relays.current().orElseThrow(NoMailServer::new));
        } catch (Smtp.NotSent e) {
            settle(id, e.trouble());
        } catch (Refusal e) {
            settle(id, new Smtp.Trouble(Smtp.Step.SIGN_IN, e.explanation(), true, false));
        }
        return null;
    }

    /** Returns whether the line may be used again. */
    private boolean sent(Smtp line, UUID id) {
        var company = companies.find();
        var due = rows.due(
                id,
                company.map(Company::locale).orElse("en"),
                company.map(Company::name).orElse("EventKit"),
                clock.instant());
        try {
            line.send(due.mail());
            rows.sent(id, clock.instant());
            count("sent");
            return true;
        } catch (Smtp.NotSent e) {
            settle(id, e.trouble());
            return !e.trouble().uncertain();
        }
    }

    private void settle(UUID id, Smtp.Trouble trouble) {
        var now = clock.instant();
        int attempts = rows.find(id).map(OutgoingMail::attempts).orElse(1);
        var to = trouble.uncertain()
                ? MailState.UNCERTAIN
                : trouble.later() && attempts <= PAUSES.size() ? MailState.QUEUED : MailState.FAILED;
        Instant next = to == MailState.QUEUED ? now.plus(PAUSES.get(attempts - 1)) : now;
        rows.notSent(id, to, trouble.step().advice() + " " + trouble.answer(), next, now);
        count(to.name().toLowerCase(java.util.Locale.ROOT));
        log.warn("an e-mail was not sent at step {}, attempt {}: it is {} now", trouble.step(), attempts, to);
    }

    private void count(String outcome) {
        meters.counter("eventkit.mail", "outcome", outcome).increment();
    }
}
