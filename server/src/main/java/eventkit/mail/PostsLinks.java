package eventkit.mail;

import eventkit.core.Callers;
import eventkit.identity.Company;
import eventkit.identity.CompanyProfile;
import eventkit.identity.LinkPost;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Invitations and links for new passwords, where a mail server is set. */
@Component
class PostsLinks implements LinkPost {
    private final Mail mail;
    private final CompanyProfile companies;

    PostsLinks(Mail mail, CompanyProfile companies) {
        this.mail = mail;
        this.companies = companies;
    }

    @Override
    public boolean ready() {
        return mail.ready();
    }

    @Override
    public void invitation(String email, String name, String link, Instant expiresAt) {
        var locale = companies.find().map(Company::locale).orElse("en");
        var facts =
                Map.of("name", name, "user", Callers.current().name(), "link", link, "until", until(expiresAt, locale));
        var words = mail.words(MailKind.INVITATION, locale, facts);
        mail.send(Letter.to(name, email, MailKind.INVITATION, words).secretly());
    }

    @Override
    public void reset(String email, String name, String locale, String link, Instant expiresAt) {
        var words = mail.words(
                MailKind.PASSWORD_RESET, locale, Map.of("name", name, "link", link, "until", until(expiresAt, locale)));
        mail.send(Letter.to(name, email, MailKind.PASSWORD_RESET, words).secretly());
    }

    private String until(Instant instant, String locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(locale.equals("de") ? "de-DE" : "en-GB"))
                .format(instant.atZone(companies.zone()));
    }
}
