package eventkit.mail;

import eventkit.core.Refusal;
import java.util.Map;

/** The mail server was not reached, did not let us in, or did not take the e-mail. */
public final class MailServerRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    MailServerRefused(Smtp.Trouble trouble) {
        super(
                "mail-server-refused",
                Kind.CONFLICT,
                trouble.step().advice() + " It said: " + trouble.answer(),
                Map.of("step", trouble.step().name(), "answer", trouble.answer()));
    }
}
