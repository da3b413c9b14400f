package eventkit.mail;

import eventkit.core.AuditTrail;
import eventkit.core.IfMatch;
import eventkit.core.ListQuery;
import eventkit.core.Needs;
import eventkit.core.Page;
import eventkit.core.Permission;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The log of all e-mail, and what a person may do about one. */
public interface SentMail {
    String KIND = "email";

    record Enclosed(String name, String mediaType, long sizeBytes) {}

    /** @param text null of one that lets somebody in */
    record Opened(
            OutgoingMail email,
            @Nullable String text,
            @Nullable String html,
            List<Enclosed> enclosures) {}

    /** Sorts: createdAt, changedAt. */
    @Needs(Permission.MAIL_MANAGE)
    Page<OutgoingMail> list(List<MailState> states, List<MailKind> kinds, List<UUID> about, ListQuery query);

    @Needs(Permission.MAIL_MANAGE)
    Opened get(UUID id);

    @Needs(Permission.MAIL_MANAGE)
    Page<AuditTrail.Entry> history(UUID id, ListQuery query);

    /** Once more, or at last. Throws {@link IllegalMailMove}. */
    @Needs(Permission.MAIL_MANAGE)
    OutgoingMail retry(UUID id, IfMatch ifMatch);

    /** It is not to leave any more. Throws {@link IllegalMailMove}. */
    @Needs(Permission.MAIL_MANAGE)
    OutgoingMail cancel(UUID id, IfMatch ifMatch);
}
