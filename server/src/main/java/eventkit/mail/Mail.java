package eventkit.mail;

import eventkit.core.Open;
import java.util.Map;
import java.util.UUID;

/** What other modules ask of mail. Open: they decide who may write what to whom. */
public interface Mail {
    /** A mail server is set. Open: says nothing about it. */
    @Open
    boolean ready();

    /**
     * The words of a kind with the facts in their places.
     *
     * @param facts all of the kind's; {@code company} is known
     */
    @Open
    Wording words(MailKind kind, String locale, Map<String, String> facts);

    /** Written in the caller's transaction, sent after its commit. Without a mail server it is kept until a person sends it on. */
    @Open
    UUID send(Letter letter);
}
