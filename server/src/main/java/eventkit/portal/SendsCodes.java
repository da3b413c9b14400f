package eventkit.portal;

import eventkit.core.Reacts;
import eventkit.identity.CompanyProfile;
import eventkit.identity.Tokens;
import eventkit.mail.Letter;
import eventkit.mail.Mail;
import eventkit.mail.MailKind;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Sends a code to whoever asked for one and may have it. */
@Component
class SendsCodes {
    private final SignInRows rows;
    private final Mail mail;
    private final CompanyProfile company;
    private final Clock clock;

    SendsCodes(SignInRows rows, Mail mail, CompanyProfile company, Clock clock) {
        this.rows = rows;
        this.mail = mail;
        this.company = company;
        this.clock = clock;
    }

    @Reacts("portal.sends-codes")
    void asked(CodeAsked asked) {
        var until = rows.lives(asked.codeId(), clock.instant());
        var seats = rows.seats(asked.email());
        if (until.isEmpty() || seats.isEmpty()) return;
        var code = Tokens.digits(SignIns.DIGITS);
        rows.sent(asked.codeId(), SignIns.hash(asked.codeId(), code));
        var to = seats.getFirst();
        var words = mail.words(
                MailKind.PORTAL_CODE,
                asked.language(),
                Map.of(
                        "name",
                        to.name(),
                        "code",
                        code.substring(0, SignIns.DIGITS / 2) + " " + code.substring(SignIns.DIGITS / 2),
                        // Behind the mark it reaches no server and no log on its way.
                        "link",
                        asked.sure() ? asked.page() + "#code=" + code : asked.page(),
                        "until",
                        clock(until.get(), asked.language())));
        mail.send(Letter.to(to.name(), to.email(), MailKind.PORTAL_CODE, words).secretly());
    }

    private String clock(Instant instant, String language) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(Locale.forLanguageTag(language.equals("de") ? "de-DE" : "en-GB"))
                .format(instant.atZone(company.zone()));
    }
}
