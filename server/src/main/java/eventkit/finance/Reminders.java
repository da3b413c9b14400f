package eventkit.finance;

import eventkit.core.Money;
import eventkit.core.Needs;
import eventkit.core.Permission;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Clients are reminded of what they have not paid, in the steps of the settings. */
public interface Reminders {
    /** @param open of the invoice when it was written */
    record Reminder(
            UUID id, UUID invoiceId, int level, LocalDate on, Money open, String title, String text, String byName) {}

    /**
     * An invoice of which it is time to remind.
     *
     * @param daysLate since it was due
     * @param last the day of the reminder before, null: this is the first
     */
    record Due(
            UUID invoiceId,
            String number,
            Named client,
            LocalDate dueOn,
            long daysLate,
            Money open,
            int level,
            String title,
            @Nullable LocalDate last) {}

    /** The latest first. */
    @Needs(Permission.INVOICE_READ)
    List<Due> due();

    @Needs(Permission.INVOICE_READ)
    List<Reminder> of(UUID invoice);

    /** The next step of each of them. Throws {@link NoReminderDue}. */
    @Needs(Permission.INVOICE_EDIT)
    List<Reminder> remind(List<UUID> invoices);
}
