package eventkit.mail;

import java.util.List;

/**
 * The words of a kind of e-mail in one language.
 *
 * @param own the company changed them
 * @param facts what may stand in double braces
 */
public record MailTemplate(
        MailKind kind,
        String locale,
        String subject,
        String body,
        boolean own,
        boolean toClients,
        List<String> facts,
        long version) {}
