package eventkit.mail;

import eventkit.core.Subject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail that is to be sent.
 *
 * @param replyTo who gets the answers; null: as the settings say
 * @param about what it belongs to
 * @param secret it lets somebody in: nobody reads it in the log, and its text is gone once it has left
 * @param settingsUrl where whoever gets it may switch such e-mails off; null: they can not
 * @param files of documents; the writer must be allowed to open them
 */
public record Letter(
        MailKind kind,
        To to,
        Wording wording,
        @Nullable String replyTo,
        @Nullable Subject about,
        boolean secret,
        @Nullable String settingsUrl,
        List<UUID> files,
        List<Enclosure> enclosures) {
    public record To(@Nullable String name, String address) {}

    public record Enclosure(String name, String mediaType, byte[] content) {}

    public static Letter to(@Nullable String name, String address, MailKind kind, Wording wording) {
        return new Letter(kind, new To(name, address), wording, null, null, false, null, List.of(), List.of());
    }

    public Letter about(Subject subject) {
        return new Letter(kind, to, wording, replyTo, subject, secret, settingsUrl, files, enclosures);
    }

    public Letter secretly() {
        return new Letter(kind, to, wording, replyTo, about, true, settingsUrl, files, enclosures);
    }

    public Letter switchedOffAt(String url) {
        return new Letter(kind, to, wording, replyTo, about, secret, url, files, enclosures);
    }

    public Letter answeredTo(@Nullable String address) {
        return new Letter(kind, to, wording, address, about, secret, settingsUrl, files, enclosures);
    }

    public Letter with(List<UUID> documents, List<Enclosure> more) {
        return new Letter(kind, to, wording, replyTo, about, secret, settingsUrl, documents, more);
    }
}
