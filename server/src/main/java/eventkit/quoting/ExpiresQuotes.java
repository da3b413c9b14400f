package eventkit.quoting;

import eventkit.core.RecurringWork;
import eventkit.identity.CompanyProfile;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Quotes run out by themselves, at the end of their last day. */
@Component
class ExpiresQuotes implements RecurringWork {
    private static final Logger log = LoggerFactory.getLogger(ExpiresQuotes.class);
    private static final int AT_ONCE = 500;
    private final VersionRows versions;
    private final QuoteDesk desk;
    private final CompanyProfile companies;
    private final Clock clock;

    ExpiresQuotes(VersionRows versions, QuoteDesk desk, CompanyProfile companies, Clock clock) {
        this.versions = versions;
        this.desk = desk;
        this.companies = companies;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "quoting.expires-quotes";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        var today = LocalDate.ofInstant(clock.instant(), companies.zone());
        for (var id : versions.expired(today, AT_ONCE)) {
            try {
                desk.expire(id, today);
            } catch (RuntimeException e) {
                log.warn("version {} of a quote could not run out; the others do", id, e);
            }
        }
    }
}
