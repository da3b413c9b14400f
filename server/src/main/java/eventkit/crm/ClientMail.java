package eventkit.crm;

import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.mail.Letter;
import eventkit.mail.MailKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** E-mails that people write to clients; each stands on the client's timeline. */
public interface ClientMail {
    /** @param to null where no address is known */
    record Draft(@Nullable String to, @Nullable String toName, String language, String subject, String text) {}

    /**
     * @param files of documents, to go with it
     */
    record Written(
            UUID clientId,
            @Nullable UUID dealId,
            @Nullable UUID contactId,
            String to,
            MailKind kind,
            String subject,
            String text,
            List<UUID> files) {
        public Written {
            files = files == null ? List.of() : List.copyOf(files);
        }
    }

    /**
     * What a room sends with a letter.
     *
     * @param link that lets its reader in: it takes the place of {@code {{link}}} in the letter, and stands neither in the log nor on the timeline
     */
    record With(List<Letter.Enclosure> papers, @Nullable String link) {
        public With {
            papers = List.copyOf(papers);
        }
    }

    /** The words of a plain kind with the facts of this client in them, to go on writing. Throws {@link eventkit.mail.MailTemplateBroken}. */
    @Needs(Permission.DEAL_EDIT)
    Draft draft(UUID clientId, @Nullable UUID dealId, @Nullable UUID contactId, MailKind kind);

    /** The same for letters about a paper, whose facts the room of the paper knows. @param language null: the client's @param facts may say {@code deal} better */
    @Needs(Permission.DEAL_EDIT)
    Draft draft(
            UUID clientId,
            @Nullable UUID dealId,
            @Nullable UUID contactId,
            MailKind kind,
            @Nullable String language,
            Map<String, String> facts);

    /** Queues it and writes it down, both or neither. Answers go to whoever wrote it. */
    @Needs(Permission.DEAL_EDIT)
    Activity send(Written written);

    /** The same with papers. */
    @Needs(Permission.DEAL_EDIT)
    Activity send(Written written, With with);
}
