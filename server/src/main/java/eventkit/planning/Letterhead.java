package eventkit.planning;

import eventkit.documents.CompanyLogo;
import eventkit.identity.CompanyProfile;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sheet on which the company prints something about an event. */
@Component
class Letterhead {
    private static final int LOGO_PIXELS = 900;
    private final CompanyProfile company;
    private final CompanyLogo logo;
    private final Clock clock;

    Letterhead(CompanyProfile company, CompanyLogo logo, Clock clock) {
        this.company = company;
        this.logo = logo;
        this.clock = clock;
    }

    /** @param language null for the company's */
    Sheet sheet(Event event, @Nullable String language) {
        var c = company.get();
        return new Sheet(
                localeOf(language == null ? c.locale() : language),
                ZoneId.of(event.timeZone()),
                c.name(),
                logo.picture(LOGO_PIXELS).orElse(null),
                clock.instant());
    }

    /** A language without a country says nothing of dates and clocks; English is then as the app writes it. */
    private static Locale localeOf(String language) {
        return language.equals("en") ? Locale.UK : Locale.forLanguageTag(language);
    }
}
