package eventkit.finance;

/**
 * What is written to a client who has not paid, in the language of the invoice.
 *
 * @param level 1 for the first
 * @param daysAfter how many days after the invoice is due
 * @param de of invoices in German, {@code en} of all others
 */
public record ReminderStep(int level, int daysAfter, Words en, Words de) {
    public record Words(String title, String text) {}
}
