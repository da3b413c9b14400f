package eventkit.mail;

import eventkit.core.Refusal;

/** There is nothing to send through. */
public final class NoMailServer extends Refusal {
    private static final long serialVersionUID = 1L;

    NoMailServer() {
        super("no-mail-server", Kind.CONFLICT, "No mail server is set. Enter one under Settings, E-mail.");
    }
}
