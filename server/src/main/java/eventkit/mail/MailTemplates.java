package eventkit.mail;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.core.SignedIn;
import java.util.List;

/** The words of each kind, as they came or as the company changed them. */
public interface MailTemplates {
    String KIND = "mail-template";

    record Words(String subject, String body) {}

    /** @param html of the text, as it leaves */
    record Preview(String subject, String text, String html) {}

    /** Every kind in every language. */
    @SignedIn
    List<MailTemplate> all();

    @SignedIn
    MailTemplate get(MailKind kind, String locale);

    @Needs(Permission.MAIL_MANAGE)
    MailTemplate change(MailKind kind, String locale, Words words, IfMatch ifMatch);

    /** Back to the words that came with EventKit. */
    @Needs(Permission.MAIL_MANAGE)
    MailTemplate reset(MailKind kind, String locale, IfMatch ifMatch);

    /** With made-up facts. */
    @Needs(Permission.MAIL_MANAGE)
    Preview preview(MailKind kind, String locale, Words words);
}
