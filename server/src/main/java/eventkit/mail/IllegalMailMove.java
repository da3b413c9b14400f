package eventkit.mail;

import eventkit.core.Refusal;
import java.util.Map;

/** It left already, is leaving now, or was cancelled. */
public final class IllegalMailMove extends Refusal {
    private static final long serialVersionUID = 1L;

    IllegalMailMove(OutgoingMail email, MailState to) {
        super(
                "illegal-mail-move",
                Kind.CONFLICT,
                "This e-mail is " + email.state() + " and can not become " + to + ". Look at it again.",
                Map.of("from", email.state().name(), "to", to.name()));
    }
}
