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
     * @param to where its letter would go, null: no address is known
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
            @Nullable LocalDate last,
            @Nullable String to) {}

    /** @param text as the settings have it now */
    record Next(Due due, String text) {}

    /** The latest first. Who was reminded has as long as lies between the two steps. */
    @Needs(Permission.INVOICE_READ)
    List<Due> due();

    @Needs(Permission.INVOICE_READ)
    List<Reminder> of(UUID invoice);

    /** With what the next step would say. Throws {@link NoReminderDue}. */
    @Needs(Permission.INVOICE_READ)
    Next next(UUID invoice);

    /** The next step of each of them. Throws {@link NoReminderDue}. */
    @Needs(Permission.INVOICE_EDIT)
    List<Reminder> remind(List<UUID> invoices);
}
