package eventkit.mail;

import org.jspecify.annotations.Nullable;

/**
 * Through which server e-mail leaves, and in whose name.
 *
 * @param host null: none is set, nothing leaves
 * @param passwordSet it is kept sealed and never told
 * @param setByOperator the environment of the server says it; nothing is changed here
 */
public record MailServer(
        @Nullable String host,
        int port,
        Security security,
        @Nullable String username,
        boolean passwordSet,
        @Nullable String senderName,
        @Nullable String senderAddress,
        @Nullable String replyTo,
        boolean setByOperator,
        long version) {
    public enum Security {
        STARTTLS,
        TLS,
        NONE
    }
}
