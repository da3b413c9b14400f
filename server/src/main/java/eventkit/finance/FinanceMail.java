package eventkit.finance;

import eventkit.core.Needs;
import eventkit.core.Permission;
import eventkit.crm.Activity;
import eventkit.crm.ClientMail;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invoices, reminders and statements that go to clients by e-mail; each letter stands on the client's timeline. */
public interface FinanceMail {
    int RECIPIENTS_MAX = 10;

    enum Paper {
        INVOICE,
        REMINDER
    }

    /**
     * @param to a letter to each of them
     * @param paper null: the invoice alone; a reminder takes the invoice along
     * @param data whether the invoice goes as UBL, too, where nothing is missing for that; null: no
     */
    record Written(
            List<String> to,
            String subject,
            String text,
            @Nullable Paper paper,
            @Nullable Boolean data,
            List<UUID> files) {
        public Written {
            to = to == null ? List.of() : List.copyOf(to);
            files = files == null ? List.of() : List.copyOf(files);
        }
    }

    /** @param paper null: the invoice */
    @Needs(Permission.INVOICE_READ)
    ClientMail.Draft draft(UUID invoiceId, @Nullable Paper paper);

    /** Of an issued one. Throws {@link InvoiceNotIssued}. */
    @Needs(Permission.INVOICE_EDIT)
    List<Activity> send(UUID invoiceId, Written written);

    /** What the next reminder of an invoice would say, and to whom; nothing is entered by looking. Throws {@link NoReminderDue}. */
    @Needs(Permission.INVOICE_READ)
    ClientMail.Draft nextReminder(UUID invoiceId);

    /**
     * @param level the step that was shown: it is not taken twice by two who press at once
     * @param to null: where the client's letters go
     */
    record Remind(Integer level, @Nullable String to) {}

    /** @param to who got it */
    record Reminded(UUID invoiceId, int level, String to) {}

    /** Enters the next step and sends its letter with the invoice, both or neither. Throws {@link NoReminderDue}. */
    @Needs(Permission.INVOICE_EDIT)
    Reminded remind(UUID invoiceId, Remind remind);

    @Needs(Permission.INVOICE_READ)
    ClientMail.Draft statementDraft(UUID clientId);

    /** With the statement of today. */
    @Needs(Permission.INVOICE_EDIT)
    List<Activity> sendStatement(UUID clientId, Written written);
}
