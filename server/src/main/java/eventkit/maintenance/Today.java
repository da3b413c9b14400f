package eventkit.maintenance;

import eventkit.identity.CompanyProfile;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Dates count where the company is. */
@Component
class Today {
    private final CompanyProfile company;
    private final Clock clock;

    Today(CompanyProfile company, Clock clock) {
        this.company = company;
        this.clock = clock;
    }

    LocalDate date() {
        return date(clock.instant());
    }

    LocalDate date(Instant instant) {
        return LocalDate.ofInstant(instant, company.zone());
    }
}
