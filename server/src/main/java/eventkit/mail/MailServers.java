package eventkit.mail;

import eventkit.core.IfMatch;
import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.core.SignedIn;
import org.jspecify.annotations.Nullable;

/** The one mail server of the instance. */
public interface MailServers {
    String KIND = "mail-server";

    /**
     * What a person sets.
     *
     * @param password null: as it is, where host and user stay as they are; empty: none
     */
    record Details(
            @Nullable String host,
            int port,
            MailServer.Security security,
            @Nullable String username,
            @Nullable String password,
            @Nullable String senderName,
            @Nullable String senderAddress,
            @Nullable String replyTo) {}

    /** @param answer what the server said at last */
    record Tried(String to, String answer) {}

    /** @param waiting written and not yet sent; {@code kept} wait for a mail server, {@code stuck} for a person */
    record Standing(boolean ready, int waiting, int kept, int stuck) {}

    @Needs(Permission.MAIL_MANAGE)
    MailServer get();

    /** Throws {@link MailServerFixed}. */
    @Needs(Permission.MAIL_MANAGE)
    MailServer change(Details details, IfMatch ifMatch);

    /** Sends a short e-mail now, past the queue. Throws {@link NoMailServer}, {@link MailServerRefused}. */
    @Needs(Permission.MAIL_MANAGE)
    Tried test(String to);

    /** Whoever writes to clients sees whether it will leave. */
    @SignedIn
    Standing standing();
}
