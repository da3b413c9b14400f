package eventkit.mail;

import eventkit.core.Refusal;
import java.util.Map;

/** Words of the company that were sound once are not any more, for a newer EventKit knows other facts. Nothing is sent in them. */
public final class MailTemplateBroken extends Refusal {
    private static final long serialVersionUID = 1L;

    MailTemplateBroken(MailKind kind, String locale, String why) {
        super(
                "mail-template-broken",
                Kind.CONFLICT,
                "The words of " + kind + " (" + locale + ") can not be used: " + why
                        + " Correct them under Settings, E-mail, or take back the ones that came with EventKit.",
                Map.of("kind", kind.name(), "locale", locale));
    }
}
