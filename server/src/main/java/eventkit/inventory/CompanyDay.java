package eventkit.inventory;

import eventkit.core.Money;
import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The company's calendar and currency. */
@Component
class CompanyDay {
    private final CompanyProfile profile;
    private final Clock clock;

    CompanyDay(CompanyProfile profile, Clock clock) {
        this.profile = profile;
        this.clock = clock;
    }

    Company company() {
        return profile.get();
    }

    /** The books as they stand today; ask once for a page. */
    Books now() {
        var zone = profile.zone();
        return new Books(LocalDate.ofInstant(clock.instant(), zone), zone);
    }

    record Books(LocalDate day, ZoneId zone) {
        @Nullable
        Money value(Asset asset) {
            return BookValue.on(
                    asset, day, asset.disposedAt() == null ? null : LocalDate.ofInstant(asset.disposedAt(), zone));
        }

        Books on(LocalDate otherDay) {
            return new Books(otherDay, zone);
        }
    }
}
