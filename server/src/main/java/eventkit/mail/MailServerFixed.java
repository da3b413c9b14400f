package eventkit.mail;

import eventkit.core.Refusal;

/** The environment of the server says through what e-mail leaves. */
public final class MailServerFixed extends Refusal {
    private static final long serialVersionUID = 1L;

    MailServerFixed() {
        super(
                "mail-server-fixed",
                Kind.CONFLICT,
                "The mail server is set by EVENTKIT_SMTP_URL. Change it there, or take that setting away to set it here.");
    }
}
